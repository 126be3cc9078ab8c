"""A village as readers look it up: its accounts, what it published by year, its meetings."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from fazhi.ground.words import Words
from fazhi.nouns.book import Book
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.row import Row, row
from fazhi.nouns.ten_standards import Standing, standing


@dataclass(frozen=True, slots=True)
class Account:
    """A book of a disclosure, as the village page shows it."""

    record: Record
    book: Book


@dataclass(frozen=True, slots=True)
class YearOfItems:
    """What a village published for a year: for every item its records by period."""

    year: int
    items: tuple[tuple[Words, tuple[Record, ...]], ...]


@dataclass(frozen=True, slots=True)
class Village:
    """A village's page; `newest` is the record it published last."""

    id: str
    name: Words
    is_sample: bool
    count: int
    newest: Record | None
    accounts: tuple[Account, ...]
    years: tuple[YearOfItems, ...]
    meetings: tuple[Row, ...]
    standing: Standing


def village(id: str, register: Register) -> Village:
    """The village of an id, as of what the register holds."""
    own = [record for record in register.of_kind("disclosure") if record.get("village") == id]
    by_period = sorted(own, key=lambda record: record.values["period"].first, reverse=True)
    accounts = tuple(Account(record, book) for record in by_period for book in record.books)
    meetings = tuple(row(record, register) for record in by_period if record.get("meeting"))
    info = register.town.villages[id]
    return Village(
        id,
        Words(**info["name"]),
        bool(info.get("sample")),
        len(own),
        own[0] if own else None,
        accounts,
        _years(by_period, register),
        meetings,
        standing(id, register),
    )


def _years(records: Sequence[Record], register: Register) -> tuple[YearOfItems, ...]:
    found: dict[int, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        found[record.values["period"].year][record.values["item"]].append(record)
    return tuple(
        YearOfItems(
            year,
            tuple(
                (
                    Words(**item["name"]),
                    tuple(sorted(found[year][id], key=lambda each: each.values["period"].first)),
                )
                for id, item in register.town.items.items()
                if item["channel"] == "web"
                and register.town.publisher(id) == "village"
                and item["since"].year <= year
            ),
        )
        for year in sorted(found, reverse=True)
    )
