"""Money in 分, never in floating point."""

import re
import unicodedata
from decimal import Decimal

FEN = {"元": 100, "万元": 1_000_000}
"""How many 分 one of the unit holds."""

_NIL = re.compile(r"[-—–―－/]*")
_AMOUNT = re.compile(
    r"(?P<minus>-)?¥?(?P<yuan>\d{1,3}(?:,\d{3})+|\d{1,13})(?P<rest>\.\d{1,6})?(?:元)?", re.ASCII
)
_BRACKETS = re.compile(r"\((.+)\)")


def read_amount(text: str, unit: str = "元") -> int | None:
    """The amount of a table cell in 分; None where the cell says nil (empty, `—`, `-`).

    Full-width characters are folded, separators `,` `，` dropped, `(1.00)` is negative.
    Raises ValueError for what is no amount, or finer than a 分.
    """
    folded = unicodedata.normalize("NFKC", text).replace("−", "-").replace(" ", "").strip("*_`")
    if _NIL.fullmatch(folded):
        return None
    bracketed = _BRACKETS.fullmatch(folded)
    found = _AMOUNT.fullmatch(bracketed[1] if bracketed else folded)
    if not found:
        raise ValueError(text)
    fen = Decimal(found["yuan"].replace(",", "") + (found["rest"] or "")) * FEN[unit]
    if fen != int(fen):
        raise ValueError(text)
    return -int(fen) if bracketed or found["minus"] else int(fen)


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
