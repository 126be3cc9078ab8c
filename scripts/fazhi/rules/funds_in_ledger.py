"""What a special fund received and spent is what the ledger tells, in the rows that the record names for it."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.fund import KEY, fund_line, held, is_of_funds
from fazhi.nouns.ledger import headed
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_BOOK = "[{book: main, table: 收支明细, unit: 元, opening: 100.00, closing: 110.00}]"
_BODY = """## 收支明细

| 摘要 | 收入 | 支出 | 证明人 | 审批人 |
|---|---|---|---|---|
| 饮水工程拨款 | 50.00 | | | |
| 水管 | | 30.00 | 监督委员会 | 村主任 |
| 水泥 | | 10.00 | 监督委员会 | 村主任 |

## 专项资金

| 项目 | 上期结存 | 拨入 | 支出 | 结存 |
|---|---|---|---|---|
| 饮水工程 | 10.00 | 50.00 | 40.00 | 20.00 |
"""
_ROWS = "[{table: 专项资金, fund: 饮水工程, received: [饮水工程拨款], spent: [水管, 水泥]}]"


def _example(funds: str, body: str = _BODY) -> Example:
    return Example(values={"accounts": _BOOK, KEY: funds}, body=body)


RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-08",
    what=Words(
        "专项资金的拨入和支出，等于所写的账上那几行",
        "what a special fund received and spent is what the rows of the accounts that it names come to",
    ),
    why=Words(
        "专项资金从账上进、从账上出，两边不一样就说不清用在哪里",
        "a fund comes in and goes out through the accounts; where the two differ, its use is not accounted for",
    ),
    sources=(TRUTH,),
    bad=(
        _example(_ROWS, _BODY.replace("| 40.00 | 20.00 |", "| 40.01 | 19.99 |")),
        _example(_ROWS.replace("水泥", "沙子")),
        _example(_ROWS.replace("received: [饮水工程拨款], ", "")),
        _example(_ROWS.replace("spent: [水管", "spent: [水管], within: [铁钉")),
        _example("[{table: 专项资金, fund: 饮水工程}]"),
        _example("[{table: 专项资金, fund: 修路}]"),
        _example("[{table: 专款, fund: 饮水工程}]"),
    ),
    good=(
        _example(_ROWS),
        _example(
            _ROWS.replace("水管, 水泥]", "水管], within: [水泥]"),
            _BODY.replace("| 40.00 | 20.00 |", "| 35.00 | 25.00 |"),
        ),
        _example("[{table: 专项资金, fund: 饮水工程, outside: 县财政专户}]"),
        _example(
            "[{table: 专项资金, fund: 水管}]",
            _BODY.replace("| 饮水工程 | 10.00 | 50.00 | 40.00", "| 水管 | 50.00 | | 30.00"),
        ),
        Example(body=_BODY),
    ),
    keys=frozenset((KEY,)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for number, named in enumerate(record.get(KEY, ())):
        tables = [each for each in headed(record.all_ledgers, named.get("table", "")) if is_of_funds(each)]
        if len(tables) != 1:
            yield Found(f"{KEY}.{number}.table", _NO_TABLE.fill(name=quote(named.get("table", ""))))
        elif fund_line(named.get("fund", ""), tables[0]) is None:
            yield Found(f"{KEY}.{number}.fund", _NO_FUND.fill(name=quote(named.get("fund", ""))))
        else:
            agreement = held(number, tables[0], record, register)
            yield from off_figures((agreement,), record)
            if "outside" not in named:
                yield from (Found(f"{KEY}.{number}", words) for words in agreement.unchecked)


_NO_TABLE = Words(
    "正文里没有标题为“{name}”、有“拨入、支出、结存”的表，或者有不止一张；每张表各用一个标题",
    "there is no table of funds (拨入, 支出, 结存) under a heading '{name}', or more than one; give each a heading of its own",
)
_NO_FUND = Words(
    "那张表里没有名为“{name}”的一行，或者有不止一行",
    "that table has no row named '{name}', or more than one",
)
