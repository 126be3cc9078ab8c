"""Numbers of bank cards: a prefix that card schemes use, and a check digit that is right."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION, SENSITIVE
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import NUMBER

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    ref="PRIV-05",
    what=Words("不出现银行卡号", "no number of a bank card stands anywhere"),
    why=Words("金融账户是敏感个人信息", "accounts are sensitive personal data"),
    sources=(*NO_PUBLICATION, SENSITIVE),
    bad=(Example(body="打入 6222000000000000004。\n"), Example(body="卡号 6222 0000 0000 0000 004\n")),
    good=(Example(body="对公账号 15012345678901234567，项目代码 2021-140825-48-01-123456。\n"),),
)

SIGNS = frozenset((NUMBER,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for hit in passage.numbers("card"):
        yield Found(hit.start, _NUMBER.fill(shown=hit.shown), hit.written)


_NUMBER = Words(
    "这里有银行卡号 {shown}；请整个删去，公开发放方式即可，例如“银行代发”",
    "the number of a bank card, {shown}, stands here; remove all of it and say only how payment is made",
)
