"""A budget or final account is public within 20 days of its approval by the people's congress; so it names that day.

Calendar days, and the day of approval does not count. `approved` on any other item is held to the same days.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from fazhi.ground.days import When
from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import BUDGET
from fazhi.ground.words import Words
from fazhi.nouns.own_items import FINAL_ACCOUNTS, YEAR_BUDGET, example
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_FROM = date(2015, 1, 1)


def _example(published: str, approved: str | None, item: str = YEAR_BUDGET, **more: str) -> Example:
    return example(item, formed="2026-09-20", published=published, approved=approved, **more)


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-18",
    since=_FROM,
    what=Words(
        "预算、决算写明批准日期，批准后20日内公开",
        "a budget or final account names the day of its approval and is public within 20 days of it",
    ),
    why=Words("钱怎样花，批准了就应当让人看到", "once spending is approved everybody may see it"),
    sources=(Provision(BUDGET, {_FROM: "14"}, {}, confirmed=False),),
    bad=(_example("2026-10-22", "2026-10-01"), _example("2026-10-10", None, FINAL_ACCOUNTS)),
    good=(
        _example("2026-10-21", "2026-10-01"),
        _example("2026-10-10", None, restated="true"),
        Example(),
    ),
)
_DAYS = timedelta(days=20)


def check(record: Record, register: Register) -> Iterator[Found]:
    approved, published = record.get("approved"), record.get("published")
    if approved is None:
        if (
            record.get("item") in (YEAR_BUDGET, FINAL_ACCOUNTS)
            and not record.get("restated")
            and not record.get("nil")
        ):
            yield Found("approved", _ABSENT)
    elif isinstance(published, When) and published.first and published.first > approved + _DAYS:
        late = {"approved": approved, "due": approved + _DAYS, "published": published.text}
        yield Found("published", _LATE.fill(**late))


_ABSENT = Words(
    "没有写批准日期；请写 approved: 日期，是人民代表大会批准的那一天",
    "the day of approval is not told; write approved: and the day the people's congress approved it",
)
_LATE = Words(
    "{approved} 批准，至迟 {due} 公开，发布日期是 {published}；日期如实保留即可，不要改早",
    "approved {approved}, due in public by {due}, published {published}. Leave the dates as they are",
)
