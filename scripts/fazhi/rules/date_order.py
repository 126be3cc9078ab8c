"""What happens first is dated first: review and formation before publication, adoption before effect, from before to."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from fazhi.ground.days import When
from fazhi.ground.period import Period
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.ERROR,
    ref="META-05",
    what=Words(
        "日期先后合理：成文不晚于发布，审查不晚于发布，开始不晚于截止",
        "dates follow each other: formed and reviewed before published, from before to",
    ),
    why=Words("先后颠倒的日期不可能都是真的", "dates in the wrong order cannot all be true"),
    sources=(
        Standard(
            Words(
                "政府信息公开条例（2019年）第十七条；GB/T 9704—2012",
                "Regulations on Open Government Information (2019), art. 17; GB/T 9704-2012",
            ),
            True,
        ),
    ),
    bad=(
        Example(values={"formed": "2026-10-11"}),
        Example(values={"review": "{by: reviewer, on: 2026-10-12, secrecy: ok, privacy: ok}"}),
        Example(values={"posted": "{from: 2026-10-30, to: 2026-10-10}"}),
        Example(kind="regulation", values={"expires": "2026-10-01"}),
        Example(kind="regulation", values={"consultation": "{from: 2026-09-10, to: 2026-08-10}"}),
    ),
    good=(Example(values={"formed": "2026-10-10"}), Example(values={"formed": "2026"})),
)

_PAIRS = (
    ("formed", "published"),
    ("review.on", "published"),
    ("posted.from", "posted.to"),
    ("adopted", "effective"),
    ("effective", "expires"),
    ("legality_review.on", "adopted"),
    ("consultation.from", "consultation.to"),
    ("consultation.to", "adopted"),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for earlier, later in _PAIRS:
        first, last = _first(_at(record.values, earlier)), _last(_at(record.values, later))
        if first and last and first > last:
            yield Found(later, _ORDER.fill(later=later, last=last, earlier=earlier, first=first))


def _at(values: Mapping[str, Any], dotted: str) -> Any:
    value: Any = values
    for key in dotted.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _first(value: Any) -> date | None:
    return value.first if isinstance(value, When | Period) else value


def _last(value: Any) -> date | None:
    return value.last if isinstance(value, When | Period) else value


_ORDER = Words("{later}（{last}）早于 {earlier}（{first}）", "{later} ({last}) is before {earlier} ({first})")
