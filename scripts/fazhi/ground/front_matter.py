"""Change a few lines of front matter, or of a file that is YAML throughout, and keep all else byte for byte.

Mark at the head (BOM), line ends and comments stay. Whoever changes something reads the text again and compares: what
is written in a way that cannot be changed for certain is refused here, and what slipped through there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fazhi.ground.problem import Place

_BOM = "\ufeff"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r"---[ \t]*\r?\n?")
_BELOW = re.compile(r"[ \t]|-[ \t]|\r?\n")
_DASH = re.compile(r"[ \t]*(?=- )")


class CannotEdit(Exception):
    """The text is not written so that the change could be made for certain."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A text as lines with their ends; its keys stand from line `first` to before line `last`, counted from 0."""

    bom: str
    lines: tuple[str, ...]
    first: int
    last: int

    @property
    def text(self) -> str:
        """The whole text."""
        return self.bom + "".join(self.lines)

    @property
    def end(self) -> str:
        """How its lines end."""
        return "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"

    def added(self, lines: Sequence[str]) -> "Keys":
        """With lines, given without ends, after all keys."""
        return self._put(self.last, lines)

    def inserted(self, after: int, line: str) -> "Keys":
        """With a line after the one of that number, counted from 1."""
        return self._put(after, [line])

    def replaced(self, place: Place, old: str, new: str) -> "Keys":
        """With `new` for the first `old` at or after a place. Raises CannotEdit where its line has none."""
        line, at = self.lines[place.line - 1], place.column - 1
        if (begins := line.find(old, at)) < 0:
            raise CannotEdit(old)
        return self._with_line(place.line - 1, f"{line[:begins]}{new}{line[begins + len(old) :]}")

    def with_items(self, key: str, items: Sequence[str]) -> "Keys":
        """With items, each on one line, at the end of the list under a top-level key, which is made where there is none.

        Raises CannotEdit for a list that is written over several lines in brackets, and for what is no list.
        """
        at = next((at for at in range(self.first, self.last) if self.lines[at].startswith(f"{key}:")), None)
        if at is None:
            return self.added([f"{key}:", *(f"  - {item}" for item in items)])
        found = re.fullmatch(
            r"[^:]+:[ \t]*(?:\[(?P<flow>[^\r\n]*)\]|null|~)?[ \t]*(?:#[^\r\n]*)?\r?\n?", self.lines[at]
        )
        if found is None:
            raise CannotEdit(key)
        if found["flow"] is not None:
            return self._in_brackets(at, found.end("flow"), found["flow"], items)
        bare = re.sub(r":[ \t]*(?:null|~)(?=[ \t]*(?:#|\r?\n|$))", ":", self.lines[at], count=1)
        return self._with_line(at, bare)._below(at, items)

    def _in_brackets(self, at: int, end: int, flow: str, items: Sequence[str]) -> "Keys":
        comma = ", " if flow.strip() else ""
        line = self.lines[at]
        return self._with_line(at, f"{line[:end]}{comma}{', '.join(items)}{line[end:]}")

    def _below(self, at: int, items: Sequence[str]) -> "Keys":
        """After the last line of what stands under the key, indented as its items are."""
        end = at + 1
        while end < self.last and _BELOW.match(self.lines[end]):
            end += 1
        while end > at + 1 and not self.lines[end - 1].strip():
            end -= 1
        indents = [found[0] for line in self.lines[at + 1 : end] if (found := _DASH.match(line))]
        return self._put(end, [f"{indents[0] if indents else '  '}- {item}" for item in items])

    def _put(self, at: int, lines: Sequence[str]) -> "Keys":
        """Lines before the line `at`; the one before them gets an end where it has none."""
        before = list(self.lines[:at])
        if before and not before[-1].endswith("\n"):
            before[-1] += self.end
        new = [f"{line}{self.end}" for line in lines]
        return replace(self, lines=(*before, *new, *self.lines[at:]), last=self.last + len(new))

    def _with_line(self, at: int, line: str) -> "Keys":
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))


def front_matter(text: str) -> Keys:
    """The front matter of a Markdown file, its text as its bytes decode. Raises CannotEdit where it has none."""
    bom, lines = _lines(text)
    fences = [at for at, line in enumerate(lines) if _FENCE.fullmatch(line)][:2]
    if len(fences) < 2 or fences[0] != 0:
        raise CannotEdit("---")
    return Keys(bom, lines, 1, fences[1])


def whole(text: str) -> Keys:
    """A file that is YAML throughout."""
    bom, lines = _lines(text)
    return Keys(bom, lines, 0, len(lines))


def _lines(text: str) -> tuple[str, tuple[str, ...]]:
    bom = _BOM if text.startswith(_BOM) else ""
    return bom, tuple(_LINE.findall(text.removeprefix(bom)))
