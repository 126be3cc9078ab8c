"""A negative figure says what it takes back: 冲红, 退回."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import BOOK, SOUND, TABLE, table_with
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="FIN-13",
    what=Words("负数要写明冲红或退回的原因", "a negative figure says what it takes back"),
    why=Words("负数会悄悄抵掉一笔账", "a negative figure quietly takes another away"),
    sources=(TRUTH,),
    bad=(table_with("| 30.00", "| -30.00"),),
    good=(
        SOUND,
        Example(
            values={"accounts": BOOK.replace("120.00", "180.00").replace("bank: 100", "bank: 160")},
            body=TABLE.replace("电费 | | 30.00 | 120", "电费（冲红上月重复） | | （30.00） | 180").replace(
                "| 30.00 | |", "| -30.00 | |"
            ),
        ),
    ),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for ledger in record.ledgers:
        columns = [
            at for role in ("income", "expense", "amount") if (at := ledger.columns.get(role)) is not None
        ]
        for line in ledger.entries:
            below = [at for at in columns if line.amounts.get(at, 0) < 0]
            if below and not _REASON.search(" ".join(line.row.cells)):
                words = _NO_REASON.fill(row=line.name, column=ledger.label(below[0]))
                yield Found(line.row.place(below[0]), words, line.row.text)


_REASON = re.compile("冲|红字|退|更正|调整|返还|收回|扣回|多付|多收|重复")
_NO_REASON = Words(
    "{row}的{column}是负数，没有写明原因；请在摘要或备注里写明冲红、退回的是哪一笔",
    "{column} in {row} is negative without a reason; say in subject or note what it takes back",
)
