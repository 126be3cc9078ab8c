"""A normative document goes its way in order: drafted, consulted on, reviewed, adopted, issued, published, filed.

What cannot be true at all (adopted before it was reviewed) is for date-order; here is what may be true and is a fault
of procedure.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from fazhi.ground.days import When
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-15",
    wording=True,
    what=Words(
        "规范性文件按顺序办理：起草、征求意见、合法性审核、通过、印发、公布、备案",
        "a normative document is drafted, consulted on, reviewed, adopted, issued, published and filed in this order",
    ),
    why=Words(
        "审核在征求意见之前做的，审的不是定稿",
        "a review before the consultation has not seen what was adopted",
    ),
    sources=(Standard(Words("国办发〔2018〕37号", "State Council Office notice 37 (2018)"), True),),
    bad=(
        Example(kind="regulation", values={"legality_review": "{by: justice, on: 2026-09-05}"}),
        Example(kind="regulation", values={"drafted": "2026-08-20"}),
        Example(kind="regulation", values={"issued": "2026-10-12"}),
        Example(kind="regulation", values={"filed": "2026-10-07"}),
        Example(
            kind="regulation",
            values={"competition_review": "{by: government, on: 2026-10-09, result: 没有限制竞争}"},
        ),
    ),
    good=(
        Example(
            kind="regulation", values={"drafted": "2026-08-01", "issued": "2026-10-09", "filed": "2026-10-20"}
        ),
        Example(kind="regulation", values={"legality_review": "{by: justice, on: 2026-09-10}"}),
    ),
    kinds=frozenset(("regulation",)),
)
_PAIRS = (
    ("drafted", "consultation.from"),
    ("consultation.to", "legality_review.on"),
    ("competition_review.on", "adopted"),
    ("adopted", "issued"),
    ("issued", "published"),
    ("adopted", "filed"),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for earlier, later in _PAIRS:
        first, last = _day(record, earlier), _day(record, later)
        if first and last and first > last:
            yield Found(later, _ORDER.fill(later=later, last=last, earlier=earlier, first=first))


def _day(record: Record, dotted: str) -> date | None:
    key, _, inner = dotted.partition(".")
    value: Any = record.get(key)
    value = value.get(inner) if inner and value else value
    found: date | None = value.exact if isinstance(value, When) else value
    return found


_ORDER = Words(
    "{later}（{last}）早于 {earlier}（{first}）；日期如实的话照写，程序上应当先后相反",
    "{later} ({last}) is before {earlier} ({first}); if so, leave it, though the order should be the other",
)
