"""What lies under docs/ before any of it is read: texts with their translations, other files, and when each changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from fazhi.ground.words import Lang, Words
from fazhi.nouns.unit import Unit


@dataclass(frozen=True)
class Listing:
    """`texts`: by id the paths of an original and its translations by language. `files`: paths of everything else.

    `refused`: paths that may not be used, with the reason. `stamps`: by path what differs when the file does; empty
    where that cannot be told.
    """

    texts: Mapping[str, Mapping[Lang, str]]
    files: frozenset[str]
    refused: Mapping[str, Words]
    stamps: Mapping[str, str]

    def stamps_of(self, units: Mapping[str, Unit]) -> dict[str, str]:
        """By the names of units the stamps of their own files; empty for one without, or where that of one cannot be told."""
        texts, stamps, found = self.texts, self.stamps, dict[str, str]()
        for name, unit in units.items():
            paths = texts.get(unit[1], _NO_TEXT)
            if len(paths) == 1 and unit[0] == "text":  # nearly all are
                (path,) = paths.values()
                found[name] = stamps[path]
            else:
                found[name] = self._stamp(unit)
        return found

    def _stamp(self, unit: Unit) -> str:
        if not unit.has_files:
            return ""
        paths = unit.files or (*self.texts.get(unit.id, {}).values(),) or (unit.id,)
        each = [self.stamps.get(path, "") for path in paths]
        return " ".join(each) if all(each) else ""


_NO_TEXT: Mapping[Lang, str] = {}
