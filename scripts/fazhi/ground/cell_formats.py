"""How a cell of an Excel file shows its number: as a day, as an amount, or not at all (ECMA-376 part 1, 18.8.30 and 18.17.4.1).

What is shown in another way than these (times, per cent, fractions) is left out rather than told wrongly.
"""

import re
import zipfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from fazhi.ground.archive import member
from fazhi.ground.xml_events import read_xml

_STYLES, _BOOK = "xl/styles.xml", "xl/workbook.xml"
_KNOWN = {
    0: "",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
}
_KNOWN |= {41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 49: "@"}
_KNOWN |= dict.fromkeys((14, 15, 22, 30, 31), "yyyy-mm-dd")
_GENERAL = ("General", "G/通用格式")
_OTHER = "x"
"""A form whose cells are left out."""
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_AMOUNT = re.compile(r"[-+()¥￥$€元 ]*[#0?,]+(?P<part>\.[#0?]{0,6})?[-+()¥￥$€元 ]*")
_SCALED = re.compile(r",(?![#0?])")
_DIGITS = 11
"""So many digits a cell without a form shows."""


@dataclass
class Formats:
    """The forms of an Excel file's cells by the numbers of their styles."""

    of_styles: list[str] = field(default_factory=list)
    is_from_1904: bool = False

    def shows_text(self, style: int) -> bool:
        """Whether a cell of this style shows a text."""
        sections = self._form(style).split(";")
        return len(sections) < 4 or "@" in sections[3]

    def shown(self, value: str, style: int) -> str:
        """A number as a cell of this style shows it; a day as YYYY-MM-DD; empty for what it does not show so."""
        try:
            number = Decimal(value)
        except InvalidOperation:
            return ""
        if not number.is_finite() or abs(number.adjusted()) > 20:
            return "0" if not number else ""
        form = self._form(style)
        if form in ("", "@"):
            return _general(number)
        section = _section(form, number)
        if {"y", "m", "d"} <= set(section.lower()):
            return self._day(number)
        return _amount(number, section)

    def _form(self, style: int) -> str:
        return self.of_styles[style] if style < len(self.of_styles) else ""

    def _day(self, number: Decimal) -> str:
        first = date(1904, 1, 1) if self.is_from_1904 else date(1899, 12, 30)
        try:
            return (first + timedelta(days=int(number))).isoformat() if number >= 1 else ""
        except OverflowError:
            return ""


def _section(form: str, number: Decimal) -> str:
    """The part of a form that is for such a number."""
    sections = form.split(";")
    at = 1 if number < 0 and len(sections) > 1 else 2 if number == 0 and len(sections) > 2 else 0
    return sections[at]


def _amount(number: Decimal, section: str) -> str:
    match = _AMOUNT.fullmatch(section)
    if not match or _SCALED.search(section):
        return ""
    rounded = number.quantize(Decimal(1).scaleb(-max(0, len(match["part"] or "") - 1)), ROUND_HALF_UP)
    return f"{rounded:,f}" if "," in section else f"{rounded:f}"


def _general(number: Decimal) -> str:
    text = f"{float(number):.{_DIGITS}g}"
    return "" if "e" in text else text


def read_formats(archive: zipfile.ZipFile, names: list[str]) -> Formats:
    """The forms of an Excel file. Raises Refused for broken XML."""
    styles, book = _Styles(), _Book()
    for part, read in ((_STYLES, styles), (_BOOK, book)):
        if part in names:
            read_xml(member(archive, part), read.start, read.end, lambda text: None)
    own = {id: "" if form in _GENERAL else _QUOTED.sub("", form) for id, form in styles.own.items()}
    return Formats([own.get(id, _KNOWN.get(id, _OTHER)) for id in styles.used], book.is_from_1904)


class _Styles:
    """The forms a file declares, and which of its styles has which."""

    def __init__(self) -> None:
        self.own: dict[int, str] = {}
        self.used: list[int] = []
        self._is_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        id = attributes.get("numFmtId", "0")
        number = int(id) if id.isascii() and id.isdecimal() and len(id) < 8 else 0
        if name == "numFmt":
            self.own[number] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._is_cells = True
        elif name == "xf" and self._is_cells:
            self.used.append(number)

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._is_cells = False


class _Book:
    """From which day a file counts."""

    is_from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "workbookPr":
            self.is_from_1904 = attributes.get("date1904", "") in ("1", "true", "on")

    def end(self, name: str) -> None:
        pass
