"""A village as readers look it up: its accounts, what it published by year, its meetings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fazhi.ground.words import Words, same
from fazhi.nouns.account_series import Account, Items, Series, largest, newest_first, series_of
from fazhi.nouns.cell import Cell
from fazhi.nouns.chart import Chart, chart
from fazhi.nouns.coverage import Coverage
from fazhi.nouns.matrix import Matrix, matrix
from fazhi.nouns.meetings import YearOfMeetings
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.row import Row, row
from fazhi.nouns.ten_standards import Standing, standing


@dataclass(frozen=True, slots=True)
class YearOfVillage:
    """A year of a village: the matrix of what it owes, item by item, its meetings, and records that meet no duty."""

    year: int
    cells: tuple[Cell, ...]
    matrix: Matrix
    meetings: tuple[YearOfMeetings, ...]
    strays: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Village:
    """A village's page; `newest` is the record it published last, `until` its last day where it was dissolved.

    `accounts` are newest first. `series` holds each book over time with its chart; `earned` and `spent` are the largest
    items of the newest account.
    """

    id: str
    name: Words
    is_sample: bool
    until: date | None
    count: int
    newest: Record | None
    accounts: tuple[Account, ...]
    series: tuple[tuple[Series, Chart | None], ...]
    earned: Items
    spent: Items
    years: tuple[YearOfVillage, ...]
    meetings: tuple[Row, ...]
    standing: Standing


def village(id: str, register: Register, coverage: Coverage) -> Village:
    """The village of an id, as of what the register holds and how its duties stand."""
    own = _disclosures(id, register)
    by_period = sorted(own, key=lambda record: record.values["period"].first, reverse=True)
    accounts = newest_first(
        Account(record, number, book) for record in by_period for number, book in enumerate(record.books)
    )
    ledger = accounts[0].record.ledgers[accounts[0].number] if accounts else None
    earned, spent = (largest(ledger, role) if ledger else () for role in ("income", "expense"))
    info = register.town.villages[id]
    return Village(
        id,
        Words(**info["name"]),
        bool(info.get("sample")),
        info.get("until"),
        len(own),
        own[0] if own else None,
        accounts,
        tuple((each, chart(each)) for each in series_of(accounts)),
        earned,
        spent,
        tuple(_years(id, by_period, register, coverage)),
        tuple(row(record, register) for record in by_period if record.get("meeting")),
        standing(id, register),
    )


def _disclosures(id: str, register: Register) -> list[Record]:
    """What a village published, the newest first; no other's records are looked at."""
    own = (record for record in register.of_village(id) if record.get("village") == id)
    return sorted(own, key=lambda record: record.newest_first, reverse=True)


def _years(
    id: str, records: Sequence[Record], register: Register, coverage: Coverage
) -> Iterator[YearOfVillage]:
    town = register.town
    names = {item: Words(**values["name"]) for item, values in town.items.items()}
    own = [cell for cell in coverage.grid if cell.duty.place == id]
    shown = {record.id for cell in own for record in cell.records}
    strays = [record for record in records if record.id not in shown]
    years = {cell.duty.period.year for cell in own} | {record.values["period"].year for record in strays}
    for year in sorted(years, reverse=True):
        cells = tuple(cell for cell in own if cell.duty.period.year == year)
        yield YearOfVillage(
            year,
            cells,
            matrix(str(year), same(str(year)), cells, lambda cell: cell.duty.item, names),
            tuple(each for each in coverage.meetings if (each.village, each.year) == (id, year)),
            tuple(record for record in strays if record.values["period"].year == year),
        )
