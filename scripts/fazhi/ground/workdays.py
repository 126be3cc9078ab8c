"""Working days: the State Council's holidays and make-up days, with the town's own laid over them.

The library chinesecalendar holds one table a year, out each November for the next; a site without internet may run
with an old one. For a year that neither it nor town.yml knows, bounds that hold in any year stand in (DOMAIN §2,
deadline arithmetic), and the result says that it is only bounds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from chinese_calendar import constants as table  # type: ignore[import-untyped]

from fazhi.ground.cached import cached_property

_DAY = timedelta(days=1)
_HOLIDAYS: frozenset[date] = frozenset(table.holidays)
_MAKE_UP: frozenset[date] = frozenset(table.workdays)
_YEARS = frozenset(day.year for day in _HOLIDAYS)
_SATURDAY = 5


class Deadline(NamedTuple):
    """The last day of a term. Where a year's holidays are not known it lies from `earliest` to `latest`."""

    earliest: date
    latest: date

    @property
    def exact(self) -> bool:
        """Whether the calendar of every year concerned is known."""
        return self.earliest == self.latest


@dataclass(frozen=True)
class Workdays:
    """Which days are worked. `own`: by year, the days `off` and at `work` of town.yml; a year named there is known."""

    own: Mapping[str, Mapping[str, Any]]

    @cached_property
    def _off(self) -> frozenset[date]:
        return frozenset(day for year in self.own.values() for day in year.get("off", ()))

    @cached_property
    def _work(self) -> frozenset[date]:
        return frozenset(day for year in self.own.values() for day in year.get("work", ()))

    def knows(self, year: int) -> bool:
        """Whether the holidays of a year are known."""
        return year in _YEARS or str(year) in self.own

    def is_worked(self, day: date) -> bool:
        """Whether a day is a working day; of a year that is not known, as if it had weekends only."""
        if day in self._off or day in self._work:
            return day in self._work
        return day in _MAKE_UP or (day.weekday() < _SATURDAY and day not in _HOLIDAYS)

    def after(self, start: date, days: int) -> Deadline:
        """The last of so many working days after `start`, which itself does not count."""
        day = start
        left = days
        while left and self.knows((day + _DAY).year):
            day += _DAY
            left -= self.is_worked(day)
        return _bounds(start, days) if left else Deadline(day, day)


def _bounds(start: date, days: int) -> Deadline:
    """Bounds of a term in any year: whole weeks at the least, a long holiday more at the most."""
    earliest = start + timedelta(days=days // 5 * 7 + days % 5)
    return Deadline(earliest, earliest + timedelta(days=_MARGIN_WEEK if days <= _WEEK else _margin(days)))


def _margin(days: int) -> int:
    return _MARGIN * -(-days // _MONTH)


_WEEK, _MARGIN_WEEK = 7, 9
_MONTH, _MARGIN = 20, 17
"""7 working days: from 9 to 18 calendar days; 20: from 28 to 45; longer terms meet more than one holiday. No term since
2005 was longer, but for the Spring Festival of 2020, which a decree made longer (19 days)."""
