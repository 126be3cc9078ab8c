"""A list of people in need with their names: it goes on the village's board; the web gets sums, or masked names.

Accepted masks: 张*, 张**, 张*明, 张某, 张某某 (DOMAIN §4). 张小* leaves all but one sign and is none. Items whose
channel is the board are the affair of board_only.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import AID_CHANNEL, CATALOGUE, DE_IDENTIFY, is_about_aid
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import PEOPLE

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    ref="PRIV-15",
    what=Words("救助对象的姓名不上网，或打码", "those who receive aid are not named on the web, or masked"),
    why=Words(
        "救助名单只在村、社区公布；上网就是向全世界公布",
        "aid lists are for the village; on the web they are for the whole world",
    ),
    sources=(*AID_CHANNEL, CATALOGUE, DE_IDENTIFY),
    bad=(
        Example(body="## 低保发放\n\n| 姓名 | 金额 |\n|---|---|\n| 张大山 | 900 |\n"),
        Example(body="## 临时救助\n\n| 户主 | 救助金 |\n|---|---|\n| 张小* | 900 |\n"),
        Example(
            files={"villages/demo-1/2026/特困供养.csv": "姓名,金额\n张大山,900\n"},
        ),
    ),
    good=(
        Example(
            values={"posted": "{from: 2027-06-01, to: 2027-07-01}"},
            body="## 低保发放\n\n| 姓名 | 金额 |\n|---|---|\n| 张** | 900 |\n| 李*河 | 800 |\n",
        ),
        Example(body="## 低保工作人员\n\n| 姓名 | 职务 |\n|---|---|\n| 张大山 | 民政助理 |\n"),
    ),
)

SIGNS = frozenset((PEOPLE,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for listed in passage.people:
        if listed.is_of_recipients and is_about_aid(passage, listed.table):
            for row, name in listed.named:
                shown = name[0] + "*" * (len(name) - 1)
                yield Found(Place(row.line), _NAMED.fill(shown=shown), "|".join(row.cells))


_NAMED = Words(
    "救助名单里写出了姓名（{shown}）；名单请只贴村务公开栏，网上写户数和金额合计，或打码，例如“张**”",
    "an aid list names somebody ({shown}); post it on the village board only and publish sums, or mask it: 张**",
)
