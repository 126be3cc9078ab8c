"""Quotation marks around Chinese are “”, not the straight marks of a keyboard."""

import re
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
    ref="TEXT-25",
    on="document",
    wording=True,
    what=Words("中文引号用“”和‘’", "Chinese is quoted with “” and ‘’"),
    why=Words("直引号分不清起止，也不合标准", "straight marks do not tell beginning from end"),
    sources=(PUNCTUATION, WRITTEN_RIGHT),
    bad=(Example(body='落实"双随机"要求。\n'), Example(body="落实'一公开'要求。\n")),
    good=(
        Example(
            body='落实“双随机”要求；宽2\', 屏幕15"；people\'s。\n\n## 下文\n\n[见](#下文 "下文") `"代码"`\n'
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _DOUBLE, _SINGLE)


def _right(match: re.Match[str]) -> str:
    return f"“{match[0][1:-1]}”" if match[0][0] == '"' else f"‘{match[0][1:-1]}’"


_DOUBLE = slip(rf'"(?=[^"\n]{{0,80}}[{HAN}])[^"\n]{{1,80}}"', _right, '"')
_SINGLE = slip(rf"(?<![A-Za-z\d])'(?=[^'\n]{{0,80}}[{HAN}])[^'\n]{{1,80}}'", _right, "'")
_MESSAGE = Words("{wrong} 应写作 {right}", "{wrong} should read {right}")
SIGNS = _DOUBLE.signs | _SINGLE.signs
