"""Two commas, stops or colons in a row: one is too many."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PUNCTUATION
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-11",
    on="document",
    wording=True,
    what=Words("标点不连用两个：，，、。。、；。", "no two marks in a row"),
    why=Words("多是改稿时留下的", "they are left from editing"),
    sources=(PUNCTUATION, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in ("按时公开，，接受监督。", "工作完成。。", "一是宣传；。", "包括：、宣传。")
    ),
    good=(
        Example(body="按时公开，接受监督。“好。”他说：“行！！”（见附件。）\n"),
        Example(body="甲与乙&nbsp;。\n"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _DOUBLED)


def _right(match: re.Match[str]) -> str:
    stops = [mark for mark in match[0] if mark in "。；"]
    return stops[-1] if stops else match[0][0]


_FULL, _HALF = "，、；：。", ",;"
_SIGNS = {one + two for one in _FULL + _HALF for two in _FULL + _HALF} - {
    one + two for one in _HALF for two in _HALF
}
_DOUBLED = slip(r"[，、；：。](?:[，、；：。]|[,;](?![\d\w]))+|[,;][，、；：。]+", _right, *sorted(_SIGNS))
_MESSAGE = Words("标点“{wrong}”连用了，只留一个，如“{right}”", "'{wrong}': keep one mark, such as '{right}'")
SIGNS = _DOUBLED.signs
