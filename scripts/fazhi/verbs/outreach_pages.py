"""Outreach by year: hours of study by group, law days, which villages were reached, boards, schools, broadcasts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fazhi.ground.days import When
from fazhi.ground.words import Words
from fazhi.nouns.broadcasts import FORM, month, silent
from fazhi.nouns.law_day import law_day_name, law_days_of
from fazhi.nouns.reach import QUARTERS, quarter
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.schools import has_vice_principal
from fazhi.nouns.site import HOME, SitePage
from fazhi.nouns.terms import AUDIENCES
from fazhi.nouns.town import Town

STUDY = ("学法", "培训")


@dataclass(frozen=True, slots=True)
class Hours:
    """Study of one group: the hours of all sessions, how many gave none, and the town's own target where there is one."""

    group: Words
    hours: Decimal
    sessions: tuple[Record, ...]
    without: int
    target: int | None

    @property
    def shown(self) -> str:
        """The hours as readers see them."""
        return f"{self.hours.normalize():f}"


@dataclass(frozen=True, slots=True)
class Reached:
    """A village and its consultations by quarter, then those of unknown quarter; and what hung on its board."""

    village: str
    name: Words
    quarters: tuple[tuple[Record, ...], ...]
    undated: tuple[Record, ...]
    boards: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class OutreachYear:
    """One year, with the years that there are. `law_days`: the day, its name, what was held.

    `schools_without`: schools for which no vice-principal of that year is recorded; `broadcasts`: by month, 0 for those
    whose date does not tell, and with none for a month that is over and had none.
    """

    year: int
    years: tuple[int, ...]
    hours: tuple[Hours, ...]
    law_days: tuple[tuple[str, Words, tuple[Record, ...]], ...]
    villages: tuple[Reached, ...]
    schools: tuple[Record, ...]
    vice_principals: tuple[Record, ...]
    schools_without: tuple[Words, ...]
    broadcasts: tuple[tuple[int, tuple[Record, ...]], ...]
    as_of: date

    def is_over(self, number: int) -> bool:
        """Whether a quarter of the year, 1 to 4, was over by the day the site is made for."""
        return date(self.year + number // 4, number * 3 % 12 + 1, 1) <= self.as_of

    def is_past(self, day: str) -> bool:
        """Whether a day of the year, `MM-DD`, was over by the day the site is made for."""
        return f"{self.year}-{day}" < self.as_of.isoformat()


def year_page(year: int) -> str:
    """The id of a year's page."""
    return f"outreach/years/{year}"


def outreach_pages(register: Register) -> Iterator[SitePage]:
    """A page for every year that has outreach, the newest first."""
    records = register.of_kind("outreach") if "outreach" in register.kinds else []
    years = tuple(sorted({record.year for record in records if record.year}, reverse=True))
    for year in years:
        view = _year(year, years, records, register)
        title = Words(f"{year}年普法情况", f"Outreach in {year}")
        yield SitePage.made(year_page(year), "outreach-year.html", title, (HOME, "outreach/index"), view)


def _year(year: int, years: tuple[int, ...], records: Sequence[Record], register: Register) -> OutreachYear:
    own = sorted((record for record in records if record.year == year), key=_day)
    return OutreachYear(
        year,
        years,
        tuple(_hours(own, register.town.values.get("study_hours"))),
        tuple(_law_days(own)),
        tuple(_reached(own, year, register)),
        tuple(record for record in own if record.get("form") == "校园"),
        tuple(_vice_principals(records, year)),
        tuple(_without(records, year, register.town)),
        tuple(_broadcasts(own, year, register)),
        register.as_of,
    )


def _day(record: Record) -> tuple[date, str]:
    when = record.get("date")
    return (when.first if isinstance(when, When) and when.first else date.min), record.id


def _hours(records: Sequence[Record], target: int | None) -> Iterator[Hours]:
    for group, (english, _) in AUDIENCES.items():
        sessions = [
            record
            for record in records
            if record.get("form") in STUDY and group in record.get("audience", ())
        ]
        hours = [record.values["hours"] for record in sessions if "hours" in record.values]
        if sessions:
            aim = target if group == "干部" else None
            total = sum(hours, Decimal())
            yield Hours(Words(group, english), total, tuple(sessions), len(sessions) - len(hours), aim)


def _law_days(records: list[Record]) -> Iterator[tuple[str, Words, tuple[Record, ...]]]:
    for day in law_days_of(records):
        yield day, law_day_name(day), tuple(each for each in records if each.get("law_day") == day)


def _reached(records: Sequence[Record], year: int, register: Register) -> Iterator[Reached]:
    consultations = [record for record in records if record.get("form") == "咨询"]
    boards = [record for record in records if record.get("form") == "宣传栏"]
    for id, info in register.town.villages_there(date(year, 1, 1), date(year, 12, 31)).items():
        own = [record for record in consultations if id in record.get("villages", ())]
        yield Reached(
            id,
            Words(**info["name"]),
            tuple(tuple(each for each in own if quarter(each) == number) for number in QUARTERS),
            tuple(each for each in own if quarter(each) is None),
            tuple(each for each in boards if id in each.get("villages", ())),
        )


def _vice_principals(records: Sequence[Record], year: int) -> Iterator[Record]:
    """Appointments that were in force in the year."""
    for record in records:
        if (term := record.get("vice_principal")) and term["from"].year <= year <= term.get(
            "to", date.max
        ).year:
            yield record


def _without(records: Sequence[Record], year: int, town: Town) -> Iterator[Words]:
    for school in town.schools.values():
        name, days = school["name"], (date(year, 1, 1), date(year, 12, 31))
        if school["since"] <= days[1] and not has_vice_principal(records, name["zh"], *days):
            yield Words(**name)


def _broadcasts(
    records: Sequence[Record], year: int, register: Register
) -> Iterator[tuple[int, tuple[Record, ...]]]:
    """Broadcasts by month; months without any only where some are known by month, or the town asks for them."""
    own = [record for record in records if record.get("form") == FORM]
    asked = register.town.values.get("broadcasts", {}).get("since", date.max)
    silences = (first for first in silent(own, date(year, 1, 1), register.as_of) if first.year == year)
    is_told = any(map(month, own))
    silences_told = {first.month for first in silences if is_told or first >= asked}
    for number in range(13):
        found = tuple(record for record in own if (first.month if (first := month(record)) else 0) == number)
        if found or number in silences_told:
            yield number, found
