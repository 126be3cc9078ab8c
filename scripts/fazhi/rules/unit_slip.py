"""An account keeps to one unit: no head names another, no figure is thousands of times its neighbours."""

from collections.abc import Iterator

from fazhi.ground.money import show_fen
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.account_example import BOOK, SOUND, TABLE, table_with
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.ledger import Ledger
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="FIN-11",
    what=Words("一本账只用一个单位", "an account keeps to one unit"),
    why=Words("单位写错，差的是一万倍", "a wrong unit is wrong by ten thousand"),
    sources=(TRUTH,),
    bad=(
        table_with("收入 |", "收入（万元） |"),
        Example(
            values={"accounts": BOOK},
            body=TABLE.replace(
                "| 电费 | | 30.00 |", "| 油料 | | 12.00 |\n| 水费 | | 20.00 |\n| 电费 | | 300000.00 |"
            ),
        ),
    ),
    good=(
        SOUND,
        table_with("收入 |", "收入（元） |"),
    ),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for ledger in record.ledgers:
        yield from _other_units(ledger)
        for role in ("income", "expense"):
            yield from _giants(ledger, role)


def _other_units(ledger: Ledger) -> Iterator[Found]:
    """Heads that name another unit than the declared one."""
    for column, unit in ledger.columns.units.items():
        if ledger.table and unit != ledger.unit:
            head = ledger.table.head if column < len(ledger.table.head.cells) else ledger.table.rows[0]
            words = _OTHER.fill(head=quote(head.cells[column]), unit=ledger.unit)
            yield Found(head.place(column), words, head.text)


def _giants(ledger: Ledger, role: str) -> Iterator[Found]:
    """Entries that are thousands of times as large as every other one in their column."""
    column = ledger.columns.get(role)
    if column is None:
        return
    told = [line for line in ledger.entries if column in line.amounts]
    entries = sorted(((abs(line.amounts[column]), at) for at, line in enumerate(told)))
    if len(entries) >= _ENOUGH and entries[-1][0] >= _TIMES * entries[-2][0] > 0:
        amount, line = entries[-1][0], told[entries[-1][1]]
        words = _GIANT.fill(row=line.name, amount=show_fen(amount), next=show_fen(entries[-2][0]))
        yield Found(line.row.place(column), words, line.row.text)


_ENOUGH = 3
_TIMES = 1000
_OTHER = Words(
    "表头写的是“{head}”，这本账声明的单位是{unit}；请统一",
    "the head says '{head}', the unit declared for this book is {unit}; use one",
)
_GIANT = Words(
    "{row}的金额是{amount}元，其余各行最多{next}元；单位是否写错？",
    "{row} has {amount} yuan, all other rows {next} at most; is the unit wrong?",
)
