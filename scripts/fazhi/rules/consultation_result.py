"""After a consultation it is told what came in and what was taken up."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import DECISIONS
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_BEGAN = date(2019, 9, 1)

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-16",
    since=_BEGAN,
    wording=True,
    what=Words("征求意见以后公布采纳情况", "after a consultation it is told what was taken up"),
    why=Words("提了意见的人要知道意见用上没有", "who gave an opinion should learn what became of it"),
    sources=(Provision(DECISIONS, {_BEGAN: "32"}, {"32": "应当说明公众意见、专家论证意见的采纳情况"}),),
    bad=(Example(kind="regulation", values={"consultation": "{from: 2026-08-10, to: 2026-09-10}"}),),
    good=(
        Example(kind="regulation"),
        Example(kind="regulation", values={"consultation": "{ground: 只规定机关内部事务}"}),
        Example(
            kind="regulation",
            values={"draft": "true", "status": None, "consultation": "{from: 2026-08-10, to: 2026-09-10}"},
        ),
    ),
    keys=frozenset(("consultation",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    consultation = record.get("consultation", {})
    if consultation.get("to") and not consultation.get("result") and not record.get("draft"):
        yield Found("consultation", _SILENT.fill(end=consultation["to"]))


_SILENT = Words(
    "征求意见已于 {end} 截止，没有写采纳情况；请写 result: 收到多少条、采纳多少条、为什么",
    "the consultation ended on {end} and its result is not told; write result: how many came, how many were taken up, why",
)
