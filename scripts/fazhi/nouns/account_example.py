"""An account that adds up: what the examples of the rules about accounts begin from."""

from fazhi.nouns.rule import Example

BOOK = (
    "[{book: main, table: 收支明细, unit: 元, opening: 100.00, closing: 120.00, cash: 20.00, bank: 100.00}]"
)
TABLE = """## 收支明细

| 摘要 | 收入 | 支出 | 结余 |
|---|---|---|---|
| 上期结余 | | | 100.00 |
| 补贴 | 50.00 | | 150.00 |
| 电费 | | 30.00 | 120.00 |
| 本期合计 | 50.00 | 30.00 | |
"""
EMPTY = "## 收支明细\n\n| 摘要 | 收入 | 支出 |\n|---|---|---|\n"
"""A table without rows, for accounts of which only the balances matter."""

SOUND = Example(values={"accounts": BOOK}, body=TABLE)
"""The account as it should be."""


def table_with(old: str, new: str) -> Example:
    """The account with something else in its table."""
    return Example(values={"accounts": BOOK}, body=TABLE.replace(old, new))


def book_with(old: str, new: str) -> Example:
    """The account with something else declared."""
    return Example(values={"accounts": BOOK.replace(old, new)}, body=TABLE)


def account_of(period: str, book: str, table: str = TABLE) -> str:
    """The file of another account of the same village, for `2026-Q2` or `2026-07`."""
    return _FILE.format(period=period, serial=int(period[-1]) + 20, book=book, table=table)


_FILE = """---
title: 示范一村{period}财务收支
index: 140825107/2026-000{serial}
formed: 2026-10-08
published: 2026-10-10
source: demo-1
topic: 财政、金融、审计
access: 主动公开
review: {{by: reviewer, on: 2026-10-09, secrecy: ok, privacy: ok}}
village: demo-1
item: finance
period: {period}
accounts: [{{book: main, table: 收支明细, unit: 元, {book}}}]
---

{table}"""
