"""The catalogue of open government information is a table of index, name, outline and date, with no cell left blank.

A catalogue that is an attachment is left to its reader.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Place, Severity
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.nouns.own_items import INFORMATION_CATALOGUE, example
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.table import Table, tables

COLUMNS = {
    "索引": ("索引", "索引号"),
    "名称": ("名称", "标题", "信息名称"),
    "内容概述": ("内容概述", "概述", "摘要"),
    "生成日期": ("生成日期", "成文日期", "形成日期"),
}
_HEAD = "| 索引号 | 名称 | 内容概述 | 生成日期 |\n|---|---|---|---|\n"


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-04",
    since=date(2019, 5, 15),
    wording=True,
    what=Words(
        "政府信息公开目录写明索引、名称、内容概述、生成日期",
        "the catalogue of open government information gives index, name, outline and date",
    ),
    why=Words("目录不全，居民不知道有什么可查", "with gaps in it people cannot know what there is"),
    sources=(Provision(INFORMATION, {date(2019, 5, 15): "12"}, {"12": "索引、名称、内容概述、生成日期"}),),
    bad=(
        example(INFORMATION_CATALOGUE, "目录见公开栏。\n"),
        example(
            INFORMATION_CATALOGUE, "| 索引号 | 名称 | 生成日期 |\n|---|---|---|\n| 1 | 规定 | 2026-10-08 |\n"
        ),
        example(INFORMATION_CATALOGUE, _HEAD + "| 140825107/2026-00001 | 规定 | | 2026-10-08 |\n"),
    ),
    good=(
        example(
            INFORMATION_CATALOGUE, _HEAD + "| 140825107/2026-00001 | 规定 | 公开栏怎样管 | 2026-10-08 |\n"
        ),
        Example(),
    ),
    keys=frozenset(("item",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("item") != INFORMATION_CATALOGUE or record.get("nil"):
        return
    found = [(table, _columns(table)) for table in tables(record.original.body)]
    table, columns = max(found, key=lambda each: len(each[1]), default=(None, {}))
    if table is None or not columns:
        if not record.get("attachments"):
            yield Found(0, _NO_TABLE)
    elif lacks := [name for name in COLUMNS if name not in columns]:
        yield Found(Place(table.head.line), _NO_COLUMN.fill(lacks="、".join(lacks)), "、".join(lacks))
    else:
        yield from _blanks(table, columns)


def _columns(table: Table) -> dict[str, int]:
    found = {name: table.column(*heads) for name, heads in COLUMNS.items()}
    return {name: index for name, index in found.items() if index is not None}


def _blanks(table: Table, columns: Mapping[str, int]) -> Iterator[Found]:
    for row in table.rows:
        blank = [
            name for name, at in columns.items() if at >= len(row.cells) or not row.cells[at].strip("-— ")
        ]
        if blank:
            yield Found(Place(row.line), _BLANK.fill(blank="、".join(blank)), "|".join(row.cells))


_NO_TABLE = Words(
    "没有目录表；请列一张表，表头是：索引号、名称、内容概述、生成日期",
    "there is no table; give one with the heads 索引号, 名称, 内容概述, 生成日期",
)
_NO_COLUMN = Words("目录表缺少列：{lacks}", "the catalogue lacks the columns: {lacks}")
_BLANK = Words("这一行没有填：{blank}", "not filled in on this row: {blank}")
