"""A record: one original Markdown file of a kind with its translations; and a page, which is no record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from fazhi.ground.cached import cached_property
from fazhi.ground.days import When
from fazhi.ground.period import Period
from fazhi.ground.words import Lang
from fazhi.nouns.book import Book, book
from fazhi.nouns.document import Document
from fazhi.nouns.kind import Kind
from fazhi.nouns.ledger import Ledger, ledgers, loose
from fazhi.nouns.types import ids_in


@dataclass(frozen=True)
class Page:
    """A standing text: its original and its translations by language."""

    original: Document
    translations: Mapping[str, Document]

    @property
    def id(self) -> str:
        """The path under docs/ without suffix."""
        return self.original.id

    @property
    def documents(self) -> tuple[Document, ...]:
        """The original, then every translation."""
        return (self.original, *self.translations.values())

    @property
    def titles(self) -> dict[Lang, str]:
        """The title in each language it was written in."""
        return {document.lang: document.title for document in self.documents}

    @property
    def bodies(self) -> dict[Lang, str]:
        """The text in each language it was written in."""
        return {document.lang: document.body.text for document in self.documents}

    def title_in(self, lang: str) -> str:
        """The title in a language, the original's where there is no translation."""
        return self.translations.get(lang, self.original).title


@dataclass(frozen=True)
class Record(Page):
    """A record of a kind; its values are those of its original."""

    kind: Kind

    @property
    def values(self) -> Mapping[str, Any]:
        return self.original.values

    @cached_property
    def get(self) -> Callable[..., Any]:
        """The value of a field, or a default where it is absent or was faulty: asked a hundred times of every record."""
        return self.original.values.get

    @property
    def is_sample(self) -> bool:
        return self.get("sample", False) is True

    @property
    def is_in_docs(self) -> bool:
        """Whether the site has it: what goes on the board only lies elsewhere."""
        return self.original.path.startswith("docs/")

    @property
    def is_kept_as_issued(self) -> bool:
        """Whether the words are not ours to better: an official text, or a restatement of one (DESIGN §4)."""
        return bool(self.get("verbatim") or self.get("restated"))

    @property
    def version_of(self) -> str | None:
        """The id of the current version, where this is an earlier one (`<slug>@<date>`)."""
        slug, at, _ = self.id.partition("@")
        return slug if at else None

    @property
    def own_index(self) -> str | None:
        """The index number, unless this is an earlier version, which shares that of the current one."""
        return None if self.version_of else self.get("index")

    @cached_property
    def ids(self) -> tuple[tuple[str, str, str], ...]:
        """Every id among the values: its dotted key, what it is the id of, and the id."""
        return tuple(ids_in(self.kind.fields, self.values))

    @cached_property
    def year(self) -> int | None:
        """The year the record belongs to: of its date or period, else of the day it was formed (DESIGN §4)."""
        for key in (self.kind.dated, "formed"):
            if (year := _year(self.get(key))) is not None:
                return year
        return None

    @cached_property
    def ledgers(self) -> tuple[Ledger, ...]:
        """The accounts that it declares, with their tables as read."""
        accounts = self.get("accounts")
        return ledgers(accounts, self.original.tables) if accounts else ()

    @cached_property
    def all_ledgers(self) -> tuple[Ledger, ...]:
        """The accounts that it declares, then its other tables, in the order of the text."""
        declared = [ledger.table for ledger in self.ledgers]
        others = (table for table in self.original.tables if not any(table is each for each in declared))
        return (*self.ledgers, *(loose(table) for table in others))

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """What those accounts come to: small enough to keep for every record of a town."""
        return tuple(book(ledger) for ledger in self.ledgers)

    @property
    def accounts_digest(self) -> str:
        """Stands for what another record may ask of its accounts, period and tables; empty where it has none.

        It is of these as they are written: what changes only the words around a table does not change it.
        """
        if not self.get("accounts"):
            return ""
        tables = [ledger.table for ledger in self.ledgers if ledger.table]
        rows = [line.text for table in tables for line in (table.head, *table.rows)]
        told = (self.original.head.text, *(table.heading for table in tables), *rows)
        return sha256("\n".join(told).encode()).hexdigest()[:32]

    @property
    def day(self) -> date | None:
        """The record's own date, by which the law is chosen: the last day it can have been formed or published."""
        for key in ("formed", "published"):
            value = self.get(key)
            if isinstance(value, When) and value.last:
                return value.last
        return date(self.year, 12, 31) if self.year else None

    @property
    def published_text(self) -> str:
        """The day it was published as far as it is known, as written; empty where it is not."""
        published = self.get("published")
        return published.text if isinstance(published, When) and published.first else ""

    @property
    def newest_first(self) -> tuple[str, str]:
        """A key that sorts records by publication, unknown dates last when reversed."""
        published = self.get("published")
        known = published.first.isoformat() if isinstance(published, When) and published.first else ""
        return known, self.id


def _year(value: Any) -> int | None:
    if isinstance(value, When | Period | date):
        return value.year
    return value if isinstance(value, int) else None
