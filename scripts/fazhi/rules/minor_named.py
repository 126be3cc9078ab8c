"""Minors named: a name with an age under eighteen, a class at school, or in a list of children in need.

Statutes write ages in Chinese figures and name nobody; the pattern asks for a surname and a given name before the age.
"""

import re
from collections.abc import Iterator

from fazhi.ground.names import SURNAMES, is_full_name
from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.people import People
from fazhi.nouns.privacy import CHILDREN, MINORS_IN_CASES, NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import PEOPLE
from fazhi.nouns.table import Row

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    ref="PRIV-11",
    what=Words("不出现未成年人的姓名", "no minor is named"),
    why=Words(
        "未成年人的信息受特别保护，网上留下的会跟他一生",
        "minors are specially protected, and what is on the web stays with them for life",
    ),
    sources=(CHILDREN, MINORS_IN_CASES, *NO_PUBLICATION),
    bad=(
        Example(body="学生王小明（12岁）参加。\n"),
        Example(body="| 姓名 | 年龄 |\n|---|---|\n| 王小明 | 12 |\n"),
        Example(body="## 留守儿童名单\n\n| 序号 | 姓名 |\n|---|---|\n| 1 | 王* |\n"),
        Example(body="五年级二班王小明同学获奖。\n"),
    ),
    good=(
        Example(body="学生王某某（12岁）参加；未满14周岁的人不予处罚。\n"),
        Example(body="| 姓名 | 年龄 |\n|---|---|\n| 王小明 | 42 |\n"),
        Example(body="留守儿童12人，五年级二班获奖。\n"),
    ),
)
_CHILDREN = re.compile(r"留守儿童|孤儿|事实无人抚养|困境儿童|涉案未成年")
_ADULT = 18
SIGNS = frozenset((PEOPLE, "岁", "年级"))
_NAME = rf"(?<![一-龥])(?:(?:学生|儿童|女童|男童|村民|少年|同学|其子|其女)\s?)?([{''.join(sorted(SURNAMES))}][一-龥]{{1,2}})"
_AGED = re.compile(_NAME + r"\s?[，,、（( ]\s?(?:[男女]\s?[，,、]\s?)?(?:今年|现年)?\s?([0-9]{1,2})\s?周?岁")
_PUPIL = re.compile(
    rf"[一二三四五六七八九1-9]年级[（(]?[一二三四五六七八九0-9]{{0,2}}[）)]?班?(?:学生)?([{''.join(sorted(SURNAMES))}][一-龥]{{1,2}}?)(?=同学|[，,、。（(]|获)"
)
_AGE_HEAD = re.compile(r"年龄|岁")
_BIRTH_HEAD = re.compile(r"出生|生日")
_CLASS_HEAD = re.compile(r"年级|班级|学校")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def check(passage: Passage, register: Register) -> Iterator[Found]:
    text = passage.folded.text
    for match in _AGED.finditer(text) if "岁" in passage.signs else ():
        if int(match[2]) < _ADULT and is_full_name(match[1]):
            yield _prose(passage, match)
    for match in _PUPIL.finditer(text) if "年级" in passage.signs else ():
        if is_full_name(match[1]):
            yield _prose(passage, match)
    for listed in passage.people:
        yield from _listed(listed, passage, register)


def _prose(passage: Passage, match: re.Match[str]) -> Found:
    start, end = passage.folded.back(match.start(1)), passage.folded.back(match.end() - 1) + 1
    return Found(start, _NAMED.fill(shown=match[1][0] + "*" * (len(match[1]) - 1)), passage.text[start:end])


def _listed(listed: People, passage: Passage, register: Register) -> Iterator[Found]:
    table = listed.table
    if _CHILDREN.search(f"{passage.about} {table.heading}") and any(listed.persons):
        yield Found(Place(table.head.line), _LIST, "|".join(table.head.cells))
        return
    year = (passage.record.year if passage.record else None) or register.as_of.year
    for row, name in listed.named:
        if _is_minor(listed, row, year):
            shown = name[0] + "*" * (len(name) - 1)
            yield Found(Place(row.line), _NAMED.fill(shown=shown), "|".join(row.cells))


def _is_minor(listed: People, row: Row, year: int) -> bool:
    cells = list(zip(listed.table.head.cells, row.cells, strict=False))
    for head, cell in cells:
        if _AGE_HEAD.search(head) and (age := re.fullmatch(r"([0-9]{1,2})周?岁?", cell)):
            return int(age[1]) < _ADULT
        if _BIRTH_HEAD.search(head) and (born := _YEAR.match(cell)):
            return year - int(born[0]) < _ADULT
    return any(_CLASS_HEAD.search(head) and cell for head, cell in cells)


_NAMED = Words(
    "这里写出了未成年人“{shown}”的姓名；请改成“王某某”的样子，或只写人数",
    "a minor, '{shown}', is named here; write 王某某 or only how many there were",
)
_LIST = Words(
    "未成年人名单不上网，打码也不上网；请只公开人数，例如“留守儿童12人”",
    "a list of minors is not for the web, masked or not; publish only how many there are",
)
