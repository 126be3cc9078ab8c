"""Marks that come in pairs, and what stands between them."""

import re

_REACH = 200
"""A name or quotation longer than this is none that a rule about words has to spare."""


def inside(text: str, at: int, pair: str) -> bool:
    """Whether an offset lies between the two marks of a pair, such as 《》, on its own line."""
    return bool(between(text, at, pair))


def between(text: str, at: int, pair: str) -> str:
    """What stands between the marks around an offset; empty where none stand around it."""
    opening, closing = pair[0], pair[1]
    start = text.rfind(opening, max(0, at - _REACH), at)
    end = text.find(closing, at, at + _REACH)
    if start < 0 or end < 0 or text.find(closing, start, at) >= 0 or "\n" in text[start:end]:
        return ""
    return text[start + 1 : end]


def sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around an offset begins and ends."""
    start = max(text.rfind(mark, max(0, at - _REACH), at) for mark in _ENDS) + 1
    ends = [found for mark in _ENDS if (found := text.find(mark, at, at + _REACH)) >= 0]
    return max(start, at - _REACH, 0), min(ends, default=min(len(text), at + _REACH))


def called_of_old(text: str, at: int) -> bool:
    """Whether a name stands in quotes, in a sentence that says it is one of before: 旧称“…”, 报告写作“…”."""
    return inside(text, at, "“”") and bool(_OF_OLD.search(text, *sentence(text, at)))


_OF_OLD = re.compile(r"旧|原[称名为定]|曾|当时|前身|写法|[写称叫]作|[沿通]?[称叫]|改[为称设]|设立|确定")
_ENDS = "。！？；\n"
