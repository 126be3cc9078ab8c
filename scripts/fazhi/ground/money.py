"""Money in 分, never in floating point."""

import re
import unicodedata
from decimal import Decimal

FEN = {"元": 100, "万元": 1_000_000}
"""How many 分 one of the unit holds."""

_PLAIN = re.compile(r"-?(?:\d{1,3}(?:,\d{3}){0,4}|\d{1,13})\.\d\d", re.ASCII)
_NIL = re.compile(r"[-—–―－/]*")
_AMOUNT = re.compile(
    r"(?P<minus>-)?¥?(?P<inner>-)?(?P<yuan>\d{1,3}(?:,\d{3})+|\d{1,13})(?P<rest>\.\d{1,6})?(?:元)?", re.ASCII
)
_BRACKETS = re.compile(r"¥?\((.+)\)元?")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]+")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3})+(?![\d,])", re.ASCII)
"""Thousands apart by a space each; other digits with a space between are two numbers, or none."""
_AROUND = re.compile(r"(?<![\d\s.,])\s+|(?<![\s.,])\s+(?![\d\s.,])", re.ASCII)


def read_amount(text: str, unit: str = "元") -> int | None:
    """The amount of a table cell in 分; None where the cell says nil (empty, `—`, `-`).

    Full-width characters are folded, separators `,` `，` and single spaces between thousands dropped, `(1.00)` is
    negative.
    Raises ValueError for what is no amount, or finer than a 分.
    """
    if unit == "元" and _PLAIN.fullmatch(text):
        return int(text.replace(",", "").replace(".", ""))
    number = read_number(text)
    return None if number is None else to_fen(number, unit)


def read_number(text: str) -> Decimal | None:
    """The number of a cell, in the same spellings, to six places; None where the cell says nil.

    Raises ValueError for what is none.
    """
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).replace("−", "-")).strip("*_` ")
    folded = _AROUND.sub("", _THOUSANDS.sub(lambda found: found[0].replace(" ", ""), folded))
    if _NIL.fullmatch(folded):
        return None
    bracketed = _BRACKETS.fullmatch(folded)
    found = _AMOUNT.fullmatch(bracketed[1] if bracketed else folded)
    if not found or [bool(bracketed), bool(found["minus"]), bool(found["inner"])].count(True) > 1:
        raise ValueError(text)
    number = Decimal(found["yuan"].replace(",", "") + (found["rest"] or ""))
    return -number if bracketed or found["minus"] or found["inner"] else number


def to_fen(amount: Decimal, unit: str = "元") -> int:
    """An amount in its unit as 分; ValueError where it is finer than a 分."""
    fen = amount * FEN[unit]
    if fen != int(fen):
        raise ValueError(str(amount))
    return int(fen)


def show_fen(fen: int) -> str:
    """An amount in 元 with separators and two places: `-1,234.50`."""
    sign, yuan, cents = "-" if fen < 0 else "", abs(fen) // 100, abs(fen) % 100
    return f"{sign}{yuan:,}.{cents:02d}"
