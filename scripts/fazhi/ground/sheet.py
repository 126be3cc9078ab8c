"""One sheet of an Excel file as lines: its rows, the words of its rules and links.

A number that Excel keeps as 1.3812345678E10 is written out; identity numbers kept as numbers have lost their last digits.
"""

import re
from decimal import Decimal, InvalidOperation

from fazhi.ground.piece import row

_COLUMN = re.compile(r"[A-Z]{1,3}")
MAX_COLUMNS = 200
"""A cell further to the right counts as one in this column."""


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
            self._cells[min(self._column, MAX_COLUMNS)] = self._shown()
        elif name == "row" and self._cells:
            last = max(self._cells)
            self.lines.append(row([self._cells.get(column, "") for column in range(last + 1)]))

    def _shown(self) -> str:
        if self._type == "s" and self._value.strip().isdecimal():
            index = int(self._value)
            self._used.add(index)
            return self._strings[index] if index < len(self._strings) else ""
        return _plain(self._value) if self._type == "n" else self._value


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
