"""索引号: prefix, slash, year, hyphen, five digits; the prefix is the town's, the year that of formation.

Versions of one regulation share the number that the first of them was given.
"""

from collections.abc import Iterator

from fazhi.ground.days import When
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.ERROR,
    ref="META-03",
    what=Words(
        "索引号形如 140825107/2026-00012，年份与成文日期一致",
        "an index number is prefix/year-serial, the year that of formation",
    ),
    why=Words(
        "索引号一经编定不再改变，须能看出由谁在哪年编定",
        "it never changes and must tell who gave it and in which year",
    ),
    sources=(
        Standard(
            Words(
                "政府信息公开目录系统实施指引（2009年）", "guide to government information catalogues (2009)"
            ),
            False,
        ),
    ),
    bad=(
        Example(values={"index": "2026-12"}),
        Example(values={"index": "140825107/2025-00012"}),
        Example(values={"index": "140825999/2026-00012"}),
    ),
    good=(Example(),),
    keys=frozenset(("index",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not (index := record.get("index")):
        return
    prefix, _, serial = index.partition("/")
    expected = register.town.values.get("index", {}).get("prefix", prefix)
    if prefix != expected:
        yield Found("index", _PREFIX.fill(found=prefix, expected=expected))
    formed = _first(record, register).get("formed")
    if isinstance(formed, When) and formed.year and serial[:4] != str(formed.year):
        yield Found("index", _YEAR.fill(found=serial[:4], expected=formed.year))


def _first(record: Record, register: Register) -> Record:
    """The record as it was when the number was given: its oldest version, if it is of a kind that has any."""
    if record.kind.name != "regulation":
        return record
    return next(iter(register.earlier.get(record.version_of or record.id, ())), record)


_PREFIX = Words(
    "索引号前段是 {found}，本镇应为 {expected}",
    "the index begins with {found}; this town's begin with {expected}",
)
_YEAR = Words(
    "索引号的年份是 {found}，成文日期在 {expected} 年",
    "the index says {found}; the record was formed in {expected}",
)
