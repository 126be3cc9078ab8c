"""Columns are kept up: the home page and news within two weeks, notices and policy documents within six months.

It reads the clock, so it speaks in `fazhi check --built` only; a page never says how old it is (DESIGN §7).
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from fazhi.ground.days import When
from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltSite
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import INDICATORS

RULE = Rule(
    severity=Severity.WARNING,
    on="site",
    ref="SITE-03",
    what=Words(
        "首页和动态类栏目两周内、通知和政策类栏目六个月内有更新",
        "home and news are updated within two weeks, notices and policies within six months",
    ),
    why=Words(
        "首页两周不更新，检查单项否决；栏目长期不更新也计入否决",
        "a home page left for two weeks fails an inspection on its own; stale columns count towards it",
    ),
    sources=(INDICATORS,),
    bad=(
        Example(values={"published": "2026-10-16"}, built={"index.html": "<title>示例</title><p>文字</p>"}),
    ),
    good=(
        Example(
            values={"formed": "2027-06-20", "published": "2027-06-20"},
            built={"index.html": "<title>示例</title><p>文字</p>"},
        ),
    ),
)


def check(site: BuiltSite, register: Register) -> Iterator[Found]:
    yield from _stale("index.html", register.records.values(), _HOME, site, register.as_of)
    for name, days in _COLUMNS.items():
        if kind := register.kinds.get(name):
            yield from _stale(
                f"{kind.listing}/index.html", register.of_kind(name), days, site, register.as_of
            )


def _stale(path: str, records: Iterable[Record], days: int, site: BuiltSite, today: date) -> Iterator[Found]:
    newest = max(filter(None, map(_published, records)), default=None)
    if newest and path in site.pages and today - newest > timedelta(days):
        yield Found(Place(), _STALE.fill(newest=newest, days=days), path=path)


def _published(record: Record) -> date | None:
    value = record.get("published")
    return value.last if isinstance(value, When) else None


_HOME = 14
_COLUMNS = {"outreach": 14, "regulation": 183}
"""Kinds whose listing is news, or notices and policy documents, and the days within which it is updated."""
_STALE = Words(
    "最近一次发布是 {newest}，已超过 {days} 天；有新的活动或文件请及时公开",
    "the newest publication is of {newest}, over {days} days ago; publish what has come since",
)
