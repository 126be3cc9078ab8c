"""What stands in a Markdown text and where: links, raw HTML, headings; code is passed over.

This scan is for the places of problems and for speed (hundreds of pages in the time a parser takes for one).
Safety does not rest on it: the renderer itself refuses raw HTML and unsafe addresses (verbs/render.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from fazhi.ground.problem import Place

_RUN = re.compile(r"`+")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_TAG = re.compile(r"<(?:[A-Za-z/][^<>\n]{0,200}|!--|!\[CDATA|\?)")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>|<[\w.+-]+@[\w.-]+>")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]{0,200}\bon[a-z]{3,20}\s*=", re.IGNORECASE)
_LINK = re.compile(r"\]\(\s*(?P<to><[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*(?P<to>\S+)", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})(.*)$", re.MULTILINE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image as written, with its place in the text."""

    to: str
    text: str
    image: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level, 1 to 6."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True)
class Markdown:
    """A Markdown text that begins at `first_line` of its file."""

    text: str
    first_line: int = 1

    @cached_property
    def prose(self) -> str:
        """The text with code blanked out, every other character where it was."""
        if "`" not in self.text and "~~~" not in self.text:
            return self.text
        return _blank(_blank(self.text, _fences(self.text)), _spans(self.text))

    def links(self) -> Iterator[Link]:
        """Every inline link, image and reference definition."""
        if "](" in self.prose:
            for match in _LINK.finditer(self.prose):
                opening = _opening(self.prose, match.start())
                text = self.prose[opening + 1 : match.start()]
                image = self.prose[opening - 1 : opening] == "!"
                yield Link(_address(match["to"]), text, image, self.place(match.start("to")))
        if "]:" in self.prose:
            for match in _REFERENCE.finditer(self.prose):
                yield Link(_address(match["to"]), "", False, self.place(match.start("to")))

    def raw_html(self) -> Iterator[tuple[str, Place]]:
        """Every piece of raw HTML and every attribute list with an event handler."""
        if "<" in self.prose:
            for match in _TAG.finditer(self.prose):
                if not _AUTOLINK.match(self.prose, match.start()):
                    yield match[0], self.place(match.start())
        if "{" in self.prose:
            for match in _ATTRIBUTES.finditer(self.prose):
                yield match[0], self.place(match.start())

    def headings(self) -> Iterator[Heading]:
        """Every heading written with #."""
        for match in _HEADING.finditer(self.prose):
            yield Heading(len(match[1]), match[2].strip(" \t#"), self.place(match.start()))

    def place(self, offset: int) -> Place:
        """The place in the file of a character of the text."""
        start = self.text.rfind("\n", 0, offset)
        return Place(self.text.count("\n", 0, offset) + self.first_line, offset - start)


def is_local(to: str) -> bool:
    """Whether an address names a place on this site: neither a scheme nor another host."""
    bare = plain_address(to)
    return not _SCHEME.match(bare) and not bare.startswith(("//", "\\\\", "/\\", "\\/"))


def is_safe(to: str) -> bool:
    """Whether following an address can only show something: a local one, or http, https, mailto, tel.

    Entities, percent escapes and invisible characters, under which browsers still see a script, are undone first.
    """
    return is_local(to) or plain_address(to).lower().startswith(SAFE_SCHEMES)


def plain_address(to: str) -> str:
    """An address as a browser would understand it."""
    return _INVISIBLE.sub("", unquote(unescape(unescape(to))))


def _address(written: str) -> str:
    return written[1:-1] if written.startswith("<") else written


def _opening(prose: str, closing: int) -> int:
    """Where the bracket opens that closes at `closing`; links with longer texts than this are not told apart."""
    depth = 0
    for offset in range(closing, max(closing - 500, -1), -1):
        depth += {"]": 1, "[": -1}.get(prose[offset], 0)
        if depth == 0:
            return offset
    return closing - 1


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of fenced code. A fence that is never closed is no code to the renderer, nor here."""
    offset, opened = 0, None
    for line in text.splitlines(keepends=True):
        fence = _FENCE.match(line)
        if fence and opened is None:
            opened = (offset, fence[1])
        elif fence and opened and line.strip() == fence[1] and fence[1].startswith(opened[1]):
            yield opened[0], offset + len(line)
            opened = None
        offset += len(line)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of inline code within one line: a run of backticks up to the next run of the same length."""
    opened: re.Match[str] | None = None
    for run in _RUN.finditer(text):
        if opened and "\n" in text[opened.end() : run.start()]:
            opened = None
        if opened is None:
            opened = run
        elif len(run[0]) == len(opened[0]):
            yield opened.start(), run.end()
            opened = None


def _blank(text: str, ranges: Iterator[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in ranges:
        parts += text[done:start], re.sub(r"[^\n]", " ", text[start:end])
        done = end
    return "".join([*parts, text[done:]])
