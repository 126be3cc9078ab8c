"""Masks that hide too little: a phone hides four digits at least, an identity number the whole birthday."""

from collections.abc import Iterator

from fazhi.ground.masks import masked
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import DE_IDENTIFY, NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import MASK

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    ref="PRIV-03",
    what=Words("打码的号码遮住足够的位数", "a masked number hides enough of its digits"),
    why=Words("只遮一两位，几次就能试出来", "with a digit or two hidden, a few guesses find the number"),
    sources=(*NO_PUBLICATION, DE_IDENTIFY),
    bad=(
        Example(body="电话 138**138000\n"),
        Example(body="身份证 14082519000101****\n"),
        Example(body="身份证 11010119520715XXXX\n"),
    ),
    good=(
        Example(body="电话 138****8000，证件 1408**********0010\n"),
        Example(body="村民委员会的统一社会信用代码：5414082500000014XR\n"),
    ),
)

SIGNS = frozenset((MASK,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for mask in passage.masks:
        if not mask.hides:
            words = _PHONE if mask.of == "phone" else _IDENTITY
            yield Found(mask.start, words.fill(shown=masked(mask.written)), mask.written)


_PHONE = Words(
    "打码的手机号 {shown} 遮得太少；至少遮住4位，例如 138****5678",
    "the masked phone {shown} hides too little; hide four digits at least, as in 138****5678",
)
_IDENTITY = Words(
    "打码的身份号码 {shown} 露出了出生日期；请整个删去，或写作 1408**********1234",
    "the masked identity number {shown} shows the birthday; remove it, or write 1408**********1234",
)
