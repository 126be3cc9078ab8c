"""The index numbers of all records: the one thing of a record that every other may clash with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fazhi.nouns.unit import Seen


@dataclass(frozen=True)
class Catalogue:
    """The index number of every record that has one, by the record's id."""

    numbers: Mapping[str, str]

    @classmethod
    def of(cls, seen: Iterable[Seen]) -> "Catalogue":
        """The numbers of what was checked."""
        return cls({each.id: each.number for each in seen if each.number})

    @property
    def shared(self) -> Iterable[tuple[str, ...]]:
        """The ids of records that have one number between them; earlier versions of a record share its own."""
        own = {id: number for id, number in self.numbers.items() if "@" not in id}
        if len(set(own.values())) == len(own):
            return ()
        found: dict[str, list[str]] = defaultdict(list)
        for id, number in sorted(own.items()):
            found[number].append(id)
        return (tuple(ids) for ids in found.values() if len(ids) > 1)

    @property
    def strangers(self) -> Iterator[tuple[str, str]]:
        """Earlier versions whose number is not that of the current one, each with the current one's id."""
        for id in sorted(id for id in self.numbers if "@" in id):
            current = id.partition("@")[0]
            if self.numbers.get(current, self.numbers[id]) != self.numbers[id]:
                yield id, current
