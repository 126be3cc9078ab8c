"""What a list of payments comes to, against the row of the ledger that it names as having paid it (DOMAIN FIN-08).

The ledger is that of another record, of the accounts of the quarter, or of the record itself. What the county pays
straight to households is in no ledger here, and says so.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from fazhi.ground.problem import Place
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.agreement import NOTHING, Agreement, Off
from fazhi.nouns.columns import plain
from fazhi.nouns.holdings import lists_households
from fazhi.nouns.ledger import Ledger, Line, headed
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

KEY = "paid_from"
"""The field that names, list by list, what paid it."""


def paid_from_ledger(ledger: Ledger, record: Record, register: Register) -> Agreement:
    """The amounts of a list are what its ledger paid; of a list of households that names none, that it was not checked."""
    if ledger.number is not None or ledger.table is None or "amount" not in ledger.columns.by_role:
        return NOTHING
    for number, named in enumerate(record.get(KEY, ())):
        if named.get("table") == ledger.table.heading:
            is_alone = len(lists_under(ledger.table.heading, record)) == 1
            return paid(number, ledger, record, register) if is_alone else Agreement(unchecked=(_SEVERAL,))
    return Agreement(unchecked=(_NOT_NAMED,)) if lists_households(ledger) else NOTHING


def lists_under(heading: str, record: Record) -> list[Ledger]:
    """The tables with amounts under a heading: `paid_from` can only mean one."""
    return [each for each in headed(record.all_ledgers, heading) if "amount" in each.columns.by_role]


def paid(number: int, ledger: Ledger, record: Record, register: Register) -> Agreement:
    """The amounts of the list that is named in one place of `paid_from`, against the row that this names."""
    named = record.get(KEY)[number]
    if "row" not in named:
        return Agreement(unchecked=(_OUTSIDE.fill(how=quote(named.get("outside", ""))),))
    source = register.records.get(named["record"]) if named.get("record") else record
    if source is None:
        return Agreement(unchecked=(_NO_RECORD,))
    agreement = _compare(named, ledger, source, f"{KEY}.{number}.row")
    return agreement if source is record else agreement._replace(reference=source.id, about=_about(source))


def _compare(named: Mapping[str, Any], ledger: Ledger, source: Record, key: str) -> Agreement:
    told, amounts, row = ledger.total("amount"), [*_payments(named, source)], quote(named["row"])
    known = [fen for fen in amounts if fen is not None]
    if told is None:
        return Agreement(unchecked=(_UNREAD,))
    if len(known) < len(amounts):
        return Agreement(unchecked=(_UNREAD_THERE.fill(row=row),))
    if not known:
        return Agreement(unchecked=(_NO_ROW.fill(row=row),))
    if told == sum(known):
        return Agreement(1)
    which = _LIST.fill(row=row, about=_about(source))
    return Agreement(0, (Off(_place(ledger, key), which, sum(known), told),))


def _payments(named: Mapping[str, Any], source: Record) -> Iterator[int | None]:
    """What was paid, in 分, in every row of the source's accounts that has the name, and the voucher where one is named.

    None where the amount of such a row cannot be read.
    """
    for ledger in source.ledgers:
        roles = ledger.columns.by_role
        column = roles.get("expense", roles.get("amount", -1))
        for line in ledger.entries:
            if (column in line.amounts or column in line.unread) and _is_named(line, ledger, named):
                yield line.amounts.get(column)


def _is_named(line: Line, ledger: Ledger, named: Mapping[str, Any]) -> bool:
    is_row = plain(line.subject) == plain(named["row"])
    return is_row and ("voucher" not in named or _voucher(line, ledger) == plain(named["voucher"]))


def _voucher(line: Line, ledger: Ledger) -> str:
    column = ledger.columns.get("voucher")
    return "" if column is None or column >= len(line.row.cells) else plain(line.row.cells[column])


def _place(ledger: Ledger, key: str) -> str | Place:
    """Where the list tells its sum; where there is no such row, the name of the row that paid it."""
    sums = ledger.of_sort("sum")
    return sums[-1].row.place(ledger.columns.by_role["amount"]) if sums else key


def _about(source: Record) -> Words:
    """How the accounts are called: by their period."""
    period = source.get("period")
    words: Words = period.words if period is not None else Words("", "")
    return words


_LIST = Words(
    "名单各行的金额之和（{about}账上“{row}”一行）",
    "the sum of the list (row '{row}' in the accounts of {about})",
)
_NOT_NAMED = Words(
    "没有写这些钱从哪一份账的哪一行付（paid_from），和账没有核对",
    "which row of which accounts paid this (paid_from) is not told, so it was not held against them",
)
_OUTSIDE = Words("写明不经过村里的账：{how}", "said to be paid past the village's accounts: {how}")
_SEVERAL = Words(
    "这个标题下面有几张名单，paid_from 分不清是哪一张，没有核对",
    "several lists stand under this heading, so paid_from does not tell which; not checked",
)
_NO_RECORD = Words("本站没有所写的那份账", "the accounts that are named are not on this site")
_UNREAD = Words("名单里有认不出的金额", "an amount in the list cannot be read")
_UNREAD_THERE = Words(
    "那份账里“{row}”一行的金额认不出", "the amount in row '{row}' of those accounts cannot be read"
)
_NO_ROW = Words(
    "那份账里没有名为“{row}”的一行支出", "those accounts have no expenditure in a row named '{row}'"
)
