"""Tables as written in Markdown, with the line each row stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.ground.markdown import Markdown
from fazhi.ground.problem import Place

_RULER = re.compile(r"\|?(?:\s*+:?-++:?\s*+\|)*+(?:\s*+:?-++:?\s*+)?")
_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Row:
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
        blank = len(self.text[at:]) - len(self.text[at:].lstrip()) if self.cells[index] else 0
        return Place(self.line, at + blank + 1)


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
    lines = text.prose.split("\n")
    heading, at = "", 0
    while at < len(lines):
        if lines[at].startswith("#"):
            heading = lines[at].strip("# \t")
        if (
            at + 1 < len(lines)
            and "|" in lines[at]
            and "-" in lines[at + 1]
            and _RULER.fullmatch(lines[at + 1].strip())
        ):
            end = at + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            rows = [_row(lines[number], number + text.first_line) for number in (at, *range(at + 2, end))]
            yield Table(heading, rows[0], tuple(rows[1:]))
            at = end
        else:
            at += 1


def _row(line: str, number: int) -> Row:
    cells = _CELL.split(line.strip().removeprefix("|").removesuffix("|"))
    return Row(number, tuple(cell.strip().replace("\\|", "|") for cell in cells), line)
