"""What stands in the calendar: activities, postings on the boards, consultations, and law days, all by whole days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fazhi.ground.days import When
from fazhi.ground.words import Words
from fazhi.nouns.law_day import LAW_DAYS
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

Sort = Literal["activity", "posting", "consultation", "law_day"]


@dataclass(frozen=True, slots=True)
class Event:
    """One entry. `id`: of its record, or of the law day; unique with the sort. `first`, `last`: days, both included.

    `stamp`: the day its record was published, as far as that is known. `record` is None for a law day.
    """

    sort: Sort
    id: str
    first: date
    last: date
    title: Words
    place: str
    stamp: date
    record: Record | None = None


def events(register: Register) -> tuple[Event, ...]:
    """Every activity that is dated to the day, every posting and consultation, and the law days of every year that has any.

    Where there is anything at all, the running year and the next have their law days too: a calendar looks ahead.
    """
    found = [event for record in register.records.values() for event in _of_record(record, register)]
    years = {event.first.year for event in found}
    years |= {register.as_of.year, register.as_of.year + 1} if found else set()
    found += [event for year in years for event in _law_days(year)]
    return tuple(sorted(found, key=lambda event: (event.first, event.last, event.sort, event.id)))


def _of_record(record: Record, register: Register) -> Iterator[Event]:
    if record.version_of:
        return
    when, posted = record.get("date"), record.get("posted")
    title = Words(record.title_in("zh"), record.title_in("en"))
    if isinstance(when, When) and when.exact:
        stamp = _stamp(record, when.exact)
        yield Event(
            "activity", record.id, when.exact, when.exact, title, record.get("place", ""), stamp, record
        )
    if posted and posted.get("from") and posted.get("to", date.min) >= posted["from"]:
        stamp = _stamp(record, posted["from"])
        place = posted.get("place", "")
        yield Event("posting", record.id, posted["from"], posted["to"], title, place, stamp, record)
    asked = record.get("consultation", {})
    if asked.get("from") and asked.get("to", date.min) >= asked["from"]:
        stamp = _stamp(record, asked["from"])
        yield Event(
            "consultation", record.id, asked["from"], asked["to"], _ASKED.then(title), "", stamp, record
        )


def _stamp(record: Record, otherwise: date) -> date:
    published = record.get("published")
    return published.exact if isinstance(published, When) and published.exact else otherwise


def _law_days(year: int) -> Iterator[Event]:
    for day, name in LAW_DAYS.items():
        on = date.fromisoformat(f"{year}-{day}")
        yield Event("law_day", f"law-day/{on}", on, on, name, "", date(year, 1, 1))


_ASKED = Words("征求意见：", "Consultation: ")
