"""Coverage as a matrix: rows of places or items, columns of quarters; a month stands in its quarter."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from fazhi.ground.words import Words
from fazhi.nouns.cell import Cell

QUARTERS = (1, 2, 3, 4)
Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the matrix: what it is of, and its cells by quarter; a single entry spans the whole year."""

    id: str
    name: Words
    quarters: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of a year's cells."""

    id: str
    name: Words
    rows: tuple[Row, ...]
    cells: Cells


def matrix(
    id: str, name: Words, cells: Iterable[Cell], by: Callable[[Cell], str], rows: Mapping[str, Words]
) -> Matrix:
    """The table of some cells with a row for each of `rows` that has any, in their order."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        found[by(cell)].append(cell)
    made = tuple(Row(each, words, _by_quarter(found[each])) for each, words in rows.items() if each in found)
    return Matrix(id, name, made, tuple(cell for each in found.values() for cell in each))


def _by_quarter(cells: Iterable[Cell]) -> tuple[Cells, ...]:
    own = sorted(cells, key=lambda cell: cell.duty.period.first)
    if all(cell.duty.period.cadence == "year" for cell in own):
        return (tuple(own),)
    return tuple(tuple(cell for cell in own if _quarter(cell) == quarter) for quarter in QUARTERS)


def _quarter(cell: Cell) -> int:
    return (cell.duty.period.first.month + 2) // 3
