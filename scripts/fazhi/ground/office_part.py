"""One XML part of an office file as texts: paragraphs, tables, attributes that people's words stand in."""

from fazhi.ground.piece import row

_TELLING = frozenset(
    (
        "descr",
        "title",
        "name",
        "Target",
        "author",
        "lastEdited",
        "instr",
        "tooltip",
        "display",
        "string",
        "v",
        "alt",
        "userId",
    )
)
"""Attributes that people's words stand in."""
_WORDS = frozenset(("t", "delText", "instrText", "delInstrText", "TextCode"))
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Part:
    """One XML part being read."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[]]
        self._was: list[str] = []
        self._paragraphs: list[tuple[list[str], list[str]]] = []
        self._rows: list[list[str]] = []
        self._open: list[str] = []
        self._deleted = self._inserted = 0
        self._changed = False

    @property
    def now(self) -> str:
        return "\n".join(self._lines[0])

    @property
    def was(self) -> str:
        """Sentences with tracked changes as they were before."""
        return "\n".join(self._was)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(name)
        if name == "p":
            self._paragraphs.append(([], []))
        elif name == "tr":
            self._rows.append([])
        elif name == "tc":
            self._lines.append([])
        elif name in ("del", "moveFrom"):
            self._deleted += 1
        elif name in ("ins", "moveTo"):
            self._inserted += 1
        elif name in _BREAKS:
            self._say(_BREAKS[name])
        for key in _TELLING & attributes.keys():
            self._lines[0].append(attributes[key])

    def text(self, text: str) -> None:
        if self._open and self._open[-1] in _WORDS:
            self._say(text)
        elif text.strip():
            self._lines[0].append(text.strip())

    def end(self, name: str) -> None:
        self._open.pop()
        if name == "p" and self._paragraphs:
            self._close_paragraph()
        elif name == "tr" and self._rows:
            self._lines[-1].append(row(self._rows.pop()))
        elif name == "tc" and len(self._lines) > 1:
            cell = " ".join(self._lines.pop())
            if self._rows:
                self._rows[-1].append(cell)
        elif name in ("del", "moveFrom"):
            self._deleted -= 1
        elif name in ("ins", "moveTo"):
            self._inserted -= 1

    def _say(self, text: str) -> None:
        if not self._paragraphs:
            self._lines[0].append(text)
            return
        now, was = self._paragraphs[-1]
        if not self._deleted:
            now.append(text)
        if not self._inserted:
            was.append(text)

    def _close_paragraph(self) -> None:
        now, was = ("".join(texts) for texts in self._paragraphs.pop())
        if now:
            self._lines[-1].append(now)
        if was and was != now:
            self._was.append(was)
