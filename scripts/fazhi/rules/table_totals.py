"""The rows of a table add up to its totals: every column of money, subtotals for themselves."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import SOUND, table_with
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sums import totals

_BUDGET = """## 收入

| 项目 | 金额（元） |
|---|---|
| 上年结转 | 20.00 |
| 补助收入 | 80.00 |
| 收入总计 | 100.00 |

## 支出

| 项目 | 金额（元） |
|---|---|
| 公益支出 | 60.00 |
| 管理费用 | 25.00 |
| 本年支出合计 | 85.00 |
| 结转下年 | 15.00 |
| 支出总计 | 100.00 |
"""

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-02",
    what=Words("各行相加，等于合计", "the rows add up to the totals"),
    why=Words(
        "合计不是明细的和，就不知道该信哪一个",
        "where the total is not the sum of its rows, nobody knows which to believe",
    ),
    sources=(TRUTH,),
    bad=(
        table_with("合计 | 50.00", "合计 | 50.01"),
        table_with("合计 | 50.00 | 30.00", "合计 | 50.00 | "),
        Example(body=_BUDGET.replace("| 支出总计 | 100.00", "| 支出总计 | 90.00")),
        Example(body="## 补贴\n\n| 项目 | 金额（元） |\n|---|---|\n| 甲 | 1.00 |\n| **合 计** | 1.10 |\n"),
    ),
    good=(SOUND, Example(body=_BUDGET), table_with("本期合计 | 50.00 | 30.00", "收入合计 | 50.00 | ")),
    kinds=frozenset(("disclosure",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((totals(ledger) for ledger in record.all_ledgers), record)
