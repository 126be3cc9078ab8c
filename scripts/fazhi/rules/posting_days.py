"""Since 2026 what a village discloses hangs on its board for 15 days at least.

The day it is put up does not count: from 10 to 25 October is 15 days. Before 2026 provinces had days of their own.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_FROM = date(2026, 1, 1)

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-09",
    since=_FROM,
    what=Words("村务公开栏公布不少于15日", "a village posts each disclosure for 15 days at least"),
    why=Words("张贴太短，外出的村民看不到", "too short a time, and those who were away never see it"),
    sources=(Provision(VILLAGES, {_FROM: "35"}, {"35": "公布的期限不得少于十五日"}),),
    bad=(
        Example(values={"posted": "{from: 2026-10-10, to: 2026-10-24, place: 村务公开栏}"}),
        Example(values={"posted": "{from: 2026-10-10, to: 2026-10-10}"}),
    ),
    good=(
        Example(values={"posted": "{from: 2026-10-10, to: 2026-10-25, place: 村务公开栏}"}),
        Example(values={"posted": None}),
        Example(
            values={
                "period": "2025-Q3",
                "index": "140825107/2025-00012",
                "formed": "2025-10-08",
                "published": "2025-10-10",
                "review": "{by: reviewer, on: 2025-10-09, secrecy: ok, privacy: ok}",
                "posted": "{from: 2025-10-10, to: 2025-10-17}",
            },
            name="villages/demo-1/2025/finance-Q3",
        ),
    ),
    keys=frozenset(("posted",)),
)
_DAYS = 15


def check(record: Record, register: Register) -> Iterator[Found]:
    posted = record.get("posted") if record.get("village") else None
    start, end = (posted.get(key) if posted else None for key in ("from", "to"))
    if start and end and start <= end and (days := (end - start).days) < _DAYS:
        yield Found("posted.to", _SHORT.fill(start=start, end=end, days=days))


_SHORT = Words(
    "张贴 {start} 至 {end}，只有{days}日；公布期限不得少于15日，请补足张贴时间",
    "posted from {start} to {end}, {days} days only; it must hang for 15 days at least, so let it hang longer",
)
