"""Numbers as people write them: full-width, with invisible characters, split by spaces, hyphens or a line break.

A run is a stretch of digits with at most one separator between two of them. What a number may be is asked of every
stretch of whole groups of a run, so that 138 1234 5678 is one number and 13812345678 13912345678 are two.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

_UNSEEN = "\xad\u200b-\u200f\u2060-\u2064\ufe0f\ufeff"
_WIDE = "０-９Ａ-Ｚａ-ｚ＊＠．＿－＋\U0001d7ce-\U0001d7ff"
_ODD = re.compile(rf"[{_UNSEEN}{_WIDE}]|\\[*_\-.@]")
_WIDE_SIGNS = re.compile(f"[{_WIDE}]")
_DROPPED = re.compile(rf"[{_UNSEEN}]|\\(?=[*_\-.@])")
_NARROW = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{code: 0x30 + (code - 0x1D7CE) % 10 for code in range(0x1D7CE, 0x1D800)},
}

_SPACE = "[ \u3000\xa0\u2000-\u200a\u202f]"
_DASH = "[-\u2010-\u2015\u2212－]"
_BETWEEN = (
    rf"(?:{_SPACE}?{_DASH}{_SPACE}?|[- \t]{{0,3}}\n[ \t>]{{0,4}}|{_SPACE}|[*_~=`]{{1,3}}|[)）]{_SPACE}?)"
)
_RUN = re.compile(rf"[0-9](?<![0-9].)(?:{_BETWEEN}?[0-9]){{9,}}+(?:{_BETWEEN}?[Xx](?![A-Za-z0-9]))?")
_GROUP = re.compile(r"[0-9]+[Xx]?|[Xx]")


@dataclass(frozen=True)
class Folded:
    """A text with its digits and letters half-width and without invisible characters; `origin` leads back."""

    text: str
    origin: tuple[int, ...] | None = None

    def back(self, index: int) -> int:
        """The offset in the text as written."""
        if self.origin is None:
            return index
        return self.origin[index] if index < len(self.origin) else (self.origin[-1] + 1 if self.origin else 0)


def fold(text: str) -> Folded:
    """The text as a reader takes it: １３８ is 138, and what nobody sees is not there."""
    if not _ODD.search(text):
        return Folded(text)
    narrow = _WIDE_SIGNS.sub(lambda match: chr(_NARROW[ord(match[0])]), text)
    dropped = [match.start() for match in _DROPPED.finditer(narrow)]
    if not dropped:
        return Folded(narrow)
    ends = zip([-1, *dropped], [*dropped, len(narrow)], strict=True)
    kept = tuple(chain.from_iterable(range(before + 1, end) for before, end in ends))
    return Folded(_DROPPED.sub("", narrow), kept)


@dataclass(frozen=True)
class Run:
    """A stretch of digits in a folded text: `number` without separators, and where each group of it stands."""

    text: str
    groups: tuple[tuple[int, int], ...]

    @cached_property
    def number(self) -> str:
        return "".join(self.text[start:end] for start, end in self.groups).upper()

    @cached_property
    def _cuts(self) -> tuple[dict[int, int], dict[int, int]]:
        """Offsets in the number where a stretch may begin, and where one may end, each with the group's count.

        None begins at a lone digit after a lone digit: a number spelt digit by digit began before.
        """
        begins, ends, at, was_lone = {}, {}, 0, False
        for count, (start, end) in enumerate(self.groups):
            is_lone = end - start == 1
            if not (was_lone and is_lone):
                begins[at] = count
            at += end - start
            ends[at] = count + 1
            was_lone = is_lone
        return begins, ends

    def stretches(self, begins: re.Pattern[str], lengths: Iterable[int]) -> Iterator["Stretch"]:
        """Every stretch of whole groups that has one of the lengths and begins as the (look-ahead) pattern says."""
        if len(self.groups) == 1:
            if len(self.number) in lengths and begins.match(self.number):
                yield Stretch(self, 0, 1, self.number)
            return
        firsts, lasts = self._cuts
        for at, first in firsts.items() if len(firsts) < 20 else _at(begins, self.number, firsts):
            if begins.match(self.number, at):
                for length in lengths:
                    if (last := lasts.get(at + length)) is not None:
                        yield Stretch(self, first, last, self.number[at : at + length])


def _at(begins: re.Pattern[str], number: str, firsts: dict[int, int]) -> Iterator[tuple[int, int]]:
    for match in begins.finditer(number):
        if (first := firsts.get(match.start())) is not None:
            yield match.start(), first


@dataclass(frozen=True)
class Stretch:
    """Groups `first` up to `last` of a run, read as one number."""

    run: Run
    first: int
    last: int
    number: str

    @property
    def start(self) -> int:
        return self.run.groups[self.first][0]

    @property
    def end(self) -> int:
        return self.run.groups[self.last - 1][1]

    @property
    def _groups(self) -> tuple[tuple[int, int], ...]:
        return self.run.groups[self.first : self.last]

    @property
    def is_one_word(self) -> bool:
        """Whether it reads as one number: whole, digit by digit, or in parts of three digits and more."""
        lengths = [end - start for start, end in self._groups]
        return len(lengths) == 1 or max(lengths) == 1 or min(lengths) >= 3 or self._is_broken_once

    @property
    def _is_broken_once(self) -> bool:
        return len(self._groups) == 2 and self.breaks_line

    @property
    def breaks_line(self) -> bool:
        return "\n" in self.run.text[self.start : self.end]

    @property
    def is_column(self) -> bool:
        """Whether its parts stand below each other with nothing beside them: figures of a column, not one number."""
        if not self.breaks_line:
            return False
        text, begins = self.run.text, self.run.text.rfind("\n", max(self.start - 80, 0), self.start)
        before = text[max(begins + 1, self.start - 80) : self.start]
        after = text[self.end : self.end + 1]
        return not before.strip() and after in ("", "\n")


def runs(text: str) -> Iterator[Run]:
    """The runs of ten digits and more of a folded text."""
    for match in _RUN.finditer(text):
        groups = [found.span() for found in _GROUP.finditer(text, match.start(), match.end())]
        yield Run(text, tuple(groups))


def line_starts(text: str) -> list[int]:
    """The offsets at which the lines of a text begin."""
    starts = [0]
    while (found := text.find("\n", starts[-1])) >= 0:
        starts.append(found + 1)
    return starts


def line_of(starts: list[int], offset: int) -> int:
    """The line, counted from 1, on which an offset stands."""
    return bisect_right(starts, offset)
