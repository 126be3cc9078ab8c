"""Commas, semicolons, colons, question and exclamation marks between Han are full-width.

Numbers (1,234.50), times (8:30) and ratios (1:1) have their marks between digits and are left alone. Half-width
brackets beside Han (TEXT-05b) are not looked at: official texts have them by the ten thousand.
"""

from collections.abc import Iterator

from fazhi.ground.han import HAN
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PUNCTUATION
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-05",
    on="document",
    wording=True,
    what=Words("汉字之间的逗号、分号、冒号、问号、叹号用全角", "marks between Han are full-width"),
    why=Words("半角标点在中文里排得太挤，也不合标准", "half-width marks crowd Chinese text"),
    sources=(PUNCTUATION, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in ("按时公开,接受监督。", "主要任务:加强普法。", "是否公开?请核实。")
    ),
    good=(
        Example(body="按时公开，接受监督。收入1,234.50元，8:30开会，比例1:1，见 https://a.gov.cn/?a,b 。\n"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, *_HALF)


_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}


_HALF = [
    slip(rf"\{mark}(?<=[{HAN}”》）〕]\{mark}) ?(?=[{HAN}“《（])", right, mark)
    for mark, right in _FULL.items()
]
_MESSAGE = Words("汉字之间的“{wrong}”应为全角“{right}”", "'{wrong}' between Han should be '{right}'")
SIGNS = frozenset(_FULL)
