"""Identity numbers of 15 digits, as issued until 1999, beside words that call them so."""

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
    ref="PRIV-02",
    what=Words("不出现15位的旧身份证号", "no identity number of the old form, 15 digits"),
    why=Words(
        "旧号码补上世纪和校验码就是现在的号码",
        "with the century and the check digit added it is today's number",
    ),
    sources=(*NO_PUBLICATION, IDENTITY),
    bad=(
        Example(body="身份证号 140825000101001\n"),
        Example(body="| 姓名 | 身份证号 |\n|---|---|\n| 张* | 140825000101001 |\n"),
    ),
    good=(Example(body="合同编号 140825139901001\n"),),
)

SIGNS = frozenset((NUMBER,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for hit in passage.numbers("old-identity"):
        yield Found(hit.start, _NUMBER.fill(shown=hit.shown), hit.written)


_NUMBER = Words(
    "这里有15位身份证号 {shown}；请删去整个号码，名单用序号代替",
    "an identity number of 15 digits, {shown}, stands here; remove all of it",
)
