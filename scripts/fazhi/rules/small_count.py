"""A count of one or two in a table of those in need: whoever lives there knows who it is, and why or with how much.

Looked for where counts stand beside a reason or an amount, or under a reason. Tables that name people have rules of
their own; sums over everyone are left alone.
"""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.people import MANY
from fazhi.nouns.privacy import AID_SECRECY, DE_IDENTIFY, NO_PUBLICATION, is_about_aid
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.table import Row, Table

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-12",
    what=Words(
        "救助对象的原因、金额统计表里，不单列不足3户（人）的一项",
        "tables of reasons or amounts about people in need count no group of fewer than three",
    ),
    why=Words(
        "一个村里只有一两户的，不写名字也认得出是谁",
        "of one or two in a village everybody knows who they are, without a name",
    ),
    sources=(DE_IDENTIFY, *AID_SECRECY, *NO_PUBLICATION),
    bad=(
        Example(body="## 低保\n\n| 致贫原因 | 户数 |\n|---|---|\n| 因病 | 12 |\n| 因残 | 1 |\n"),
        Example(body="## 临时救助\n\n| 小组 | 户数 | 金额 |\n|---|---|---|\n| 一组 | 2户 | 900 |\n"),
        Example(body="## 困难家庭\n\n| 小组 | 因病 | 因灾 |\n|---|---|---|\n| 一组 | 8 | 2 |\n"),
    ),
    good=(
        Example(
            body="## 低保\n\n| 致贫原因 | 户数 |\n|---|---|\n| 因病 | 12 |\n| 其他 | 少于3 |\n| 合计 | 14 |\n"
        ),
        Example(body="## 低保\n\n| 小组 | 户数 |\n|---|---|\n| 一组 | 2 |\n| 二组 | 3 |\n"),
        Example(body="## 修路\n\n| 事由 | 人数 | 金额 |\n|---|---|---|\n| 误工 | 2 | 300 |\n"),
        Example(
            body="## 临时救助\n\n| 序号 | 救助类别 | 户数 |\n|---|---|---|\n| 1 | 医疗 | 5 |\n| 合计 | | 2 |\n"
        ),
    ),
)

SIGNS = frozenset(("|",))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    named = {listed.table.head.line for listed in passage.people}
    for table in passage.read_tables():
        if table.head.line not in named and is_about_aid(passage, table):
            for row in _small(table):
                yield Found(Place(row.line), _FEW, "|".join(row.cells))


def _small(table: Table) -> Iterator[Row]:
    """The rows with a count below MANY where something tells of a person."""
    heads = ["".join(head.split()) for head in table.head.cells]
    counts = [at for at, head in enumerate(heads) if _REASON_COUNTED.match(head)]
    if any(_TELLING.search(head) for head in heads):
        counts += [at for at, head in enumerate(heads) if _COUNT.search(head)]
    for row in table.rows:
        is_sum = any(_SUM.match("".join(cell.split())) for cell in row.cells)
        if not is_sum and any(_is_few(row.cells[at]) for at in counts if at < len(row.cells)):
            yield row


def _is_few(cell: str) -> bool:
    found = _FIGURE.fullmatch(cell.strip())
    return found is not None and found[1] in _FIGURES


_TELLING = re.compile(r"原因|事由|病|残|困难|类别|类型|等级|金额|救助金|补助|保障金|标准|资金|[（(]元[)）]")
_COUNT = re.compile(r"户数|人数|人口|人次|数量|^[户人]$|[（(][户人][)）]")
_REASON_COUNTED = re.compile(r"因[一-龥]{1,4}|(?:大病|重病|慢性病|残疾|重残)(?:户数|人数)?$")
_SUM = re.compile(r"合计|总计|小计|共计")
_FIGURE = re.compile(r"([0-9０-９一二两三]+)\s?[户人名]?")
_FIGURES = frozenset(str(figure) for figure in range(1, MANY)) | frozenset("１２一二两")
_FEW = Words(
    "这一行不足3户（人），能认出是谁；请并入“其他”，或者写“少于3”",
    "this row counts fewer than three and tells who they are; put them under 'other' (其他) or write 少于3",
)
