"""Print records for the notice board: set their sheets in pages, and read the marks on them again."""

import posixpath
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from markdown import Markdown

from fazhi import rules
from fazhi.flows.build import HOUSE
from fazhi.flows.lay_out import lay_out
from fazhi.ground import qr
from fazhi.ground.address import address
from fazhi.ground.cached import cached_property
from fazhi.ground.paper import Paper
from fazhi.ground.words import Words
from fazhi.nouns.notice import Notice, notice
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.shelf import Shelf
from fazhi.nouns.site import Site
from fazhi.verbs.render import Resolve, SafeMarkdown
from fazhi.verbs.sheet import Marks, marks, sheet
from fazhi.verbs.sheet_tables import Cuts, SheetTables
from fazhi.verbs.typeset import PICTURE, CannotCut, Pages, typeset

EXTENSIONS = ("tables", "footnotes", "sane_lists")
"""Those of mkdocs.yml that change what a text says."""
_HAN = "公示"
_LARGER, _SMALLER = (1.7, 1.45, 1.2), (0.9, 0.82, 0.75)
"""Running text in shares of its usual size, the best first."""
_TURNED_BELOW = 0.85
"""A table that would have to be set so much smaller than the largest type gets the paper on its side."""


class NoFont(Exception):
    """No font on this machine has Chinese characters."""


class NotPrinted(Exception):
    """A sheet that would not say what its record says; carries why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True)
class Press:
    """Prints the records of a register."""

    register: Register

    @cached_property
    def site(self) -> Site:
        """The site a QR code leads into."""
        records = self.register.records
        own = Shelf((id for id, record in records.items() if record.is_in_docs), records.__getitem__)
        return lay_out(replace(self.register, records=own), rules.discover())

    def print(self, record: Record, paper: Paper) -> bytes:
        """The PDF of a record's sheet; the same for the same record.

        Raises NoFont, and NotPrinted where a character has no glyph or the QR code does not read as it should.
        """
        shown = notice(record, self.register)
        link = self._link(record)
        said = link or shown.key_figures
        marked = marks(shown, qr.drawn(said), link, self._address(record), self.register.town.title.zh)
        try:
            printed = self._set(record, shown, marked, paper).printed()
        except CannotCut as error:
            raise NotPrinted(_NOT_CUT) from error
        if set(_HAN) & set(printed.missing):
            raise NoFont
        if printed.missing:
            raise NotPrinted(_GLYPHS.fill(signs=printed.missing))
        if said not in qr.read_from_pdf(printed.pdf):
            raise NotPrinted(_UNREADABLE)
        return printed.pdf

    def _set(self, record: Record, shown: Notice, marked: Marks, paper: Paper) -> Pages:
        """Words as large as one page allows; with tables the paper as they need it, a little smaller if that saves a page."""
        body = _Body(record, "万元" if shown.unit == "万元" else "元")
        usual = self._on(body.turned(paper), body, shown, marked)
        if body.tables.tables and usual.count != 2:
            return usual
        sizes = _SMALLER if body.tables.tables else _LARGER if usual.count == 1 else ()
        others = (self._on(body.turned(paper).scaled(times), body, shown, marked) for times in sizes)
        return next((each for each in others if each.count == 1), usual)

    def _on(self, paper: Paper, body: "_Body", shown: Notice, marked: Marks) -> Pages:
        size = paper.table_type(body.tables.width)
        body.tables.measure = paper.measure / size
        folders = [self.register.root / "overrides", HOUSE / "overrides"]
        return typeset(
            lambda cuts: sheet(shown, body.html(cuts), marked, paper, size, folders), paper, self._picture
        )

    def _picture(self, path: str) -> bytes | None:
        """A picture under docs/, None for anything that is no file of the town."""
        return (self.register.root / "docs" / path).read_bytes() if path in self.register.files else None

    def _link(self, record: Record) -> str | None:
        """Where the record's page can be reached with a telephone; None where it cannot.

        Raises NotPrinted where the site would have no such page.
        """
        public = self.register.town.site.get("public_url")
        if not public or not record.is_in_docs:
            return None
        page = self.site.link(record.id, "zh")
        if page is None:
            raise NotPrinted(_NO_PAGE)
        return f"{public.rstrip('/')}/{page.address}"

    def _address(self, record: Record) -> str:
        """Where the record's page is, as people type it; empty where the town has no address."""
        site = self.register.town.site
        base = site.get("public_url") or site.get("url") or ""
        return f"{base.rstrip('/')}/{address(record.id)}" if base else ""


class _Body:
    """A record's text as safe HTML, its tables made for paper."""

    def __init__(self, record: Record, unit: str) -> None:
        self.tables = SheetTables(unit)
        safe = SafeMarkdown()
        safe.resolve = _in_sheet(record)
        self._markdown = Markdown(extensions=[*EXTENSIONS, safe, self.tables])
        self._text = record.original.body.text
        self.html({})

    def html(self, cuts: Cuts) -> str:
        """The text with its tables cut."""
        self.tables.cuts = cuts
        return self._markdown.reset().convert(self._text)

    def turned(self, paper: Paper) -> Paper:
        """The paper on its side where its tables would have to be set too small on it upright."""
        fits = paper.table_type(self.tables.width) >= paper.table_most * _TURNED_BELOW
        return paper if fits else paper.turned


def _in_sheet(record: Record) -> Resolve:
    """How the sheet names what a record's text shows: by its path under docs/."""
    folder = posixpath.dirname(record.id)
    return lambda to: (PICTURE + quote(posixpath.normpath(posixpath.join(folder, unquote(to)))), None)


_GLYPHS = Words(
    "这些字或符号没有字形，印出来会是空框：{signs}；请换成通用的字",
    "no font has these characters, they would print as boxes: {signs}; use common ones instead",
)
_NOT_CUT = Words(
    "有一张表排不进页面，没有写文件；请把它拆成几张小表",
    "a table does not fit on pages and nothing was written; make several smaller tables of it",
)
_UNREADABLE = Words(
    "二维码印出来读不回原样，没有写文件；请把这份记录报告给维护者",
    "the QR code does not read as it should; nothing was written, please report this record",
)
_NO_PAGE = Words(
    "网站里没有这份记录的页面，二维码会打不开", "the site has no page of this record for the QR code to open"
)
