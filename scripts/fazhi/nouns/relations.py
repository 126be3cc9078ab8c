"""Which regulation replaces or amends which, from whichever side it was written down."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fazhi.nouns.record import Record

Ids = Mapping[str, tuple[str, ...]]
"""For an id the ids it stands in a relation to, sorted."""


@dataclass(frozen=True)
class Relations:
    """Every relation by the id of either side; an id without any is absent."""

    replaces: Ids
    replaced_by: Ids
    amends: Ids
    amended_by: Ids

    def circle(self, id: str) -> tuple[str, ...]:
        """The way on which an id replaces or amends itself in the end, without the id itself at its end; () for none."""
        return _circle(id, (self.replaces, self.amends))


def relations(records: Sequence[Record]) -> Relations:
    """The relations among records; one that is written on both sides counts once."""
    replaces = {
        *((record.id, other) for record in records for other in record.get("replaces", ())),
        *((other, record.id) for record in records if (other := record.get("replaced_by"))),
    }
    amends = {(record.id, other) for record in records for other in record.get("amends", ())}
    return Relations(_from(replaces), _to(replaces), _from(amends), _to(amends))


def _from(pairs: set[tuple[str, str]]) -> Ids:
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(pairs):
        found[one].append(other)
    return {id: tuple(others) for id, others in found.items()}


def _to(pairs: set[tuple[str, str]]) -> Ids:
    return _from({(other, one) for one, other in pairs})


def _circle(id: str, ways: Sequence[Ids]) -> tuple[str, ...]:
    """A shortest way from an id back to itself, each step in any of the relations."""
    came_from: dict[str, str] = {}
    todo = [id]
    for here in todo:
        for other in (other for of in ways for other in of.get(here, ())):
            if other == id:
                return tuple(reversed(list(_back(here, id, came_from))))
            if other not in came_from:
                came_from[other] = here
                todo.append(other)
    return ()


def _back(here: str, id: str, came_from: Mapping[str, str]) -> Iterator[str]:
    while here != id:
        yield here
        here = came_from[here]
    yield id
