"""How a duty stands with the records that are for it.

Of several records the first in time counts that has something in it; the others are named. Only a notice that came in
time itself puts publication off, though not beyond the law's limit: a late record does not move the deadline it missed.
What was published or signed before the period was over says nothing of the whole of it, and meets no duty.
What is late stays late for ever; what is open is overdue from the day after its deadline. Where a day or a year's holidays are not known,
a state is given only if it holds within both bounds.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from fazhi.ground.days import When
from fazhi.ground.workdays import Deadline
from fazhi.nouns.cell import Cell, State
from fazhi.nouns.duty import Duty, approved_duty
from fazhi.nouns.record import Record
from fazhi.nouns.substance import is_copy, is_empty, is_nil

Flaw = Literal["", "empty", "copied"]


def stands(duty: Duty, records: Iterable[Record], earlier: Iterable[Record], as_of: date) -> Cell:
    """How a duty stands, with the records that are for it and those of the period before."""
    found = sorted((each for each in records if _is_there(each, as_of)), key=_in_time)
    early = tuple(each for each in found if _is_early(each, duty))
    there = [each for each in found if each not in early]
    duty = _approved(duty, there)
    due, notice = _put_off(duty, there)
    flaws = {each.id: _flaw(each, earlier) for each in there}
    real = [each for each in there if each is not notice]
    chosen = next((each for each in real if not flaws[each.id]), real[0] if real else None)
    if chosen is None:
        return Cell(duty, _open_state(due, notice, as_of), due, notice=notice, early=early)
    others = tuple(each for each in real if each is not chosen)
    if flaw := flaws[chosen.id]:
        return Cell(duty, flaw, due, chosen, others, notice=notice, early=early)
    state, late = _judged(chosen, duty, due)
    return Cell(duty, state, due, chosen, others, late, notice, early)


def _is_there(record: Record, as_of: date) -> bool:
    """Whether a record was published by a day, as far as is known."""
    first = _published(record)[0]
    return first is None or first <= as_of


def _is_early(record: Record, duty: Duty) -> bool:
    """Whether a record was published, or nothing signed, before the last day of its period; a notice may be early.

    What is approved beforehand for a year, as a budget, is early by its nature.
    """
    if duty.period.cadence == "event" or record.get("extended") or record.get("approved"):
        return False
    days = (_published(record)[1], (record.get("nil") or {}).get("on"))
    return any(day is not None and day < duty.period.last for day in days)


def _published(record: Record) -> tuple[date | None, date | None]:
    published = record.get("published")
    return (published.first, published.last) if isinstance(published, When) else (None, None)


def _in_time(record: Record) -> tuple[date, str]:
    return _published(record)[0] or date.max, record.id


def _put_off(duty: Duty, there: Iterable[Record]) -> tuple[Deadline, Record | None]:
    """The deadline, put off by the first notice that came before it, and that notice.

    Where the day of one is not known, the deadline lies between the duty's own and the one it asks for.
    """
    due = duty.due
    for record in there:
        extended = record.get("extended") or {}
        if not (until := extended.get("until")) or not extended.get("ground") or until <= due.latest:
            continue
        day = max(min(until, duty.limit), due.latest)
        first, last = _published(record)
        if last is not None and last <= due.earliest:
            return Deadline(day, day), record
        if first is None or first <= due.latest:
            return Deadline(due.earliest, day), None
    return due, None


def _flaw(record: Record, earlier: Iterable[Record]) -> Flaw:
    if is_empty(record):
        return "empty"
    return "copied" if any(is_copy(record, each) for each in earlier) else ""


def _open_state(due: Deadline, notice: Record | None, as_of: date) -> State:
    if as_of > due.latest:
        return "overdue"
    if as_of > due.earliest:
        return "unknown"
    return "extended" if notice else "not-due"


def _judged(record: Record, duty: Duty, due: Deadline) -> tuple[State, tuple[int, int]]:
    """The state of a duty that a record meets, and the least and most days it came late."""
    first, last = _published(record)
    if first is None or last is None:
        return "unknown", (0, 0)
    if first > due.latest:
        return "late", ((first - due.latest).days, (last - due.earliest).days)
    if last > due.earliest:
        return "unknown", (0, 0)
    if last > duty.due.earliest:
        return "extended", (0, 0)
    return ("nil" if is_nil(record) else "on-time"), (0, 0)


def _approved(duty: Duty, there: Iterable[Record]) -> Duty:
    """The duty of what was approved, by the first record that names the day."""
    day = next((approved for each in there if (approved := each.get("approved"))), None)
    return approved_duty(duty, day) if day else duty
