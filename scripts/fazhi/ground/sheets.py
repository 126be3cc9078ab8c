"""Texts of Excel files: every sheet, hidden ones too, with words that no cell shows any more."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.ground.archive import member
from fazhi.ground.cell_formats import read_formats
from fazhi.ground.piece import Piece
from fazhi.ground.sheet import Sheet
from fazhi.ground.sheet_shown import shown_sheet
from fazhi.ground.words import Words, same
from fazhi.ground.xml_events import read_xml

_STRINGS = "xl/sharedStrings.xml"


def sheet_pieces(archive: zipfile.ZipFile, names: list[str]) -> Iterator[Piece]:
    """The sheets among the parts of an Excel file, then the strings that no cell uses."""
    strings = _strings(archive) if _STRINGS in names else []
    used: set[int] = set()
    tabs = _tabs(archive, names)
    formats = read_formats(archive, names)
    for name in names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            data, tab = member(archive, name), tabs.get(name, _unnamed(name))
            sheet = Sheet(strings, used)
            read_xml(data, sheet.start, sheet.end, sheet.text)
            shown = "" if tab.is_hidden else shown_sheet(data, strings, formats)
            yield Piece(tab.label, "\n".join(sheet.lines), shown and f"{tab.name}\n{shown}")
    unused = [text for index, text in enumerate(strings) if index not in used]
    if unused:
        yield Piece(_UNUSED, "\n\n".join(unused))


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet as a reader knows it. `label`: as a message calls it, with whether it is hidden."""

    name: str
    is_hidden: bool
    label: Words


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


def _tabs(archive: zipfile.ZipFile, names: list[str]) -> dict[str, Tab]:
    """The sheets by the names of their parts."""
    targets: dict[str, str] = {}
    tabs: dict[str, Tab] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = posixpath.join("xl", attributes.get("Target", "").lstrip("/"))

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            path = targets.get(attributes.get("id", ""), "").replace("xl/xl/", "xl/")
            tabs[path] = _tab(attributes.get("name", ""), attributes.get("state", "visible") != "visible")

    for part, start in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        if part in names:
            read_xml(member(archive, part), start, lambda name: None, lambda text: None)
    return tabs


def _unnamed(part: str) -> Tab:
    """A sheet that the file does not list: nobody sees it."""
    name = posixpath.basename(part)
    return Tab(name, True, _SHEET.fill(name=name))


def _tab(name: str, is_hidden: bool) -> Tab:
    return Tab(name, is_hidden, _SHEET.fill(name=name).then(_HIDDEN if is_hidden else same("")))


_SHEET = Words("工作表“{name}”", "sheet '{name}'")
_HIDDEN = Words("（隐藏）", " (hidden)")
_UNUSED = Words("已不显示的文字", "words no longer shown")
