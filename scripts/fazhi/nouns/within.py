"""Whether what a record is about surely lies within a stretch of time."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fazhi.ground.days import When
from fazhi.ground.period import Period
from fazhi.nouns.record import Record


def lies_in(record: Record, periods: Sequence[Period]) -> bool:
    """Whether its date or period, of a kind without one the day it was formed, lies wholly in the periods.

    It does where there are none. Periods that follow on each other are one stretch. What is known to the year alone lies
    in no quarter of it.
    """
    if not periods:
        return True
    days = _days(record)
    return days is not None and any(
        first <= days[0] and days[1] <= last for first, last in _stretches(periods)
    )


def _days(record: Record) -> tuple[date, date] | None:
    value = record.get(record.kind.dated or "formed")
    if isinstance(value, int):
        return date(value, 1, 1), date(value, 12, 31)
    known = isinstance(value, When | Period) and value.first and value.last
    return (value.first, value.last) if known else None


def _stretches(periods: Sequence[Period]) -> Iterator[tuple[date, date]]:
    first, last = None, None
    for each in sorted(periods, key=lambda each: each.first):
        if first is None or last is None:
            first, last = each.first, each.last
        elif each.first <= last + timedelta(days=1):
            last = max(last, each.last)
        else:
            yield first, last
            first, last = each.first, each.last
    if first and last:
        yield first, last
