"""A book: one set of accounts of a disclosure, its figures in 分 (DESIGN §4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fazhi.ground.money import read_amount, to_fen
from fazhi.nouns.record import Record
from fazhi.nouns.table import Table, tables

INCOME = ("收入", "收入金额")
EXPENSE = ("支出", "支出金额")
SUBJECT = ("摘要", "项目", "事由")
SUMS = frozenset(("合计", "总计", "小计", "本期合计", "本月合计"))
BALANCES = frozenset(("上期结余", "期初结余", "期末结余"))


@dataclass(frozen=True, slots=True)
class Book:
    """What a book says of its period: opening and closing as declared, income and expense as its rows add up.

    All in 分; None where it is not told or cannot be read.
    """

    name: str
    opening: int | None
    closing: int | None
    income: int | None
    expense: int | None


def books(record: Record) -> Iterator[Book]:
    """The books a disclosure declares."""
    found = {table.heading: table for table in tables(record.original.body)} if record.get("accounts") else {}
    for declared in record.get("accounts", ()):
        table, unit = found.get(declared.get("table", "")), declared.get("unit", "元")
        yield Book(
            name=declared.get("book", ""),
            opening=_declared(declared, "opening", unit),
            closing=_declared(declared, "closing", unit),
            income=_sum(table, INCOME, unit),
            expense=_sum(table, EXPENSE, unit),
        )


def _declared(book: Mapping[str, Any], key: str, unit: str) -> int | None:
    amount = book.get(key)
    try:
        return to_fen(amount, unit) if isinstance(amount, Decimal) else None
    except ValueError:
        return None


def _sum(table: Table | None, names: tuple[str, ...], unit: str) -> int | None:
    if (
        table is None
        or (column := table.column(*names)) is None
        or (subject := table.column(*SUBJECT)) is None
    ):
        return None
    plain = [
        row.cells
        for row in table.rows
        if len(row.cells) > max(column, subject) and row.cells[subject] not in SUMS | BALANCES
    ]
    try:
        return sum(read_amount(cells[column], unit) or 0 for cells in plain)
    except ValueError:
        return None
