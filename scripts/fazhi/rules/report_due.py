"""The annual report is public before the day that town.yml sets for it, 1 April of the next year.

`每年4月1日之前`: 1 April itself is late. A report that is not there at all is for the duties to say, not for its record.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.days import When
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import SUPERVISION_RULES

_LATE = {
    "published": "2027-04-01",
    "review": "{by: reviewer, on: 2027-03-30, secrecy: ok, privacy: ok}",
}

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-01",
    since=date(2019, 4, 15),
    what=Words(
        "年度报告在下一年4月1日之前公开", "the annual report is public before 1 April of the next year"
    ),
    why=Words(
        "逾期公开仍应公开，逾期的事实也要让人看到",
        "a late report must still come out, and that it is late must be seen",
    ),
    sources=(SUPERVISION_RULES,),
    bad=(
        Example(kind="report", values=_LATE),
        Example(
            kind="report",
            values={"formed": "2027-01-05", "published": "2027-01-20"},
            town={"duties": "{annual_report: {due: 01-15}}"},
        ),
    ),
    good=(
        Example(kind="report"),
        Example(kind="report", values={**_LATE, "published": "2027-03-31"}),
        Example(kind="report", values={"restated": "true", "published": "2027"}),
    ),
    kinds=frozenset(("report",)),
)
_DUE = "04-01"


def check(record: Record, register: Register) -> Iterator[Found]:
    published, year = record.get("published"), record.get("year")
    if not year or not isinstance(published, When):
        return
    due = _due(year + 1, register)
    if due and published.first and published.first >= due:
        yield Found("published", _TOO_LATE.fill(due=due, published=published.text))


def _due(year: int, register: Register) -> date | None:
    duty = register.town.values.get("duties", {}).get("annual_report", {})
    try:
        return date.fromisoformat(f"{year}-{duty.get('due', _DUE)}")
    except ValueError:  # a day such as 02-30
        return None


_TOO_LATE = Words(
    "应在 {due} 之前公开，发布日期是 {published}；日期如实保留即可，不要改早",
    "was to be public before {due}, was published {published}; leave the date as it is",
)
