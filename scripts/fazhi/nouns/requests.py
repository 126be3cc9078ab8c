"""The table on requests in a report on open government information: its rows by name, its columns by applicant.

The form is that of 国办公开办函〔2021〕30号, part three: seven columns of numbers after the columns of labels, which Word
may have split over several columns and two rows of heads.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fazhi.ground.markdown import Markdown
from fazhi.nouns.table import Row, Table, tables

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
TOTAL = "总计"
COLUMNS = (*APPLICANTS, TOTAL)
RECEIVED, CARRIED_IN, DONE, CARRIED_OUT = "本年新收", "上年结转", "总计", "结转下年度"
ROWS = (RECEIVED, CARRIED_IN, DONE, CARRIED_OUT)
"""The rows whose numbers depend on each other, by the words they are known by."""

_HEADS = 3
_NIL = ("", "-", "—", "/", "——")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its label and its numbers by column; None where a cell cannot be read as a number."""

    line: int
    label: str
    counts: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Requests:
    """The table: the line of its head, the columns it lacks, and its rows. Without all its columns it has no rows."""

    line: int
    lacks: tuple[str, ...]
    rows: tuple[Line, ...]

    def row(self, name: str) -> Line | None:
        """The first row known by one of ROWS."""
        return next((row for row in self.rows if name in row.label), None)


def requests(text: Markdown) -> Requests | None:
    """The table of a text; None where no table speaks of what was received in the year."""
    if RECEIVED not in text.prose:
        return None
    return next((_read(table) for table in tables(text) if _is_on_requests(table)), None)


def _is_on_requests(table: Table) -> bool:
    return any(RECEIVED in cell for row in table.rows for cell in row.cells)


def _read(table: Table) -> Requests:
    columns = _columns((table.head, *table.rows[: _HEADS - 1]))
    lacks = tuple(name for name in COLUMNS if name not in columns)
    rows = () if lacks else tuple(_line(row, columns) for row in table.rows if _has_numbers(row, columns))
    return Requests(table.head.line, lacks, rows)


def _columns(heads: Iterable[Row]) -> dict[str, int]:
    """The index of every column by its head; the first cell of a row is a label, never a head."""
    found: dict[str, int] = {}
    for row in heads:
        for index, cell in enumerate(row.cells):
            name = "".join(cell.strip("* ").split())
            if index and name in COLUMNS:
                found.setdefault(name, index)
    return found


def _has_numbers(row: Row, columns: Mapping[str, int]) -> bool:
    cells = [row.cells[at] for at in columns.values() if at < len(row.cells)]
    return any(any(char.isdigit() for char in cell) for cell in cells)


def _line(row: Row, columns: Mapping[str, int]) -> Line:
    label = "".join(row.cells[: min(columns.values())])
    counts = {name: _count(row.cells[at]) if at < len(row.cells) else 0 for name, at in columns.items()}
    return Line(row.line, label, counts)


def _count(cell: str) -> int | None:
    bare = unicodedata.normalize("NFKC", cell).strip("* ").replace(",", "")
    if bare in _NIL:
        return 0
    return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) <= _LONGEST else None


_LONGEST = 9
