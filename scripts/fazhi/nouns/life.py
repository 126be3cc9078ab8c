"""The life of a regulation: what happened to it on which day, and how it stands on any day.

Everything follows from dates and relations, nothing from the status that is written down. 撤销 is void from the start,
废止 from the day of repeal (党政机关公文处理工作条例 art. 33); of two ends the earlier counts, but an annulment over all.
What was annulled did nothing to others either, and nothing is repealed or amended before it came to be.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, get_args

from fazhi.ground.days import When
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.relations import Ids

State = Literal[
    "draft", "pending", "in force", "amended", "superseded", "expired", "repealed", "annulled", "unclear"
]
"""`amended`: in force, to be read with a document that changed it; `superseded`: a newer version stands in its place;
`unclear`: registered as ended, while nothing tells when it did (`state_of`)."""
STATUS: dict[State, str | None] = {
    "draft": None,
    "pending": "有效",
    "in force": "有效",
    "amended": "已修改",
    "superseded": "已修改",
    "expired": "已失效",
    "repealed": "已废止",
    "annulled": "已撤销",
    "unclear": None,
}
"""有效性 as it is written for each state; a draft has none."""
HOLDS: frozenset[State] = frozenset(("in force", "amended"))
Step = Literal[
    "drafted", "consulted", "closed", "competition", "reviewed", "adopted", "issued", "published", "explained", "filed",
    "effective", "amended", "cleaned", "superseded", "expired", "repealed", "annulled",
]  # fmt: skip
"""In the order in which steps of one day come. `competition`: reviewed for fair competition; `cleaned`: looked through."""
_ORDER: tuple[Step, ...] = get_args(Step)
_ENDS: tuple[Step, ...] = ("superseded", "expired", "repealed", "annulled")
_LATER: tuple[Step, ...] = ("amended", "repealed")
"""What cannot have happened before there was a document. The order of versions is that of their names."""
_ENDED: dict[str, tuple[Step, ...]] = {
    "已废止": ("repealed",),
    "已失效": ("expired",),
    "已撤销": ("annulled",),
}
"""The statuses of what has ended, with the steps that end so."""


class Event(NamedTuple):
    """What happened on a day; `by` is the id of the record that did it, where a record did."""

    on: date
    step: Step
    by: str | None = None


@dataclass(frozen=True)
class Life:
    """The events of one regulation, the earliest first."""

    events: tuple[Event, ...]
    is_draft: bool = False

    @property
    def is_void(self) -> bool:
        """Whether it never had force: a draft, or annulled on whatever day."""
        return self.is_draft or self.first("annulled") is not None

    def first(self, step: Step) -> Event | None:
        """The first event of a step."""
        return next((event for event in self.events if event.step == step), None)

    @property
    def told(self) -> tuple[Event, ...]:
        """What there is to tell: nothing ends twice, though an annulment undoes an end before it too.

        What ended before its day came never took effect.
        """
        ends = [event for event in self.events if event.step in _ENDS]
        over = [event for event in ends[1:] if event.step != "annulled"]
        never = [
            event for event in self.events if event.step == "effective" and ends and ends[0].on < event.on
        ]
        return tuple(event for event in self.events if event not in over and event not in never)

    def end(self, day: date = date.max) -> Event | None:
        """What had ended it by a day: an annulment, else whatever came first; None while nothing has."""
        ends = [event for event in self.events if event.step in _ENDS and event.on <= day]
        return next((event for event in ends if event.step == "annulled"), ends[0] if ends else None)

    @property
    def since(self) -> date | None:
        """The day from which it is in force."""
        effective = self.first("effective")
        return effective.on if effective else None

    @property
    def until(self) -> date | None:
        """The last day on which it held, or is to hold; None where no end is known."""
        ends = [event.on for event in self.events if event.step in _ENDS]
        return ends[0] - timedelta(days=1) if ends else None

    @property
    def held(self) -> bool:
        """Whether there is a day on which it held or is to hold: not for a draft, nor for what is void or ended before its day."""
        return (
            self.since is not None and not self.is_void and (self.until is None or self.since <= self.until)
        )

    @property
    def last_day(self) -> date | None:
        """The day an end is listed by: the last on which it held, or that on which it was annulled."""
        annulled = self.first("annulled")
        return annulled.on if annulled else self.until

    def on(self, day: date) -> State | None:
        """How it stands on a day; None where its dates do not tell."""
        if self.is_draft:
            return "draft"
        if end := self.end(day):
            return end.step  # type: ignore[return-value]  # every end is a state
        if self.since is None:
            return None
        if self.since > day:
            return "pending"
        amended = self.first("amended")
        return "amended" if amended and amended.on <= day else "in force"

    def holds_on(self, day: date) -> bool:
        """Whether it may be gone by on a day."""
        return self.on(day) in HOLDS and not self.is_void


def life(record: Record, register: Register) -> Life | None:
    """The life of a regulation; None for a record of another kind."""
    if record.kind.name != "regulation":
        return None
    known = {*_own(record), *_by_others(record, register)}
    begun = came_to_be(record) or date.min
    events = [event for event in known if event.on >= begun or event.step not in _LATER]
    ordered = sorted(events, key=lambda event: (event.on, _ORDER.index(event.step), event.by or ""))
    return Life(tuple(ordered), record.get("draft", False) is True)


def came_to_be(record: Record) -> date | None:
    """The first day on which there was the document, as far as its dates tell: nothing can have changed it before."""
    days = (_day(record, key) for key in ("adopted", "formed", "issued", "effective"))
    return min((day for day in days if day), default=None)


def acts_from(record: Record | None) -> date | None:
    """The day from which a document changes others; None for a draft, and for what was annulled: it never did."""
    if record is None or record.get("draft"):
        return None
    return None if _is_void(record) else _day(record, "effective")


def may_act_on(newer: Record, older: Record) -> bool:
    """Whether a relation that is written down is followed: not that of a void document, nor of one that came before."""
    day, begun = acts_from(newer), came_to_be(older)
    return not _is_void(newer) and not (day and begun and day < begun)


def state_of(record: Record, own: Life, day: date) -> State | None:
    """How a regulation stands on a day.

    One that is registered as ended is not called in force because its dates were forgotten: nobody should go by it.
    Where they tell when it came to that end, it was in force until then.
    """
    state, status = own.on(day), record.get("status")
    is_undated = status in _ENDED and not any(own.first(step) for step in _ENDED[status])
    return "unclear" if is_undated and state in HOLDS else state


def is_annulled(record: Record, register: Register) -> bool:
    """Whether a record is a regulation that was annulled, whenever that was, or is registered as annulled."""
    return life(record, register) is not None and _is_void(record)


def _is_void(record: Record) -> bool:
    return bool(record.get("annulled")) or record.get("status") == STATUS["annulled"]


def _own(record: Record) -> Iterator[Event]:
    for key, step in _OWN:
        if day := _day(record, key):
            yield Event(day, step)
    for each in record.get("clean_ups", ()):
        if day := each.get("on"):
            yield Event(day, "cleaned")
    if (expires := record.get("expires")) and expires < date.max:
        yield Event(expires + timedelta(days=1), "expired")


def _by_others(record: Record, register: Register) -> Iterator[Event]:
    """What other regulations did to it, on the day they took effect; what its own next version did, is told as that."""
    related = register.relations
    steps: tuple[tuple[Step, Ids], ...] = (
        ("repealed", related.replaced_by),
        ("amended", related.amended_by),
    )
    for step, ids in steps:
        for id in ids.get(record.id, ()):
            day = acts_from(register.records.get(id))
            if day and not _is_same_document(id, record.id):
                yield Event(day, step, id)
    for newer in _later_versions(record, register):
        if day := acts_from(newer):
            yield Event(day, "superseded", newer.id)
            return


def _is_same_document(id: str, other: str) -> bool:
    return id.partition("@")[0] == other.partition("@")[0]


def next_version(record: Record, register: Register) -> Record | None:
    """The version that came after an earlier one."""
    return next(iter(_later_versions(record, register)), None)


def _later_versions(record: Record, register: Register) -> tuple[Record, ...]:
    if record.version_of is None:
        return ()
    versions = versions_of(record.version_of, register)
    return versions[versions.index(record) + 1 :]


def versions_of(id: str, register: Register) -> tuple[Record, ...]:
    """All versions of a document by the id of its current one, the oldest first, the current one last."""
    current = register.records.get(id)
    return (*register.earlier.get(id, ()), *((current,) if current else ()))


_OWN: tuple[tuple[str, Step], ...] = (
    ("drafted", "drafted"),
    ("consultation.from", "consulted"),
    ("consultation.to", "closed"),
    ("competition_review.on", "competition"),
    ("legality_review.on", "reviewed"),
    ("adopted", "adopted"),
    ("issued", "issued"),
    ("published", "published"),
    ("interpretation.on", "explained"),
    ("filed", "filed"),
    ("effective", "effective"),
    ("repealed.on", "repealed"),
    ("annulled.on", "annulled"),
)


def _day(record: Record, dotted: str) -> date | None:
    key, _, inner = dotted.partition(".")
    value: Any = record.get(key)
    if inner:
        value = value.get(inner) if value else None
    exact: date | None = value.exact if isinstance(value, When) else value
    return exact
