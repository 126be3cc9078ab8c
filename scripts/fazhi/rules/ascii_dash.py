"""A Chinese dash is ——, not two or three hyphens."""

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
    what=Words("破折号写作“——”", "a dash is written ——"),
    why=Words("连字符连用会断在行尾，也不合标准", "hyphens break at line ends and are not the mark"),
    sources=(PUNCTUATION, WRITTEN_RIGHT),
    bad=(Example(body="法治宣传--从娃娃抓起。\n"), Example(body="“普法”---今年的重点。\n")),
    good=(Example(body="法治宣传——从娃娃抓起；2021-2025年，--help 是参数。\n\n---\n\n续。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _DASH)


_DASH = slip(rf"-(?<=[{HAN}”》）]-)-{{1,3}}(?=[{HAN}“《（])", "——", "--")
_MESSAGE = Words("“{wrong}”应写作“{right}”", "'{wrong}' should read '{right}'")
SIGNS = _DASH.signs
