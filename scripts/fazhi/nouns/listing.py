"""What lies under docs/ before any of it is read: texts with their translations, other files, and when each changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from fazhi.ground.words import Lang, Words
from fazhi.nouns.unit import Unit


@dataclass(frozen=True)
class Listing:
    """`texts`: by id the paths of an original and its translations by language. `files`: paths of everything else.

    `refused`: paths that may not be used, with the reason. `of_texts`, `of_others`: stamps of texts by id, and by path of
    everything else, which differ when a file does; empty where that cannot be told.
    """

    texts: Mapping[str, Mapping[Lang, str]]
    files: frozenset[str]
    refused: Mapping[str, Words]
    of_texts: Mapping[str, str]
    of_others: Mapping[str, str]

    def stamps_of(self, units: Mapping[str, Unit]) -> dict[str, str]:
        """By the names of units the stamps of their own files; empty for one without, or where that of one cannot be told."""
        texts = self.of_texts
        return {
            name: texts[unit[1]] if unit[0] == "text" and unit[1] in texts else self._stamp(unit)
            for name, unit in units.items()
        }

    def _stamp(self, unit: Unit) -> str:
        if not unit.has_files:
            return ""
        return reduce(both, [self.of_others.get(path, "") for path in unit.files or (unit.id,)])


def both(one: str, other: str) -> str:
    """The stamp of two files together; empty where that of one cannot be told."""
    return f"{one} {other}" if one and other else ""
