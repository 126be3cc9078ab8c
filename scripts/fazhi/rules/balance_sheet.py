"""In a balance sheet the assets are the liabilities and the equity together."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.holdings import balance_sheet
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_SHEET = """## 资产负债表

| 项目 | 期末数 |
|---|---|
| 资产总计 | 500.00 |
| 负债合计 | 200.00 |
| 所有者权益合计 | 300.00 |
"""
_FORM = """## 资产负债表

| 资产 | 行次 | 期末数 | 负债和所有者权益 | 行次 | 期末数 |
|---|---|---|---|---|---|
| 货币资金 | 1 | 500.00 | 负债合计 | 11 | 200.00 |
| | | | 所有者权益合计 | 20 | 300.00 |
| 资产总计 | 10 | 500.00 | 负债和所有者权益总计 | 21 | 500.00 |
"""

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-06",
    what=Words("资产总计等于负债合计加所有者权益合计", "total assets are total liabilities and total equity"),
    why=Words("资产负债表的两边记的是同一笔钱", "both sides of a balance sheet tell of the same money"),
    sources=(TRUTH,),
    bad=(
        Example(body=_SHEET.replace("500.00", "500.01")),
        Example(body=_FORM.replace("300.00", "300.10")),
    ),
    good=(
        Example(body=_SHEET),
        Example(body=_FORM),
    ),
    kinds=frozenset(("disclosure",)),
)

SIGNS = frozenset(("负债",))


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((balance_sheet(ledger) for ledger in record.all_ledgers), record)
