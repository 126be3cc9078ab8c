"""The accounts of one book over time, as a village's page draws and compares them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fazhi.ground.period import Period
from fazhi.nouns.book import Book
from fazhi.nouns.ledger import Ledger
from fazhi.nouns.record import Record

LATEST = {"month": 12, "quarter": 8, "year": 8}
"""How many periods are drawn."""


@dataclass(frozen=True, slots=True)
class Account:
    """A book of a disclosure; `number` is its place among the accounts there."""

    record: Record
    number: int
    book: Book

    @property
    def period(self) -> Period:
        own: Period = self.record.values["period"]
        return own


@dataclass(frozen=True, slots=True)
class Point:
    """A period with its account; None where none is published."""

    period: Period
    book: Book | None


@dataclass(frozen=True, slots=True)
class Change:
    """How the newest account differs from the one of the period before it, in 分."""

    since: Account
    income: int | None
    expense: int | None
    closing: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """One book over time: its latest periods of one length, oldest first; how the newest differs from the one before."""

    name: str
    points: tuple[Point, ...]
    change: Change | None


Items = tuple[tuple[str, int], ...]
"""Subjects with what they come to, in 分, the largest first."""


def series_of(accounts: Sequence[Account]) -> tuple[Series, ...]:
    """The series of a place's accounts, book by book, in the order of the newest account (given newest first).

    A month is not drawn beside a quarter, of which it is a third: where a book changed its periods, or sums them up, the
    others have a series of their own, if that begins earlier.
    """
    by_book: dict[str, dict[str, list[Account]]] = {}
    for account in accounts:
        if account.period.cadence in LATEST:
            lengths = by_book.setdefault(account.book.name, {})
            lengths.setdefault(account.period.cadence, []).append(account)
    return tuple(series for name, lengths in by_book.items() for series in _further_back(name, lengths))


def _further_back(name: str, lengths: Mapping[str, Sequence[Account]]) -> Iterator[Series]:
    """The series of the newest account's length, then of every length that begins before those."""
    begins: date | None = None
    for accounts in lengths.values():
        if begins is None or accounts[-1].period.first < begins:
            series = _series(name, accounts)
            begins = series.points[0].period.first
            yield series


def _series(name: str, accounts: Sequence[Account]) -> Series:
    """The series of accounts of one length, given newest first."""
    newest = accounts[0]
    own = {each.period: each for each in reversed(accounts)}
    periods = [newest.period]
    earliest = min(period.first for period in own)
    while len(periods) < LATEST[newest.period.cadence] and periods[-1].first > earliest:
        periods.append(periods[-1].before)
    points = [Point(each, own[each].book if each in own else None) for each in reversed(periods)]
    before = own.get(newest.period.before)
    return Series(name, tuple(points), _change(newest, before) if before else None)


def _change(newest: Account, before: Account) -> Change:
    def differs(key: str) -> int | None:
        now, then = getattr(newest.book, key), getattr(before.book, key)
        return None if now is None or then is None else now - then

    return Change(before, differs("income"), differs("expense"), differs("closing"))


def largest(ledger: Ledger, role: str, count: int = 5) -> Items:
    """The subjects under which most came in, or went out."""
    column = ledger.columns.get(role)
    found: Counter[str] = Counter()
    for line in ledger.entries if column is not None else ():
        found[line.subject] += line.amounts.get(column or 0, 0)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(item for item in ordered if item[1] > 0)[:count]


def newest_first(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Accounts by the last day of their period, the newest first; of the same last day the shorter one."""
    return tuple(
        sorted(accounts, key=lambda account: (account.period.last, account.period.first), reverse=True)
    )
