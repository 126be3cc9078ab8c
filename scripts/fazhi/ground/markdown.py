"""What stands in a Markdown text and where: links, raw HTML, headings; code is passed over.

This scan is for the places of problems and for speed (hundreds of pages in the time a parser takes for one).
Safety does not rest on it: the renderer itself refuses raw HTML and unsafe addresses (verbs/render.py).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import unquote

from fazhi.ground.cached import cached_property
from fazhi.ground.problem import Place

_RUN = re.compile(r"`+")
_RUN_OR_ESCAPE = re.compile(r"\\.|`+")
_BRACKET_OR_ESCAPE = re.compile(r"\\.|[\[\]]")
_FENCE = re.compile(r"(`{3,}+|~{3,}+)[ \t]*+\.?[\w#.+-]*+[ \t]*+")
_FENCE_WITH_OPTIONS = re.compile(r"(?:`{3,}+|~{3,}+)[^\n]*(?:\{|hl_lines)")
_TAG = re.compile(r"<[A-Za-z/!?][^<>\n]{0,200}")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>|<[\w.+-]+@[\w.-]+>")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]{0,200}\bon[a-z]{3,20}\s*=", re.IGNORECASE)
_LINK = re.compile(r"\]\((?=\s*(?P<to><[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*))")
_REFERENCE = re.compile(
    r"^[ \t>*+\-\d.]*\[(?!\^)(?P<name>[^\[\]]*)\]:[ \t]*+\n?+[ \t]*+(?P<to>\S++)(?P<rest>.*)", re.MULTILINE
)
_TITLE = re.compile(r"[ \t]*+(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))?[ \t]*+")
_IMAGE_BY_NAME = re.compile(r"!\[(?P<text>[^\[\]]*)\](?!\()(?:\s?\[(?P<name>[^\[\]]*)\])?")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
_HEADING = re.compile(r"^(#{1,6})(.*)$", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_NO_WORDS = re.compile(
    r"\((?<=\]\()[^()\n]{0,500}+(?>(?:\([^()\n]{0,200}+\)[^()\n]{0,500}+){0,4})\)|<!--[^<>\n]{0,300}>"
    r"|<[A-Za-z/][^<>\n]{0,300}>|https?://[!#-&*-;=?-Z^-{}~]{1,300}|ftp://[!#-&*-;=?-Z^-{}~]{1,300}"
    r"|www\.[!#-&*-;=?-Z^-{}~]{1,300}|\{:[^{}\n]{0,200}\}"
)
_REFERRED = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[^\n]*", re.MULTILINE)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", re.ASCII)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NO_WORD_SIGNS = {
    _NO_WORDS: ("](", "<", "://", "www.", "{:"),
    _REFERRED: ("]:",),
    _MAIL: ("@",),
    _ENTITY: ("&",),
}
NO_WORD = "\ufffc"
_LONGEST = 200
_PLAIN = re.compile(r"[A-Za-z0-9_.#?~-][^:&%]*|")
"""An address that is surely local: it names no scheme, and nothing in it can be undone into one."""
LINK_SIGNS = ("](", "]:")
"""A text without either has no link."""
SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:")


class Link(NamedTuple):
    """A link or image as written, with its place in the text; `text` of a definition is the name it goes by."""

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
        text = self._unfenced
        return _blank(text, _spans(text)) if "`" in text else text

    @cached_property
    def unquoted(self) -> str:
        """The prose with quoted blocks blanked out too: what the author says in words of his own."""
        return _QUOTED.sub(lambda line: " " * len(line[0]), self.prose) if ">" in self.prose else self.prose

    @cached_property
    def _unfenced(self) -> str:
        is_fenced = "```" in self.text or "~~~" in self.text
        return _blank(self.text, _fences(self.text)) if is_fenced else self.text

    @cached_property
    def words(self) -> str:
        """The prose with addresses, tags, entities and comments blanked out (U+FFFC): what a reader reads, where it was."""
        text = self.prose
        for pattern, signs in _NO_WORD_SIGNS.items():
            if any(sign[0] in text and sign in text for sign in signs):
                text = pattern.sub(lambda found: NO_WORD * len(found[0]), text)
        return text

    def links(self) -> Iterator[Link]:
        """Every inline link, image and reference definition.

        What the renderer may not take for a link is left out, unless its address is not safe.
        """
        inline, reference = LINK_SIGNS
        if inline in self.prose:
            yield from self._inline_links()
        if reference in self._unfenced:
            yield from self._references()

    def _inline_links(self) -> Iterator[Link]:
        prose = self.prose
        openings = _openings(prose)
        for match in _LINK.finditer(prose):
            at, to = match.start(), _address(match["to"])
            opening = openings.get(at)
            if opening is not None or not is_safe(to):
                start = at if opening is None else opening + 1
                text = prose[start : min(at, start + _LONGEST)]
                image = prose[max(start - 2, 0) : start] == "!["
                yield Link(to, text, image, self.place(match.start("to")))

    def _references(self) -> Iterator[Link]:
        shown = _IMAGE_BY_NAME.finditer(self._unfenced)
        images = {_name(match["name"] or match["text"]) for match in shown}
        for match in _REFERENCE.finditer(self._unfenced):
            to = _address(match["to"])
            if _TITLE.fullmatch(match["rest"]) or not is_safe(to):
                name = _name(match["name"])
                yield Link(to, name, name in images, self.place(match.start("to")))

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
        line = bisect_right(self._lines, offset) - 1
        return Place(line + self.first_line, offset - self._lines[line] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]


@lru_cache(maxsize=1024)
def is_local(to: str) -> bool:
    """Whether an address names a place on this site: neither a scheme nor another host."""
    bare = plain_address(to)
    return not _SCHEME.match(bare) and not bare.startswith(("//", "\\\\", "/\\", "\\/"))


@lru_cache(maxsize=1024)
def is_safe(to: str) -> bool:
    """Whether following an address can only show something: a local one, or http, https, mailto, tel.

    Entities, percent escapes and invisible characters, under which browsers still see a script, are undone first.
    """
    if _PLAIN.fullmatch(to):
        return True
    return is_local(to) or plain_address(to).lower().startswith(SAFE_SCHEMES)


def plain_address(to: str) -> str:
    """An address as a browser would understand it."""
    return _INVISIBLE.sub("", unquote(unescape(unescape(to))))


def _address(written: str) -> str:
    if written.startswith("<") and written.endswith(">"):
        written = written[1:-1].strip()
    return _ESCAPED.sub(r"\1", written) if "\\" in written else written


def _name(written: str) -> str:
    """The name of a reference as the renderer compares it."""
    return " ".join(written.split()).lower()


def _openings(prose: str) -> dict[int, int]:
    """Where the bracket opens that closes at an offset."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACKET_OR_ESCAPE.finditer(prose):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            found[match.start()] = opened.pop()
    return found


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of fenced code, where the renderer surely sees code.

    It knows fences at the start of a line only, closed by the very same fence. From a fence that is never closed,
    or has options, nothing more counts as code here.
    """
    offset, begun, fence = 0, 0, ""
    for line in text.split("\n"):
        end = offset + len(line)
        if fence and line.rstrip(" \t") == fence:
            yield begun, end
            fence = ""
        elif not fence and (opening := _FENCE.fullmatch(line)):
            begun, fence = offset, opening[1]
        elif not fence and _FENCE_WITH_OPTIONS.match(line):
            return
        offset = end + 1


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of inline code: a run of backticks up to the next run of the same length, on one line.

    Where a line leaves a run open, the renderer may pair it with one of another line: then nothing in the
    paragraph counts as code here.
    """
    offset = 0
    found: list[tuple[int, int]] | None = []
    for line in text.split("\n"):
        if not line.strip():
            yield from found or ()
            found = []
        elif found is not None and "`" in line:
            if (pairs := _pairs(line, offset)) is None:
                found = None
            else:
                found.extend(pairs)
        offset += len(line) + 1
    yield from found or ()


def _pairs(line: str, offset: int) -> list[tuple[int, int]] | None:
    """The inline code of a line that begins at `offset`; None where a run of backticks is left open."""
    pairs, at = [], 0
    while opening := _RUN_OR_ESCAPE.search(line, at):
        at = opening.end()
        if opening[0].startswith("`"):
            closing = _RUN.search(line, at)
            while closing and closing[0] != opening[0]:
                closing = _RUN.search(line, closing.end())
            if closing is None:
                return None
            at = closing.end()
            pairs.append((offset + opening.start(), offset + at))
    return pairs


def _blank(text: str, ranges: Iterator[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in ranges:
        within = text[start:end]
        parts += text[done:start], re.sub(r"[^\n]", " ", within) if "\n" in within else " " * len(within)
        done = end
    return "".join([*parts, text[done:]])
