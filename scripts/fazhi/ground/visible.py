"""The words and figures of a Markdown text without its mark-up: what must change for a reader to read something else.

Marks give way to white space, so that no two figures run together: `**15** 元` reads `15元`, and the cells of
`| 1 | 15 |` stay apart by their strokes. That a line is a heading, and the number that a list gives it, are read too.

Only what the renderer surely takes for mark-up is left out: what is shown must never be missed, and an odd piece of
mark-up may be taken for words. Where code may stand, which shows its marks, nothing but white space is left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

_CODE = re.compile(r"`|~~~")
_INDENTED = re.compile(r"(?:\A|\n[ \t]*\n)(?>(?:(?: {4}|\t)[^\n]*+(?:\n|\Z))+)")
_TITLE = r"""(?:"[^"\n]*+"|'[^'\n]*+')"""
_LINK = re.compile(
    r"(?<![\\\]])(?<!\]\s)(?P<text>\[(?!\^)(?>(?:[^\[\]\\]|\[[^\[\]\\]*+\])*)\])"
    rf"\([ \t]*+[^()\s<>\"'\\]*+(?>(?:\([^()\s<>\"'\\]*+\)[^()\s<>\"'\\]*+)*)(?>(?:[ \t]++(?P<title>{_TITLE}))?)[ \t]*+\)"
)
_DEFINED = re.compile(
    r"(?:\A|(?<=\n\n))(?>(?: {0,3}\[(?!\^)[^\[\]\n]{1,200}+\]:[ ]*+[^\s<>\[\]\"'|]++[ ]*+"
    rf"(?>(?:{_TITLE}[ ]*+)?)(?:\n|\Z))+)(?=\n|\Z)"
)
_DEFINITION_ADDRESS = re.compile(r"(?<=\]:)[ ]*+[^\s\"']++")
_ADDRESS = re.compile(r"(?<=\])\((?>(?:[^()\n]|\([^()\n]*+\))*)\)")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[^\n]*", re.MULTILINE)
_LINE_MARK = re.compile(
    r"^(?:[ \t:-]*+\|[ \t:|-]*+$|(?P<under>(?<=[^\n]\n)(?:={2,}+|-{2,}+)[ \t]*+$)|[=*_ -]{2,}+$"
    r"|(?P<indent>[ \t>]*+)(?:(?:(?P<heading>#{1,6}+)|(?P<bullet>[-*+])|(?P<number>\d{1,2})\.)[ \t]++)?)",
    re.MULTILINE,
)
_FENCE = re.compile(r"^[`~]{3,}+.*$", re.MULTILINE)
_SIGNS = str.maketrans("*_`[]\\", " " * 6)
_WITHIN_LINES = re.compile(rf"{_ADDRESS.pattern}|[*_`\[\]]")
_BETWEEN = re.compile(r"(?<=[0-9A-Za-z])\s+(?=[0-9A-Za-z])")
_KEPT = "\0"
_NESTED = 4
"""So many columns further in, a list stands within an item."""


def visible(text: str) -> str:
    """What a reader reads of a Markdown text, as `squeeze` gives it.

    Addresses of links, of definitions of references too, and marks of lists, quotations and emphasis are gone, the bars under
    table heads too; pictures' descriptions, titles of links and bare addresses are read and stay. A heading begins with
    # at any level, an item of a numbered list with its number as it is counted: ‹2›.
    """
    if _CODE.search(text) or any("](" in each[0] for each in _INDENTED.finditer(text)):
        return squeeze(text)
    text = _LINE_MARK.sub(_Shown(), _DEFINED.sub(_without_addresses, text))
    return squeeze(_LINK.sub(_with_title, text).translate(_SIGNS))


def _without_addresses(found: re.Match[str]) -> str:
    """Definitions of references with their names and titles only; the line ends stay."""
    return _DEFINITION_ADDRESS.sub("", found[0])


def _with_title(found: re.Match[str]) -> str:
    return f"{found['text']} {found['title'] or ''}"


class _Shown:
    """What is read in the place of the mark at each line's beginning, line by line.

    A paragraph shows what would be a mark of a list, and a list that of one of another sort.
    """

    def __init__(self) -> None:
        self._lists: dict[str, tuple[int, int]] = {}
        """By the indent of a list that goes on: the number last written, and as what it counts."""
        self._block = ""
        """What the lines since the last empty one are: a `list` of bullets, of `numbers`, or `text`."""

    def __call__(self, found: re.Match[str]) -> str:
        if found["under"] or found["heading"]:
            self._block = ""
            return "#"
        if found["number"] or found["bullet"]:
            return self._item(found)
        is_text = found.string[found.end() : found.end() + 1] not in ("", "\n")
        if is_text:
            self._block = self._block or "text"
            if not found[0]:
                self._lists.clear()
        elif found["indent"] is not None:
            self._block = ""
        return " "

    def _item(self, found: re.Match[str]) -> str:
        indent, sort = found["indent"], "numbers" if found["number"] else "list"
        self._block = self._block or sort
        is_nested = self._block != "text" and len(indent.expandtabs(_NESTED)) >= _NESTED
        if self._block != sort and not is_nested:
            return found[0].replace(">", " ")
        return f"‹{self._counted(indent, int(found['number']))}›" if found["number"] else " "

    def _counted(self, indent: str, written: int) -> int:
        """A list may give every item the number of the one before: it counts on by itself."""
        for deeper in [each for each in self._lists if len(each) > len(indent)]:
            del self._lists[deeper]
        before, counted = self._lists.get(indent, (None, 0))
        counted = counted + 1 if written == before else written
        self._lists[indent] = (written, counted)
        return counted


def unmarked(text: str) -> str:
    """The text with every character of mark-up made a space: as long as it was."""
    for pattern in (_DEFINITION, _FENCE, _LINE_MARK, _ADDRESS):
        text = pattern.sub(_blank, text)
    return text.translate(_SIGNS)


def unbroken(text: str) -> "Letters":
    """The text without marks of emphasis and of links, and where each of its characters stands: 4**次** reads 4次.

    White space, line ends and the strokes of tables stay: what they part does not run together.
    """
    marks = list(_WITHIN_LINES.finditer(text))
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(text)]
    kept = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    return Letters(
        "".join(text[start:end] for start, end in kept),
        tuple(chain.from_iterable(range(*each) for each in kept)),
    )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def squeeze(text: str) -> str:
    """The text without white space, save one space where two figures or letters would run together.

    It is in NFKC, save what stands high, low, in a circle or as a fraction: 10² does not read as 102.
    """
    if _MAY_BE_DISTINCT.search(text):
        normal = unicodedata.normalize("NFC", text.translate(_NORMAL))
    else:
        normal = unicodedata.normalize("NFKC", text)
    kept = _BETWEEN.sub(_KEPT, normal)
    return "".join(kept.split()).replace(_KEPT, " ")


class _Normal(dict[int, str]):
    """What stands for each character; worked out once for each."""

    def __missing__(self, code: int) -> str:
        how, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        if not how.startswith("<"):
            parts = [how, *parts] if how else []
        whole = not parts or how in _DISTINCT
        self[code] = chr(code) if whole else "".join(self[int(part, 16)] for part in parts)
        return self[code]


_DISTINCT = frozenset(("<super>", "<sub>", "<circle>", "<fraction>"))
_NORMAL = _Normal()
_MAY_BE_DISTINCT = re.compile(
    "[\xaa-\xbe\u02b0-\u02e4\u10fc\u1d2c-\u1dbf\u2070-\u218f\u2460-\u24ff\u2c7c-\u2d6f\u3190-\u33ff\ua690-\uabff"
    "\U00010000-\U0010ffff]"
)
"""Without any of these NFKC, which is quicker, comes to the same."""


class Letters(NamedTuple):
    """What texts are compared by: their characters without marks and white space, and where each of them stands."""

    text: str
    at: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original, from and to, that these of its characters, one or more, come from."""
        return self.at[start], self.at[end - 1] + 1

    def spans(self, wanted: "Letters") -> Iterator[tuple[int, int]]:
        """Every stretch of the original, from and to, that reads as `wanted` does."""
        length = len(wanted.text)
        start = self.text.find(wanted.text) if length else -1
        while start >= 0:
            yield self.stretch(start, start + length)
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
