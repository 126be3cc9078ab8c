"""Who signs `nil` says that nothing took place: before the record is published, and with no amounts beside it."""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_NIL = {"nil": "{by: demo-1, on: 2026-10-09}"}
_TABLE = "## 补贴\n\n| 项目 | 金额（元） |\n|---|---|\n"

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-07",
    what=Words(
        "签署“本期无此事项”的，在公开以前签署，下面也没有金额",
        "nil is signed before publication, and nothing with an amount stands beside it",
    ),
    why=Words(
        "一边说没有发生，一边有收支，看的人不知道该信哪一个",
        "nothing took place, or something did: readers cannot tell which to believe",
    ),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "30", date(2026, 1, 1): "35"},
            {"30": "村民委员会应当保证所公布事项的真实性", "35": "村民委员会应当保证公布事项的真实性"},
        ),
    ),
    bad=(
        Example(body="\n", values={"nil": "{by: demo-1, on: 2026-10-11}"}),
        Example(body=f"{_TABLE}| 低保 | 1200.00 |\n", values=_NIL),
        Example(body="发放救助12户，共4800.00元。\n", values=_NIL),
    ),
    good=(
        Example(body="\n", values=_NIL),
        Example(body=f"{_TABLE}| 低保 | 0.00 |\n", values=_NIL),
        Example(body="本季度没有发放；高龄津贴由县级直接发给本人，共0元。\n", values=_NIL),
    ),
    keys=frozenset(("nil",)),
)
_AMOUNT = re.compile(r"(?<![\d.,，])(?=[\d.,，]{0,15}[1-9])\d[\d.,，]{0,15}万?元")


def check(record: Record, register: Register) -> Iterator[Found]:
    if not (nil := record.get("nil")):
        return
    last = getattr(record.get("published"), "last", None)
    if nil.get("on") and last and nil["on"] > last:
        yield Found("nil.on", _AFTER.fill(on=nil["on"], published=last))
    if _has_amounts(record):
        yield Found("nil", _AMOUNTS)


def _has_amounts(record: Record) -> bool:
    in_tables = (any(line.amounts.values()) for ledger in record.all_ledgers for line in ledger.entries)
    return any(in_tables) or bool(_AMOUNT.search(record.original.body.prose))


_AFTER = Words(
    "签署日期 {on} 晚于发布日期 {published}；请核对，公开以前没有签署的如实写明",
    "signed on {on}, after publication on {published}; check it",
)
_AMOUNTS = Words(
    "签署了“本期无此事项”，正文里却有金额；有事项的请删去 nil，没有的请删去金额",
    "nil is signed, and yet the text has amounts; take out the one that is wrong",
)
