"""No paragraph leaves a hundred square brackets open: the renderer tries each against every other.

Python-Markdown takes half a minute for ten thousand of them, and such a record would hold up every build.
"""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

MOST = 100
_SIGN = re.compile(r"\\\[|[\[\]]|\n[ \t]*\n")
_STEP = {"[": 1, "]": -1, "\\[": 0}

RULE = Rule(
    severity=Severity.ERROR,
    on="document",
    what=Words(
        f"一段文字里没有合上的方括号不超过 {MOST} 个",
        f"a paragraph leaves at most {MOST} square brackets open",
    ),
    why=Words("太多没有合上的方括号会让生成网页停住", "too many of them hold up the rendering of the site"),
    sources=(OWN,),
    bad=(
        Example(body="[" * 101 + "\n"),
        Example(body="[甲 " * 150 + "\n"),
        Example(body="[" * 150 + "]" * 150 + "\n"),
    ),
    good=(
        Example(body="[甲] " * 300 + "\n"),
        Example(body="[甲\n\n" * 300),
        Example(body="\\[" * 300 + "\n"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.body.text.count("[") <= MOST:
        return
    depth = 0
    for sign in _SIGN.finditer(document.body.text):
        depth = max(0, depth + _STEP[sign[0]]) if sign[0] in _STEP else 0
        if depth > MOST:
            yield Found(sign.start(), _TOO_MANY)
            return


_TOO_MANY = Words(
    f"这一段里没有合上的方括号超过 {MOST} 个；请删去，或在每个 [ 前加反斜杠写作 \\[",
    f"more than {MOST} square brackets are open in this paragraph; remove them, or write \\[",
)
