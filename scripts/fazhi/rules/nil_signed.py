"""Who signs `nil` says that nothing took place, and does so before the record is published."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-07",
    what=Words("签署“本期无此事项”的，在公开以前签署", "nil is signed before publication"),
    why=Words(
        "公开的时候没有人签署，就没有人对“没有发生”负责",
        "unsigned when it was published, nobody answered for nothing having taken place",
    ),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "30", date(2026, 1, 1): "35"},
            {"30": "村民委员会应当保证所公布事项的真实性", "35": "村民委员会应当保证公布事项的真实性"},
        ),
    ),
    bad=(Example(body="\n", values={"nil": "{by: demo-1, on: 2026-10-11}"}),),
    good=(Example(body="\n", values={"nil": "{by: demo-1, on: 2026-10-09}"}),),
    keys=frozenset(("nil",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not (nil := record.get("nil")):
        return
    last = getattr(record.get("published"), "last", None)
    if nil.get("on") and last and nil["on"] > last:
        yield Found("nil.on", _AFTER.fill(on=nil["on"], published=last))


_AFTER = Words(
    "签署日期 {on} 晚于发布日期 {published}；请核对，公开以前没有签署的如实写明",
    "signed on {on}, after publication on {published}; check it",
)
