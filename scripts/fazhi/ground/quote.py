"""Quoting what a person wrote in a message, without passing on a number that could belong to someone."""

import re

from fazhi.ground.personal import hide

_LONG_NUMBER = re.compile(r"\d(?:[ \-–—\u00ad\u200b-\u200f\u2060\ufeff]?\d){6,}[Xx]?")
_LIMIT, _FAR = 40, 1_000
"""So much is shown, and so much looked at: no number that begins in what is shown ends beyond it."""


def quote(text: str) -> str:
    """The text on one line, shortened, what cannot be seen spelt out.

    Of numbers that could be somebody's, and of every long run of digits, only the first three digits are shown.
    """
    begun = text.lstrip()[:_FAR]
    shown = seen(hide(_LONG_NUMBER.sub(_mask, " ".join(begun.split()))))
    return shown if len(shown) <= _LIMIT and len(begun) < _FAR else shown[:_LIMIT] + "…"


def seen(text: str) -> str:
    """The text with every character that cannot be seen spelt out; line ends stay."""
    return "".join(char if char.isprintable() or char == "\n" else f"<U+{ord(char):04X}>" for char in text)


def _mask(match: re.Match[str]) -> str:
    number = match[0]
    return number if re.fullmatch(r"\d{4}-\d{2}-\d{2}", number) else number[:3] + "*" * (len(number) - 3)
