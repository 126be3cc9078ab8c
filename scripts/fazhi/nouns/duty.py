"""A duty: what must be public by when, of villages and of the town, from town.yml and the law (DESIGN §1.1).

What comes round is owed for every period that began when both the village and the item were there; so a village that
was dissolved still owes the period in which it was. A village with busy finances owes its accounts every month, whatever
the item's own cadence (村民委员会组织法 art. 35, 30 before 2026).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from fazhi.ground.laws import Provision
from fazhi.ground.period import Period, period, periods
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.workdays import Deadline, Workdays
from fazhi.nouns.own_items import INFORMATION_REPORT
from fazhi.nouns.town import Town

IN_TIME = Provision(
    VILLAGES,
    {date.min: "30", date(2026, 1, 1): "35"},
    {"30": "应当及时公布下列事项", "35": "应当及时公布下列事项"},
)
"""A village makes its items public in time: neither late nor before there is anything to tell."""
WORKING_DAYS = 20
"""政府信息公开条例 art. 26, in working days; also the longest a town may give itself for an event."""
BUDGET_DAYS = 20
"""预算法 art. 14, in calendar days after the people's congress approved."""
YEARS = range(1949, 2201)
"""The years in which there are duties; others are slips of the pen, which rules report."""
REPORT, REPORT_DUE = "annual_report", "04-01"
"""The duty of the annual report in town.yml, and the day before which it is public unless told."""
YEARLY_REPORT = "information_report"
"""The duty of the yearly report on open government information in town.yml: the last day on which it is in time.

政府信息公开条例 art. 49 names 31 January for the departments of counties; a town's day is its county's to set.
"""


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that one place owes for one period.

    `place`: a village's or an office's id. `item`: of town.yml, or `annual_report`, or a kind's name. `due`: the last
    day on which it is in time. `limit`: the last day to which the law lets it be put off; never before `due`.
    """

    place: str
    item: str
    period: Period
    due: Deadline
    limit: date


def periodic_duties(town: Town, through: int, places: Iterable[str]) -> Iterator[Duty]:
    """What villages and the town's own office owe period by period, through the end of a year.

    What comes as it occurs is not foreseen.
    """
    for place in places:
        for item in _items(town):
            if owing := _owing(place, item, town):
                last = min(through, owing.until.year, YEARS[-1])
                for year in range(max(owing.since.year, YEARS[0]), last + 1):
                    owed = (each for each in periods(owing.cadence, year) if owing.is_for(each))
                    yield from (_duty(place, item, each, town) for each in owed)


def not_owed(town: Town, through: int, places: Iterable[str]) -> Iterator[Duty]:
    """The periods that are not owed of years in which both the place and the item were there for a part.

    As duties, so that they stand in the same grid; nobody has to meet them.
    """
    for place in places:
        for item in _items(town):
            owing = _owing(place, item, town)
            if owing and owing.since <= owing.until:
                last = min(through, owing.until.year, YEARS[-1])
                for year in sorted({owing.since.year, owing.until.year}):
                    within = periods(owing.cadence, year) if YEARS[0] <= year <= last else ()
                    yield from (_duty(place, item, each, town) for each in within if not owing.is_for(each))


def duty_for(place: str, item: str, owed: Period, town: Town) -> Duty | None:
    """What a place owes of an item for a period; None where it owes none: another cadence, or before it began."""
    owing = _owing(place, item, town)
    if owing is None or owed.cadence != owing.cadence or not owing.is_for(owed) or owed.year not in YEARS:
        return None
    return _duty(place, item, owed, town)


def report_duty(town: Town, year: int) -> Duty | None:
    """The annual report on a year, public before the day that town.yml sets; None where that is no day."""
    asked = town.values.get("duties", {}).get(REPORT, {})
    day = _day_of(year + 1, asked.get("due", REPORT_DUE))
    if day is None:
        return None
    due = day - _DAY
    return Duty(town_office(town), REPORT, period(str(year)), Deadline(due, due), due)


def event_duty(place: str, item: str, formed: date, days: int, workdays: Workdays) -> Duty:
    """What is owed once, within so many working days of being formed; the law itself allows 20."""
    due = workdays.after(formed, min(days, WORKING_DAYS))
    limit = workdays.after(formed, WORKING_DAYS).earliest
    return Duty(place, item, period(formed.isoformat()), due, max(limit, due.latest))


def approved_duty(duty: Duty, approved: date) -> Duty:
    """The duty of a budget or final account: within 20 days of its approval, whatever its item's days."""
    if approved.year not in YEARS:
        return duty
    due = approved + timedelta(days=BUDGET_DAYS)
    return replace(duty, due=Deadline(due, due), limit=due)


def town_office(town: Town) -> str:
    """The office that answers for the town: its government, else the first that town.yml names."""
    return "government" if "government" in town.offices else next(iter(town.offices), "")


class _Owing(NamedTuple):
    """How often a place owes an item, since when and until when."""

    cadence: str
    since: date
    until: date

    def is_for(self, owed: Period) -> bool:
        """Whether a period is owed: it began when both the place and the item were there."""
        return self.since <= owed.first <= self.until


def _items(town: Town) -> Iterable[str]:
    """The items of town.yml, and the yearly report where only its duty is named."""
    is_owed = YEARLY_REPORT in town.values.get("duties", {})
    return dict.fromkeys((*town.items, *((INFORMATION_REPORT,) if is_owed else ())))


def asked_of(item: str, town: Town) -> Mapping[str, Any] | None:
    """What town.yml says of an item; of the yearly report on information also what its duty says."""
    own = town.items.get(item)
    duty = town.values.get("duties", {}).get(YEARLY_REPORT)
    if item != INFORMATION_REPORT or duty is None:
        return own
    since = own["since"] if own else min((each["since"] for each in town.items.values()), default=date.max)
    told = {"cadence": "year", "channel": "web", "of": "office", "last_day": duty.get("due")}
    return {"since": since, **(own or {}), **told, **({"since": duty["since"]} if "since" in duty else {})}


def _owing(place: str, item: str, town: Town) -> _Owing | None:
    """None where the item is another's, goes on the board only, or is published as it occurs."""
    asked, village = asked_of(item, town), town.villages.get(place, {})
    if asked is None or asked["channel"] != "web" or asked["cadence"] == "event":
        return None
    if asked.get("of", "village") != ("village" if village else "office"):
        return None
    is_busy = village.get("busy_finance") and asked.get("accounts")
    since = max(asked["since"], village.get("since", date.min))
    return _Owing("month" if is_busy else asked["cadence"], since, village.get("until", date.max))


def _duty(place: str, item: str, owed: Period, town: Town) -> Duty:
    due, limit = _due(owed, asked_of(item, town) or {}, town.workdays)
    return Duty(place, item, owed, due, limit)


def _due(owed: Period, asked: Mapping[str, Any], workdays: Workdays) -> tuple[Deadline, date]:
    """The deadline and the legal limit. What is owed every quarter or month is out before the next has passed."""
    days, limit = asked.get("due_days"), _limit(owed)
    due = workdays.after(owed.last, WORKING_DAYS) if days is None else _days_after(owed.last, days)
    if last_day := _day_of(owed.year + 1, asked.get("last_day")):
        due = Deadline(last_day, last_day)
    if owed.cadence == "year":
        return due, max(limit, due.latest)
    return Deadline(min(due.earliest, limit), min(due.latest, limit)), limit


def _day_of(year: int, day: str | None) -> date | None:
    """A day of a year; None where the year has no such day, as 02-29."""
    try:
        return date.fromisoformat(f"{year}-{day}") if day else None
    except ValueError:
        return None


def _days_after(day: date, days: int) -> Deadline:
    due = day + timedelta(days=min(days, _LONGEST))
    return Deadline(due, due)


def _limit(owed: Period) -> date:
    """The end of the month that follows a month; of the quarter that follows a quarter or a year."""
    return owed.following.last


_DAY = timedelta(days=1)
_LONGEST = 3660
"""Days beyond which a term is none: ten years."""
