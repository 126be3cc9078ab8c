"""Between names in 《》 or “” side by side the mark 、 is usually left out; official texts often keep it. A note, once a text."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PUNCTUATION
from fazhi.nouns.wording import slip, told_once

RULE = Rule(
    severity=Severity.NOTE,
    ref="TEXT-14",
    on="document",
    wording=True,
    what=Words("并列的书名号、引号之间通常不加顿号", "no 、 between names in 《》 or “” side by side"),
    why=Words("标号已经把它们分开", "the marks themselves part them"),
    sources=(PUNCTUATION,),
    bad=(Example(body="学习《宪法》、《民法典》。\n"), Example(body="“双随机”、“一公开”。\n")),
    good=(Example(body="学习《宪法》《民法典》，“双随机”“一公开”，《宪法》（2018年）、《民法典》。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told_once(document, _MESSAGE, _LISTED)


_LISTED = slip("》、《|”、“", lambda match: match[0].replace("、", ""), "》、《", "”、“")
_MESSAGE = Words("“{wrong}”中间的顿号通常不用", "'{wrong}' usually goes without 、")
SIGNS = _LISTED.signs
