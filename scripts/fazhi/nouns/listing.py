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

    def stamp(self, unit: Unit) -> str:
        """The stamps of a unit's own files together; empty where it has none, or that of one cannot be told."""
        if not unit.has_files:
            return ""
        paths = unit.files or (*self.texts.get(unit.id, {}).values(),) or (unit.id,)
        if len(paths) == 1:  # of nearly every text
            return self.stamps.get(paths[0], "")
        each = [self.stamps.get(path, "") for path in paths]
        return " ".join(each) if all(each) else ""
