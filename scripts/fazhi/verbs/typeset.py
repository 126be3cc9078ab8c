"""Set a sheet in pages with WeasyPrint, and cut its tables where the pages end.

CSS alone cannot carry a sum from page to page: so the pages are made, it is seen where every row came to lie, the
tables are cut there with a row for the sums, and the pages are made again, until every part of a table keeps to its
page. A row taller than a page goes over it by itself.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from weasyprint import HTML, Document
from weasyprint.urls import URLFetcher, URLFetcherResponse

from fazhi.ground.paper import Paper

Cuts = Mapping[int, Sequence[int]]
Compose = Callable[[Cuts], str]
"""Makes the sheet as HTML with its tables cut (verbs/sheet_tables.py)."""

Picture = Callable[[str], bytes | None]
"""The bytes of a picture that a sheet names with PICTURE before its path; None for one it may not show."""

PICTURE = "sheet:/"
_ROUNDS = 40
_PX = 96 / 25.4
_ROW = re.compile(r"t(?P<table>\d+)(?P<kind>[hrft])(?P<row>\d+)")


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the characters no font on this machine has."""

    pdf: bytes
    missing: str


class CannotCut(Exception):
    """A table that keeps to no pages however it is cut."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A sheet set in pages, not printed yet."""

    document: Document

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.document.pages)

    def printed(self) -> Printed:
        """The pages as a PDF, the same for the same pages."""
        pdf: bytes = self.document.write_pdf()
        missing = {chr(code) for font in self.document.fonts.values() for code in font.missing}
        return Printed(pdf, "".join(sorted(missing)))


def typeset(compose: Compose, paper: Paper, picture: Picture) -> Pages:
    """The sheet on a paper. Nothing is fetched but what `picture` gives and what stands in the sheet itself.

    Raises CannotCut.
    """
    cuts: dict[int, list[int]] = {}
    slack: dict[int, float] = {}
    fetcher = _Pictures(picture)
    for _ in range(_ROUNDS):
        document = HTML(string=compose(cuts), base_url=PICTURE, url_fetcher=fetcher).render()
        tables = _tables(document)
        torn = next((number for number, table in tables.items() if table.is_torn(cuts.get(number, ()))), None)
        if torn is None:
            return Pages(document)
        if torn in cuts:
            slack[torn] = slack.get(torn, 0.0) + tables[torn].line
        bottom = (paper.height - paper.foot) * _PX
        cuts[torn] = tables[torn].cut(paper.margin * _PX, bottom - slack.get(torn, 0.0))
    raise CannotCut


@dataclass(slots=True)
class _Table:
    """Where a table came to lie: the pages of every row, the heights of its rows and heads, and its top."""

    pages: dict[int, list[int]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    top: float = 0.0
    head: float = 0.0

    @property
    def line(self) -> float:
        """The height of a row of one line."""
        return min(self.heights.values())

    def is_torn(self, cuts: Sequence[int]) -> bool:
        """Whether a part of more than one row lies on more than one page."""
        for start, end in pairwise([0, *cuts, len(self.heights)]):
            pages = {page for row in range(start, end) for page in self.pages[row]}
            if len(pages) > 1 and end - start > 1:
                return True
        return False

    def cut(self, margin: float, bottom: float) -> list[int]:
        """The rows that begin a page when every page but the last ends with a row of sums, and begins with one."""
        found: list[int] = []
        at, started = self.top, 0
        for row in range(len(self.heights)):
            is_last = row == len(self.heights) - 1
            needed = self.heights[row] + (0.0 if is_last else self.line)
            if at + needed > bottom and row > started:
                found.append(row)
                at, started = margin + self.head + self.line, row
            at += self.heights[row]
        return found


def _tables(document: Document) -> dict[int, _Table]:
    found: dict[int, _Table] = {}
    for page, name, (_, top, _, bottom) in _anchors(document):
        if not (match := _ROW.fullmatch(name)):
            continue
        table, row = found.setdefault(int(match["table"]), _Table()), int(match["row"])
        if match["kind"] == "h":
            table.head = max(table.head, bottom - top)
        elif match["kind"] == "r":
            if row == 0 and not table.pages:
                table.top = top
            table.pages.setdefault(row, []).append(page)
            table.heights[row] = table.heights.get(row, 0.0) + bottom - top
    return {number: found[number] for number in sorted(found) if found[number].heights}


def _anchors(document: Document) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    for number, page in enumerate(document.pages):
        for name, box in page.anchors.items():
            yield number, name, box


class _Pictures(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Gives the pictures of the record and what stands in the sheet itself; there is no way to anything else."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(allowed_protocols={"data"})
        self._picture = picture

    def fetch(self, url: str, headers: Any = None) -> Any:
        """The response for an address. Raises ValueError for what is not the sheet's own."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        data = self._picture(unquote(url.removeprefix(PICTURE))) if url.startswith(PICTURE) else None
        if data is None:
            raise ValueError("not the sheet's own")
        return URLFetcherResponse(url, data)
