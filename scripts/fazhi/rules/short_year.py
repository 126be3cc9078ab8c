"""A year in a date has four digits: 2021年3月5日, not 21年3月5日."""

import re
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
    on="document",
    wording=True,
    what=Words("年份写全四位：2021年3月5日", "a year has four digits"),
    why=Words("“21年”也可以是时长", "21年 may be a length of time"),
    sources=(NUMERALS, WRITTEN_RIGHT),
    bad=(Example(body="会议于21年3月5日召开。\n"),),
    good=(Example(body="会议于2021年3月5日召开；满21年3个月；服刑12年3月；公元前21年3月5日。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _SHORT) if _TWO_DIGITS.search(document.prose.text) else iter(())


_TWO_DIGITS = re.compile(r"年(?<=\d\d年)(?<!\d\d\d年)")
_SHORT = slip(
    r"[0-4]\d年(?<![\d.满近约第达共逾超前期刑押]\d\d年)(?=1?\d月[1-3]?\d日)",
    lambda match: f"20{match[0]}",
    "年",
)
_MESSAGE = Words(
    "年份“{wrong}”应写全四位，如“{right}”", "the year '{wrong}' needs four digits, such as '{right}'"
)
SIGNS = _SHORT.signs
