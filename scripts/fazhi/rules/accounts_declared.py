"""A record of an item that has accounts says which of its tables they are; otherwise nothing in them is worked out again.

An item has accounts where town.yml says so (`accounts: true`). Where there was nothing to report somebody signs for it,
and a notice that it is put off has none yet.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_TOWN = {
    "items": "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, accounts: true, channel: web, since: 2027-04-01}}"
}
_BOOK = "[{book: main, table: 收支明细, unit: 元, opening: 10.00, closing: 10.00}]"
_TABLE = "## 收支明细\n\n| 摘要 | 收入 | 支出 |\n| --- | --- | --- |\n| 水费 | 1.00 | 1.00 |\n"

RULE = Rule(
    severity=Severity.WARNING,
    ref="FIN-01",
    what=Words(
        "有账目的事项，记录写明账目在哪一张表",
        "a record of an item that has accounts says which table they are",
    ),
    why=Words(
        "没有写明的，收支不会核对，也不进村的各期账目",
        "without it nothing is worked out again, and the village's accounts over time have a gap",
    ),
    sources=(TRUTH,),
    bad=(Example(town=_TOWN), Example(body=_TABLE, town=_TOWN)),
    good=(
        Example(values={"accounts": _BOOK}, body=_TABLE, town=_TOWN),
        Example(values={"nil": "{by: demo-1, on: 2026-10-09}"}, body="本期无此事项。\n", town=_TOWN),
        Example(values={"extended": "{until: 2026-11-10, ground: 单据还没有送齐}"}, town=_TOWN),
        Example(),
    ),
    kinds=frozenset(("disclosure",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    item = register.town.items.get(record.get("item", ""), {})
    if item.get("accounts") and not any(record.get(key) for key in ("accounts", "nil", "extended")):
        yield Found("item", _NONE)


_NONE = Words(
    "这个事项有账目，记录没有写明；请写 accounts: [{book: main, table: 收支明细, unit: 元, opening: 期初, closing: 期末}]，"
    "没有收支的请签署 nil",
    "this item has accounts and the record declares none; write "
    "accounts: [{book: main, table: 收支明细, unit: 元, opening: …, closing: …}], or sign nil where there was nothing",
)
