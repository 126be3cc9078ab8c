"""The words and figures of a Markdown text without its mark-up: what must change for a reader to read something else.

Marks give way to white space, so that no two figures run together: `**15** 元` reads `15元`, and the cells of
`| 1 | 15 |` stay apart by their strokes.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_ADDRESS = re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*+\))*+\)")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[^\n]*", re.MULTILINE)
_LINE_MARK = re.compile(
    r"^(?:[ \t:-]*+\|[ \t:|-]*+$|[=*_ -]{2,}+$|[`~]{3,}+.*$|[ \t>]*+(?:(?:#{1,6}+|[-*+]|\d{1,2}[.)])[ \t]++)?)",
    re.MULTILINE,
)
_SIGNS = str.maketrans("*_`[]\\", " " * 6)
_BETWEEN = re.compile(r"(?<=[0-9A-Za-z])\s+(?=[0-9A-Za-z])")
_KEPT = "\0"


def visible(text: str) -> str:
    """What a reader reads of a Markdown text, in NFKC and without white space but between two figures or letters.

    Addresses of links, definitions of references, fences and marks of headings, lists, quotations and emphasis
    are gone, the bars under table heads too; code, pictures' descriptions and bare addresses are read and stay.
    """
    return squeeze(unmarked(text))


def unmarked(text: str) -> str:
    """The text with every character of mark-up made a space: as long as it was."""
    for pattern in (_DEFINITION, _LINE_MARK, _ADDRESS):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text.translate(_SIGNS)


def squeeze(text: str) -> str:
    """The text in NFKC without white space, save one space where two figures or letters would run together."""
    kept = _BETWEEN.sub(_KEPT, unicodedata.normalize("NFKC", text))
    return "".join(kept.split()).replace(_KEPT, " ")


class Letters(NamedTuple):
    """What texts are compared by: their characters without marks and white space, and where each of them stands."""

    text: str
    at: tuple[int, ...]

    def spans(self, wanted: "Letters") -> Iterator[tuple[int, int]]:
        """Every stretch of the original, from and to, that reads as `wanted` does."""
        length = len(wanted.text)
        start = self.text.find(wanted.text) if length else -1
        while start >= 0:
            yield self.at[start], self.at[start + length - 1] + 1
            start = self.text.find(wanted.text, start + length)


def letters(text: str) -> Letters:
    """The characters of a text by which it is found across line ends, links and emphasis.

    For Markdown take `unmarked` of it; what was rendered has no mark-up any more.
    """
    signs = [_COMPARED[sign] for sign in text]
    return Letters("".join(signs), tuple([at for at, sign in enumerate(signs) for _ in sign]))


class _Compared(dict[str, str]):
    """By what each sign is compared; worked out once for each."""

    def __missing__(self, sign: str) -> str:
        normal = unicodedata.normalize("NFKC", sign)
        self[sign] = "".join(each for each in normal if not each.isspace() and each not in _NO_LETTERS)
        return self[sign]


_NO_LETTERS = frozenset("*_`[]\\|")
_COMPARED = _Compared()
