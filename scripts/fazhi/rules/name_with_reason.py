"""A table that gives people and why they are in need: illness, disability, income, guardianship, a sentence.

A set of columns that is forbidden whatever the names look like: in a village of two hundred a masked name beside an
illness is still a person.
"""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.people import People
from fazhi.nouns.privacy import AID_SECRECY, FORBIDDEN, NO_PUBLICATION, SENSITIVE
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import PEOPLE

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    ref="PRIV-10",
    what=Words(
        "列人名的表里没有病情、残疾、收入、原因等栏",
        "a table of people has no column for illness, disability, income or reason",
    ),
    why=Words(
        "医疗健康等是敏感个人信息；小村里打了码也认得出人",
        "health is sensitive personal data; in a small village a masked name is still known",
    ),
    sources=(SENSITIVE, *NO_PUBLICATION, *AID_SECRECY),
    bad=(
        Example(body="| 姓名 | 致贫原因 |\n|---|---|\n| 张** | 因病 |\n"),
        Example(body="| 户主 | 残疾等级 |\n|---|---|\n| 王* | 二级 |\n"),
        Example(body="| 姓名 | 备注 |\n|---|---|\n| 王某 | 患尿毒症 |\n"),
    ),
    good=(
        Example(body="| 病种 | 人数 |\n|---|---|\n| 大病 | 12 |\n"),
        Example(body="| 姓名 | 职务 |\n|---|---|\n| 王某 | 残疾人专职委员 |\n"),
    ),
)
_CELL = re.compile(
    r"因病|因残|患[一-龥]{0,4}[病症癌]|[一二三四]级残疾|残疾[一二三四]级|(?:肢体|智力|精神|视力|听力|言语)残疾"
    r"|尿毒症|白血病|癌|肿瘤|精神病|精神障碍|瘫痪|艾滋|服刑|刑满"
)

SIGNS = frozenset((PEOPLE,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for listed in passage.people:
        yield from _columns(listed)
        yield from _cells(listed)


def _columns(listed: People) -> Iterator[Found]:
    head = listed.table.head
    for name in head.cells:
        if FORBIDDEN.search(name) and any(listed.persons):
            yield Found(Place(head.line), _COLUMN.fill(column=name), "|".join(head.cells))


def _cells(listed: People) -> Iterator[Found]:
    for row in listed.persons:
        if _CELL.search(" ".join(row.cells)) and not any(map(FORBIDDEN.search, listed.table.head.cells)):
            yield Found(Place(row.line), _ROW, "|".join(row.cells))


_COLUMN = Words(
    "列人名的表里有“{column}”一栏；请删去这一栏，网上只公开分类合计，例如“因病12户”",
    "a table of people has the column '{column}'; drop it and publish sums, such as '12 for illness'",
)
_ROW = Words(
    "这一行写出了某人的病情、残疾或处罚；请删去，网上只公开分类合计",
    "this row tells of somebody's illness, disability or sentence; remove it and publish sums only",
)
