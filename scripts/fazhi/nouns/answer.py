"""What is to be said to somebody who holds a notice: whether what it says still holds."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from fazhi.ground.words import Words, same

State = Literal["current", "corrected", "withdrawn", "other"]
"""`other`: the digest of the sheet is not that of the record, and no correction tells why."""


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """A correction or a withdrawal: on which day, and why; `why` is empty where it is not known any more."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How the notice of a record stands. `title`: of one that was withdrawn, what it is called in its place.
    `digest`: that of the record now. Each is empty where it is not known."""

    id: str
    state: State
    title: Words = same("")
    digest: str = ""
    events: tuple[Event, ...] = ()


def answer(id: str, title: Words, digest: str, events: tuple[Event, ...], held: str) -> Answer:
    """The answer for a record that stands. `held`: the digest on the sheet, as many of its digits as were typed.

    Without it every correction counts: the sheet may be older.
    """
    if held and digest.startswith(held):
        return Answer(id, "current", title, digest, events)
    if events:
        return Answer(id, "corrected", title, digest, events)
    return Answer(id, "other" if held and digest else "current", title, digest)
