"""Identity numbers with a wrong check digit, beside words that call them so: a slip of the pen or of a scanner.

One wrong digit of eighteen still leads to a person; without such words eighteen digits are left alone.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import IDENTITY, NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import NUMBER

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    ref="PRIV-01b",
    what=Words(
        "不出现写错一位的公民身份号码", "no identity number stands anywhere, though its check digit be wrong"
    ),
    why=Words("抄错一位仍能认出本人", "with one digit wrong the person can still be found"),
    sources=(*NO_PUBLICATION, IDENTITY),
    bad=(
        Example(body="公民身份号码：140825190001010011\n"),
        Example(body="| 姓名 | 证件号码 |\n|---|---|\n| 张* | 140825190001010011 |\n"),
    ),
    good=(Example(body="项目编号：140825190001010011\n"),),
)

SIGNS = frozenset((NUMBER,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for hit in passage.numbers("identity-misprinted"):
        yield Found(hit.start, _NUMBER.fill(shown=hit.shown), hit.written)


_NUMBER = Words(
    "这里像是写错了校验码的身份号码 {shown}；请删去整个号码，名单用序号代替",
    "this looks like an identity number with a wrong check digit, {shown}; remove all of it",
)
