"""A regulation in force whose term ends within six months is looked at: prolonged, amended, or let go."""

from collections.abc import Iterator
from datetime import date, timedelta

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.life import life
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.NOTE,
    ref="LAW-15",
    what=Words(
        "六个月内到期的现行文件，已经在评估",
        "a document in force whose term ends within six months is being looked at",
    ),
    why=Words(
        "到期就失效；来不及评估、延期的，办事就没有依据了",
        "it lapses on its day, and what was not prolonged in time leaves the work without a basis",
    ),
    sources=(
        Standard(
            Words(
                "各地行政规范性文件管理规定（届满前六个月评估）",
                "local provisions on normative documents (a review six months before the end)",
            ),
            False,
        ),
    ),
    bad=(
        Example(kind="regulation", values={"expires": "2027-06-30"}),
        Example(kind="regulation", values={"expires": "2027-12-30"}),
    ),
    good=(
        Example(kind="regulation", values={"expires": "2027-12-31"}),
        Example(kind="regulation", values={"expires": "2027-06-29", "status": "已失效"}),
        Example(
            kind="regulation",
            values={"expires": "2027-09-30", "repealed": "{on: 2027-05-01, by: 示例镇人民政府}"},
        ),
    ),
    keys=frozenset(("expires",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    expires, today = record.get("expires"), register.as_of
    if not expires or not today <= expires <= _half_a_year_after(today):
        return
    own = life(record, register)
    if own and own.holds_on(today) and own.until == expires:
        yield Found("expires", _ENDING.fill(expires=expires))


def _half_a_year_after(day: date) -> date:
    """The same day six months later; where that month is shorter, as many days into the next."""
    month = day.month + 5
    return date(day.year + month // 12, month % 12 + 1, 1) + timedelta(day.day - 1)


_ENDING = Words(
    "有效期至 {expires}，六个月内到期；请评估，决定延期（改 expires）、修改还是到期失效",
    "its term ends on {expires}, within six months; review it, and prolong it (expires), amend it or let it go",
)
