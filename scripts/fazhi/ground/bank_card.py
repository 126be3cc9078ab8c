"""Numbers of bank cards: a prefix that card schemes use, and the check of Luhn.

One in ten of any numbers passes Luhn (DOMAIN §4); the prefix is needed.
"""

import re
from functools import cache

from fazhi.ground.checksum import Check

_FORM = re.compile(r"62[0-9]{14,17}|(?:4[0-9]|5[1-5])[0-9]{14}")
_PLAIN = tuple(range(10))
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
"""Each digit twice over, its digits added: 8 is 16 is 7."""


def is_bank_card(number: str) -> bool:
    """Whether digits are the number of a bank card."""
    return bool(_FORM.fullmatch(number)) and passes_luhn(number)


def passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of those before it."""
    return luhn(len(number)).passes(number)


@cache
def luhn(length: int) -> Check:
    """The check of so many digits."""
    return Check(tuple(_DOUBLED if (length - place) % 2 == 0 else _PLAIN for place in range(length)), 10, 0)
