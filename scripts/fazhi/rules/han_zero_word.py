"""A year in Han digits has 〇 for its zero, not the number word 零: 二〇一二年."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import NUMERALS
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-09",
    on="document",
    wording=True,
    what=Words("汉字年份用“〇”不用“零”：二〇二六年", "a year in Han digits has 〇, not 零"),
    why=Words("“零”用于数量，“〇”用于编号和年份", "零 counts, 〇 numbers"),
    sources=(NUMERALS, WRITTEN_RIGHT),
    bad=(Example(body="成文于二零二六年。\n"), Example(body="二零一零年起施行。\n")),
    good=(Example(body="成文于二〇二六年；一百零二年，二零二团。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _YEAR)


_YEAR = slip(
    r"[一二]零[零〇一二三四五六七八九]{2}年|[一二][九〇](?:零[一二三四五六七八九〇零]|[一二三四五六七八九]零)年",
    lambda match: match[0].replace("零", "〇"),
    "零",
)
_MESSAGE = Words("“{wrong}”应写作“{right}”", "'{wrong}' should read '{right}'")
SIGNS = _YEAR.signs
