"""Numbers of bank cards: a prefix that card schemes use, and the check of Luhn.

One in ten of any numbers passes Luhn (DOMAIN §4); the prefix is needed.
"""

import re

_FORM = re.compile(r"62[0-9]{14,17}|(?:4[0-9]|5[1-5])[0-9]{14}")


def is_bank_card(number: str) -> bool:
    """Whether digits are the number of a bank card."""
    return bool(_FORM.fullmatch(number)) and passes_luhn(number)


def passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of those before it."""
    odd = sum(int(digit) for digit in number[::-1][::2])
    even = sum(sum(divmod(2 * int(digit), 10)) for digit in number[::-1][1::2])
    return (odd + even) % 10 == 0
