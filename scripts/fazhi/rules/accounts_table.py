"""Every book a disclosure declares names a table of its text, by the heading above it (DESIGN §4)."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_BOOK = "[{book: main, table: 收支明细, unit: 元, opening: 10.00, closing: 10.00}]"
_TABLE = "## 收支明细\n\n| 摘要 | 收入 | 支出 |\n| --- | --- | --- |\n| 水费 | 1.00 | 1.00 |\n"

RULE = Rule(
    severity=Severity.ERROR,
    what=Words("账目所指的表在正文里", "the table of an account stands in the text"),
    why=Words(
        "找不到表，收入和支出就不会出现在村的页面上",
        "without its table no income or expense shows on the village's page",
    ),
    sources=(OWN,),
    bad=(
        Example(values={"accounts": _BOOK}),
        Example(values={"accounts": _BOOK}, body=_TABLE.replace("收支明细", "收支表")),
    ),
    good=(Example(values={"accounts": _BOOK}, body=_TABLE),),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not (books := record.get("accounts")):
        return
    headings = {table.heading for table in record.original.tables}
    for number, book in enumerate(books):
        if (name := book.get("table")) and name not in headings:
            found = "、".join(filter(None, sorted(headings))) or "—"
            yield Found(f"accounts.{number}.table", _NO_TABLE.fill(name=quote(name), found=quote(found)))


_NO_TABLE = Words(
    "正文里没有标题为“{name}”的表；有表的标题：{found}",
    "no table stands under a heading '{name}'; headings with tables: {found}",
)
