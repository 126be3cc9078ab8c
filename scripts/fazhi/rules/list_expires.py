"""A list of people, masked or not, says until when it stands, and is taken down then.

The end is `posted.to`. A list without an end only warns (DOMAIN §2.9: strong practice, the duty itself unconfirmed).
Past it the build leaves the list and its files out (verbs/expire.py); the warning says that it still lies in docs/.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import DE_IDENTIFY, NO_PUBLICATION, is_about_aid, is_about_subsidy
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import PEOPLE

_LIST = "## 种粮补贴\n\n| 姓名 | 金额 |\n|---|---|\n| 张** | 900 |\n"

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-16",
    what=Words(
        "列人名的名单写明公示截止日期，到期撤下", "a list of people says until when it stands, and goes then"
    ),
    why=Words("公示期满，名单就没有留在网上的理由", "once its time is over a list has no reason to stay"),
    sources=(*NO_PUBLICATION, DE_IDENTIFY),
    bad=(
        Example(values={"posted": None}, body=_LIST),
        Example(values={"posted": "{from: 2026-10-10, to: 2026-10-30}"}, body=_LIST),
    ),
    good=(
        Example(values={"posted": "{from: 2027-06-01, to: 2027-07-01}"}, body=_LIST),
        Example(values={"posted": None}, body="## 干部\n\n| 姓名 | 职务 |\n|---|---|\n| 张大山 | 主任 |\n"),
    ),
)

SIGNS = frozenset((PEOPLE,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    if passage.record is None:
        return
    for listed in passage.people:
        about = is_about_aid(passage, listed.table) or is_about_subsidy(passage, listed.table)
        if about and listed.is_of_recipients and any(listed.persons):
            end = (passage.record.get("posted") or {}).get("to")
            words = _NO_END if end is None else _OVER.fill(end=end) if end < register.as_of else None
            if words:
                yield Found(Place(listed.table.head.line), words, "|".join(listed.table.head.cells))


_NO_END = Words(
    "名单没有公示截止日期；请写 posted: {from: 2026-10-10, to: 2026-10-30, place: 村务公开栏}，到期撤下",
    "the list has no end; write posted: {from: 2026-10-10, to: 2026-10-30, place: 村务公开栏} and take it down then",
)
_OVER = Words(
    "名单的公示期已于 {end} 届满，网站上已自动撤下，只留说明；请把记录里的名单也删去，只留合计",
    "the list was to stand until {end}; the site leaves it out by itself. Remove it from the record too and leave the sums",
)
