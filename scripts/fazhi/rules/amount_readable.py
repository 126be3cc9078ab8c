"""Every amount of an account can be read: what cannot is a fault at its cell, and never counts as zero (DESIGN §4)."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.account_example import SOUND, book_with, table_with
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.ledger import Ledger, Line
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-11",
    what=Words("账目里的金额都认得出", "every amount of an account can be read"),
    why=Words(
        "认不出的金额不能当作零，也不能猜", "an amount that cannot be read is not zero and is not guessed"
    ),
    sources=(TRUTH,),
    bad=(
        table_with("电费 | | 30.00", "电费 | | 约30"),
        table_with("30.00 | 120.00 |", "30.00 | 120.00 | 5.00 |"),
        book_with("100.00", "100.001"),
    ),
    good=(SOUND,),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for ledger in record.ledgers:
        for line in ledger.lines:
            for column in line.unread:
                yield Found(line.row.place(column), _fault(ledger, line, column))
        told = record.get("accounts")[ledger.number or 0].keys() & _BALANCES
        for key in sorted(told - ledger.declared.keys()):
            yield Found(f"accounts.{ledger.number}.{key}", _TOO_FINE)


_BALANCES = {"opening", "closing", "cash", "bank"}


def _fault(ledger: Ledger, line: Line, column: int) -> Words:
    """What is wrong with a cell; one beyond the last head would not even be shown."""
    cell = quote(line.row.cells[column])
    if ledger.table and column >= len(ledger.table.head.cells):
        return _BEYOND.fill(row=line.name, cell=cell)
    words = _UNREAD.fill(row=line.name, column=ledger.label(column), cell=cell)
    return words.then(_UNIT.fill(unit=ledger.unit)) if "万" in cell else words


_UNREAD = Words(
    "{row}的{column}写作“{cell}”，认不出金额；请写数字，如 1,234.50，至多到分",
    "{column} in {row} is '{cell}', which is no amount; write figures such as 1,234.50, to the 分 at most",
)
_UNIT = Words("（本表单位是{unit}）", " (the unit of this table is {unit})")
_BEYOND = Words(
    "{row}的格比表头多，“{cell}”不会显示；请对齐各栏",
    "{row} has more cells than the head, '{cell}' would not show; align the columns",
)
_TOO_FINE = Words("金额至多到分", "an amount is told to the 分 at most")
