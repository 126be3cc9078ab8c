"""A normative document was put before the public for 30 days, or says why for less, or not at all.

The day it is made public does not count. The rule on major decisions is applied to townships by analogy (art. 42).
"""

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
    what=Words(
        "公开征求意见不少于30日，或者写明理由", "the public was consulted for 30 days, or the ground is given"
    ),
    why=Words("时间太短，等于没有征求意见", "too short a time is as good as none"),
    sources=(
        Provision(DECISIONS, {_BEGAN: "15"}, {"15": "公开征求意见的期限一般不少于30日"}),
        Provision(DECISIONS, {_BEGAN: "42"}, {"42": "乡级人民政府重大行政决策"}),
    ),
    bad=(
        Example(kind="regulation", values={"consultation": "{from: 2026-08-10, to: 2026-09-08}"}),
        Example(kind="regulation", values={"consultation": "{result: 没有收到意见}"}),
        Example(kind="regulation", values={"consultation": None}),
    ),
    good=(
        Example(kind="regulation", values={"consultation": "{from: 2026-08-10, to: 2026-09-09}"}),
        Example(
            kind="regulation",
            values={"consultation": "{from: 2026-08-10, to: 2026-08-20, ground: 汛期将至，公告中已说明}"},
        ),
        Example(kind="regulation", values={"consultation": "{ground: 只规定机关内部事务}"}),
        Example(kind="regulation", values={"restated": "true", "consultation": None}),
    ),
    kinds=frozenset(("regulation",)),
)
_DAYS = 30


def check(record: Record, register: Register) -> Iterator[Found]:
    consultation = record.get("consultation", {})
    if record.get("restated") or consultation.get("ground"):
        return
    start, end = consultation.get("from"), consultation.get("to")
    if not start or not end:
        yield Found("consultation", _ABSENT)
    elif start <= end and (days := (end - start).days) < _DAYS:
        yield Found("consultation.to", _SHORT.fill(start=start, end=end, days=days))


_ABSENT = Words(
    "没有写明征求意见的起止日期；请写 consultation: {from: 日期, to: 日期}，没有征求的写 ground: 理由",
    "the days of the consultation are not given; write consultation: {from: day, to: day}, or ground: why there was none",
)
_SHORT = Words(
    "征求意见 {start} 至 {end}，只有{days}日，一般不少于30日；期限缩短的请写 ground: 理由",
    "consulted from {start} to {end}, {days} days; 30 is the rule. Where it was shortened write ground: why",
)
