"""A ledger: a table of accounts as read, every amount in 分, with what is declared beside it (DESIGN §4)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from fazhi.ground.cached import cached_property
from fazhi.ground.money import read_amount, to_fen
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.columns import Columns, columns, plain
from fazhi.nouns.table import Row, Table

Sort = Literal["plain", "sum", "opening", "closing", "apart"]
"""What a row is: an entry, a sum of entries, a balance, or one that tells of something else (其中, 本年累计)."""

_TIMES = ("本期", "本月", "本季", "本季度", "本年", "本年度", "全年")
_SUM = re.compile(rf"(?:{'|'.join(_TIMES)})?(?:收入|支出)?(合计|总计|小计|共计):?")
_OPENING = re.compile(
    r"(?:上期末?|期初|上月|上季|上季度|上年|年初|月初|季初|承前)(?:结余|余额|结存|结转(?:和结余)?):?|承前页"
)
_CLOSING = re.compile(
    r"(?:期末|本期末?|本月|月末|季末|本季|年末|本年)(?:结余|余额|结存|结转(?:和结余)?):?|结转下[期月年季]度?(?:支出)?|过次页"
)
_APART = re.compile(r"(?:其中:.*|.*累计):?")
_MARKS = ("计", "结", "余", "页", "其中")
_LEVELS = {"小计": 1, "本月合计": 2, "总计": 4}
_COMMON = 3
_SUMMED = {
    role: tuple(f"{time}{name}合计" for time in (*_TIMES, ""))
    for role, name in (("income", "收入"), ("expense", "支出"))
}


class Line(NamedTuple):
    """A row as read: amounts in 分 by column (nil cells are absent), and the columns that cannot be read."""

    row: Row
    sort: Sort
    level: int
    subject: str
    amounts: Mapping[int, int]
    unread: tuple[int, ...] = ()

    @property
    def name(self) -> Words:
        """How a person finds the row."""
        shown = quote(self.subject)
        if not shown:
            return Words("第{line}行", "row {line}").fill(line=self.row.line)
        return Words("“{name}”一行", "row '{name}'").fill(name=shown)


_new = tuple.__new__
"""Line(…) itself takes three times as long."""


@dataclass(frozen=True)
class Ledger:
    """A table of accounts with what is declared of it.

    `number`: its place in `accounts`, None where the table is not declared there. `table` is None where it is missing.
    `declared`: opening, closing, cash, bank in 分, as far as they are told and can be read.
    """

    number: int | None
    name: str
    unit: str
    table: Table | None
    columns: Columns
    declared: Mapping[str, int]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The rows below the head."""
        if self.table is None:
            return ()
        money = [(column, self.unit_of(column)) for column in self.columns.money]
        return tuple([self._line(row, money) for row in self.table.rows[self.columns.heads - 1 :]])

    def _line(self, row: Row, money: Sequence[tuple[int, str]]) -> Line:
        cells, amounts = row.cells, dict[int, int]()
        subject, sort, level = self._kind(cells)
        unread = self._beyond(cells) if len(cells) > self._width else ()
        for column, unit in money:
            if column < len(cells) and (cell := cells[column]):
                try:
                    if (fen := read_amount(cell, unit)) is not None:
                        amounts[column] = fen
                except ValueError:
                    unread = (*unread, column)
        return _new(Line, (row, sort, level, subject, amounts, unread))

    def _beyond(self, cells: tuple[str, ...]) -> tuple[int, ...]:
        """Filled cells for which there is no head; they would not be shown."""
        return tuple(at for at in range(self._width, len(cells)) if cells[at])

    @cached_property
    def _width(self) -> int:
        return len(self.table.head.cells) if self.table else 0

    def _kind(self, cells: tuple[str, ...]) -> tuple[str, Sort, int]:
        """Subject, sort and level of a row; a sum may be named in any column before the first amount."""
        column = self.columns.by_role.get("subject", -1)
        subject = cells[column] if 0 <= column < len(cells) else ""
        if subject:
            sort, level = _sort(subject)
            return subject, sort, level
        named = [cell for cell in cells[: self.columns.money[0] if self.columns.money else 0] if cell]
        found = next(((cell, *_sort(cell)) for cell in named if _sort(cell)[0] != "plain"), None)
        return found or (named[0] if named else "", "plain", 0)

    def unit_of(self, column: int) -> str:
        """The unit its cells are read in: the declared one, else the one its head names."""
        return self.unit if self.number is not None else self.columns.units.get(column, self.unit)

    @property
    def entries(self) -> Sequence[Line]:
        """The rows that are neither sums nor balances."""
        return self.of_sort("plain")

    def of_sort(self, sort: Sort) -> Sequence[Line]:
        """The rows of a sort, in order."""
        return self._by_sort.get(sort, ())

    @cached_property
    def _by_sort(self) -> Mapping[Sort, Sequence[Line]]:
        found: dict[Sort, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.sort, []).append(line)
        return found

    @cached_property
    def is_account(self) -> bool:
        """Whether it tells what came in or went out: in columns of their own, or as a summary in rows."""
        return self.columns.is_ledger or all(self.summed(role) for role in _SUMMED)

    def summed(self, role: str) -> Line | None:
        """In a summary with one column of amounts: the row that tells all income, or all expenditure."""
        if self.columns.is_ledger or not {"subject", "amount"} <= self.columns.by_role.keys():
            return None
        return next(
            (line for line in self.lines if plain(line.subject).rstrip(":") in _SUMMED.get(role, ())), None
        )

    def total(self, role: str) -> int | None:
        """The sum of the entries in a column of money, or the row of a summary that tells it.

        None where there is neither, or a cell cannot be read.
        """
        if line := self.summed(role):
            return line.amounts.get(self.columns.by_role["amount"])
        column = self.columns.get(role)
        return None if column is None or not self.lines else self._sums.get(column)

    @cached_property
    def _sums(self) -> Mapping[int, int]:
        """The sum of the entries by column of money, as far as all of its cells can be read."""
        unread = {column for line in self.entries for column in line.unread}
        amounts = [line.amounts for line in self.entries]
        return {
            column: sum([each[column] for each in amounts if column in each])
            for column in self.columns.money
            if column not in unread
        }

    def balance_of(self, sort: Literal["opening", "closing"]) -> tuple[Line, int] | None:
        """The row that tells the opening or closing balance, and the column where it does."""
        if not (found := self.of_sort(sort)):
            return None
        line = found[0 if sort == "opening" else -1]
        wanted = (self.columns.get(role) for role in ("balance", "amount", "income", "expense"))
        column = next((each for each in wanted if each in line.amounts), None)
        return None if column is None else (line, column)

    def balance(self, sort: Literal["opening", "closing"]) -> int | None:
        """The balance as declared, else as its row tells it."""
        if sort in self.declared:
            return self.declared[sort]
        row = self.balance_of(sort)
        return row[0].amounts[row[1]] if row else None

    def unread(self, *roles: str) -> Line | None:
        """The first row with a cell in these columns that cannot be read."""
        wanted = {self.columns.get(role) for role in roles}
        faulty = (line for line in self.lines if line.unread)
        return next((line for line in faulty if wanted.intersection(line.unread)), None)

    def label(self, column: int) -> Words:
        """How a column is called."""
        return self.columns.label(column, self.table) if self.table else Words("", "")


@lru_cache(maxsize=4096)
def _sort(cell: str) -> tuple[Sort, int]:
    if not any(mark in cell for mark in _MARKS):
        return "plain", 0
    text = plain(cell)
    if found := _SUM.fullmatch(text):
        return "sum", _LEVELS.get(text.rstrip(":"), _LEVELS.get(found[1], _COMMON))
    if _OPENING.fullmatch(text):
        return "opening", 0
    if _CLOSING.fullmatch(text):
        return "closing", 0
    return ("apart", 0) if _APART.fullmatch(text) else ("plain", 0)


def ledgers(accounts: Sequence[Mapping[str, Any]], tables: Sequence[Table]) -> tuple[Ledger, ...]:
    """The ledgers that a disclosure declares, in their order."""
    found = {table.heading: table for table in reversed(tables)}
    return tuple(_declared(number, book, found) for number, book in enumerate(accounts))


def headed(each_of: Iterable[Ledger], heading: str) -> list[Ledger]:
    """The ledgers whose table stands under a heading."""
    return [each for each in each_of if each.table and each.table.heading == heading]


def loose(table: Table) -> Ledger:
    """The ledger of a table that no book declares; its heads name the units, else it is in 元."""
    return Ledger(None, table.heading, "元", table, columns(table), {})


def _declared(number: int, book: Mapping[str, Any], found: Mapping[str, Table]) -> Ledger:
    table, unit = found.get(book.get("table", "")), book.get("unit", "元")
    amounts = {
        key: fen
        for key in ("opening", "closing", "cash", "bank")
        if (fen := declared_fen(book.get(key), unit)) is not None
    }
    return Ledger(number, book.get("book", ""), unit, table, columns(table) if table else _NONE, amounts)


def declared_fen(amount: object, unit: str) -> int | None:
    """A declared amount in 分; None where it is absent or finer than that."""
    try:
        return to_fen(amount, unit) if isinstance(amount, Decimal) else None
    except ValueError:
        return None


_NONE = Columns({}, {}, 1, False, ())
