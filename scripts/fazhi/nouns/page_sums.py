"""What a page of a table hands on to the next (过次页, 承前页): money so far, and the newest balance."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from fazhi.ground.money import FEN, show_fen
from fazhi.nouns.ledger import Ledger, Line

_NOT_ADDED = ("单价", "标准", "每")
"""Signs of money that nobody would add up."""
_Step = Callable[[int | None, Line, int], int | None]


@dataclass(frozen=True, slots=True)
class PageSums:
    """`rows[n]`: by column, what the lines before the n-th come to, as shown; `""` where there is nothing to hand on.

    `columns`: which columns ever hand on anything.
    """

    columns: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


def page_sums(ledger: Ledger) -> PageSums:
    """What every line of a ledger would hand on, in the unit of its column.

    A column hands on if it holds money that can be read in every line; sums and balances are not added again.
    """
    heads = ledger.table.head.cells if ledger.table else ()
    columns = [[*_column(ledger, column, head)] for column, head in enumerate(heads)]
    return PageSums(tuple(any(shown) for shown in columns), tuple(zip(*columns, strict=True)))


def _column(ledger: Ledger, column: int, head: str) -> Iterator[str]:
    step = _step(ledger, column, head)
    unit, amount = ledger.unit_of(column), None
    yield ""
    for line in ledger.lines:
        amount = step(amount, line, column) if step else None
        yield "" if amount is None else _shown(amount, unit)


def _step(ledger: Ledger, column: int, head: str) -> _Step | None:
    if column not in ledger.columns.money or any(column in line.unread for line in ledger.lines):
        return None
    if column == ledger.columns.get("balance") and not ledger.columns.row_wise:
        return _newest
    return None if any(sign in head for sign in _NOT_ADDED) else _added


def _added(before: int | None, line: Line, column: int) -> int | None:
    amount = line.amounts.get(column) if line.sort == "plain" else None
    return before if amount is None else (before or 0) + amount


def _newest(before: int | None, line: Line, column: int) -> int | None:
    return before if line.sort in ("sum", "apart") else line.amounts.get(column, before)


def _shown(fen: int, unit: str) -> str:
    return show_fen(fen) if unit == "元" else f"{(Decimal(fen) / FEN[unit]).normalize():,f}"
