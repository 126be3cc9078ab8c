"""Broadcasts by month, and the months that had none."""

from collections.abc import Iterable, Iterator
from datetime import date

from fazhi.ground.days import When
from fazhi.nouns.record import Record

FORM = "广播"


def month(record: Record) -> date | None:
    """The first day of the month in which an activity surely took place; None where its date does not tell."""
    when = record.get("date")
    if not isinstance(when, When) or not when.first or not when.last:
        return None
    first = when.first.replace(day=1)
    return first if first == when.last.replace(day=1) else None


def silent(records: Iterable[Record], since: date, until: date) -> tuple[date, ...]:
    """The first days of the months without a broadcast that lie wholly between two days, `until` not among them."""
    heard = {month(record) for record in records if record.get("form") == FORM}
    months = range(_number(since) + (since.day > 1), _number(until))
    found = (date(number // 12, number % 12 + 1, 1) for number in months)
    return tuple(first for first in found if first not in heard)


def stretches(months: Iterable[date]) -> Iterator[tuple[date, ...]]:
    """Months in their order as stretches that follow on each other."""
    run: list[date] = []
    for first in months:
        if run and _number(first) - _number(run[-1]) != 1:
            yield tuple(run)
            run = []
        run.append(first)
    if run:
        yield tuple(run)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
