"""Fifteen digits that could be an identity number of the old form, with no word beside them that says so.

One in eighty of any numbers of 15 digits has that form, so this only asks.
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
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-02",
    what=Words("15位数字不是旧身份证号", "fifteen digits are no identity number of the old form"),
    why=Words("旧号码仍能认出本人", "an old number still tells who somebody is"),
    sources=(*NO_PUBLICATION, IDENTITY),
    bad=(Example(body="编号 140825000101001\n"),),
    good=(Example(body="编号 140825139901001，编号 880825000101001\n"),),
)

SIGNS = frozenset((NUMBER,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for hit in passage.numbers("old-identity-bare"):
        yield Found(hit.start, _NUMBER.fill(shown=hit.shown), hit.written)


_NUMBER = Words(
    "这15位数字 {shown} 可能是旧身份证号；如是，请删去；如不是，请写明是什么号码",
    "these 15 digits {shown} may be an old identity number; if so, remove them; if not, say what they are",
)
