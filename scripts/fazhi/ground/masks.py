"""Masked numbers: what people write to publish a number without publishing it, and whether it hides enough.

A phone hides at least four digits; an identity number hides the whole birthday (DOMAIN §4).
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from fazhi.ground.credit_code import is_credit_code
from fazhi.ground.digits import Folded
from fazhi.ground.identity import PROVINCES, is_identity_number

_MASKED = re.compile(
    r"[0-9](?<![0-9A-Za-z*].)[0-9]{0,16}+(?=[*×●•○■xX#])(?>(?:[*×●•○■xX#]{1,16}+[0-9]{1,16}+){0,5})[*×●•○■xX#]{0,16}+(?![0-9A-Za-z*])"
)
_RARE = "*×●•○■X"
_COMMON = (re.compile(r"x(?<=[0-9]x)"), re.compile(r"#(?<=[0-9]#)"))
_BIRTHDAY = slice(6, 14)
_HIDDEN_OF_PHONE = 4
_BORN = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")


class Mask(NamedTuple):
    """A masked number: where it stands, what it masks, as written, and whether it hides enough."""

    start: int
    end: int
    of: Literal["phone", "identity"]
    written: str
    hides: bool


def masks(folded: Folded, text: str) -> Iterator[Mask]:
    """Every masked phone and identity number of a text, given with its folded form."""
    for match in _MASKED.finditer(folded.text) if _may_have(folded.text) else ():
        number = match[0]
        of = _of(number)
        if of:
            start, end = folded.back(match.start()), folded.back(match.end() - 1) + 1
            yield Mask(start, end, of, text[start:end], _hides(number, of))


def _may_have(text: str) -> bool:
    """Whether it is worth to look at every digit: signs that may mask are rare, two of them not behind a digit."""
    return any(map(text.__contains__, _RARE)) or any(sign.search(text) for sign in _COMMON)


def masked(text: str) -> str:
    """A number or word as a message may show it: its first signs, then asterisks."""
    shown = min(3, len(text) // 3)
    return text[:shown] + "*" * (len(text) - shown)


def _of(number: str) -> Literal["phone", "identity"] | None:
    if len(number) == 11 and number[0] == "1" and (number[1] in "3456789" or not number[1].isdecimal()):
        return "phone"
    if is_identity_number(number.upper()) or _is_credit_code(number):  # their X masks nothing
        return None
    if len(number) == 18 and (number[:2] in PROVINCES or not number[:2].isdecimal()):
        return "identity"
    return None


def _is_credit_code(number: str) -> bool:
    """One masked number in 341 passes as a code: not one that shows a birthday, or has more X than codes have."""
    is_masked = _BORN.match(number, _BIRTHDAY.start) or number.upper().count("X") > 3
    return not is_masked and is_credit_code(number.upper())


def _hides(number: str, of: str) -> bool:
    if of == "phone":
        return sum(not char.isdecimal() for char in number) >= _HIDDEN_OF_PHONE
    return not any(char.isdecimal() for char in number[_BIRTHDAY])
