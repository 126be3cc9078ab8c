"""A special fund, an asset or a debt goes on from period to period: what it brings forward is what it had left."""

from collections.abc import Iterator
from dataclasses import replace

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import account_of
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.columns import ROLES
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rows_carried import rows_carried
from fazhi.nouns.rule import Example, Found, Rule

_FUNDS = """## 专项资金

| 项目 | 上期结存 | 拨入 | 支出 | 结存 |
|---|---|---|---|---|
| 饮水工程 | 10.00 | 50.00 | 40.00 | 20.00 |
"""


def _after(left: str, heading: str = "专项资金", name: str = "饮水工程") -> Example:
    """The table after one of the quarter before, in which so much was left."""
    row = f"| {name} | 0.00 | {left} | 0.00 | {left} |\n"
    table = _FUNDS.split("| 饮水工程")[0].replace("专项资金", heading) + row
    before = account_of("2026-Q2", "opening: 0.00", table).replace("table: 收支明细", f"table: {heading}")
    return replace(Example(body=_FUNDS), files={"villages/demo-1/2026/finance-Q2.md": before})


RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-04",
    what=Words(
        "专项资金、资产、债务每一项的期初，等于上一期表里同名一项的结存",
        "what a fund, an asset or a debt brings forward is what it had left in the period before",
    ),
    why=Words("两期之间差出来的钱没有去处", "what lies between the two is not accounted for"),
    sources=(TRUTH,),
    bad=(_after("10.01"), _after("0.00")),
    good=(
        _after("10.00"),
        _after("9.00", heading="专款"),
        _after("9.00", name="修路"),
        Example(body=_FUNDS),
    ),
    kinds=frozenset(("disclosure",)),
)
SIGNS = frozenset(ROLES["brought"])


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((rows_carried(ledger, record, register) for ledger in record.all_ledgers), record)
