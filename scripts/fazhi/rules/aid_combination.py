"""Three things about one person in a row of a list of those in need: name, group, age, family, amount, reason.

Each may be harmless; together they tell who it is (DOMAIN §4). Advised: a masked name, the group, a number for the row.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.people import telling_rows
from fazhi.nouns.privacy import AID_SECRECY, DE_IDENTIFY, NO_PUBLICATION, is_about_aid
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import PEOPLE

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    ref="PRIV-12",
    what=Words(
        "救助名单一行里不把三项以上信息凑在一起",
        "no row of an aid list puts three facts about a person together",
    ),
    why=Words(
        "姓名、小组、年龄、人口、金额凑在一起就认得出人",
        "name, group, age, family and amount together tell who it is",
    ),
    sources=(*AID_SECRECY, *NO_PUBLICATION, DE_IDENTIFY),
    bad=(
        Example(
            body="## 低保对象\n\n| 姓名 | 组别 | 家庭人口 | 金额 |\n|---|---|---|---|\n| 张** | 二组 | 3 | 900 |\n"
        ),
    ),
    good=(
        Example(
            values={"posted": "{from: 2027-06-01, to: 2027-07-01}"},
            body="## 低保对象\n\n| 序号 | 姓名 | 组别 |\n|---|---|---|\n| 1 | 张** | 二组 |\n",
        ),
        Example(body="## 低保\n\n| 小组 | 户数 | 人口 | 金额 |\n|---|---|---|---|\n| 二组 | 3 | 8 | 900 |\n"),
    ),
)

SIGNS = frozenset((PEOPLE,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for row in telling_rows(each for each in passage.people if is_about_aid(passage, each.table)):
        yield Found(Place(row.line), _TELLS, "|".join(row.cells))


_TELLS = Words(
    "这一行凑起来能认出某人；请只留序号、打码的姓名和小组，例如“1 张** 二组”",
    "put together this row tells who somebody is; leave a number, a masked name and the group: 1 张** 二组",
)
