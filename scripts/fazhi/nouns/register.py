"""The register: every record and page of a town, with the look-ups that checks and pages need."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from fazhi.nouns.document import Document
from fazhi.nouns.kind import Kind
from fazhi.nouns.record import Page, Record
from fazhi.nouns.relations import Relations, relations
from fazhi.nouns.town import Town


@dataclass(frozen=True)
class Register:
    """A town's records and pages by id, the other files under docs/, and the day it is looked at.

    `strays` are documents without a place: translations without an original, links and folders that cannot be read.
    `files` are paths under docs/ of everything that is no Markdown.
    """

    root: Path
    town: Town
    kinds: Mapping[str, Kind]
    records: Mapping[str, Record]
    pages: Mapping[str, Page]
    files: frozenset[str]
    as_of: date
    strays: tuple[Document, ...] = ()

    @cached_property
    def by_index(self) -> Mapping[str, tuple[Record, ...]]:
        """Records by index number; versions of one regulation share theirs and count once."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records.values():
            if (index := record.get("index")) and record.version_of is None:
                found[index].append(record)
        return {index: tuple(records) for index, records in found.items()}

    @cached_property
    def accounts(self) -> Mapping[tuple[str, str], tuple[tuple[Record, int], ...]]:
        """The accounts of every place and book, in the order of time: the record, and which of its accounts it is."""
        found: dict[tuple[str, str], list[tuple[Record, int]]] = defaultdict(list)
        for record in self.records.values():
            if declared := record.get("accounts"):
                place = record.get("village") or record.get("office", "")
                for number, book in enumerate(declared):
                    if "period" in record.values:
                        found[place, book.get("book", "")].append((record, number))
        return {key: tuple(sorted(books, key=_time)) for key, books in found.items()}

    @cached_property
    def relations(self) -> Relations:
        """Which regulation replaces or amends which."""
        return relations(self.records)

    @cached_property
    def earlier(self) -> Mapping[str, tuple[Record, ...]]:
        """Earlier versions by the id of the current one, the oldest first."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records.values():
            if record.version_of:
                found[record.version_of].append(record)
        return {id: tuple(sorted(of, key=lambda record: record.id)) for id, of in found.items()}

    def documents(self) -> Iterator[Document]:
        """Every Markdown file that was read."""
        for page in (*self.records.values(), *self.pages.values()):
            yield from page.documents
        yield from self.strays

    def get(self, id: str) -> Page | None:
        """The record or page of an id."""
        return self.records.get(id) or self.pages.get(id)

    def of_kind(self, name: str) -> list[Record]:
        """The current records of a kind, newest first; earlier versions are left out."""
        found = (
            record for record in self.records.values() if record.kind.name == name and not record.version_of
        )
        return sorted(found, key=lambda record: record.newest_first, reverse=True)

    @cached_property
    def listings(self) -> frozenset[str]:
        """Pages the site makes of what it holds, as links in docs/ name them: `regulations/index.md`."""
        folders = {"villages", "rules", "coverage", *(kind.listing for kind in self.kinds.values())}
        places = {f"villages/{village}" for village in self.town.villages}
        return frozenset(f"{path}/index.md" for path in folders | places)

    @property
    def has_samples(self) -> bool:
        """Whether anything here is demonstration data."""
        return any(village.get("sample") for village in self.town.villages.values()) or any(
            record.is_sample for record in self.records.values()
        )


def _time(book: tuple[Record, int]) -> tuple[date, int, str]:
    """By the last day of its period, the longer period last."""
    period = book[0].values["period"]
    return period.last, -period.first.toordinal(), book[0].id
