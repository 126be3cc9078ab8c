"""Long lists of a segment of search, cut into spans, so that a query to a large site need not fetch the whole of one.

A span is a stretch of entries that have some thousand passages in all. A list that takes more letters than the map of
bits of one span lies in files of its own, one a span, which the bucket names; any other stands in the bucket itself, as
all do where there is one span only.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from fazhi.ground.postings import decode, encode
from fazhi.ground.search_form import FOLDER, NAME, SPAN, call_of, name_of, said

_CUT = "@"
"""Begins what stands in a bucket for a list that is cut: how many numbers it has, then the name of each span's file."""
_NONE = "-" * NAME
"""Stands for the file of a span that has none of a list."""


@dataclass(frozen=True, slots=True)
class Spans:
    """The spans of a segment.

    `entries`, `starts`: the numbers of the first entry and of the first passage of each. `passages`: how many passages
    there are in all. `longest`: how many letters a list may have that is not cut.
    """

    entries: Sequence[int]
    starts: Sequence[int]
    passages: int
    longest: int

    @classmethod
    def of(cls, firsts: Sequence[int], passages: int, span: int = SPAN) -> Self:
        """Spans of at most `span` passages; an entry that has more is one. `firsts`: the first passage of every entry."""
        entries = [0]
        for entry, (_, end) in enumerate(pairwise((*firsts, passages))):
            if end - firsts[entries[-1]] > span and entry > entries[-1]:
                entries.append(entry)
        starts = [firsts[entry] for entry in entries] if firsts else [0]
        return cls(entries, starts, passages, span // 6 + 2)

    def write(self, numbers: Sequence[int]) -> tuple[str, Mapping[str, bytes]]:
        """What stands in the bucket for rising numbers of passages, and the files beside it."""
        text = encode(numbers, self.passages)
        if len(self.entries) == 1 or len(text) <= self.longest:
            return text, {}
        parts = [self._part(numbers, *each) for each in pairwise((*self.starts, self.passages))]
        files = {name_of(data): data for data in parts if data}
        names = "".join(name_of(data) if data else _NONE for data in parts)
        often = encode([len(numbers)], len(numbers) + 1)
        return f"{_CUT}{often}{names}", {_path(name): data for name, data in files.items()}

    def _part(self, numbers: Sequence[int], start: int, end: int) -> bytes:
        """The file with those of the numbers from `start` to before `end`; nothing for none."""
        own = numbers[bisect_left(numbers, start) : bisect_left(numbers, end)]
        return call_of(f'"{encode([number - start for number in own], end - start)}"') if own else b""

    def read(self, text: str, files: Mapping[str, bytes]) -> list[int]:
        """The numbers that `write` was given."""
        if not text.startswith(_CUT):
            return decode(text)
        lists = (decode(said(files[_path(name)])) if name != _NONE else [] for name in _names(text))
        return [start + number for start, own in zip(self.starts, lists, strict=True) for number in own]


def files_of(text: str) -> list[str]:
    """The files that hold a list, by what stands in the bucket for it: none where it is not cut."""
    return [_path(name) for name in _names(text) if name != _NONE] if text.startswith(_CUT) else []


def _names(text: str) -> list[str]:
    """The names in what stands for a list that is cut; the letters before them tell how many numbers it has."""
    names = text[1 + (len(text) - 1) % NAME :]
    return [names[at : at + NAME] for at in range(0, len(names), NAME)]


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.js"
