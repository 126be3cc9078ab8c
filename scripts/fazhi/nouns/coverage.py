"""Coverage: every duty of a town with the record that meets it, and how it stands (DESIGN §1.1)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.ground.cached import cached_property
from fazhi.ground.days import When
from fazhi.ground.period import Period
from fazhi.nouns.cell import Cell, State
from fazhi.nouns.duty import (
    REPORT,
    WORKING_DAYS,
    YEARS,
    Duty,
    asked_of,
    duty_for,
    event_duty,
    not_owed,
    periodic_duties,
    report_duty,
    town_office,
)
from fazhi.nouns.meetings import YearOfMeetings, yearly_meetings
from fazhi.nouns.own_items import INFORMATION_CATALOGUE, INFORMATION_GUIDE
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.standing import stands
from fazhi.nouns.substance import is_copy, is_empty
from fazhi.nouns.town import Town


@dataclass(frozen=True)
class Coverage:
    """Every duty of a town as of a day, and the records that meet none.

    `outside` are cells of periods that are not owed, of every place and year in which something else is.

    `strays` are disclosures of a village's or office's item for a period that is not owed: of another cadence, or before
    the village or the item was there.
    """

    as_of: date
    cells: tuple[Cell, ...]
    outside: tuple[Cell, ...]
    strays: tuple[Record, ...]
    meetings: tuple[YearOfMeetings, ...]

    @cached_property
    def by_record(self) -> Mapping[str, Cell]:
        """The cell that a record belongs to, by the record's id."""
        return {record.id: cell for cell in self.cells for record in cell.records}

    @cached_property
    def grid(self) -> tuple[Cell, ...]:
        """Every period of places and items, owed or not."""
        return (*self.cells, *self.outside)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years with duties, the newest first."""
        return tuple(sorted({cell.duty.period.year for cell in self.cells}, reverse=True))

    def of(self, *states: State) -> tuple[Cell, ...]:
        """The cells in any of the states."""
        return tuple(cell for cell in self.cells if cell.state in states)


def coverage(register: Register) -> Coverage:
    """Every duty of a register through the year of its day, with the records published by then."""
    filed = _filed(register.records.values())
    places = (*register.town.villages, town_office(register.town))
    duties = tuple(periodic_duties(register.town, register.as_of.year, places))
    periodic = [_cell(duty, filed, register) for duty in duties]
    owed = {_key(duty, duty.period, register.town) for duty in duties}
    unasked = (record for key, records in filed.items() if key not in owed for record in records)
    return Coverage(
        register.as_of,
        (*periodic, *_never_published(filed, register), *_reports(register), *_single(register)),
        tuple(_not_applicable(periodic, places, register)),
        tuple(record for record in unasked if _is_periodic(record, register.town)),
        tuple(
            each
            for id in register.town.villages
            for each in yearly_meetings(id, register, register.as_of.year)
        ),
    )


def _not_applicable(owed: Iterable[Cell], places: Iterable[str], register: Register) -> Iterator[Cell]:
    """The cells of what is not owed, where the place owes anything in that year."""
    years = {(cell.duty.place, cell.duty.period.year) for cell in owed}
    for each in not_owed(register.town, register.as_of.year, places):
        if (each.place, each.period.year) in years:
            yield Cell(each, "not-applicable", each.due)


def cells_of_village(village: str, register: Register) -> tuple[Cell, ...]:
    """The cells of one village, period by period; asking reads no other's records."""
    filed = _filed(register.of_village(village))
    duties = periodic_duties(register.town, register.as_of.year, (village,))
    return tuple(_cell(duty, filed, register) for duty in duties)


def cells_of_town(register: Register) -> tuple[Cell, ...]:
    """The cells of the town itself, period by period: of its offices and its annual reports; asking reads no village's."""
    filed = _filed(record for office in register.town.offices for record in register.of_village(office))
    duties = periodic_duties(register.town, register.as_of.year, (town_office(register.town),))
    periodic = (_cell(duty, filed, register) for duty in duties)
    return (*periodic, *_never_published(filed, register), *_reports(register))


def may_be_flawed(record: Record, register: Register) -> bool:
    """Whether a disclosure for a period is blank, or says what one of the period before says."""
    period = record.get("period")
    if record.kind.name != "disclosure" or period is None:
        return False
    return is_empty(record) or any(is_copy(record, each) for each in _at(record, period.before, register))


def came_after(record: Record, town: Town) -> bool:
    """Whether a disclosure for a period was published after the day it was due, put off or not."""
    published, place, period = (
        record.get("published"),
        record.get("village") or record.get("office"),
        record.get("period"),
    )
    if not isinstance(published, When) or published.first is None or not place or period is None:
        return False
    duty = duty_for(place, record.get("item", ""), period, town)
    return duty is not None and published.first > duty.due.earliest


def cell_of(record: Record, register: Register) -> Cell | None:
    """The cell of a disclosure for a period, found by the places of its neighbours alone; None where it meets no duty."""
    place, period = record.get("village") or record.get("office"), record.get("period")
    if record.kind.name != "disclosure" or not place or period is None:
        return None
    duty = duty_for(place, record.get("item", ""), period, register.town)
    if duty is None:
        return None
    return stands(duty, _at(record, period, register), _at(record, period.before, register), register.as_of)


def _at(record: Record, period: Period, register: Register) -> list[Record]:
    """The records of a period beside a record: at the home of that period, and numbered after it."""
    home = record.kind.home({**record.values, "period": period}) or record.id
    found = [record] if period == record.get("period") else []
    number, other = 1, register.records.get(home)
    while other is not None:
        if other is not record:
            found.append(other)
        number += 1
        other = register.records.get(f"{home}-{number}")
    return found


Key = tuple[str, str, str]
"""Place, item and period of a disclosure; the town's offices are one place."""
Filed = Mapping[Key, list[Record]]


def _key(duty: Duty, period: Period, town: Town) -> Key:
    return (duty.place if duty.place in town.villages else "", duty.item, period.text)


def _filed(records: Iterable[Record]) -> Filed:
    """The disclosures that can meet a duty, by what they are of: one pass over all records."""
    filed: dict[Key, list[Record]] = defaultdict(list)
    for record in records:
        period = record.get("period")
        if period is not None and record.kind.name == "disclosure":
            filed[record.get("village", ""), record.get("item", ""), period.text].append(record)
    return filed


def _is_periodic(record: Record, town: Town) -> bool:
    item = asked_of(record.get("item", ""), town) or {}
    return bool(item.get("channel") == "web" and item.get("cadence") != "event")


def _once(record: Record, register: Register) -> Iterator[Duty]:
    """The duties that a record itself brings about: of an event, a regulation, an approved budget."""
    town, formed = register.town, _exact(record.get("formed"))
    if formed is None or formed.year not in YEARS:
        return
    place = record.get("village") or record.get("office") or record.get("source", town_office(town))
    if record.kind.name == "regulation" and not record.version_of:
        yield event_duty(place, "regulation", formed, WORKING_DAYS, town.workdays)
    if record.kind.name != "disclosure":
        return
    item = asked_of(record.get("item", ""), town) or {}
    if item.get("cadence") == "event" and item["channel"] == "web":
        days = item.get("due_days", WORKING_DAYS)
        yield event_duty(place, record.get("item", ""), formed, days, town.workdays)


def _single(register: Register) -> Iterator[Cell]:
    """The cells of what records themselves bring about."""
    for record in register.records.values():
        for duty in _once(record, register):
            cell = stands(duty, (record,), (), register.as_of)
            if cell.records:
                yield cell


def _exact(value: object) -> date | None:
    return value.exact if isinstance(value, When) else None


def _reports(register: Register) -> Iterator[Cell]:
    """Annual reports: of every year since the town keeps them here, and of any year before that has one."""
    town, of_year = register.town, defaultdict[int, list[Record]](list)
    for record in register.of_kind("report"):
        if record.year:
            of_year[record.year].append(record)
    since = _reports_since(town)
    years = [year for year in YEARS if year <= register.as_of.year]
    for year in (each for each in years if each in of_year or (since and since.year <= each)):
        if duty := report_duty(town, year):
            yield stands(duty, of_year[year], (), register.as_of)


def _never_published(filed: Filed, register: Register) -> Iterator[Cell]:
    """The guide and the catalogue (政府信息公开条例 art. 12), where the town has the item and no record of it at all.

    Each record of them has its own 20 working days; the first is due so many after the item begins.
    """
    town = register.town
    there = {item for place, item, _ in filed if not place}
    for item in (INFORMATION_GUIDE, INFORMATION_CATALOGUE):
        asked = asked_of(item, town) if item not in there else None
        is_asked = asked and asked["cadence"] == "event" and asked["channel"] == "web"
        if asked and is_asked and asked["since"].year in YEARS:
            duty = event_duty(town_office(town), item, asked["since"], WORKING_DAYS, town.workdays)
            yield stands(duty, (), (), register.as_of)


def _reports_since(town: Town) -> date | None:
    given: date | None = town.values.get("duties", {}).get(REPORT, {}).get("since")
    return given or min((item["since"] for item in town.items.values()), default=None)


def _cell(duty: Duty, filed: Filed, register: Register) -> Cell:
    records = filed.get(_key(duty, duty.period, register.town), ())
    earlier = filed.get(_key(duty, duty.period.before, register.town), ()) if records else ()
    return stands(duty, records, earlier, register.as_of)
