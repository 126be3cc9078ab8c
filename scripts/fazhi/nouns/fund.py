"""Special funds, held one by one against the rows of the ledger through which they came in and went out (DOMAIN FIN-08).

A fund is a row of a table of funds; names in a ledger are seldom the fund's own, so the record tells which rows are
meant. What is kept in an account of its own, past the village's ledger, says so.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.agreement import NOTHING, Agreement, Off
from fazhi.nouns.columns import plain
from fazhi.nouns.ledger import Ledger, Line
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

KEY = "funds"
"""The field that names, fund by fund, its rows of the ledger."""
_ROWS = {"received": "income", "spent": "expense", "within": "expense"}
"""The lists of rows that an entry may name, with the column of the ledger. `within`: the fund paid a part of these."""


def funds_in_ledger(ledger: Ledger, record: Record, register: Register) -> Agreement:
    """Every fund of a table against the ledger; those that name no rows were not checked."""
    if not is_of_funds(ledger):
        return NOTHING
    named = {
        plain(each["fund"]): held(number, ledger, record, register)
        for number, each in enumerate(record.get(KEY, ()))
        if ledger.table and each.get("table") == ledger.table.heading and "fund" in each
    }
    told = [agreement for agreement in named.values() if agreement]
    missing = [line for line in ledger.entries if plain(line.subject) not in named and _moved(line, ledger)]
    left = (_NOT_NAMED.fill(funds=_listed(missing)),) if missing else ()
    return _together([*told, Agreement(unchecked=left)])


def is_of_funds(ledger: Ledger) -> bool:
    """Whether each row of a table is a fund that was granted (拨入, 拨款), and not an asset or a debt."""
    column = ledger.columns.get("income")
    if not ledger.columns.row_wise or not ledger.columns.is_ledger or ledger.table is None or column is None:
        return False
    heads = (ledger.table.head, *ledger.table.rows[: ledger.columns.heads - 1])
    return any(_GRANTED in row.cells[column] for row in heads if column < len(row.cells))


def fund_line(name: str, ledger: Ledger) -> Line | None:
    """The one row of a table that is called so; None where there is none, or several."""
    found = [line for line in ledger.entries if plain(line.subject) == plain(name)]
    return found[0] if len(found) == 1 else None


def held(number: int, ledger: Ledger, record: Record, register: Register) -> Agreement:
    """The fund named in one place of `funds`, of this table, against the rows that it names; NOTHING for no such fund."""
    named = record.get(KEY)[number]
    line = fund_line(named.get("fund", ""), ledger)
    if line is None:
        return NOTHING
    if "outside" in named:
        return Agreement(unchecked=(_OUTSIDE.fill(fund=line.name, how=quote(named["outside"])),))
    source = register.records.get(named["record"]) if named.get("record") else record
    if source is None:
        return Agreement(unchecked=(_NO_RECORD.fill(fund=line.name),))
    agreement = _compare(named, line, ledger, source)
    if source is record:
        return agreement
    period = source.get("period")
    return agreement._replace(reference=source.id, about=period.words if period else Words("", ""))


def _compare(named: Mapping[str, Any], fund: Line, ledger: Ledger, source: Record) -> Agreement:
    is_told = any(key in named for key in _ROWS)
    meant = dict(named) if is_told else dict.fromkeys(("received", "spent"), (named["fund"],))
    sums = dict.fromkeys(_ROWS, 0)
    for key, role in _ROWS.items():
        for row in meant.get(key, ()):
            many, fen = _row(row, role, source)
            if not many and (is_told or _amount(fund, ledger, role)):
                return Agreement(unchecked=(_NO_ROW.fill(fund=fund.name, row=quote(row)),))
            if fen is None or fund.unread:
                return Agreement(unchecked=(_UNREAD.fill(fund=fund.name),))
            sums[key] += fen
    received, spent = sums["received"], sums["spent"]
    sides = [*_side("income", received, received, fund, ledger)]
    sides += _side("expense", spent, spent + sums["within"], fund, ledger)
    off = tuple(each for each in sides if each.found != each.expected)
    return Agreement(len(sides) - len(off), off)


def _row(name: str, role: str, source: Record) -> tuple[int, int | None]:
    """How many rows of a name have something in a column of a record's ledgers, and their sum; None for one unread."""
    found = [
        None if column in line.unread else line.amounts[column]
        for ledger in source.ledgers
        if (column := ledger.columns.get(role)) is not None and not is_of_funds(ledger)
        for line in ledger.entries
        if plain(line.subject) == plain(name) and (column in line.amounts or column in line.unread)
    ]
    known = [fen for fen in found if fen is not None]
    return len(found), sum(known) if len(known) == len(found) else None


def _side(role: str, least: int, most: int, fund: Line, ledger: Ledger) -> Iterator[Off]:
    """What the fund tells of one side, and the nearest figure that the ledger allows."""
    if (column := ledger.columns.get(role)) is not None:
        told = _amount(fund, ledger, role)
        which = _WHICH.fill(fund=fund.name, column=ledger.label(column))
        yield Off(fund.row.place(column), which, min(max(told, least), most), told)


def _amount(line: Line, ledger: Ledger, role: str) -> int:
    return line.amounts.get(ledger.columns.by_role.get(role, -1), 0)


def _moved(line: Line, ledger: Ledger) -> bool:
    """Whether anything came in or went out."""
    return any(_amount(line, ledger, role) for role in ("income", "expense"))


def _together(agreements: list[Agreement]) -> Agreement:
    """One answer for all funds; it names the other record where one was looked at."""
    looked_at = next((each for each in agreements if each.reference), NOTHING)
    return Agreement(
        sum(each.agreed for each in agreements),
        tuple(off for each in agreements for off in each.off),
        tuple(words for each in agreements for words in each.unchecked),
        looked_at.reference,
        looked_at.about,
    )


def _listed(lines: list[Line]) -> Words:
    names = [quote(line.subject) for line in lines]
    return Words("、".join(names), ", ".join(names))


_GRANTED = "拨"
_WHICH = Words("{fund}的{column}（账上各行之和）", "{column} in {fund} (what its rows in the ledger come to)")
_NOT_NAMED = Words(
    "没有写对应账上哪几行（funds），和账没有核对：{funds}",
    "which rows of the ledger these are (funds) is not told, so they were not held against it: {funds}",
)
_OUTSIDE = Words(
    "{fund}写明不经过村里的账：{how}", "{fund} is said to be kept past the village's ledger: {how}"
)
_NO_RECORD = Words("{fund}所写的那份账，本站没有", "the accounts that {fund} names are not on this site")
_NO_ROW = Words(
    "账上没有名为“{row}”的一行，{fund}没有核对", "the ledger has no row named '{row}'; {fund} was not checked"
)
_UNREAD = Words(
    "{fund}或者账上对应的行里有认不出的金额",
    "an amount of {fund}, or of its rows in the ledger, cannot be read",
)
