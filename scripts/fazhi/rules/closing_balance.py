"""Opening balance plus income less expenditure is the closing balance; the table tells the balances that are declared."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import BOOK, SOUND, TABLE, book_with, table_with
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sums import closing_balance

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-01",
    what=Words(
        "期初结余加收入减支出，等于期末结余", "opening plus income less expenditure is the closing balance"
    ),
    why=Words(
        "差一分也是有一笔没有记对", "a difference of one 分 still means that something was put down wrongly"
    ),
    sources=(TRUTH,),
    bad=(
        book_with("120.00", "120.01"),
        table_with("| 100.00", "| 100.10"),
        table_with("50.00 | | 150", "50.01 | | 150"),
    ),
    good=(
        SOUND,
        Example(
            values={
                "accounts": BOOK.replace("120.00", "119.00"),
                "unreconciled": "{reason: 一张票据待查, by: demo-1, on: 2026-10-09}",
            },
            body=TABLE,
        ),
    ),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((closing_balance(ledger) for ledger in record.ledgers), record)
