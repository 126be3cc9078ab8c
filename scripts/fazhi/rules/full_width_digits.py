"""Digits are half-width: 2026年, not ２０２６年. Amounts are read either way; people who search find one only. Repaired by --fix."""

import re
from collections.abc import Iterator

from fazhi.ground.han import FULL_DIGITS, half_width
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
    what=Words("阿拉伯数字用半角", "digits are half-width"),
    why=Words("全角数字搜索不到，排版也过宽", "full-width digits cannot be searched and run wide"),
    sources=(NUMERALS, WRITTEN_RIGHT),
    bad=(Example(body="２０２６年培训３次。\n"), Example(body="收入１２３.４０元。\n")),
    good=(Example(body="2026年培训3次，①②，二〇二六年。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _FULL)


def _right(match: re.Match[str]) -> str:
    return half_width(match[0])


_FULL = slip(rf"[{FULL_DIGITS}]+", _right, *FULL_DIGITS, mends=True)
_MESSAGE = Words("全角数字“{wrong}”应写作“{right}”", "full-width '{wrong}' should read '{right}'")
SIGNS = _FULL.signs
