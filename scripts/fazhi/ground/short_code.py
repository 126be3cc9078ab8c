"""Short codes: eight signs that stand for a text, to be read from paper and typed (`K7HM-2XPD`).

The first seven come from the SHA-256 of the text, so that no list of codes is kept; the eighth checks them. Every sign
counts as a number below 31, a prime; weighted by its place all eight come to nothing: one sign misread, or any two
changed over, is always noticed. 0 and O, 1 and I do not occur, nor Q, lest a code begin like somebody's QQ number. The
first sign is a letter, so that no code looks like a telephone number.
"""

import hashlib
import re
import unicodedata

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
SIGNS = LETTERS + "23456789"
_LENGTH = 8


def short_code(text: str) -> str:
    """The code of a text, the same for ever. Among 10,000 texts two share one with a chance of 1 in 400."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    number, first = divmod(number, len(LETTERS))
    values = [first]
    while len(values) < _LENGTH - 1:
        number, value = divmod(number, len(SIGNS))
        values.append(value)
    return _written([*values, -_sum(values) % len(SIGNS)])


def read_code(typed: str) -> str | None:
    """The code as it is written, whatever its letters' size and width, spaces and dashes; None for what is no code."""
    signs = re.sub(r"[\s\-—]", "", unicodedata.normalize("NFKC", typed).upper())
    if len(signs) != _LENGTH or not set(signs) <= set(SIGNS) or signs[0] not in LETTERS:
        return None
    values = [SIGNS.index(sign) for sign in signs]
    return _written(values) if (_sum(values[:-1]) + values[-1]) % len(SIGNS) == 0 else None


def _sum(values: list[int]) -> int:
    return sum(weight * value for weight, value in enumerate(values, 2))


def _written(values: list[int]) -> str:
    signs = "".join(SIGNS[value] for value in values)
    return f"{signs[:4]}-{signs[4:]}"
