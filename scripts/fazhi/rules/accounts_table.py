"""Every book a disclosure declares names a table of its text, by the heading above it (DESIGN §4).

Only the first table under a heading is the book's; amounts in a further one would be told nowhere.
"""

from collections.abc import Iterator, Sequence

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.columns import columns
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule
from fazhi.nouns.table import Table

_BOOK = "[{book: main, table: 收支明细, unit: 元, opening: 10.00, closing: 10.00}]"
_TABLE = "## 收支明细\n\n| 摘要 | 收入 | 支出 |\n| --- | --- | --- |\n| 水费 | 1.00 | 1.00 |\n"
_SECOND = "\n\n二月：\n\n| 摘要 | 支出 |\n| --- | --- |\n| 水费 | 300.00 |\n"

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
        Example(values={"accounts": _BOOK}, body=_TABLE + _SECOND),
    ),
    good=(
        Example(values={"accounts": _BOOK}, body=_TABLE),
        Example(values={"accounts": _BOOK}, body=f"{_TABLE}\n## 二月{_SECOND}"),
        Example(
            values={"accounts": _BOOK}, body=_TABLE + "\n| 姓名 | 职务 |\n| --- | --- |\n| 甲 | 会计 |\n"
        ),
    ),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not (books := record.get("accounts")):
        return
    tables = record.original.tables
    headings = {table.heading for table in tables}
    for number, book in enumerate(books):
        if (name := book.get("table")) and name not in headings:
            found = "、".join(filter(None, sorted(headings))) or "—"
            yield Found(f"accounts.{number}.table", _NO_TABLE.fill(name=quote(name), found=quote(found)))
    declared = {book.get("table") for book in books}
    for table in _further(tables):
        if table.heading in declared and columns(table).money:
            yield Found(table.head.line, _SECOND_TABLE.fill(name=quote(table.heading)))


def _further(tables: Sequence[Table]) -> Iterator[Table]:
    """The tables that are not the first under their heading."""
    seen = set[str]()
    for table in tables:
        if table.heading in seen:
            yield table
        seen.add(table.heading)


_NO_TABLE = Words(
    "正文里没有标题为“{name}”的表；有表的标题：{found}",
    "no table stands under a heading '{name}'; headings with tables: {found}",
)
_SECOND_TABLE = Words(
    "标题“{name}”下面还有这一张表，只有第一张算入账目；请并入第一张，或者给它另写一个标题",
    "another table stands under '{name}', and only the first is the account: put its rows there, or give it a heading of its own",
)
