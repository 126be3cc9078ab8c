"""Texts of Excel files: every sheet, hidden ones too, with words that no cell shows any more.

A number that Excel keeps as 1.3812345678E10 is written out; identity numbers kept as numbers have lost their last digits.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from fazhi.ground.archive import member
from fazhi.ground.piece import Piece, row
from fazhi.ground.words import Words
from fazhi.ground.xml_events import read_xml

_STRINGS = "xl/sharedStrings.xml"
_COLUMN = re.compile(r"[A-Z]{1,3}")
_MAX_COLUMNS = 200


def sheet_pieces(archive: zipfile.ZipFile, names: list[str]) -> Iterator[Piece]:
    """The sheets among the parts of an Excel file, then the strings that no cell uses."""
    strings = _strings(archive) if _STRINGS in names else []
    used: set[int] = set()
    labels = _labels(archive, names)
    for name in names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            sheet = Sheet(strings, used)
            read_xml(member(archive, name), sheet.start, sheet.end, sheet.text)
            yield Piece(labels.get(name, _SHEET.fill(name=posixpath.basename(name))), "\n".join(sheet.lines))
    unused = [text for index, text in enumerate(strings) if index not in used]
    if unused:
        yield Piece(_UNUSED, "\n\n".join(unused))


class Sheet:
    """One sheet being read."""

    def __init__(self, strings: list[str], used: set[int]) -> None:
        self.lines: list[str] = []
        self._strings, self._used = strings, used
        self._cells: dict[int, str] = {}
        self._column, self._type, self._value, self._open = 0, "", "", ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._open = name
        if name == "row":
            self._cells = {}
        elif name == "c":
            self._column = _column(attributes.get("r", "")) or len(self._cells)
            self._type, self._value = attributes.get("t", "n"), ""
        elif name in ("dataValidation", "hyperlink"):
            self.lines += attributes.values()

    def text(self, text: str) -> None:
        if self._open in ("v", "t"):
            self._value += text
        elif text.strip():
            self.lines.append(text.strip())

    def end(self, name: str) -> None:
        self._open = ""
        if name == "c":
            self._cells[min(self._column, _MAX_COLUMNS)] = self._shown()
        elif name == "row" and self._cells:
            last = max(self._cells)
            self.lines.append(row([self._cells.get(column, "") for column in range(last + 1)]))

    def _shown(self) -> str:
        if self._type == "s" and self._value.strip().isdecimal():
            index = int(self._value)
            self._used.add(index)
            return self._strings[index] if index < len(self._strings) else ""
        return _plain(self._value) if self._type == "n" else self._value


def _strings(archive: zipfile.ZipFile) -> list[str]:
    """The shared strings, without the reading aids of Japanese."""
    found: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(name)
        if name == "si":
            found.append("")

    def text(text: str) -> None:
        if inside[-1] == "t" and "rPh" not in inside and found:
            found[-1] += text

    def end(name: str) -> None:
        inside.pop()

    read_xml(member(archive, _STRINGS), start, end, text)
    return found


def _labels(archive: zipfile.ZipFile, names: list[str]) -> dict[str, Words]:
    """What a reader calls each sheet, and whether it is hidden."""
    targets: dict[str, str] = {}
    labels: dict[str, Words] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = posixpath.join("xl", attributes.get("Target", "").lstrip("/"))

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            path = targets.get(attributes.get("id", ""), "").replace("xl/xl/", "xl/")
            hidden = _HIDDEN if attributes.get("state", "visible") != "visible" else Words("", "")
            labels[path] = _SHEET.fill(name=attributes.get("name", "")).then(hidden)

    for part, start in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        if part in names:
            read_xml(member(archive, part), start, lambda name: None, lambda text: None)
    return labels


def _column(reference: str) -> int:
    letters = _COLUMN.match(reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - 64
    return max(number - 1, 0)


def _plain(value: str) -> str:
    if "E" not in value.upper():
        return value
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    return f"{number:f}" if abs(number.adjusted()) < 30 else value


_SHEET = Words("工作表“{name}”", "sheet '{name}'")
_HIDDEN = Words("（隐藏）", " (hidden)")
_UNUSED = Words("已不显示的文字", "words no longer shown")
