"""Tables in Markdown: heads, rows, lines, and nothing that only looks like one."""

import pytest

from cost import seconds
from fazhi.ground.markdown import Markdown
from fazhi.nouns.table import Table, tables


def found(text: str, first_line: int = 1) -> list[Table]:
    return list(tables(Markdown(text, first_line)))


ACCOUNTS = (
    "正文\n\n## 收支明细\n\n| 摘要 | 收入 |\n| --- | ---: |\n| 补贴 | 1.00 |\n| 合计 | 1.00 |\n\n正文\n"
)


def test_a_table_knows_its_heading_columns_and_lines():
    (table,) = found(ACCOUNTS, first_line=10)
    assert table.heading == "收支明细"
    assert table.head.cells == ("摘要", "收入")
    assert [(row.line, row.cells) for row in table.rows] == [(16, ("补贴", "1.00")), (17, ("合计", "1.00"))]


def test_a_column_is_found_by_any_of_its_names():
    (table,) = found(ACCOUNTS)
    assert (table.column("收入金额", "收入"), table.column("支出")) == (1, None)


SHAPES = {
    "no outer pipes": ("a | b\n--- | ---\n1 | 2\n", [("a", "b")]),
    "aligned": ("| a | b |\n|:--|:-:|\n| 1 | 2 |\n", [("a", "b")]),
    "one column": ("| a |\n| --- |\n| 1 |\n", [("a",)]),
    "escaped pipe": ("| a \\| b | c |\n| - | - |\n", [("a | b", "c")]),
    "two": ("| a |\n| - |\n\n| b |\n| - |\n", [("a",), ("b",)]),
    "no ruler": ("| a | b |\n| 1 | 2 |\n", []),
    "ruler without head": ("---\n| 1 | 2 |\n", []),
    "in code": ("```\n| a |\n| - |\n```\n", []),
    "rule after a text": ("a\n---\nb\n", []),
    "empty": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "heads"), SHAPES.values(), ids=SHAPES)
def test_shapes(text, heads):
    assert [table.head.cells for table in found(text)] == heads


N = 100_000
SLOW = {
    "ruler and spaces": "| a |\n-" + " " * N + "x",
    "spaces": "| a |\n" + " " * N + "-x",
    "dashes": "| a |\n" + "-" * N + "x",
    "columns": "| a |\n" + "|-" * (N // 2) + "x",
    "colons": "| a |\n" + ":-" * (N // 2),
    "heads": "| a |\n|-|\n" * (N // 10),
    "pipes": "|" * N + "\n|-|\n",
}  # fmt: skip


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_no_text_is_slow(text):
    assert seconds(lambda: found(text), 0.5) < 0.5
