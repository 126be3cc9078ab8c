"""The sums within one account: balance, totals, running balance, cash and bank (DOMAIN FIN-01, 02, 03, 05)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from fazhi.ground.words import Words
from fazhi.nouns.agreement import NOTHING, Agreement, Off
from fazhi.nouns.columns import plain
from fazhi.nouns.ledger import Ledger, Line

Cell = tuple[Line, int]
"""A row and a column."""


_Figure = tuple[int, int, Cell | str]
"""The figure expected, the one found, and where it stands: in a cell, or under a key of the declaration."""


def _compare(ledger: Ledger, figures: Iterable[_Figure], unchecked: Sequence[Words] = ()) -> Agreement:
    """What agrees is counted; only for what does not are words looked for."""
    each = [*figures]
    off = tuple([_off(ledger, *figure) for figure in each if figure[0] != figure[1]])
    return Agreement(len(each) - len(off), off, tuple(unchecked))


def _off(ledger: Ledger, expected: int, found: int, at: Cell | str) -> Off:
    if isinstance(at, str):
        key = f"accounts.{ledger.number}.{at}"
        return Off(key, _DECLARED_SUM.get(at, _DECLARED[at]), expected, found)
    line, column = at
    which = (_CELL if column in line.amounts else _EMPTY_CELL).fill(
        row=line.name, column=ledger.label(column)
    )
    return Off(line.row.place(column), which, expected, found)


def closing_balance(ledger: Ledger) -> Agreement:
    """Opening + income − expenditure = closing, and the balances in the table are those declared (FIN-01)."""
    if not ledger.is_account:
        return NOTHING
    openings, closings = [*_stated(ledger, "opening")], [*_stated(ledger, "closing")]
    income, expense = _total(ledger, "income"), _total(ledger, "expense")
    if not openings or not closings or income is None or expense is None:
        return Agreement(unchecked=(_why_no_balance(ledger, bool(openings)),))
    change = income - expense
    opening = _likeliest([fen for fen, _ in openings], [fen - change for fen, _ in closings])
    figures = [(opening, *each) for each in openings]
    return _compare(ledger, [*figures, *[(opening + change, *each) for each in closings]])


def _total(ledger: Ledger, role: str) -> int | None:
    """Nothing came in, or nothing went out, where an account has no such column."""
    has_none = ledger.columns.is_ledger and role not in ledger.columns.by_role
    return 0 if has_none else ledger.total(role)


def _stated(ledger: Ledger, which: Literal["opening", "closing"]) -> Iterator[tuple[int, Cell | str]]:
    """A balance as declared, and as its row tells it."""
    if which in ledger.declared:
        yield ledger.declared[which], which
    if cell := ledger.balance_of(which):
        yield cell[0].amounts[cell[1]], cell


def _likeliest(told: list[int], wanted: list[int]) -> int:
    """Where two figures for the opening differ: the one that fits a closing balance."""
    return next((fen for fen in told if fen in wanted), told[0])


def _why_no_balance(ledger: Ledger, has_opening: bool) -> Words:
    if line := ledger.unread("income", "expense"):
        return _UNREAD.fill(row=line.name)
    if ledger.table is None or not ledger.lines:
        return _NO_TABLE
    return _NOT_TOLD.fill(what=_DECLARED["closing" if has_opening else "opening"])


def totals(ledger: Ledger) -> Agreement:
    """Every row of a sum holds what the entries above it add up to, column by column (FIN-02)."""
    figures: list[_Figure] = []
    unchecked: list[Words] = []
    for column in ledger.columns.money if ledger.of_sort("sum") else ():
        for line, sums in _sums_above(ledger.lines, column) if _adds_up(ledger, column) else ():
            if sums is None:
                unchecked.append(_UNREAD_ABOVE.fill(row=line.name, column=ledger.label(column)))
            elif (amount := _told(ledger, line, column, sums)) is not None:
                figures.append((amount if amount in sums else sums[0], amount, (line, column)))
    return _compare(ledger, figures, unchecked)


def _told(ledger: Ledger, line: Line, column: int, sums: Sequence[int]) -> int | None:
    """What a total tells for a column: an empty cell tells nothing, which is wrong where entries come to something.

    None where no total is meant: a total named for income tells none of expenditure, and the other way round.
    """
    role = next((role for role in _TOTALLED if ledger.columns.get(role) == column), None)
    names = [name for name in _NAMED.values() if name in line.subject]
    if column in line.amounts or role is None or 0 in sums:
        return line.amounts.get(column)
    return 0 if not names or _NAMED.get(role) in names else None


def _adds_up(ledger: Ledger, column: int) -> bool:
    """A balance that runs from row to row is no summand; in a summary rows stand above and below their sums."""
    is_running = column == ledger.columns.get("balance") and not ledger.columns.row_wise
    return not is_running and ledger.summed("income") is None


def _sums_above(lines: Iterable[Line], column: int) -> Iterator[tuple[Line, list[int] | None]]:
    """For every sum what it may be, the likeliest first: the entries since a sum of its level, all so far, and these with
    an opening balance, or with what was carried into the next year (支出总计 in budgets).

    None where one of them cannot be read.
    """
    since: dict[int, int] = {}
    whole, opening, carried, entries, is_unread = 0, 0, 0, 0, False
    for line in lines:
        if line.sort == "sum" and column not in line.unread:
            part = whole - since.get(line.level, 0) if entries else whole
            likely = [whole + carried] if carried else []
            yield line, None if is_unread else [*likely, part, *([whole + opening] if opening else [])]
            since |= dict.fromkeys(range(line.level + 1), whole)
            entries = 0
        elif line.sort == "plain":
            is_unread |= column in line.unread
            whole += line.amounts.get(column, 0)
            entries += 1
        elif line.sort == "opening":
            opening += line.amounts.get(column, 0)
        elif line.sort == "closing" and _CARRIED in plain(line.subject):
            carried += line.amounts.get(column, 0)


def running_balance(ledger: Ledger) -> Agreement:
    """Each balance is the one above it, plus what came in, minus what went out (FIN-03)."""
    column = ledger.columns.get("balance")
    if column is None or ledger.columns.row_wise or not ledger.columns.is_ledger:
        return NOTHING
    if line := ledger.unread("income", "expense", "balance"):
        return Agreement(unchecked=(_UNREAD.fill(row=line.name),))
    return _compare(ledger, _run(ledger, column))


def _run(ledger: Ledger, column: int) -> Iterator[_Figure]:
    """Every balance with the one expected. After a wrong one the row below tells which of the two it goes on from."""
    expected = found = ledger.declared.get("opening")
    has_begun = False
    for line in ledger.lines:
        amount = line.amounts.get(column)
        if line.sort == "plain" and expected is not None and found is not None:
            change = _change(ledger, line)
            expected, found = expected + change, found + change
        if amount is None or line.sort == "apart":
            continue
        has_begun = has_begun or line.sort == "plain"
        if line.sort == "opening" and not has_begun:  # that it is the declared one is another question
            expected, found = amount if expected is None else expected, amount
            continue
        if expected is None or amount == found:
            expected = amount
        yield (expected, amount, (line, column))
        found = amount


def _change(ledger: Ledger, line: Line) -> int:
    """What an entry adds to the balance."""
    roles = ledger.columns.by_role
    return line.amounts.get(roles.get("income", -1), 0) - line.amounts.get(roles.get("expense", -1), 0)


def row_balances(ledger: Ledger) -> Agreement:
    """In a table of funds each row is an account: brought forward + received − spent = left (FIN-08)."""
    column, brought = ledger.columns.get("balance"), ledger.columns.by_role.get("brought", -1)
    if column is None or not ledger.columns.row_wise:
        return NOTHING
    lines = [line for line in ledger.lines if column in line.amounts and not line.unread]
    return _compare(
        ledger,
        [
            (_change(ledger, line) + line.amounts.get(brought, 0), line.amounts[column], (line, column))
            for line in lines
        ],
    )


def cash_and_bank(ledger: Ledger) -> Agreement:
    """Cash and what lies in the bank are the closing balance (FIN-05)."""
    told = {
        "closing": ledger.balance("closing"),
        **{key: ledger.declared.get(key) for key in ("cash", "bank")},
    }
    cash, bank, closing = (told[key] for key in ("cash", "bank", "closing"))
    if cash is None and bank is None:
        return NOTHING
    if cash is None or bank is None or closing is None:
        missing = next(key for key, fen in told.items() if fen is None)
        return Agreement(unchecked=(_NOT_TOLD.fill(what=_DECLARED[missing]),))
    return _compare(ledger, [(closing, cash + bank, "cash")])


_CARRIED = "结转"
_CELL = Words("{row}的{column}", "{column} in {row}")
_EMPTY_CELL = Words("{row}的{column}（空着，按零算）", "{column} in {row} (empty, so nil)")
_TOTALLED = ("income", "expense", "amount")
"""The roles of which a total is always meant; balances and other columns may well have none."""
_NAMED = {"income": "收入", "expense": "支出"}
_DECLARED = {
    "opening": Words("文件开头写的期初结余", "the opening balance declared"),
    "closing": Words("文件开头写的期末结余", "the closing balance declared"),
    "cash": Words("现金", "cash"),
    "bank": Words("银行存款", "bank balance"),
}
_DECLARED_SUM = {"cash": Words("现金加银行存款", "cash and bank together")}
_NOT_TOLD = Words("没有写{what}", "{what} is not told")
_NO_TABLE = Words("没有明细表", "there is no table")
_UNREAD = Words("{row}里有认不出的金额", "an amount in {row} cannot be read")
_UNREAD_ABOVE = Words("{row}以上的{column}有认不出的金额", "above {row} an amount of {column} cannot be read")
