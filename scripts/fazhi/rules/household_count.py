"""The households of a list are as many as it says."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.holdings import household_count
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_LIST = """## 发放情况

| 项目 | 户数 | 金额 |
|---|---|---|
| 冬春救助 | 3 | 300.00 |
| 春节慰问 | 2 | 200.00 |
| 合计 | 5 | 500.00 |
"""
_HOMES = """## 发放情况

| 序号 | 农户编号 | 金额 |
|---|---|---|
| 1 | 甲组 | 100.00 |
| 2 | 乙组 | 100.00 |
| 合计 | 2户 | 200.00 |
"""

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-08",
    what=Words(
        "户数合计等于各行户数之和，或者名单的行数",
        "the total of households is the sum of the rows, or the length of the list",
    ),
    why=Words(
        "户数不对，多半是漏了一户或者多了一户",
        "a wrong count mostly means a household left out or put in twice",
    ),
    sources=(TRUTH,),
    bad=(
        Example(body=_LIST.replace("| 合计 | 5", "| 合计 | 6")),
        Example(body=_HOMES.replace("2户", "3户")),
    ),
    good=(
        Example(body=_LIST),
        Example(body=_HOMES),
    ),
    kinds=frozenset(("disclosure",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((household_count(ledger) for ledger in record.all_ledgers), record)
