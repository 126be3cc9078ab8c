"""Days as records give them: exact, or only as exactly as is known."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

UNKNOWN = "unknown"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)


@lru_cache(maxsize=8192)
def day(text: str) -> date:
    """The day that `YYYY-MM-DD` names.

    Raises ValueError for any other form and for a day the calendar does not have.
    """
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class When:
    """A day known to the day, the month or the year, or not at all.

    `first` and `last` bound it; both are None where nothing is known.
    """

    text: str
    first: date | None
    last: date | None

    @property
    def exact(self) -> date | None:
        """The day, where it is known to the day."""
        return self.first if self.first == self.last else None

    @property
    def year(self) -> int | None:
        """The year, where at least that is known."""
        return self.first.year if self.first else None


@lru_cache(maxsize=8192)
def when(text: str) -> When:
    """Read `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `unknown`; ValueError for anything else."""
    if text == UNKNOWN:
        return When(text, None, None)
    partial = _PARTIAL.fullmatch(text)
    if not partial:
        exact = day(text)
        return When(text, exact, exact)
    year, month = int(partial[1]), partial[2]
    first, last = (int(month), int(month)) if month else (1, 12)
    return When(text, date(year, first, 1), date(year, last, _length(year, last)))


def first_whole_year(since: date) -> int:
    """The first year no day of which lies before a day."""
    return since.year if (since.month, since.day) == (1, 1) else since.year + 1


def last_whole_year(until: date) -> int:
    """The last year no day of which lies after a day."""
    return until.year if (until.month, until.day) == (12, 31) else until.year - 1


def a_year_after(start: date) -> date:
    """The same day of the next year; after 29 February its 28th."""
    return date(start.year + 1, start.month, min(start.day, _length(start.year + 1, start.month)))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
