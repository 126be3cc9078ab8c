"""Tables on paper: columns as wide as what stands in them, cut where a page ends, with the sums carried over.

A Python-Markdown extension. Where to cut is told from outside, by whoever has seen the pages (verbs/typeset.py).
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import repeat
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from fazhi.ground.money import read_amount
from fazhi.nouns.ledger import loose
from fazhi.nouns.page_sums import page_sums
from fazhi.nouns.table import Row, Table

Cuts = Mapping[int, Sequence[int]]
"""For tables by number, the rows a new page begins with; both count from 0."""

FROM_PAGE, TO_PAGE = "承前页", "过次页"
_PADDING = 0.85
_HALF, _NARROW = 0.58, {",": 0.3, ".": 0.3, "-": 0.36, " ": 0.25}
"""Widths in em of Noto Sans CJK, rounded up to those of its bold."""
_WIDEST, _NARROWEST = 13.0, 2.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the width it would like, in em, and whether it holds figures, which are never broken."""

    width: float
    is_figures: bool


class SheetTables(Extension):
    """Set `cuts` and `measure` (how many em of table type go into a line) before converting.

    After it `tables` tells the columns of every table met. `unit`: of amounts whose column names none.
    """

    def __init__(self, unit: str) -> None:
        super().__init__()
        self.unit = unit
        self.cuts: Cuts = {}
        self.measure = 60.0
        self.tables: list[tuple[Column, ...]] = []

    @property
    def width(self) -> float:
        """What the widest table would like, in em; 0 where there is none."""
        return max((sum(column.width for column in table) for table in self.tables), default=0.0)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Works after inline text is done, so that a cell's words can be read."""
        md.treeprocessors.register(_OnPaper(md, self), "fazhi_sheet_tables", 1)


class _OnPaper(Treeprocessor):
    """Replaces every table by its pages, and takes the way out of links, which nobody can follow on paper."""

    def __init__(self, md: Markdown, owner: SheetTables) -> None:
        super().__init__(md)
        self._owner = owner

    def run(self, root: Element) -> None:
        self._owner.tables = []
        for link in root.iter("a"):
            link.attrib.pop("href", None)
        for parent in [*root.iter()]:
            if any(child.tag == "table" for child in parent):
                parts = [self._parts(child) if child.tag == "table" else [child] for child in parent]
                parent[:] = [each for part in parts for each in part]

    def _parts(self, table: Element) -> list[Element]:
        number = len(self._owner.tables)
        sheet = _Sheet(table, number, self._owner.unit)
        self._owner.tables.append(sheet.columns)
        starts = [0, *self._owner.cuts.get(number, ())]
        ends = [*starts[1:], len(sheet.rows)]
        return [sheet.part(start, end, self._owner.measure) for start, end in zip(starts, ends, strict=True)]


class _Sheet:
    """One table, with what its rows add up to."""

    def __init__(self, table: Element, number: int, unit: str) -> None:
        heads = [*table.iter("th")]
        rows = [[*row] for body in table.iter("tbody") for row in body]
        texts = [tuple(map(_text, row)) for row in (heads, *rows)]
        lines = [Row(at, cells) for at, cells in enumerate(texts)]
        ledger = replace(loose(Table("", lines[0], tuple(lines[1:]))), unit=unit)
        below = ledger.columns.heads - 1
        self.heads, self.rows = [heads, *rows[:below]], rows[below:]
        self._number = number
        self._sums = page_sums(ledger)
        free = [at for at, hands_on in enumerate(self._sums.columns) if not hands_on]
        self._label_at = ledger.columns.by_role.get("subject", min(free, default=0))
        self._is_sum = [line.sort in ("sum", "opening", "closing") for line in ledger.lines]
        self.columns = tuple(self._column(at, texts[0][at], texts[below + 1 :]) for at in range(len(heads)))

    def _column(self, at: int, head: str, rows: Sequence[Sequence[str]]) -> Column:
        texts = [cells[at] for cells in rows]
        if self._sums.columns[at] or _are_figures(texts):
            widths = [_width(text) for text in (*texts, *(row[at] for row in self._sums.rows))]
            return Column(max(_NARROWEST, *widths) + _PADDING, True)
        widest = max([_width(text) for text in texts], default=0.0)
        return Column(max(min(widest, _WIDEST), min(_width(head), 3.0), _NARROWEST) + _PADDING, False)

    def part(self, start: int, end: int, measure: float) -> Element:
        """The rows of one page, from `start` up to before `end`, under heads of their own."""
        table = Element("table", {"class": "first" if start == 0 else "more"})
        for width in _shares(self.columns, measure):
            SubElement(SubElement(table, "colgroup"), "col", {"style": f"width:{width:.3f}%"})
        head = SubElement(table, "thead", {"id": self._name("h", start)})
        for cells in self.heads:
            SubElement(head, "tr").extend(map(_like, cells, self.columns, repeat("th")))
        body = SubElement(table, "tbody")
        if start:
            body.append(self._carrying(FROM_PAGE, start, "f"))
        body.extend(self._row(row) for row in range(start, end))
        if end < len(self.rows):
            body.append(self._carrying(TO_PAGE, end, "t"))
        return table

    def _row(self, row: int) -> Element:
        made = Element("tr", {"id": self._name("r", row), "class": "sum" if self._is_sum[row] else "plain"})
        made.extend(map(_like, self.rows[row], self.columns, repeat("td")))
        return made

    def _carrying(self, label: str, row: int, kind: str) -> Element:
        made = Element("tr", {"id": self._name(kind, row), "class": "carry"})
        for at, (text, column) in enumerate(zip(self._sums.rows[row], self.columns, strict=True)):
            cell = SubElement(made, "td", {"class": "figures" if column.is_figures else "words"})
            cell.text = f"{label} {text}".strip() if at == self._label_at else text
        return made

    def _name(self, kind: str, row: int) -> str:
        return f"t{self._number}{kind}{row}"


def _shares(columns: Sequence[Column], measure: float) -> list[float]:
    """The width of every column in hundredths: figures get theirs, words share what is left."""
    figures = sum(column.width for column in columns if column.is_figures)
    words = sum(column.width for column in columns if not column.is_figures)
    room = max(measure, figures + words)
    if figures + words > measure > figures + 2 * len(columns):
        room = measure
    for_words = (room - figures) / words if words else 1.0
    widths = [column.width * (1.0 if column.is_figures else for_words) for column in columns]
    return [100 * width / sum(widths) for width in widths]


def _like(cell: Element, column: Column, tag: str) -> Element:
    made = deepcopy(cell)
    made.tag = tag
    made.set("class", "figures" if column.is_figures else "words")
    made.tail = None
    made.attrib.pop("style", None)
    return made


def _are_figures(texts: Sequence[str]) -> bool:
    try:
        amounts = [read_amount(text, "万元") for text in texts]
    except ValueError:
        return False
    return any(amount is not None for amount in amounts)


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _width(text: str) -> float:
    """How long a text is, in em of a font whose Han characters are square."""
    return sum(_NARROW.get(sign) or (1.0 if east_asian_width(sign) in "WFA" else _HALF) for sign in text)
