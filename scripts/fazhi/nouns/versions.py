"""The versions of a regulation: which of them held from when to when, and which of them are compared."""

from dataclasses import dataclass
from datetime import date

from fazhi.nouns.life import Life, life, versions_of
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register


@dataclass(frozen=True)
class Version:
    """One version with its life. `held` is false for one that never was in force: a draft, or annulled."""

    record: Record
    life: Life

    @property
    def since(self) -> date | None:
        return self.life.since

    @property
    def until(self) -> date | None:
        return self.life.until

    @property
    def held(self) -> bool:
        return self.life.held

    @property
    def label(self) -> str:
        """What tells it in addresses: the day it took effect, or that its name gives, or `draft`."""
        named = self.record.id.partition("@")[2]
        return named or (self.since.isoformat() if self.since else "current")


@dataclass(frozen=True)
class Versions:
    """All versions of one document, the oldest first."""

    id: str
    versions: tuple[Version, ...]

    @property
    def page(self) -> str:
        """The id of the page that lists them."""
        return f"{self.id}/versions"

    @property
    def neighbours(self) -> tuple[tuple[Version, Version], ...]:
        """Each version with the one after it."""
        return tuple(zip(self.versions, self.versions[1:], strict=False))

    @property
    def ends(self) -> tuple[Version, Version] | None:
        """The first version that held and the last of all, where others lie between them."""
        first = next((at for at, each in enumerate(self.versions) if each.held), len(self.versions))
        return (self.versions[first], self.versions[-1]) if first < len(self.versions) - 2 else None

    @property
    def compared(self) -> tuple[tuple[Version, Version], ...]:
        """The pairs of versions that are worth comparing."""
        return (*self.neighbours, *((self.ends,) if self.ends else ()))

    def comparison(self, old: Version, new: Version) -> str:
        """The id of the page that compares two of them."""
        return f"{self.id}/compare/{old.label}-to-{new.label}"

    def on(self, day: date) -> Version | None:
        """The version that held on a day; None where none did."""
        return next((each for each in reversed(self.versions) if each.held and each.life.holds_on(day)), None)


def versions(id: str, register: Register) -> Versions:
    """The versions of a document by the id of its current one."""
    found = ((record, life(record, register)) for record in versions_of(id, register))
    return Versions(id, tuple(Version(record, of) for record, of in found if of))
