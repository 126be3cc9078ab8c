"""Identity numbers of 18 digits: region, birthday and check digit are right, so that it is somebody's.

Looked for everywhere a text becomes public, also split by spaces or a line break, full-width, or with invisible signs.
A credit code (统一社会信用代码) is public; read as an identity number its birthday cannot be. The test for identity
runs first: three in a hundred identity numbers would pass for a credit code (DOMAIN §4).
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
    ref="PRIV-01",
    what=Words("不出现公民身份号码", "no identity number stands anywhere"),
    why=Words(
        "号码一经公开就收不回来，可被用来冒名开户、贷款",
        "once public a number cannot be called back, and others open accounts with it",
    ),
    sources=(*NO_PUBLICATION, IDENTITY),
    bad=(
        Example(body="领取人身份证号 140825190001010019。\n"),
        Example(body="号码：140825 19000101 0019\n"),
        Example(values={"summary": "代码 140825190001010019"}),
        Example(files={"villages/demo-1/2026/140825190001010019.txt": "合计\n"}),
    ),
    good=(
        Example(body="统一社会信用代码 91350100M000100Y43。\n"),
        Example(body="证件 140825********0010。\n"),
    ),
)

SIGNS = frozenset((NUMBER,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for hit in passage.numbers("identity"):
        yield Found(hit.start, _NUMBER.fill(shown=hit.shown), hit.written)


_NUMBER = Words(
    "这里有公民身份号码 {shown}；请删去整个号码，名单用序号代替，例如“1 张* 一组”",
    "an identity number {shown} stands here; remove all of it, and number the rows of a list instead",
)
