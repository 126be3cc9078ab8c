"""Rows that are accounts of their own, as funds, assets and debts, carried on from the period before (DOMAIN FIN-04)."""

from fazhi.ground.words import Words
from fazhi.nouns.agreement import NOTHING, Agreement, Off
from fazhi.nouns.fund import fund_line
from fazhi.nouns.ledger import Ledger, Line, headed
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register


def rows_carried(ledger: Ledger, record: Record, register: Register) -> Agreement:
    """What each row brings forward is what the row of its name had left in the same table of the period before."""
    period, columns = record.get("period"), ledger.columns
    is_asked = (
        columns.row_wise and ledger.table and {"subject", "brought", "balance"} <= columns.by_role.keys()
    )
    if not is_asked or period is None or period.cadence == "event":
        return NOTHING
    home = record.kind.home({**record.values, "period": period.before})
    before = register.records.get(home) if home else None
    heading = ledger.table.heading if ledger.table else ""
    tables = [each for each in headed(before.all_ledgers, heading) if each.columns.row_wise] if before else []
    if before is None or len(tables) != 1:
        return Agreement(unchecked=(_NO_TABLE_BEFORE,))
    pairs = [(line, fund_line(line.subject, tables[0])) for line in ledger.entries]
    left = tables[0].columns.get("balance")
    told = [(line, then) for line, then in pairs if then and left in then.amounts and not line.unread]
    figures = [_carried(line, then, ledger, tables[0]) for line, then in told]
    if not figures:
        return NOTHING
    off = tuple(each for each in figures if each.found != each.expected)
    return Agreement(len(figures) - len(off), off, (), before.id, period.before.words)


def _carried(line: Line, then: Line, ledger: Ledger, before: Ledger) -> Off:
    column = ledger.columns.by_role["brought"]
    which = _WHICH.fill(row=line.name, column=ledger.label(column))
    left = then.amounts[before.columns.by_role["balance"]]
    return Off(line.row.place(column), which, left, line.amounts.get(column, 0))


_WHICH = Words("{row}的{column}（接上一期的结存）", "{column} in {row} (continuing what was left)")
_NO_TABLE_BEFORE = Words(
    "本站上一期没有同一标题的这张表，各行的期初没有可比的数",
    "the period before has no such table under this heading to compare what is brought forward with",
)
