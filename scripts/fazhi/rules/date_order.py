"""What happens first is dated first: review and formation before publication, adoption before effect, from before to."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import INFORMATION
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
        Provision(INFORMATION, {date(2019, 5, 15): "17"}, {"17": "对拟公开的政府信息进行审查"}),
        Standard(Words("GB/T 9704—2012 第7.3.5.4条", "GB/T 9704-2012, 7.3.5.4"), False),
    ),
    bad=(
        Example(values={"formed": "2026-10-11"}),
        Example(values={"review": "{by: reviewer, on: 2026-10-12, secrecy: ok, privacy: ok}"}),
        Example(values={"posted": "{from: 2026-10-30, to: 2026-10-10}"}),
        Example(kind="regulation", values={"expires": "2026-10-01"}),
        Example(kind="regulation", values={"annulled": "{on: 2026-10-01, by: 示例县人民政府}"}),
        Example(kind="regulation", values={"consultation": "{from: 2026-09-10, to: 2026-08-10}"}),
    ),
    good=(Example(values={"formed": "2026-10-10"}), Example(values={"formed": "2026", "restated": "true"})),
)

_PAIRS = (
    (("formed", ""), ("published", "")),
    (("review", "on"), ("published", "")),
    (("approved", ""), ("published", "")),
    (("posted", "from"), ("posted", "to")),
    (("period", ""), ("extended", "until")),
    (("election", "list_posted"), ("election", "on")),
    (("collective_meeting", "ready"), ("collective_meeting", "on")),
    (("adopted", ""), ("effective", "")),
    (("effective", ""), ("expires", "")),
    (("legality_review", "on"), ("adopted", "")),
    (("consultation", "from"), ("consultation", "to")),
    (("consultation", "to"), ("adopted", "")),
    (("drafted", ""), ("adopted", "")),
    (("adopted", ""), ("repealed", "on")),
    (("adopted", ""), ("annulled", "on")),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    values = record.values
    for earlier, later in _PAIRS:
        if earlier[0] in values and later[0] in values:
            first, last = _at(values, *earlier, "first"), _at(values, *later, "last")
            if first and last and first > last:
                names = {"earlier": ".".join(filter(None, earlier)), "later": ".".join(filter(None, later))}
                yield Found(names["later"], _ORDER.fill(**names, last=last, first=first))


def _at(values: Mapping[str, Any], key: str, inner: str, bound: str) -> Any:
    """The day at a key and a key within it; of what is known less exactly its first or last."""
    value = values[key].get(inner) if inner else values[key]
    return getattr(value, bound, value)


_ORDER = Words("{later}（{last}）早于 {earlier}（{first}）", "{later} ({last}) is before {earlier} ({first})")
