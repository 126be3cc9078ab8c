"""Numbers of identity cards (公民身份号码, GB 11643): region, birthday, and the check of ISO 7064 MOD 11-2.

`stdnum.cn.ric` raises KeyError on some numbers and rejects valid ones whose county's code is younger than the birth;
here only the province is looked at.
"""

from datetime import date

from fazhi.ground.days import day

PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split()
)
RESIDENTS = frozenset(("83", *(f"9{digit}" for digit in range(10))))
"""Residence permits have the same form: 83 Taiwan, a first 9 foreigners (known, not confirmed against a text)."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are an identity number: they have its form and their check digit is right."""
    return looks_like_identity_number(number) and check_digit(number) == number[17]


def looks_like_identity_number(number: str) -> bool:
    """Whether 18 characters begin with a region and a birthday that can be; the check digit is not asked."""
    return (
        len(number) == 18
        and number[:17].isdecimal()
        and (number[17].isdecimal() or number[17] == "X")
        and number[:2] in PROVINCES | RESIDENTS
        and _is_birthday(number[6:14])
    )


def is_old_identity_number(number: str) -> bool:
    """Whether 15 digits have the form used until 1999: about one in eighty of any 15 digits has."""
    return len(number) == 15 and number[:2] in PROVINCES and _is_birthday("19" + number[6:12])


def check_digit(number: str) -> str:
    """The check digit that belongs to the first 17 digits."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _CHECKS[total % 11]


def _is_birthday(digits: str) -> bool:
    try:
        born = day(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    except ValueError:
        return False
    return date(1900, 1, 1) <= born <= date.today()
