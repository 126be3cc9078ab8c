"""Digits are half-width: 2026年, not ２０２６年. Amounts are read either way; people who search find one only. Repaired by --fix.

The point of a decimal goes with its digits, and so does the comma of thousands where it cannot be one between two
numbers: before decimals, or in a cell of a table that has nothing else.
"""

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
    bad=(
        Example(body="２０２６年培训３次。\n"),
        Example(body="收入１２３.４０元。\n"),
        Example(body="收入１，２３４．５０元。\n"),
        Example(body="收入123．40元。\n"),
    ),
    good=(Example(body="2026年培训3次，①②，二〇二六年，收入1,234.50元。\n"), Example(body="1．2026年计划\n")),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _FULL, _POINT)


def _right(match: re.Match[str]) -> str:
    """The number in half width; a mark in it only where it is surely the number's."""
    text, (start, end) = match.string, match.span()
    number = half_width(match[0])
    if text[end : end + 1] != "年":
        number = number.replace("．", ".")
    is_alone = text[max(0, start - 9) : start].rstrip(" ")[-1:] == text[end : end + 9].lstrip(" ")[:1] == "|"
    if _THOUSANDS.fullmatch(number) and (is_alone or "." in number):
        number = number.replace("，", ",")
    return number


_THOUSANDS = re.compile(r"\d{1,3}(?:，\d{3})+(?:\.\d+)?")
_FULL = slip(
    rf"[{FULL_DIGITS}](?:[{FULL_DIGITS}]|[．，](?=[{FULL_DIGITS}]))*", _right, *FULL_DIGITS, mends=True
)
_POINT = slip(r"(?<=[0-9])．(?=[0-9]{1,9}+(?!年))", ".", "．", mends=True)
"""A point in full width between digits that are not; after the number of a list a year may follow, as in 1．2026年."""
_MESSAGE = Words("全角数字“{wrong}”应写作“{right}”", "full-width '{wrong}' should read '{right}'")
SIGNS = _FULL.signs | _POINT.signs
