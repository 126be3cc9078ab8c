"""Han characters, and how digits stand among them."""

HAN = "一-鿿㐀-䶿〇"
"""For a character class of a pattern: Han characters and the zero that is written among them."""

HAN_DIGITS = "〇一二三四五六七八九十"

FULL_DIGITS = "０１２３４５６７８９"
_TO_HALF = str.maketrans(FULL_DIGITS, "0123456789")


def half_width(text: str) -> str:
    """The text with full-width digits made half-width."""
    return text.translate(_TO_HALF)
