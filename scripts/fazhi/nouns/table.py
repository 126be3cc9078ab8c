"""Tables as written in Markdown, with the line each row stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fazhi.ground.markdown import Markdown
from fazhi.ground.problem import Place

_RULER = re.compile(r"\|?(?>(?:\s*+:?-++:?\s*+\|)*)(?:\s*+:?-++:?\s*+)?")
_CELL = re.compile(r"(?<!\\)\|")


class Row(NamedTuple):
    """One row; `line` counts from 1 in the file, `text` is the line as it was written."""

    line: int
    cells: tuple[str, ...]
    text: str = ""

    def place(self, index: int) -> Place:
        """Where the text of a cell begins; the end of the row where it has no such cell."""
        start = len(self.text) - len(self.text.lstrip())
        bounds = [found.end() for found in _CELL.finditer(self.text)]
        starts = bounds if self.text.lstrip().startswith("|") else [start, *bounds]
        if not 0 <= index < min(len(starts), len(self.cells)):
            return Place(self.line, len(self.text.rstrip()) + 1)
        at = starts[index]
        blank = len(self.text[at:]) - len(self.text[at:].lstrip())
        return Place(self.line, at + (blank if self.cells[index] else min(blank, 1)) + 1)


_new = tuple.__new__
"""Row(…) itself takes three times as long."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table under the heading that stands before it (`""` where none does)."""

    heading: str
    head: Row
    rows: tuple[Row, ...]

    def column(self, *names: str) -> int | None:
        """The index of the first column whose head is one of the names."""
        return next((index for index, name in enumerate(self.head.cells) if name in names), None)


def tables(text: Markdown) -> Iterator[Table]:
    """Every pipe table of a text, in order."""
    if "|" not in text.text:
        return
    heading, above = "", ""
    lines = enumerate(text.prose.split("\n"), text.first_line)
    for number, line in lines:
        if "|" in above and _is_ruler(line):
            head, rows = _row(above, number - 1), []
            for below, line in lines:
                if "|" not in line:
                    break
                rows.append(_row(line, below))
            yield Table(heading, head, tuple(rows))
        above = line
        if line.startswith("#"):
            heading, above = line.strip("# \t"), ""


def _is_ruler(line: str) -> bool:
    return "-" in line and bool(_RULER.fullmatch(line.strip()))


def _row(line: str, number: int) -> Row:
    bare = line.strip().removeprefix("|").removesuffix("|")
    if "\\" not in bare:
        return _new(Row, (number, tuple([cell.strip() for cell in bare.split("|")]), line))
    return Row(number, tuple(cell.strip().replace("\\|", "|") for cell in _CELL.split(bare)), line)
