"""A book: one set of accounts of a disclosure, its figures in 分 (DESIGN §4)."""

from dataclasses import dataclass

from fazhi.nouns.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Book:
    """What a book says of its period: its balances as told, income and expense as its entries add up.

    All in 分; None where it is not told or cannot be read.
    """

    name: str
    opening: int | None
    closing: int | None
    income: int | None
    expense: int | None


def book(ledger: Ledger) -> Book:
    """The book of a ledger."""
    is_read = ledger.is_account
    return Book(
        ledger.name,
        ledger.balance("opening"),
        ledger.balance("closing"),
        ledger.total("income") if is_read else None,
        ledger.total("expense") if is_read else None,
    )
