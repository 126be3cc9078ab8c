"""What links the accounts of one place and book over time: balances carried on, parts that make a whole (FIN-04, 07)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import timedelta

from fazhi.ground.period import Period, period, period_at
from fazhi.ground.problem import Place
from fazhi.ground.words import Words
from fazhi.nouns.agreement import NOTHING, Agreement, Off
from fazhi.nouns.book import Book
from fazhi.nouns.columns import LABELS
from fazhi.nouns.ledger import declared_fen
from fazhi.nouns.register import Account, Accounts, Register


def carried_on(account: Account, register: Register) -> Agreement:
    """The opening balance is the closing balance of the last account before it; a gap is named and is no fault of sums."""
    before = last_before(account, register)
    opening, closing = _balance(account, "opening"), _balance(before, "closing") if before else None
    if before is None:
        return Agreement(unchecked=(_FIRST,))
    about = _period(before).words
    if opening is None or closing is None:
        return Agreement(unchecked=(_NO_BALANCE.fill(before=about),), reference=before[0].id, about=about)
    missing = gap(account, before)
    if missing and opening != closing:
        unchecked = _GAP.fill(before=about, missing=listed(missing))
        return Agreement(unchecked=(unchecked,), reference=before[0].id, about=about)
    if opening == closing:
        return Agreement(1, reference=before[0].id, about=about)
    off = Off(opening_key(account), _OPENING.fill(before=about), closing, opening)
    return Agreement(0, (off,), reference=before[0].id, about=about)


def balances_over_gap(
    account: Account, register: Register
) -> tuple[Account, tuple[Period, ...], int, int] | None:
    """The account before a gap over which the balance changed: it, what is missing, its closing, and this opening."""
    before = last_before(account, register)
    if before is None or not (missing := gap(account, before)):
        return None
    opening, closing = _balance(account, "opening"), _balance(before, "closing")
    if opening is None or closing is None or opening == closing:
        return None
    return before, missing, closing, opening


def opening_key(account: Account) -> str | Place:
    """Where the opening balance is told: declared, else in its row."""
    record, number = account
    ledger = record.ledgers[number]
    row = None if "opening" in ledger.declared else ledger.balance_of("opening")
    return row[0].row.place(row[1]) if row else f"accounts.{number}.opening"


def last_before(account: Account, register: Register) -> Account | None:
    """The account of the same place and book that ended last before this one begins, by preference of its own length."""
    own, beside = _period(account), _beside(account, register)
    end = bisect_left(beside.last_days, own.first)
    if not end:
        return None
    candidates = beside.each[bisect_left(beside.last_days, beside.last_days[end - 1]) : end]
    return next((each for each in candidates if _period(each).cadence == own.cadence), candidates[0])


def ended_before(account: Account, register: Register) -> Iterator[tuple[str, Account]]:
    """The books of the same place, by their ids, that ended with money in them before a new book begins, as this one.

    None where the account continues a book. Its last account goes with each book. A book whose next account has only
    not been published yet has not ended: the item that told it went on without it.
    """
    record, _ = account
    own, place = _period(account), record.get("village") or record.get("office", "")
    days = _beside(account, register).last_days
    if not days or days[0] < own.last:  # none: it lies in the folder of another place, which is told
        return
    books = register.books_of(place)
    for book, accounts in books.items():
        last = accounts.each[-1]
        is_over = accounts.last_days[-1] < own.first and _balance(last, "closing") != 0
        if is_over and any(_goes_on(last, each) for others in books.values() for each in others.each):
            yield book, last


def _goes_on(account: Account, other: Account) -> bool:
    """Whether the other is of the same item, and of the period that begins when the first one's ends."""
    is_same = account[0].get("item") == other[0].get("item")
    return is_same and _period(other).first == _period(account).last + timedelta(days=1)


def _beside(account: Account, register: Register) -> Accounts:
    """All accounts of the same place and book."""
    record, number = account
    place = record.get("village") or record.get("office", "")
    return register.accounts_of(place, record.get("accounts")[number].get("book", ""))


def accounts_of_its_period(account: Account, register: Register) -> Iterator[Account]:
    """Every account of the same place, book and period, itself among them."""
    own = _period(account)
    return (each for each in _within(account, register) if _period(each) == own)


def gap(account: Account, before: Account) -> tuple[Period, ...]:
    """The periods of this account's length, months before an event, that lie between the two."""
    own = _period(account)
    cadence = "month" if own.cadence == "event" else own.cadence
    found: list[Period] = []
    between = period_at(_period(before).last + timedelta(days=1), cadence)
    while between.last < own.first and len(found) < _LONGEST_GAP:
        found.append(between)
        between = period_at(between.last + timedelta(days=1), cadence)
    return tuple(found)


def sums_of_parts(account: Account, register: Register) -> Agreement:
    """A quarter is the sum of its months, a year that of its quarters, where these are published too."""
    own = _period(account)
    beside = _within(account, register)
    if len(beside) < _PARTS_AT_LEAST:
        return NOTHING
    parts = {_period(each).text: each for each in beside}
    ways = [way for way in _parts(own) if any(part in parts for part in way)]
    if not ways:
        return NOTHING
    wanted = min(ways, key=lambda way: len([part for part in way if part not in parts]))
    if missing := [period(part) for part in wanted if part not in parts]:
        return Agreement(unchecked=(_NO_PART.fill(missing=listed(missing)),))
    return _whole_and_parts(account, [parts[part] for part in wanted])


def _within(account: Account, register: Register) -> Sequence[Account]:
    """The accounts of the same place and book that end within its period."""
    own, beside = _period(account), _beside(account, register)
    return beside.each[bisect_left(beside.last_days, own.first) : bisect_right(beside.last_days, own.last)]


def _parts(whole: Period) -> Iterator[tuple[str, ...]]:
    """The ways to divide a period: a quarter into months, a year into quarters or months."""
    if whole.cadence == "year":
        yield tuple(f"{whole.year}-Q{quarter}" for quarter in range(1, 5))
    if whole.cadence in ("quarter", "year"):
        months = range(whole.first.month, whole.last.month + 1)
        yield tuple(f"{whole.year}-{month:02d}" for month in months)


def _whole_and_parts(account: Account, parts: Sequence[Account]) -> Agreement:
    own, books = _book(account), [_book(part) for part in parts]
    expected = {
        "opening": books[0].opening,
        "closing": books[-1].closing,
        **{role: _sum([getattr(book, role) for book in books]) for role in ("income", "expense")},
    }
    off, agreed, unchecked = [], 0, []
    for role, right in expected.items():
        found = getattr(own, role)
        if right is None or found is None:
            unchecked.append(_NOT_TOLD.fill(what=_LABELS[role]))
        elif right == found:
            agreed += 1
        else:
            off.append(Off(_place(account, role), _OF_PARTS.fill(what=_LABELS[role]), right, found))
    return Agreement(agreed, tuple(off), tuple(unchecked), parts[0][0].id, _period(parts[0]).words)


def _place(account: Account, role: str) -> str | Place:
    """Where a figure of a whole account is told: in its row of the total, else where the account is declared."""
    record, number = account
    ledger = record.ledgers[number]
    if role in ledger.declared:
        return f"accounts.{number}.{role}"
    column, sums = ledger.columns.get(role), ledger.of_sort("sum")
    if column is None or not sums:
        return f"accounts.{number}.table"
    return sums[-1].row.place(column)


def _sum(amounts: Sequence[int | None]) -> int | None:
    known = [fen for fen in amounts if fen is not None]
    return sum(known) if len(known) == len(amounts) else None


def _balance(account: Account, which: str) -> int | None:
    """A balance as declared: the table is only read where it is not."""
    record, number = account
    declared = record.get("accounts")[number]
    fen = declared_fen(declared.get(which), declared.get("unit", "元"))
    balance: int | None = getattr(_book(account), which) if fen is None else fen
    return balance


def _book(account: Account) -> Book:
    return account[0].books[account[1]]


def _period(account: Account) -> Period:
    own: Period = account[0].values["period"]
    return own


def listed(periods: Sequence[Period]) -> Words:
    """Periods one after the other."""
    words = [each.words for each in periods]
    return Words("、".join(each.zh for each in words), ", ".join(each.en for each in words))


_LONGEST_GAP = 24
_PARTS_AT_LEAST = 2
_LABELS = {
    **LABELS,
    "opening": Words("期初结余", "opening balance"),
    "closing": Words("期末结余", "closing balance"),
}
_FIRST = Words(
    "本站没有这本账更早的一期，期初结余没有可比的数",
    "no earlier period of this book is on this site to compare the opening balance with",
)
_NO_BALANCE = Words(
    "本期的期初或者{before}的期末没有写明",
    "the opening balance, or the closing balance of {before}, is not told",
)
_GAP = Words(
    "本站上一份是{before}，缺{missing}，期初结余无从接续",
    "the last one on this site is {before}; {missing} missing, so the opening balance has nothing to continue",
)
_OPENING = Words("期初结余（接{before}）", "the opening balance (continuing {before})")
_NO_PART = Words("各期之和没有核对：缺{missing}", "the parts were not added up: {missing} missing")
_NOT_TOLD = Words("各期的{what}没有写全", "{what} is not told for all parts")
_OF_PARTS = Words("{what}（各期之和）", "{what} (sum of its parts)")
