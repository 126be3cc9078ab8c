"""A report that tells how many hours were studied has records from which the hours can be summed."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.visible import unbroken
from fazhi.ground.words import Words
from fazhi.nouns.claim import worked_out_at
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_HOURS = re.compile(r"(?:学法|学习)[^。；\n\d]{0,20}\d{1,4}(?:\.\d)?\s?个?(?:小时|学时|课时)")
_BODY = "## 成效\n\n干部年度学法不少于40小时。\n"
_COMPUTE = "compute: {sum: hours, of: outreach, where: {form: 学法, audience: 干部}, at_least: 40}"
_STUDY = """---
title: 2026年干部学法
index: 140825107/2026-00078
formed: 2026-05-08
published: 2026-05-10
source: government
topic: 公安、安全、司法
access: 主动公开
review: {by: reviewer, on: 2026-05-09, secrecy: ok, privacy: ok}
form: 学法
date: 2026-05-07
audience: 干部
hours: 40
---

集中学习。
"""

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-19",
    wording=True,
    what=Words("“学法若干小时”能由学法记录加总", "hours of study can be summed from records of study"),
    why=Words(
        "学时是报告里最容易核对的数字，没有记录就只是一句话",
        "hours are the easiest figure to check; without records they are words",
    ),
    sources=(OWN,),
    bad=(
        Example(kind="report", body=_BODY.replace("40", "**40**")),
        Example(kind="report", body=_BODY, values={"claims": "[{text: 年度学法不少于40小时}]"}),
        Example(
            kind="report", body=_BODY, values={"claims": f"[{{text: 年度学法不少于40小时, {_COMPUTE}}}]"}
        ),
    ),
    good=(
        Example(
            kind="report",
            body=_BODY,
            values={"claims": f"[{{text: 年度学法不少于40小时, {_COMPUTE}}}]"},
            files={"outreach/2026/study.md": _STUDY},
        ),
        Example(kind="report"),
    ),
    kinds=frozenset(("report",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    read = unbroken(record.original.body.unquoted)
    places = [*_HOURS.finditer(read.text)]
    worked_out = worked_out_at(record, register) if places else b""
    for found in places:
        start, end = read.stretch(*found.span())
        if worked_out.find(1, start, end) < 0:
            yield Found(start, _NOT_BACKED.fill(text=quote(found[0])), found[0])


_NOT_BACKED = Words(
    "“{text}”没有学法记录可以加总；请列为 sum: hours 的陈述，并登记每次学法的学时",
    "no records add up to '{text}'; list it as a claim with `sum: hours`, and record the hours of every session",
)
