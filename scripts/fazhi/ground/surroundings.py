"""What stands around a place in a text: the words beside it, and in a table the head of its column."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from fazhi.ground.cached import cached_property

_FAR = 20_000
_LINE = 1_000
_HEADS = 4
"""A title, a unit and two rows of heads may stand above the first figures."""


@dataclass(frozen=True)
class Words:
    """Where the words of a pattern stand in a text: looked for once, asked of many places."""

    text: str
    pattern: re.Pattern[str]

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        spans = [match.span() for match in self.pattern.finditer(self.text)]
        return [start for start, _ in spans], [end for _, end in spans]

    @property
    def has_any(self) -> bool:
        """Whether one stands anywhere."""
        return bool(self._spans[0])

    @cached_property
    def _has_tables(self) -> bool:
        return "|" in self.text

    def are_near(self, start: int, end: int, reach: int) -> bool:
        """Whether one stands within `reach` signs of a stretch of text, or in the head of its column of a table."""
        starts, ends = self._spans
        if not starts:
            return False
        at = bisect_left(starts, end)
        if at < len(starts) and ends[at] <= end + reach:
            return True
        before = bisect_left(ends, start + 1) - 1
        if before >= 0 and starts[before] >= start - reach:
            return True
        return self._has_tables and bool(self.pattern.search(column_head(self.text, start)))


def column_head(text: str, offset: int) -> str:
    """The first cells of the column in which an offset stands, its head among them; empty outside of tables."""
    begins = text.rfind("\n", max(offset - _LINE, 0), offset) + 1
    if offset - begins > _LINE or not (column := text.count("|", begins, offset)):
        return ""
    gap = text.rfind("\n\n", max(begins - _FAR, 0), begins)
    above = text[gap + 2 if gap >= 0 else max(begins - _FAR, 0) : begins]
    rows = (line.split("|") for line in above[:_LINE].split("\n")[:_HEADS])
    return " ".join(cells[column].strip() for cells in rows if len(cells) > column)
