"""Which rules to ask about a text: those in force on its day that may find something in it. The others cost nothing."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from fazhi.nouns.record import Record
from fazhi.nouns.rule import Check, Rule, Subject

Asked = Sequence[tuple[Rule, Check]]
"""Rules with their checks."""


class About:
    """The rules about one subject: those that are always asked, and those that look for signs."""

    def __init__(self) -> None:
        self.always: list[tuple[Rule, Check]] = []
        self._by_sign: list[tuple[Rule, Check]] = []
        self._bits: dict[str, int] = defaultdict(int)
        self._seeing: dict[int, Asked] = {}

    def put(self, rule: Rule, check: Check) -> None:
        """One more."""
        if not rule.signs:
            self.always.append((rule, check))
            return
        for sign in rule.signs:
            self._bits[sign] |= 1 << len(self._by_sign)
        self._by_sign.append((rule, check))

    def seeing(self, signs: AbstractSet[str]) -> Asked:
        """Those that may find something in a file with these signs: many files are alike, and each sort is made out once."""
        wanted = 0
        for sign in signs:
            wanted |= self._bits.get(sign, 0)
        if wanted not in self._seeing:
            found = [each for at, each in enumerate(self._by_sign) if wanted >> at & 1]
            self._seeing[wanted] = self.always + found
        return self._seeing[wanted]


class Asking:
    """Which rules to ask: the same about all records of one time, kind and keys."""

    def __init__(self, rules: Mapping[str, Rule], today: date) -> None:
        self._all = tuple((rule, rule.check) for rule in rules.values() if rule.check)
        self._turns = sorted({turn for rule, _ in self._all for turn in rule.turns})
        self._by_shape: dict[tuple[int, str, tuple[str, ...]], Mapping[Subject, About]] = {}
        self._today = today

    def of(self, record: Record | None) -> Mapping[Subject, About]:
        """By subject the rules in force on the record's own date, or today without one, that may find something in it."""
        day = (record.day if record else None) or self._today
        kind, keys = (record.kind.name, tuple(record.values)) if record else ("", ())
        shape = bisect_right(self._turns, day), kind, keys
        if shape not in self._by_shape:
            found = self._by_shape[shape] = defaultdict(About)
            for rule, check in self._all:
                if rule.speaks_on(day) and (record is None or rule.is_about(kind, keys)):
                    found[rule.on].put(rule, check)
        return self._by_shape[shape]
