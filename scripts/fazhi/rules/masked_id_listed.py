"""Masked identity numbers in a list: region and last four digits leave some 3,300 numbers, with an age some 33.

The check digit gives that much away (arithmetic in DOMAIN §4). A list needs no identity number at all.
"""

from collections.abc import Iterator

from fazhi.ground.masks import masked
from fazhi.ground.problem import Severity
from fazhi.ground.surroundings import column_head
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import DE_IDENTIFY, NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import MASK

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-15",
    what=Words("名单里不列身份证号，打码的也不列", "a list holds no identity numbers, not even masked ones"),
    why=Words(
        "打码的身份证号加上年龄，只剩几十种可能", "a masked number and an age leave a few dozen candidates"
    ),
    sources=(*NO_PUBLICATION, DE_IDENTIFY),
    bad=(Example(body="| 姓名 | 身份证号 |\n|---|---|\n| 张* | 140825********0010 |\n"),),
    good=(
        Example(body="公示样式：140825********0010。\n"),
        Example(body="| 序号 | 姓名 | 组 |\n|---|---|---|\n| 1 | 张* | 一组 |\n"),
    ),
)

SIGNS = frozenset((MASK,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for mask in passage.masks:
        if mask.of == "identity" and mask.hides and column_head(passage.text, mask.start):
            yield Found(mask.start, _LISTED.fill(shown=masked(mask.written)), mask.written)


_LISTED = Words(
    "名单里有打码的身份号码 {shown}；请删去这一列，用序号区分，例如“1 张* 一组”",
    "a list holds the masked identity number {shown}; drop the column and number the rows",
)
