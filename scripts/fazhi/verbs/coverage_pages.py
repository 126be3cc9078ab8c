"""The pages of coverage: what is open and what came late, and the matrix of every year."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.ground.words import Words
from fazhi.nouns.cell import Cell, item_name, place_name
from fazhi.nouns.coverage import Coverage
from fazhi.nouns.matrix import Cells, Matrix, matrix
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.row import Row as Listed
from fazhi.nouns.row import row
from fazhi.nouns.site import COVERAGE, HOME, SitePage, coverage_year
from fazhi.nouns.town import Town


@dataclass(frozen=True, slots=True)
class Named:
    """A cell with the names of who owes it and of what is owed."""

    cell: Cell
    place: Words
    item: Words


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What many places owe by one day: the item, the period, and who has not published it yet."""

    due: date
    item: Words
    period: Words
    places: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the whole town stands: what is open, late, doubtful, and what comes next.

    `newest`: the last day on which any record was published; `by_year`: every year with its cells.
    """

    newest: date | None
    cells: Cells
    open: tuple[Named, ...]
    late: tuple[Named, ...]
    doubtful: tuple[Named, ...]
    upcoming: tuple[Upcoming, ...]
    by_year: tuple[tuple[int, Cells], ...]
    strays: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class PlaceOfYear:
    """One village's year."""

    id: str
    name: Words
    cells: Cells


@dataclass(frozen=True, slots=True)
class YearOfCoverage:
    """A year's matrices: one for every item of the villages, one for the offices; and every place's numbers."""

    year: int
    years: tuple[int, ...]
    newest: date | None
    cells: Cells
    matrices: tuple[Matrix, ...]
    places: tuple[PlaceOfYear, ...]
    late: tuple[Named, ...]


def coverage_pages(coverage: Coverage, register: Register) -> Iterator[SitePage]:
    """How the town stands, then a page for every year."""
    newest = _newest(coverage, register)
    data = _standing(coverage, newest, register)
    yield SitePage.made(COVERAGE, "coverage.html", NAME, (HOME,), data)
    for year in coverage.years:
        title = Words(f"{year}年公开情况", f"Coverage of {year}")
        page = coverage_year(year)
        yield SitePage.made(
            page, "coverage-year.html", title, (HOME, COVERAGE), _year(year, coverage, newest, register.town)
        )


def _newest(coverage: Coverage, register: Register) -> date | None:
    """The last day on which a record was published: as of which records the page speaks, whenever it was made."""
    days = (_exact(record) for record in register.records.values())
    return max((day for day in days if day and day <= coverage.as_of), default=None)


def _exact(record: Record) -> date | None:
    published = record.get("published")
    return published.exact if published is not None else None


def _standing(coverage: Coverage, newest: date | None, register: Register) -> Standing:
    town = register.town
    by_year = tuple((year, _of_year(coverage, year)) for year in coverage.years)
    return Standing(
        newest,
        coverage.cells,
        _named(coverage.of("overdue"), town),
        _named(coverage.of("late"), town)[::-1][:_MOST],
        _named(coverage.of("empty", "copied", "unknown"), town),
        _upcoming(coverage, town),
        by_year,
        tuple(row(record, register) for record in coverage.strays),
    )


def _of_year(coverage: Coverage, year: int) -> Cells:
    return tuple(cell for cell in coverage.grid if cell.duty.period.year == year)


def _named(cells: Cells, town: Town) -> tuple[Named, ...]:
    """Cells with their names, the first due first."""
    by_day = sorted(cells, key=lambda cell: cell.due.latest)
    return tuple(Named(cell, place_name(cell.duty, town), item_name(cell.duty, town)) for cell in by_day)


def _upcoming(coverage: Coverage, town: Town) -> tuple[Upcoming, ...]:
    groups: dict[tuple[date, str, str], list[Cell]] = defaultdict(list)
    for cell in coverage.cells:
        if turns := cell.turns:
            groups[turns, cell.duty.item, cell.duty.period.text].append(cell)
    return tuple(
        Upcoming(
            due,
            item_name(cells[0].duty, town),
            cells[0].duty.period.words,
            tuple(place_name(cell.duty, town) for cell in cells),
        )
        for (due, _, _), cells in sorted(groups.items(), key=lambda group: group[0])
    )


def _year(year: int, coverage: Coverage, newest: date | None, town: Town) -> YearOfCoverage:
    cells = _of_year(coverage, year)
    return YearOfCoverage(
        year,
        coverage.years,
        newest,
        cells,
        tuple(_matrices(cells, town)),
        tuple(_places(cells, town)),
        _named(tuple(cell for cell in cells if cell.state == "late"), town),
    )


def _matrices(cells: Cells, town: Town) -> Iterator[Matrix]:
    villages = {id: Words(**village["name"]) for id, village in town.villages.items()}
    by_item: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_item[cell.duty.item if cell.duty.place in villages else _TOWN].append(cell)
    for id in town.items:
        if own := by_item.get(id):
            yield matrix(id, item_name(own[0].duty, town), own, _place, villages)
    if others := by_item.get(_TOWN):
        names = {cell.duty.item: item_name(cell.duty, town) for cell in others}
        yield matrix(_TOWN, _OF_TOWN, others, _item, names)


def _places(cells: Cells, town: Town) -> Iterator[PlaceOfYear]:
    for id in town.villages:
        own = tuple(cell for cell in cells if cell.duty.place == id)
        if own:
            yield PlaceOfYear(id, place_name(own[0].duty, town), own)


def _place(cell: Cell) -> str:
    return cell.duty.place


def _item(cell: Cell) -> str:
    return cell.duty.item


NAME = Words("公开情况", "Coverage")
_TOWN = "-town"
"""Not an id that an item could have."""
_OF_TOWN = Words("镇的年度报告、制度文件和镇的事项", "The town's reports, regulations and items")
_MOST = 60
"""So many late publications are listed together; the pages of years list all."""
