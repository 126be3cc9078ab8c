"""Where the town says how often it broadcasts on law, a longer silence is told. Demonstration data is no broadcast."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.broadcasts import silent, stretches
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule
from fazhi.nouns.town import Town

_BROADCAST = """---
title: 六月广播
index: 140825107/2027-00078
formed: 2027-05-08
published: 2027-05-10
source: government
topic: 公安、安全、司法
access: 主动公开
review: {by: reviewer, on: 2027-05-09, secrecy: ok, privacy: ok}
form: 广播
date: 2027-05-07
---

讲解新修改的法律。
"""
_FILES = {"outreach/2027/may.md": _BROADCAST}


def _every(months: int, since: str) -> dict[str, str]:
    return {"broadcasts": f"{{every_months: {months}, since: {since}}}"}


RULE = Rule(
    severity=Severity.WARNING,
    on="town",
    what=Words("农村广播不中断", "broadcasts on law do not stop"),
    why=Words(
        "报告说定期广播，中断了多久要看得到", "a report says that they are regular; a silence must be seen"
    ),
    sources=(OWN,),
    bad=(
        Example(town=_every(1, "2027-03-01"), files=_FILES),
        Example(town=_every(2, "2027-03-01")),
        Example(
            town=_every(1, "2027-05-01"),
            files={"outreach/2027/may.md": _BROADCAST.replace("form:", "sample: true\nform:")},
        ),
    ),
    good=(
        Example(town=_every(1, "2027-05-01"), files=_FILES),
        Example(town=_every(3, "2027-03-01"), files=_FILES),
        Example(town=_every(1, "2027-06-02")),
        Example(),
    ),
)


def check(town: Town, register: Register) -> Iterator[Found]:
    asked = town.values.get("broadcasts", {})
    if not {"every_months", "since"} <= asked.keys():
        return
    records = [record for record in register.of_kind("outreach") if not record.is_sample]
    for months in stretches(silent(records, asked["since"], register.as_of)):
        if len(months) >= asked["every_months"]:
            said = {"first": f"{months[0]:%Y-%m}", "last": f"{months[-1]:%Y-%m}", "count": len(months)}
            yield Found("broadcasts", _SILENT.fill(**said))


_SILENT = Words(
    "{first} 至 {last} 连续{count}个月没有广播记录；有的请补登，没有的不必补",
    "no broadcast is recorded from {first} to {last}, {count} months; record what there was, and leave what there was not",
)
