"""The sums within one account: balance, totals, running balance, cash and bank (DOMAIN FIN-01, 02, 03, 05)."""

from collections.abc import Iterable, Iterator, Sequence

from fazhi.ground.problem import Place
from fazhi.ground.words import Words
from fazhi.nouns.agreement import NOTHING, Agreement, Off
from fazhi.nouns.ledger import Ledger, Line


def closing_balance(ledger: Ledger) -> Agreement:
    """Opening + income − expenditure = closing, and the balances in the table are those declared (FIN-01)."""
    if not ledger.columns.is_ledger:
        return NOTHING
    stated = [*_stated(ledger, "opening")], [*_stated(ledger, "closing")]
    income, expense = _total(ledger, "income"), _total(ledger, "expense")
    if not all(stated) or income is None or expense is None:
        return Agreement(unchecked=(_why_no_balance(ledger, stated),))
    opening = _likeliest(
        [fen for fen, _, _ in stated[0]], [fen + expense - income for fen, _, _ in stated[1]]
    )
    return _compare(
        [(opening, *each) for each in stated[0]] + [(opening + income - expense, *each) for each in stated[1]]
    )


def _total(ledger: Ledger, role: str) -> int | None:
    """Nothing came in, or nothing went out, where an account has no such column."""
    return ledger.total(role) if role in ledger.columns.by_role else 0


def _stated(ledger: Ledger, which: str) -> Iterator[tuple[int, str | Place, Words]]:
    if which in ledger.declared:
        yield ledger.declared[which], f"accounts.{ledger.number}.{which}", _DECLARED[which]
    if row := ledger.balance_of("opening" if which == "opening" else "closing"):
        line, column = row
        yield line.amounts[column], ledger.place(line, column), _cell(ledger, line, column)


def _likeliest(told: list[int], wanted: list[int]) -> int:
    """Where two figures for the opening differ: the one that fits a closing balance."""
    return next((fen for fen in told if fen in wanted), told[0])


def _compare(figures: Iterable[tuple[int, int, str | Place, Words]]) -> Agreement:
    """Figures as (expected, found, where, which)."""
    each = [*figures]
    off = tuple(Off(at, which, expected, found) for expected, found, at, which in each if expected != found)
    return Agreement(len(each) - len(off), off)


def _why_no_balance(ledger: Ledger, stated: Sequence[Sequence[object]]) -> Words:
    if line := ledger.unread("income", "expense"):
        return UNREAD.fill(row=line.name)
    if ledger.table is None or not ledger.lines:
        return _NO_TABLE
    return _NOT_TOLD.fill(what=_DECLARED["closing" if stated[0] else "opening"])


def totals(ledger: Ledger) -> Agreement:
    """Every row of a sum holds what the entries above it add up to, column by column (FIN-02)."""
    found, unchecked = [], []
    for column in ledger.columns.money:
        if _adds_up(ledger, column):
            for line, sums in _sums_above(ledger.lines, column):
                if sums is None:
                    unchecked.append(UNREAD_ABOVE.fill(row=line.name, column=ledger.label(column)))
                elif column in line.amounts:
                    amount = line.amounts[column]
                    right = amount if amount in sums else sums[0]
                    found.append((right, amount, ledger.place(line, column), _cell(ledger, line, column)))
    compared = _compare(found)
    return Agreement(compared.agreed, compared.off, tuple(unchecked))


def _adds_up(ledger: Ledger, column: int) -> bool:
    """A balance that runs from row to row is no summand."""
    return column != ledger.columns.get("balance") or ledger.columns.row_wise


def _sums_above(lines: Iterable[Line], column: int) -> Iterator[tuple[Line, list[int] | None]]:
    """For every sum what it may be: the entries since a sum of its level, all so far, and these with an opening balance.

    None where one of them cannot be read.
    """
    since: dict[int, int] = {}
    whole, opening, entries, is_unread = 0, 0, 0, False
    for line in lines:
        amount = line.amounts.get(column, 0)
        if line.sort == "plain":
            is_unread |= column in line.unread
            whole += amount
            entries += 1
            since = {level: fen + amount for level, fen in since.items()}
        elif line.sort == "opening":
            opening += amount
        elif line.sort == "sum" and column not in line.unread:
            part = since.get(line.level, whole) if entries else whole
            yield line, None if is_unread else [part, *([whole + opening] if opening else [])]
            since |= dict.fromkeys(range(line.level + 1), 0)
            entries = 0


def running_balance(ledger: Ledger) -> Agreement:
    """Each balance is the one above it, plus what came in, minus what went out (FIN-03)."""
    if "balance" not in ledger.columns.by_role or ledger.columns.row_wise or not ledger.columns.is_ledger:
        return NOTHING
    if line := ledger.unread("income", "expense", "balance"):
        return Agreement(unchecked=(UNREAD.fill(row=line.name),))
    return _compare(_run(ledger, ledger.columns.by_role["balance"]))


def _run(ledger: Ledger, column: int) -> Iterator[tuple[int, int, Place, Words]]:
    """Every balance with the one expected. After a wrong one the row below tells which of the two it goes on from."""
    expected, found = (ledger.declared.get("opening"),) * 2
    for line in ledger.lines:
        if line.sort == "opening":
            expected = found = line.amounts.get(column, found)
            continue
        if line.sort == "plain":
            change = _change(ledger, line)
            expected, found = (None if fen is None else fen + change for fen in (expected, found))
        if line.sort == "apart" or (amount := line.amounts.get(column)) is None:
            continue
        if expected is not None and amount not in (expected, found):
            yield expected, amount, ledger.place(line, column), _cell(ledger, line, column)
        elif expected is not None:
            yield amount, amount, ledger.place(line, column), _cell(ledger, line, column)
            expected = amount
        found = amount
        expected = amount if expected is None else expected


def _change(ledger: Ledger, line: Line) -> int:
    """What an entry adds to the balance."""
    income, expense = ledger.columns.get("income"), ledger.columns.get("expense")
    came = line.amounts.get(income, 0) if income is not None else 0
    return came - (line.amounts.get(expense, 0) if expense is not None else 0)


def row_balances(ledger: Ledger) -> Agreement:
    """In a table of funds each row is an account: brought forward + received − spent = left (FIN-08)."""
    column = ledger.columns.get("balance")
    if column is None or not ledger.columns.row_wise:
        return NOTHING
    lines = [line for line in ledger.lines if column in line.amounts and not line.unread]
    return _compare(
        (_left(ledger, line), line.amounts[column], ledger.place(line, column), _cell(ledger, line, column))
        for line in lines
    )


def _left(ledger: Ledger, line: Line) -> int:
    brought = ledger.columns.get("brought")
    return _change(ledger, line) + (line.amounts.get(brought, 0) if brought is not None else 0)


def cash_and_bank(ledger: Ledger) -> Agreement:
    """Cash and what lies in the bank are the closing balance (FIN-05)."""
    cash, bank, closing = (ledger.declared.get(key) for key in ("cash", "bank", "closing"))
    closing = ledger.balance("closing") if closing is None else closing
    if cash is None and bank is None:
        return NOTHING
    if cash is None or bank is None or closing is None:
        missing = next(
            key for key, fen in (("cash", cash), ("bank", bank), ("closing", closing)) if fen is None
        )
        return Agreement(unchecked=(_NOT_TOLD.fill(what=_DECLARED[missing]),))
    return _compare([(closing, cash + bank, f"accounts.{ledger.number}.cash", _CASH_AND_BANK)])


def _cell(ledger: Ledger, line: Line, column: int) -> Words:
    return _CELL.fill(row=line.name, column=ledger.label(column))


_CELL = Words("{row}的{column}", "{column} in {row}")
_DECLARED = {
    "opening": Words("文件开头写的期初结余", "the opening balance declared"),
    "closing": Words("文件开头写的期末结余", "the closing balance declared"),
    "cash": Words("现金", "cash"),
    "bank": Words("银行存款", "bank balance"),
}
_CASH_AND_BANK = Words("现金加银行存款", "cash and bank together")
_NOT_TOLD = Words("没有写{what}", "{what} is not told")
_NO_TABLE = Words("没有明细表", "there is no table")
UNREAD = Words("{row}里有认不出的金额", "an amount in {row} cannot be read")
UNREAD_ABOVE = Words("{row}以上的{column}有认不出的金额", "above {row} an amount of {column} cannot be read")
