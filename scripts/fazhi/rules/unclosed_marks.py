"""Quotes, brackets and title marks come in pairs, within a paragraph.

What may close in a later paragraph: a quotation that follows a colon or begins its paragraph, as amending decisions
have it (修改为：“第一条 …); a bracket that begins its paragraph, as the note of adoption under a law's title; a title
that goes on with another, 《关于修改〈…〉⏎〈…〉的决定》. Counts like 1） are no pairs, nor is the end of a note of adoption,
…修订）, whose beginning many copies of laws lack. Half-width brackets match full-width ones and are never reported alone.
After _MOST faults a text is not looked at further.
"""

import re
from collections.abc import Iterator
from itertools import islice

from fazhi.ground.paragraphs import BOUNDARY
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PUNCTUATION
from fazhi.nouns.wording import WRITTEN_RIGHT

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-20",
    on="document",
    wording=True,
    what=Words("引号、括号、书名号成对", "quotes, brackets and title marks come in pairs"),
    why=Words("缺了一半，就不知道引到哪里、书名到哪里", "with one half missing nobody knows where it ends"),
    sources=(PUNCTUATION, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in (
            "学习《宪法和《民法典》。",
            "落实“双随机要求。",
            "见附件（一份。",
            "落实双随机”要求。",
            "落实”双随机”要求。\n\n下一段。",
            "学习宪法》。",
        )
    ),
    good=(
        Example(
            body="学习《关于修改〈村民委员会组织法〉的决定》，“他说‘好’”（见附件)。\n\n1）宣传；\n\n2）培训；（3)考核。\n"
        ),
        Example(body="第三条修改为：“第三条 按月公开。\n\n“村民可以查阅。”\n"),
        Example(body="（2010年10月28日通过\n\n2018年12月29日修正）\n"),
        Example(body="增加一条：“第四条 设立公开栏。\n\n公开栏由村民委员会管理。”\n"),
    ),
)

_PAIRS = {
    "”": "“",
    "’": "‘",
    "）": "（",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "」": "「",
    "』": "『",
    ")": "（",
}
_SIMPLE = [opening + closing for closing, opening in _PAIRS.items() if closing != ")"] + ["()"]
_OPENING = frozenset(_PAIRS.values()) | {"("}
_KIND = {"(": "（"}
_QUOTES = frozenset("“‘")
_MOST = 20
_NESTED = 3
_INDENT = 12
SIGNS = frozenset("“”‘’（）()《》〈〉【】「」『』")
_MARK = "[“”‘’（）()《》〈〉【】「」『』]"
_MARK_OR_END = re.compile(rf"{_MARK}|\n")
_MARK_OR_BOUNDARY = re.compile(rf"{_MARK}|{BOUNDARY}")
_COUNTED = re.compile(r"(?:[\d一二三四五六七八九十a-zA-Z]|[\d一二三四五六七八九十]{2,3})）")
_ADOPTED = re.compile("(?:通过|修正|修订|修改|公布|发布|批准|施行)）")
_APOSTROPHE = re.compile(r"[A-Za-z]’|’[A-Za-z]")


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.lang != "zh" or _is_paired(document.prose.text):
        return
    text = document.prose.text
    for at in sorted(islice(_unpaired(text), _MOST)):
        words = (_NOT_CLOSED if text[at] in _OPENING else _NOT_OPENED).fill(mark=text[at])
        yield Found(document.prose.at(at), words, text[max(0, at - 10) : at + 11])


def _is_paired(text: str) -> bool:
    """Whether all marks of every line close in the order they opened, as those of nearly every text do."""
    marks = "".join(_MARK_OR_END.findall(text))
    for _ in range(_NESTED):
        for pair in _SIMPLE:
            marks = marks.replace(pair, "")
    return not marks.strip("\n")


def _unpaired(text: str) -> Iterator[int]:
    """Where marks stand that have no other half."""
    opened: dict[str, list[int]] = {}
    for token in _MARK_OR_BOUNDARY.finditer(text):
        mark = token[0]
        if mark in _OPENING:
            places = opened.setdefault(_KIND.get(mark, mark), [])
            if places and mark in _QUOTES and _begins_anew(text, places[-1], token.start()):
                places.clear()  # every paragraph of a long quotation opens again; only the last closes
            places.append(token.start())
            if len(places) > _MOST:
                yield from places
        elif mark == "\n":
            yield from _given_up(text, opened, token.end())
        elif not _closes(text, token.start(), opened):
            yield token.start()
    yield from _given_up(text, opened, None)


def _given_up(text: str, opened: dict[str, list[int]], end: int | None) -> list[int]:
    """What is still open where a paragraph ends, or the text; what may close later stays open."""
    left: list[int] = []
    for mark, places in list(opened.items()):
        kept = places[-1:] if end and _goes_on(text, places[-1], end) else []
        if len(kept) == len(places):
            continue
        left += (at for at in places if at not in kept and text[at] != "(")
        del opened[mark]
        if kept:
            opened[mark] = kept
    return left


def _begins_anew(text: str, before: int, at: int) -> bool:
    """Whether a mark is the first of its paragraph, and the one before it stands in another."""
    return _begins(text, at) and text.find("\n", before, at) >= 0


def _closes(text: str, at: int, opened: dict[str, list[int]]) -> bool:
    """Whether a closing mark has its other half, or needs none."""
    if places := opened.get(_PAIRS[text[at]]):
        places.pop()
        if not places:
            del opened[_PAIRS[text[at]]]
        return True
    if text[at] == "）":
        return bool(_COUNTED.match(text, _word_start(text, at)) or _ADOPTED.search(text, at - 2, at + 1))
    return text[at] == ")" or (text[at] == "’" and bool(_APOSTROPHE.search(text, at - 1, at + 2)))


def _word_start(text: str, at: int) -> int:
    """Where the word before a closing bracket begins, if it begins a paragraph or follows a mark."""
    start = at
    while start > 0 and at - start < 4 and (text[start - 1].isalnum()):
        start -= 1
    return start if start == 0 or text[start - 1] in "\n；。：，、 \t*|" else at


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether what a mark opens may close in a later paragraph; `end` is where its own one ends."""
    if text[at] == "《":
        return text[end : end + 9].lstrip(" \n")[:1] == "〈"
    return _begins(text, at) or (text[at] in _QUOTES and text[at - 1] in "：:")


def _begins(text: str, at: int) -> bool:
    """Whether a mark is the first of its paragraph."""
    if text[at - 1 : at] == "\n":
        return True
    before = text[max(0, at - _INDENT) : at]
    return (at <= _INDENT or "\n" in before) and not before.rpartition("\n")[2].strip(" \t\u3000>*")


_NOT_CLOSED = Words("“{mark}”没有合上，请补上另一半", "'{mark}' is never closed")
_NOT_OPENED = Words("“{mark}”没有起头的另一半", "'{mark}' has no opening half")
