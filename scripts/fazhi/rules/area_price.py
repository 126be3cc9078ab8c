"""The rent of a field is its area times its price, to within a 分."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.holdings import area_times_price
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_FIELDS = """## 资源

| 名称 | 面积（亩） | 单价（元） | 金额（元） |
|---|---|---|---|
| 机动地 | 75.0 | 380 | 28,500.00 |
| 果园 | 3.333 | 100 | 333.30 |
"""

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-09",
    what=Words("面积乘单价等于金额，误差不超过0.01元", "area times price is the amount, to within 0.01 yuan"),
    why=Words("面积、单价、金额有一个写错，承包费就收错了", "with one of the three wrong, the rent is wrong"),
    sources=(TRUTH,),
    bad=(Example(body=_FIELDS.replace("28,500.00", "28,500.10")),),
    good=(Example(body=_FIELDS),),
    kinds=frozenset(("disclosure",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((area_times_price(ledger) for ledger in record.all_ledgers), record)
