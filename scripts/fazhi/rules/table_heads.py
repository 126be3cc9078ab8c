"""A table has heads, and every head says what it is the head of."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite, text_of
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import WCAG, WEB_ACCESS

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-05",
    what=Words(
        "表格有表头，每个表头写明管行还是管列（scope）",
        "a table has heads, and each says whether it heads a row or a column",
    ),
    why=Words(
        "读屏软件逐格读表，靠表头才知道一个数是什么",
        "read cell by cell, a figure means nothing without its head",
    ),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(page="<table><tr><th>日期</th></tr><tr><td>2026-10-10</td></tr></table>"),
        Example(page="<table><tr><td>日期</td></tr></table>"),
    ),
    good=(
        Example(page='<table><tr><th scope="col">日期</th></tr><tr><td>2026-10-10</td></tr></table>'),
        Example(page='<table role="presentation"><tr><td>文字</td></tr></table>'),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    for node in page.tags("th"):
        if (node.attributes.get("scope") or "").lower() not in _SCOPES:
            yield Found(page.place(node), _NO_SCOPE, text_of(node))
    for table in page.tables:
        if not table.css("th") and table.attributes.get("role") != "presentation":
            yield Found(page.place(table), _NO_HEAD)


_SCOPES = ("col", "row", "colgroup", "rowgroup")
_NO_SCOPE = Words(
    '表头没有写明管行还是管列；请加 scope="col" 或 scope="row"',
    'the head does not say what it heads; add scope="col" or scope="row"',
)
_NO_HEAD = Words("表格没有表头；请把第一行写成表头", "the table has no heads; make its first row heads")
