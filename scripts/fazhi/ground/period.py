"""The stretch of time a disclosure speaks of: a year, a quarter, a month, or the day of an event."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from fazhi.ground.days import day
from fazhi.ground.words import Words, same

_YEAR = re.compile(r"\d{4}", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_ORDINALS = "一二三四"


@dataclass(frozen=True, slots=True)
class Period:
    """A period as written (`2026`, `2026-Q3`, `2026-09`, `2026-09-10`), with its cadence and bounds."""

    text: str
    cadence: str
    first: date
    last: date

    @property
    def year(self) -> int:
        return self.first.year

    @property
    def slug(self) -> str:
        """The period without its year, as file names carry it: `Q3`, `09`, `0910`, `year` (DESIGN §2)."""
        if self.cadence == "year":
            return "year"
        return self.text[5:].replace("-", "")

    @property
    def following(self) -> "Period":
        """The month after a month, else the quarter that begins when this ends."""
        return period_at(self.last + _DAY, "month" if self.cadence == "month" else "quarter")

    @property
    def before(self) -> "Period":
        """The period of the same cadence that ends when this begins; the first of all is its own."""
        return period_at(max(self.first, date.min + _DAY) - _DAY, self.cadence)

    @property
    def words(self) -> Words:
        """The period as people write it."""
        if self.cadence == "year":
            return Words(f"{self.year}年", str(self.year))
        if self.cadence == "quarter":
            number = int(self.text[-1])
            return Words(f"{self.year}年第{_ORDINALS[number - 1]}季度", f"Q{number} {self.year}")
        if self.cadence == "month":
            return Words(f"{self.year}年{self.first.month}月", f"{self.first:%B} {self.year}")
        return same(self.text)


@lru_cache(maxsize=4096)
def period(text: str) -> Period:
    """Read a period; ValueError for any other form."""
    if _YEAR.fullmatch(text):
        return Period(text, "year", date(int(text), 1, 1), date(int(text), 12, 31))
    if quarter := _QUARTER.fullmatch(text):
        last = int(quarter[2]) * 3
        return _months(text, "quarter", int(quarter[1]), last - 2, last)
    if month := _MONTH.fullmatch(text):
        return _months(text, "month", int(month[1]), int(month[2]), int(month[2]))
    event = day(text)
    return Period(text, "event", event, event)


@lru_cache(maxsize=512)
def periods(cadence: str, year: int) -> tuple[Period, ...]:
    """The periods of a year in order; none for a cadence that has none of its own (`event`)."""
    form, count = _FORMS.get(cadence, ("", 0))
    return tuple(period(form.format(year, n)) for n in range(1, count + 1))


@lru_cache(maxsize=4096)
def period_at(day: date, cadence: str) -> Period:
    """The period of a cadence that a day lies in."""
    if cadence == "event":
        return period(day.isoformat())
    return next(each for each in periods(cadence, day.year) if day <= each.last)


_DAY = timedelta(days=1)
_FORMS = {"month": ("{:04d}-{:02d}", 12), "quarter": ("{:04d}-Q{}", 4), "year": ("{:04d}", 1)}


def _months(text: str, cadence: str, year: int, first: int, last: int) -> Period:
    start = date(year, first, 1)
    return Period(text, cadence, start, date(year, last, calendar.monthrange(year, last)[1]))
