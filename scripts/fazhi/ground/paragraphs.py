"""Paragraphs of a Markdown text, found from the blank lines between them.

Only what a rule needs is looked at: splitting ten thousand records into paragraphs would cost more than all checks.
"""

import re
from typing import NamedTuple

_MARKUP = re.compile(r"[ \t]*(?:[#|>]|[-*+] |\d{1,9}[.)] |\[\^|!\[|---|===|    )")
_BLANK = re.compile(r"\n[^\S\n]*(?=\n)")
BOUNDARY = r"\n(?=[ \t>]*(?:\n|[-*+] |[#|]|\d{1,9}[.)] ))"
"""For a pattern: a line end after which another paragraph, item, heading or table row begins."""


class Paragraph(NamedTuple):
    """A block between blank lines, with where it ends in the text."""

    text: str
    end: int

    @property
    def is_prose(self) -> bool:
        """Whether it is running text: no heading, list, table, quotation, picture or line."""
        return bool(self.text) and not _MARKUP.match(self.text)


def ending_at(text: str, end: int) -> Paragraph:
    """The paragraph before a line end that a blank line follows."""
    start = end
    while start > 0 and text[(line := text.rfind("\n", 0, start) + 1) : start].strip():
        start = line - 1
    return Paragraph(text[start + 1 if start >= 0 else 0 : end].strip("\n").rstrip(), end)


def beginning_at(text: str, start: int) -> Paragraph:
    """The paragraph that begins at an offset."""
    blank = _BLANK.search(text, start)
    end = blank.start() if blank else -1
    return Paragraph(text[start : end if blank else len(text)].rstrip(), end)
