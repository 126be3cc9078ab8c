"""What whoever opens a Word file sees of its text: no deleted words, no hidden ones, no comments, no field codes.

Headers, footers and notes are left out: which of them a page bears does not stand in them.
ECMA-376 part 1, 17.3.2.41 (vanish), 17.13.5 (revisions); part 3, 7.6 (Fallback).
"""

import zipfile

from fazhi.ground.archive import member
from fazhi.ground.office_part import Part
from fazhi.ground.xml_events import read_xml

BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_UNSEEN = frozenset(("del", "moveFrom", "Fallback", "rt", "instrText", "delText", "delInstrText", "sectPr"))
"""Elements nobody sees anything of; what a Fallback has stands in its Choice too, and a reading aid is no text."""
_HOLDERS = frozenset(("p", "r", "tr"))
"""Elements that may be hidden with all that is in them."""
_OFF = frozenset(("0", "false", "off"))


def shown_words(archive: zipfile.ZipFile) -> str:
    """The text of a Word file's body, its tables and text boxes. Raises Refused for broken XML."""
    seen = Seen(_hidden_styles(archive))
    read_xml(member(archive, BODY), seen.start, seen.end, seen.text)
    return seen.part.now


class Seen:
    """Hands on to a Part, of what is read in the body, what a reader sees."""

    def __init__(self, hidden_styles: frozenset[str]) -> None:
        self.part = Part()
        self._hidden_styles = hidden_styles
        self._open: list[str] = []
        self._unseen = 0
        self._hides: list[bool] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(name)
        if self._unseen or name in _UNSEEN:
            self._unseen += 1
            return
        if name in _HOLDERS:
            self._hides.append(False)
        elif self._hides and self._is_hiding(name, attributes):
            self._hides[-1] = True
        self.part.start(name, {})

    def _is_hiding(self, name: str, attributes: dict[str, str]) -> bool:
        """Whether this says that its run, paragraph or row is hidden; of a paragraph's mark alone it says nothing."""
        value = attributes.get("val", "")
        if name in ("rStyle", "pStyle"):
            return value in self._hidden_styles
        if name == "docPr":  # of a drawing
            return attributes.get("hidden", "0") not in _OFF
        return name in ("vanish", "hidden") and value not in _OFF and "pPr" not in self._open

    def text(self, text: str) -> None:
        if self._open[-1] == "t" and not self._unseen and not any(self._hides):
            self.part.text(text)

    def end(self, name: str) -> None:
        self._open.pop()
        if self._unseen:
            self._unseen -= 1
            return
        if name in _HOLDERS:
            self._hides.pop()
        self.part.end(name)


def _hidden_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """The styles that hide what has them, and those based on one."""
    if _STYLES not in archive.namelist():
        return frozenset()
    styles = _Styles()
    read_xml(member(archive, _STYLES), styles.start, lambda name: None, lambda text: None)
    hidden = styles.hidden
    while more := {style for style, base in styles.bases.items() if base in hidden} - hidden:
        hidden |= more
    return frozenset(hidden)


class _Styles:
    """Which styles hide what has them, and on which another is based."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self.bases: dict[str, str] = {}
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self._style = attributes.get("styleId", "")
        elif name == "basedOn":
            self.bases[self._style] = attributes.get("val", "")
        elif name == "vanish" and attributes.get("val", "") not in _OFF:
            self.hidden.add(self._style)
