"""A table of accounts has a column that says what for, and columns for what came in and went out."""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.account_example import SOUND, table_with
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    what=Words(
        "账目的表有摘要、收入和支出各栏",
        "a table of accounts has columns for subject, income and expenditure",
    ),
    why=Words("认不出各栏，这本账就没有核对", "an account whose columns are not known is not checked"),
    sources=(OWN,),
    bad=(
        table_with("摘要", "内容事项"),
        table_with("收入 | 支出", "进账 | 花费"),
    ),
    good=(SOUND,),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for ledger in record.ledgers:
        if ledger.table and not ledger.is_account:
            heads = quote("、".join(cell for cell in ledger.table.head.cells if cell))
            yield Found(Place(ledger.table.head.line), _NO_COLUMNS.fill(heads=heads))


_NO_COLUMNS = Words(
    "看不出哪一栏是摘要、收入和支出，表头是：{heads}；请写作 摘要、收入、支出",
    "no telling which columns are subject, income and expenditure; the heads are: {heads}; write 摘要, 收入, 支出",
)
