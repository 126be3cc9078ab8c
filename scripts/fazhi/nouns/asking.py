"""Which rules to ask about a text: those in force on its day that may find something in it. The others cost nothing."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from fazhi.nouns.passage import Passage
from fazhi.nouns.record import Record
from fazhi.nouns.rule import Check, Rule, Subject

Asked = Sequence[tuple[Rule, Check]]
"""Rules with their checks, for one subject."""


class Asking:
    """Which rules to ask: the same about all records of one time, kind and keys."""

    def __init__(self, rules: Mapping[str, Rule], today: date) -> None:
        self._all = tuple((rule, rule.check) for rule in rules.values() if rule.check)
        self._turns = sorted({turn for rule, _ in self._all for turn in rule.turns})
        self._by_shape: dict[tuple[int, str, tuple[str, ...]], Mapping[Subject, Asked]] = {}
        self._today = today

    def of(self, record: Record | None) -> Mapping[Subject, Asked]:
        """By subject the rules in force on the record's own date, or today without one, that may find something in it."""
        day = (record.day if record else None) or self._today
        kind, keys = (record.kind.name, tuple(record.values)) if record else ("", ())
        shape = bisect_right(self._turns, day), kind, keys
        if shape not in self._by_shape:
            found: dict[Subject, list[tuple[Rule, Check]]] = defaultdict(list)
            for rule, check in self._all:
                if rule.speaks_on(day) and (record is None or rule.is_about(kind, keys)):
                    found[rule.on].append((rule, check))
            self._by_shape[shape] = found
        return self._by_shape[shape]


def in_view(rules: Asked, passage: Passage) -> Asked:
    """Those that may find something in a file, by the signs in it."""
    signs = passage.signs
    return [each for each in rules if not each[0].signs or not each[0].signs.isdisjoint(signs)]
