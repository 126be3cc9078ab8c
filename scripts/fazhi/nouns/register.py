"""The register: every record and page of a town, with the look-ups that checks and pages need."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from fazhi.ground.cached import cached_property
from fazhi.nouns.document import Document
from fazhi.nouns.kind import Kind
from fazhi.nouns.record import Page, Record
from fazhi.nouns.relations import Relations, relations
from fazhi.nouns.shelf import UNDER, Shelf
from fazhi.nouns.town import Town

T = TypeVar("T")
ACCOUNTS = "accounts"
"""What is noted of a folder when only the accounts in it matter (nouns/shelf.py, Record.accounts_digest)."""
Account = tuple[Record, int]
"""A record, and which of its accounts it is."""


class Accounts(NamedTuple):
    """Accounts in the order of time, and the last day of each: by these they are looked up."""

    each: tuple[Account, ...]
    last_days: tuple[date, ...]


_NO_ACCOUNTS = Accounts((), ())


@dataclass(frozen=True)
class Register:
    """A town's records and pages by id, the other files under docs/, and the day it is looked at.

    `strays` are documents without a place: translations without an original, links and folders that cannot be read.
    `files` are paths under docs/ of everything that is no Markdown. Nothing is read before it is asked for.
    `withdrawn` are paths of files that went with a list of people whose posting is over, with the id of their record
    (verbs/expire.py).
    """

    root: Path
    town: Town
    kinds: Mapping[str, Kind]
    records: Shelf[Record]
    pages: Shelf[Page]
    strays: Shelf[tuple[Document, ...]]
    files: AbstractSet[str]
    as_of: date
    withdrawn: Mapping[str, str] = attribute(default_factory=dict)

    @cached_property
    def by_index(self) -> Mapping[str, tuple[Record, ...]]:
        """Records by index number; versions of one regulation share theirs and count once."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records.values():
            if index := record.own_index:
                found[index].append(record)
        return {index: tuple(records) for index, records in found.items()}

    def documents(self) -> Iterator[Document]:
        """Every Markdown file."""
        for page in (*self.records.values(), *self.pages.values()):
            yield from page.documents
        for documents in self.strays.values():
            yield from documents

    def get(self, id: str) -> Page | None:
        """The record or page of an id."""
        return self.records.get(id) or self.pages.get(id)

    def has(self, id: str) -> bool:
        """Whether there is a record or page of an id."""
        return id in self.records or id in self.pages

    def of_kind(self, name: str) -> list[Record]:
        """The current records of a kind, newest first; earlier versions are left out. None for a kind there is not."""
        records = self.records.under(self.kinds[name].folder) if name in self.kinds else ()
        current = (record for record in records if not record.version_of)
        return sorted(current, key=lambda record: record.newest_first, reverse=True)

    def of_village(self, id: str) -> tuple[Record, ...]:
        """The disclosures of a village or office, by year, item and period; asking reads no other's."""
        return self.records.under(f"{self.kinds['disclosure'].folder}/{id}")

    def accounts_of(self, place: str, book: str) -> Accounts:
        """The accounts of a village or office in one book, in the order of time: the record, and which of its accounts it is."""
        return self.books_of(place).get(book, _NO_ACCOUNTS)

    def books_of(self, place: str) -> Mapping[str, Accounts]:
        """All books of a village or office by their ids, each with its accounts in the order of time."""
        return self._found(f"{self.kinds['disclosure'].folder}/{place}", _by_book, ACCOUNTS)

    @property
    def relations(self) -> Relations:
        """Which regulation replaces or amends which."""
        return self._found(self.kinds["regulation"].folder, relations)

    @property
    def earlier(self) -> Mapping[str, tuple[Record, ...]]:
        """Earlier versions of regulations by the id of the current one, the oldest first."""
        return self._found(self.kinds["regulation"].folder, _earlier)

    def _found(self, folder: str, find: Callable[[tuple[Record, ...]], T], about: str = UNDER) -> T:
        """What is found in the records of a folder: found again when these are read anew, asked for every time."""
        records, held = self.records.under(folder, about), self._held.get((folder, find))
        if held is None or held[0] is not records:
            held = self._held[folder, find] = records, find(records)
        result: T = held[1]
        return result

    def forget(self) -> None:
        """Let go of everything that was read, and of what was found in it; it is read again when it is asked for."""
        for shelf in (self.records, self.pages, self.strays):
            shelf.forget()
        self._held.clear()

    @cached_property
    def _held(self) -> dict[tuple[str, Callable[..., Any]], tuple[tuple[Record, ...], Any]]:
        return {}

    @cached_property
    def listings(self) -> frozenset[str]:
        """Pages the site makes of what it holds, as links in docs/ name them: `regulations/index.md`."""
        folders = {
            "villages",
            "rules",
            "coverage",
            "laws",
            "data",
            "notices",
            *(kind.listing for kind in self.kinds.values()),
        }
        places = {f"villages/{village}" for village in self.town.villages}
        return frozenset(f"{path}/index.md" for path in folders | places)

    @property
    def has_samples(self) -> bool:
        """Whether anything here is demonstration data."""
        places = (*self.town.villages.values(), *self.town.schools.values())
        return any(place.get("sample") for place in places) or any(
            record.is_sample for record in self.records.values()
        )


def _by_book(records: Iterable[Record]) -> Mapping[str, Accounts]:
    found: dict[str, list[Account]] = defaultdict(list)
    for record in records:
        for number, declared in enumerate(record.get("accounts", ()) if "period" in record.values else ()):
            found[declared.get("book", "")].append((record, number))
    return {book: _in_time(accounts) for book, accounts in found.items()}


def _in_time(accounts: Iterable[Account]) -> Accounts:
    each = tuple(sorted(accounts, key=_time))
    return Accounts(each, tuple(record.values["period"].last for record, _ in each))


def _earlier(records: Iterable[Record]) -> Mapping[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.version_of:
            found[record.version_of].append(record)
    return {id: tuple(sorted(of, key=lambda record: record.id)) for id, of in found.items()}


def _time(book: tuple[Record, int]) -> tuple[date, int, str]:
    """By the last day of its period, the longer period last."""
    period = book[0].values["period"]
    return period.last, -period.first.toordinal(), book[0].id
