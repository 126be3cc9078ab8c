"""Numbers of 12 to 22 digits beside words for an account: passbooks, social security cards, accounts of families.

Accounts of an office (对公账号, 基本户) are no one's personal data. A credit code is no account.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION, SENSITIVE
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import NUMBER

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-05",
    what=Words("卡号、账号、一折通旁边不写号码", "no number stands beside words for an account"),
    why=Words("金融账户是敏感个人信息", "accounts are sensitive personal data"),
    sources=(*NO_PUBLICATION, SENSITIVE),
    bad=(
        Example(body="一折通账号：140825000000012345\n"),
        Example(body="| 姓名 | 社保卡 |\n|---|---|\n| 张* | 140825000000012345 |\n"),
    ),
    good=(
        Example(body="对公账号：15012345678901234567\n"),
        Example(body="开户单位统一社会信用代码 91350100M000100Y43\n"),
    ),
)

SIGNS = frozenset((NUMBER,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for hit in passage.numbers("account"):
        yield Found(hit.start, _NUMBER.fill(shown=hit.shown), hit.written)


_NUMBER = Words(
    "这里像是个人账号 {shown}；请删去；单位账号请写明“对公账号”",
    "this looks like somebody's account, {shown}; remove it; write 对公账号 before an office's",
)
