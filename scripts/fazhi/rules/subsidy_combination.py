"""Three things about one person in a row of a list of subsidies (惠农补贴): lawful to post, but more than needed online."""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.people import telling_rows
from fazhi.nouns.privacy import DE_IDENTIFY, NO_PUBLICATION, is_about_subsidy
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import PEOPLE

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-12",
    what=Words(
        "补贴名单一行里不把三项以上信息凑在一起",
        "no row of a subsidy list puts three facts about a person together",
    ),
    why=Words(
        "姓名、小组、人口、金额凑在一起就认得出人，网上长期可查",
        "name, group, family and amount together tell who it is, for as long as the page stands",
    ),
    sources=(*NO_PUBLICATION, DE_IDENTIFY),
    bad=(
        Example(
            body="## 种粮补贴\n\n| 姓名 | 组别 | 金额 |\n|---|---|---|\n| 张大山 | 二组 | 900 |\n| 李小河 | 三组 | 800 |\n"
        ),
    ),
    good=(
        Example(
            values={"posted": "{from: 2027-06-01, to: 2027-07-01}"},
            body="## 种粮补贴\n\n| 姓名 | 面积 | 金额 |\n|---|---|---|\n| 张** | 3 | 900 |\n",
        ),
        Example(body="## 补贴\n\n| 项目 | 户数 | 金额 |\n|---|---|---|\n| 种粮 | 3 | 900 |\n"),
    ),
)

SIGNS = frozenset((PEOPLE,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for row in telling_rows(each for each in passage.people if is_about_subsidy(passage, each.table)):
        yield Found(Place(row.line), _TELLS, "|".join(row.cells))


_TELLS = Words(
    "这一行凑起来能认出某人；姓名请打码（张**），小组、人口、金额只留需要的一两项",
    "put together this row tells who somebody is; mask the name (张**) and keep a fact or two",
)
