"""Where in a joined text (ground/digits.py) a form of number may stand: asked of all its digits at once.

The digits are a row of bytes, read as one large number; the same row, moved by some places and laid over it, tells
which digits have what stands so many places on. A pattern is then held only against the few places that are left.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import compress

from fazhi.ground.cached import cached_property
from fazhi.ground.checksum import VALUE, Check
from fazhi.ground.digits import BREAK, GAP, bare

_BEGIN, _END, _IDLE = 0x10, 0x20, 0x40
_X, _BETWEEN, _OTHER = 10, 12, VALUE
_SIGNS = {**{ord(str(digit)): digit for digit in range(10)}, ord("X"): _X, ord("x"): _X}
_SIGNS |= {ord(GAP): _BETWEEN, ord(BREAK): _BETWEEN}
_VALUES = bytes(_SIGNS.get(code, _OTHER) for code in range(256))
_IS_DIGIT = bytes(value < _X for value in _VALUES)
_IS_BETWEEN = bytes(value == _BETWEEN for value in _VALUES)
_IS_OTHER = bytes(value == _OTHER for value in _VALUES)
_IS_ANY = bytes(bool(code) for code in range(256))
_IS_KEPT = bytes(not sign & _IDLE and sign != _BETWEEN for sign in range(256))
_DROPPED = bytes(sign for sign, is_kept in enumerate(_IS_KEPT) if not is_kept)
_BEGINS = bytes(bool(each & _BEGIN) for each in range(256))
_ENDS = bytes(bool(each & _END) or each == _X for each in range(256))
"""An X may be a number's last sign."""
_MANY = 200
"""From here on check digits are asked all at once."""


@dataclass(frozen=True, eq=False)
class Form:
    """The form of a number in a joined text.

    `pattern` consumes its first digit and looks ahead for the others, its group 1. `known` names the digits that may
    stand at some of its places, the first being 0; `ends` the places at which its last sign may stand: both only narrow
    down where the pattern is tried. `check` is that of its check digit.
    """

    pattern: re.Pattern[str]
    known: Mapping[int, str]
    ends: tuple[int, ...]
    check: Check | None = None


class Rows:
    """The digits of a joined text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[int, int] = {}
        self._known: dict[bytes, int] = {}

    def spans(self, form: Form, taken: bytearray) -> Iterator[tuple[int, int]]:
        """Where numbers of a form begin and end, in order; none begins at a sign of the text that is taken by then."""
        found, check = self._places(form), form.check
        if check and found.bit_count() > _MANY:
            found, check = found & check.passing(self._row), None
        at = found.to_bytes(len(self._row), "little") if found else b""
        place = at.find(1)
        while place >= 0:
            at_sign = self._origin[place]
            match = None if taken[at_sign] else form.pattern.match(self._text, at_sign)
            if match and (check is None or check.passes(bare(match[0] + match[1]))):
                yield match.start(), match.end(1)
            place = at.find(1, place + 1)

    def _places(self, form: Form) -> int:
        """A byte for each sign of the row, 1 where the form may begin."""
        left = self._of(_BEGINS)
        for place, digits in form.known.items():
            left &= self._of(_among(digits)) >> 8 * place
        ended = 0
        for end in form.ends if left else ():
            ended |= self._run(end) & (self._of(_ENDS) >> 8 * end)
        return left & ended

    @cached_property
    def _signs(self) -> bytes:
        """A byte for each sign of the text: a digit's value, whether a number may begin or a group end there, and what
        tells nothing. Of digits by themselves, only the first begins a number (digits.begins).
        """
        units = self._text.encode("utf-32-le", "surrogatepass")
        beyond = _laid(units[1::4].translate(_IS_ANY)) | _laid(units[2::4].translate(_IS_ANY))
        digits = _laid(units[::4].translate(_IS_DIGIT))
        digits ^= digits & beyond
        begins, ends = digits ^ (digits & (digits << 8)), digits ^ (digits & (digits >> 8))
        between, lone = _laid(units[::4].translate(_IS_BETWEEN)), begins & ends
        begins ^= lone & ((between ^ (between & beyond)) << 8) & (lone << 16)
        others = _laid(units[::4].translate(_IS_OTHER)) | beyond
        values = _laid(units[::4].translate(_VALUES)) | others * VALUE
        marks = begins * _BEGIN | ends * _END | (others & (others << 8)) * _IDLE
        return (values | marks).to_bytes(len(self._text), "little")

    @cached_property
    def _row(self) -> bytes:
        """The signs with nothing between the groups of a number, and one between numbers."""
        return self._signs.translate(None, _DROPPED)

    @cached_property
    def _origin(self) -> list[int]:
        """Where in the text each sign of the row stands."""
        return list(compress(range(len(self._signs)), self._signs.translate(_IS_KEPT)))

    def _of(self, table: bytes) -> int:
        """A byte for each sign of the row: 1 where the table has one."""
        if table not in self._known:
            self._known[table] = _laid(self._row.translate(table))
        return self._known[table]

    def _run(self, length: int) -> int:
        """Where so many digits begin."""
        if length not in self._runs:
            half = (length + 1) // 2
            self._runs[length] = (
                self._of(_among("0123456789"))
                if length == 1
                else self._run(half) & (self._run(half) >> 8 * (length - half))
            )
        return self._runs[length]


def _laid(row: bytes) -> int:
    return int.from_bytes(row, "little")


@cache
def _among(digits: str) -> bytes:
    values = {int(digit) for digit in digits}
    return bytes(each & VALUE in values for each in range(256))
