"""Numbers of identity cards (公民身份号码, GB 11643): region, birthday, and the check of ISO 7064 MOD 11-2.

`stdnum.cn.ric` raises KeyError on some numbers and rejects valid ones whose county's code is younger than the birth;
here only the province is looked at.
"""

import re
from datetime import date

from fazhi.ground.checksum import Check

PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split()
)
RESIDENTS = frozenset(("83", *(f"9{digit}" for digit in range(10))))
"""Residence permits have the same form: 83 Taiwan, a first 9 foreigners (known, not confirmed against a text)."""

_FORM = re.compile("[0-9]{17}[0-9X]")
_OLD_FORM = re.compile("[0-9]{15}")
_REGIONS = PROVINCES | RESIDENTS
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1)
_CHECKS = "10X98765432"
CHECK = Check(tuple(tuple(weight * value % 11 for value in range(11)) for weight in _WEIGHTS), 11, 1)
"""The check of 18 characters."""


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are an identity number: they have its form and their check digit is right."""
    return looks_like_identity_number(number) and check_digit(number) == number[17]


def looks_like_identity_number(number: str) -> bool:
    """Whether 18 characters begin with a region and a birthday that can be; the check digit is not asked."""
    return (
        len(number) == 18
        and _FORM.fullmatch(number) is not None
        and number[:2] in _REGIONS
        and _is_birthday(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    )


def is_old_identity_number(number: str) -> bool:
    """Whether 15 digits have the form used until 1999: about one in eighty of any 15 digits has."""
    return (
        _OLD_FORM.fullmatch(number) is not None
        and number[:2] in PROVINCES
        and _is_birthday(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))
    )


def check_digit(number: str) -> str:
    """The check digit that belongs to the first 17 digits."""
    return _CHECKS[
        sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=False)) % 11
    ]


def _is_birthday(year: int, month: int, day: int) -> bool:
    try:
        return date(1900, 1, 1) <= date(year, month, day) <= date.today()
    except ValueError:
        return False
