"""A space between a year's digits and 年, 2021 年度, is left from layout. A note, once a text."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule
from fazhi.nouns.wording import slip, told_once

RULE = Rule(
    severity=Severity.NOTE,
    ref="TEXT-17",
    on="document",
    wording=True,
    what=Words("年份的数字和“年”之间不空格", "no space between a year's digits and 年"),
    why=Words("排版留下的空格使人搜不到“2026年”", "with the space a search for 2026年 finds nothing"),
    sources=(OWN,),
    bad=(Example(body="2026 年度法治建设情况。\n"),),
    good=(Example(body="2026年度法治建设情况，共 3 年，编号 12026 年。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told_once(document, _MESSAGE, _SPACED)


_SPACED = slip(
    r"(?<!\d)(?:19|20)\d{2}[ \u3000\xa0]{1,3}年",
    lambda match: f"{match[0][:4]}年",
    " 年",
    "\u3000年",
    "\xa0年",
)
_MESSAGE = Words("“{wrong}”应写作“{right}”，中间不空格", "'{wrong}' should read '{right}', without the space")
SIGNS = _SPACED.signs
