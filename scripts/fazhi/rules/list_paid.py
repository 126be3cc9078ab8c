"""What a list pays is what the accounts that it names paid: the same sum, in the row that it names."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.payment import KEY, lists_under, paid
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_BOOK = "[{book: main, table: 收支明细, unit: 元, opening: 900.00, closing: 400.00}]"
_BODY = """## 收支明细

| 凭证号 | 摘要 | 收入 | 支出 | 证明人 | 审批人 |
|---|---|---|---|---|---|
| 0901 | 冬春救助 | | 300.00 | 监督委员会 | 村主任 |
| 0902 | 冬春救助 | | 200.00 | 监督委员会 | 村主任 |

## 发放情况

| 项目 | 户数 | 金额 |
|---|---|---|
| 一组 | 3 | 300.00 |
| 二组 | 2 | 200.00 |
| 合计 | 5 | 500.00 |
"""
_HERE = "[{table: 发放情况, row: 冬春救助}]"


def _example(paid_from: str, body: str = _BODY) -> Example:
    return Example(values={"accounts": _BOOK, KEY: paid_from}, body=body)


RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-08",
    what=Words(
        "补贴名单发放的金额，等于所写的账上那一行的支出",
        "what a list of payments comes to is what the accounts it names paid in that row",
    ),
    why=Words(
        "账上付出的和名单上发到户的不一样，中间的钱就说不清",
        "where the accounts paid one sum and the list tells another, what is between is not accounted for",
    ),
    sources=(TRUTH,),
    bad=(
        _example(
            _HERE, _BODY.replace("| 2 | 200.00 |", "| 2 | 200.01 |").replace("500.00 |\n", "500.01 |\n")
        ),
        _example("[{table: 发放情况, row: 春节慰问}]"),
        _example("[{table: 发放情况, row: 冬春救助, voucher: 0901}]"),
        _example("[{table: 名单, row: 冬春救助}]"),
        _example("[{table: 发放情况}]"),
        _example(_HERE, f"{_BODY}\n又一张：\n\n| 项目 | 金额 |\n|---|---|\n| 三组 | 500.00 |\n"),
    ),
    good=(
        _example(_HERE),
        _example("[{table: 发放情况, outside: 县财政一卡通发放}]"),
        Example(body=_BODY),
    ),
    keys=frozenset(("paid_from",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for number, named in enumerate(record.get(KEY, ())):
        key, table = f"{KEY}.{number}", named.get("table")
        lists = lists_under(table or "", record)
        if table and len(lists) != 1:
            yield Found(f"{key}.table", (_SEVERAL if lists else _NO_LIST).fill(name=quote(table)))
        elif "row" not in named and "outside" not in named:
            yield Found(key, _NEITHER)
        elif lists and "row" in named:
            agreement = paid(number, lists[0], record, register)
            yield from off_figures((agreement,), record)
            yield from (Found(f"{key}.row", words) for words in agreement.unchecked)


_NO_LIST = Words(
    "正文里没有标题为“{name}”、有“金额”一栏的表",
    "no table with a column 金额 stands under a heading '{name}'",
)
_SEVERAL = Words(
    "标题“{name}”下面有几张有“金额”一栏的表，分不清是哪一张；每张名单各用一个标题",
    "several tables with a column 金额 stand under '{name}'; give each list a heading of its own",
)
_NEITHER = Words(
    "请写账上是哪一行付的，如 row: 冬春救助；不经过村里的账的，写 outside: 县财政一卡通发放",
    "say which row of the accounts paid it, such as row: 冬春救助; or outside: and how, where it is in no accounts here",
)
