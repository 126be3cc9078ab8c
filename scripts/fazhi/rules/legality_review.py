"""A normative document names the review of its legality: by whom, and on which day.

That the review came before adoption is for date-order. A restatement of a text that is not at hand
cannot know, and a draft comes to its review later.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import DECISIONS
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

_BEGAN = date(2018, 5, 16)

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-15",
    since=_BEGAN,
    wording=True,
    what=Words("规范性文件写明合法性审核", "a normative document names its legality review"),
    why=Words(
        "未经合法性审核不得提交集体审议",
        "without it a document may not be put before the meeting that adopts it",
    ),
    sources=(
        Standard(Words("国办发〔2018〕37号", "State Council Office notice 37 (2018)"), True),
        Provision(DECISIONS, {date(2019, 9, 1): "25"}, {"25": "未经合法性审查或者经审查不合法的，不得提交"}),
    ),
    bad=(Example(kind="regulation", values={"legality_review": None}),),
    good=(
        Example(kind="regulation"),
        Example(kind="regulation", values={"restated": "true", "legality_review": None}),
        Example(kind="regulation", values={"draft": "true", "status": None, "legality_review": None}),
    ),
    kinds=frozenset(("regulation",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    is_open = record.get("restated") or record.get("draft") or record.get("legality_review")
    if not is_open:
        yield Found("legality_review", _ABSENT)


_ABSENT = Words(
    "没有合法性审核的记录；请写明 legality_review: {by: 审核机构, on: 日期}",
    "no legality review is named; write legality_review: {by: office, on: day}",
)
