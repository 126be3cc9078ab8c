"""Quoting what a person wrote in a message, without passing on a number that could belong to someone."""

import re

_LONG_NUMBER = re.compile(r"\d(?:[ -]?\d){6,}[Xx]?")
_LIMIT = 40


def quote(text: str) -> str:
    """The text on one line, shortened; of digit runs that could be a phone or identity number only the first three."""
    line = " ".join(text.split())
    shown = _LONG_NUMBER.sub(_mask, line)
    return shown if len(shown) <= _LIMIT else shown[:_LIMIT] + "…"


def _mask(match: re.Match[str]) -> str:
    number = match[0]
    return number if re.fullmatch(r"\d{4}-\d{2}-\d{2}", number) else number[:3] + "*" * (len(number) - 3)
