"""What whoever opens an Excel file sees of a sheet: no hidden rows or columns, and numbers and days as cells show them."""

from fazhi.ground.cell_formats import Formats
from fazhi.ground.sheet import MAX_COLUMNS, Sheet
from fazhi.ground.xml_events import read_xml


def shown_sheet(data: bytes, strings: list[str], formats: Formats) -> str:
    """The rows of a visible sheet as lines. Raises Refused for broken XML."""
    sheet = ShownSheet(strings, formats)
    read_xml(data, sheet.start, sheet.end, sheet.text)
    return "\n".join(line for line in sheet.lines if line.strip("| "))


class ShownSheet(Sheet):
    """One sheet being read: its cells alone, and of those what is seen."""

    def __init__(self, strings: list[str], formats: Formats) -> None:
        super().__init__(strings, set())
        self._formats = formats
        self._hidden_columns: set[int] = set()
        self._is_hidden_row = self._is_reading_aid = False
        self._style = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("row", "c"):
            super().start(name, attributes)
        self._open = name
        if name == "row":
            self._is_hidden_row = _is_on(attributes.get("hidden", ""))
        elif name == "c":
            self._style = _number(attributes.get("s", ""))
        elif name == "col" and _is_on(attributes.get("hidden", "")):
            first, last = (_number(attributes.get(key, "")) for key in ("min", "max"))
            self._hidden_columns.update(range(first - 1, min(last, MAX_COLUMNS + 1)))
        elif name == "rPh":
            self._is_reading_aid = True

    def text(self, text: str) -> None:
        if self._open in ("v", "t") and not self._is_reading_aid:
            super().text(text)

    def end(self, name: str) -> None:
        if name == "rPh":
            self._is_reading_aid = False
        super().end(name)

    def _shown(self) -> str:
        if self._is_hidden_row or min(self._column, MAX_COLUMNS) in self._hidden_columns:
            return ""
        if self._type == "n":
            return self._formats.shown(self._value, self._style)
        if self._type == "b":  # kept as 0 or 1, shown as words of the program that opens it
            return ""
        return super()._shown() if self._formats.shows_text(self._style) else ""


def _is_on(value: str) -> bool:
    return value in ("1", "true", "on")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
