"""A fund for one purpose: what was left, plus what was received, less what was spent, is what is left now."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sums import row_balances

_FUNDS = """## 专项资金

| 项目 | 上期结存 | 拨入 | 支出 | 结存 |
|---|---|---|---|---|
| 饮水工程 | 10.00 | 50.00 | 40.00 | 20.00 |
"""

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-08",
    what=Words(
        "专项资金上期结存加拨入减支出，等于结存",
        "of a special fund, brought forward plus received less spent is what is left",
    ),
    why=Words(
        "专项资金只能用在指定的地方，每一项都要单独算清",
        "a special fund has one purpose, so each is accounted for by itself",
    ),
    sources=(TRUTH,),
    bad=(Example(body=_FUNDS.replace("20.00 |\n", "20.10 |\n")),),
    good=(Example(body=_FUNDS),),
    kinds=frozenset(("disclosure",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((row_balances(ledger) for ledger in record.all_ledgers), record)
