"""What is recorded for a law day took place around it, within fifteen days; a month or a year alone proves nothing."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.days import When, day
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.NOTE,
    what=Words(
        "登记了普法日的活动，日期在普法日前后15天以内",
        "an activity for a law day took place within fifteen days of it",
    ),
    why=Words(
        "相差太远的，多半是日期或者普法日登记错了，普法日历会跟着错",
        "where they lie far apart one of them is mistaken mostly, and the calendar with it",
    ),
    sources=(OWN,),
    bad=(
        Example("outreach", {"law_day": "06-26"}),
        Example("outreach", {"date": "2026-03-31", "law_day": "03-15"}),
        Example("outreach", {"date": "2026-05", "law_day": "03-15"}),
    ),
    good=(
        Example("outreach", {"law_day": "03-15"}),
        Example("outreach", {"date": "2026-03-30", "law_day": "03-15"}),
        Example("outreach", {"date": "2026-03", "law_day": "03-15"}),
        Example("outreach", {"date": "2026", "law_day": "12-04"}),
        Example("outreach", {"date": "2026-01-04", "law_day": "12-31"}),
        Example("outreach", {"date": "2026-02-28", "law_day": "02-29"}),
    ),
    kinds=frozenset(("outreach",)),
    keys=frozenset(("law_day",)),
)

_NEAR = 15
_LEAP_YEAR = 366


def check(record: Record, register: Register) -> Iterator[Found]:
    when, named = record.get("date"), record.get("law_day")
    if (
        named
        and isinstance(when, When)
        and when.first
        and when.last
        and _is_far(when.first, when.last, named)
    ):
        yield Found("law_day", _FAR.fill(day=named, date=when.text))


def _is_far(first: date, last: date, named: str) -> bool:
    """Whether the first and the last day of an activity, of one month, are far from a day of the year, `MM-DD`."""
    is_of_year, is_of_month = first.month != last.month, f"{first:%m}" == named[:2] and first != last
    return not is_of_year and not is_of_month and min(_apart(first, named), _apart(last, named)) > _NEAR


def _apart(one: date, named: str) -> int:
    """Days between two days of the year, the shorter way round."""
    days = abs((date(2024, one.month, one.day) - day(f"2024-{named}")).days)
    return min(days, _LEAP_YEAR - days)


_FAR = Words(
    "活动日期是 {date}，离登记的普法日 {day}超过15天；请核对两个日期",
    "the activity is of {date}, more than fifteen days from its law day {day}; look both days up",
)
