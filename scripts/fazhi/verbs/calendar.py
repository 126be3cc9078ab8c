"""The calendar of law days, activities, consultations and postings: a page a year, and one file for telephones and office programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fazhi.ground.address import address
from fazhi.ground.icalendar import Entry, calendar
from fazhi.ground.words import Words
from fazhi.nouns.event import Event
from fazhi.nouns.site import HOME, SitePage
from fazhi.nouns.town import Town

FILE = "data/calendar.ics"
YEARS = 2
"""The file holds so many years with records, the newest, and what comes after: a telephone takes in what lies ahead, not an archive."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar by its number: law days and activities, and what was on the boards from then."""

    number: int
    events: tuple[Event, ...]
    postings: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """One year, with the years that there are."""

    year: int
    years: tuple[int, ...]
    months: tuple[Month, ...]


def calendar_page(year: int) -> str:
    """The id of a year's calendar."""
    return f"calendar/{year}"


def calendar_pages(events: Sequence[Event]) -> Iterator[SitePage]:
    """A page for every year in which something stands, the newest first."""
    years = tuple(sorted({event.first.year for event in events}, reverse=True))
    for year in years:
        of_year = [event for event in events if event.first.year == year]
        title = Words(f"{year}年普法和公开日历", f"Calendar of {year}")
        view = Calendar(year, years, tuple(_months(of_year)))
        yield SitePage.made(calendar_page(year), "calendar.html", title, (HOME, "outreach/index"), view)


def _months(events: Sequence[Event]) -> Iterator[Month]:
    for number, found in groupby(events, key=lambda event: event.first.month):
        of_month = list(found)
        yield Month(
            number,
            tuple(event for event in of_month if event.sort != "posting"),
            tuple(event for event in of_month if event.sort == "posting"),
        )


def calendar_file(events: Sequence[Event], town: Town, *, has_samples: bool) -> bytes:
    """The newest years as an iCalendar file, its words in Chinese."""
    newest = sorted({event.first.year for event in events if event.record})[-YEARS:]
    name = f"{town.title.zh}{_SAMPLE if has_samples else ''}"
    return calendar(
        name, (_entry(event, town) for event in events if event.first.year >= min(newest, default=0))
    )


def _entry(event: Event, town: Town) -> Entry:
    record = event.record
    mark = _SAMPLE if record is not None and record.is_sample else ""
    sort = _SORTS[event.sort]
    base = (town.site.get("public_url") or town.site.get("url") or "").rstrip("/")
    id = f"{event.id}/consultation" if event.sort == "consultation" else event.id
    return Entry(
        f"{id}@{town.values['code']}",
        event.first,
        event.last,
        event.stamp,
        f"{event.title.zh}{mark}",
        event.place,
        f"{base}/{address(event.id, 'zh')}" if base and record is not None else "",
        sort,
    )


_SORTS = {"activity": "普法活动", "posting": "村务公开张贴", "consultation": "征求意见", "law_day": "普法日"}
_SAMPLE = "（演示数据，非官方发布）"
