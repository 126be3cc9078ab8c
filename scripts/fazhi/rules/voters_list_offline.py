"""A list of voters with their names is for the village's board: the web has the days and the numbers only."""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Place, Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import PEOPLE

_LIST = "## 登记参加选举的村民名单\n\n| 姓名 | 组别 |\n|---|---|\n| 张大山 | 一组 |\n"

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    what=Words("选民名单不上网", "a list of voters is not on the web"),
    why=Words(
        "名单依法在村里张贴；上网就是向全世界公布一村的人",
        "it is posted in the village by law; on the web it would show a whole village to the world",
    ),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "14", date(2026, 1, 1): "17"},
            {"14": "登记参加选举的村民名单", "17": "登记参加选举的村民名单"},
        ),
        *NO_PUBLICATION,
    ),
    bad=(
        Example(body=_LIST),
        Example(values={"title": "示范一村选民名单"}, body="| 姓名 |\n|---|\n| 李河 |\n"),
    ),
    good=(
        Example(body="## 登记参加选举的村民名单\n\n名单312人，9月18日起张贴在村务公开栏。\n"),
        Example(body="## 候选人\n\n| 姓名 | 职务 |\n|---|---|\n| 张大山 | 主任候选人 |\n"),
    ),
)
_VOTERS = re.compile("选民名单|选民登记|登记参加选举")

SIGNS = frozenset((PEOPLE,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for listed in passage.people:
        if _VOTERS.search(f"{passage.about} {listed.table.heading}"):
            row = next(listed.persons, None)
            if row:
                yield Found(Place(row.line), _NAMED, "|".join(row.cells))


_NAMED = Words(
    "选民名单里有人名；请把名单贴在村务公开栏，网上只写日期和人数",
    "a list of voters has names; post it on the village board, and give days and numbers here",
)
