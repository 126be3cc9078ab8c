"""Whether a record says anything: one that is blank, or repeats the period before, is no publication (DESIGN §1.1).

A blank one has neither words nor rows of a table under its headings, nor an attachment. Words that only say that there
is nothing are blank too unless signed: who signs `nil` answers for it. A copy has the text of the period before, white
space, full width and the names of the two periods put aside.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from fazhi.ground.period import Period
from fazhi.nouns.record import Record

_RULE_LINE = re.compile(r"[\s|:=*_-]*")
_NOTHING = re.compile(
    r"(?:本(?:期|季度|月|年度?|村))*(?:暂)?(?:无|没有|未发生)(?:此|该|相关|应公开的?)?(?:类)?(?:事项|情况|内容|变化)?[。.]?"
)
_WORD = re.compile(r"\w")


def is_nil(record: Record) -> bool:
    """Whether it is signed that there is nothing to report: by whom and on what day."""
    nil = record.get("nil")
    return bool(nil and nil.get("by") and nil.get("on"))


def is_empty(record: Record) -> bool:
    """Whether a record that is not nil has nothing in it to read."""
    if is_nil(record):
        return False
    if record.get("nil") is not None:  # unsigned, whatever words stand under it
        return True
    return not record.get("attachments") and not _says_something(record.original.body.text)


def is_copy(record: Record, earlier: Record) -> bool:
    """Whether a record only repeats another of the period before."""
    if is_nil(record) or is_nil(earlier) or record.get("attachments"):
        return False
    own, other = record.original.body.text, earlier.original.body.text
    if abs(len(own) - len(other)) > _PADDING + len(own) // 8:
        return False
    if record.original.commas != earlier.original.commas:
        return False
    return _plain(own, record.values["period"]) == _plain(other, earlier.values["period"])


def _says_something(text: str) -> bool:
    for line, below in pairwise(chain(_filled_lines(text), ("",))):
        is_head = "|" in line and "-" in below and _RULE_LINE.fullmatch(below)
        if not (is_head or line.startswith("#")) and _WORD.search(line) and not _says_nothing(line):
            return True
    return False


def _filled_lines(text: str) -> Iterator[str]:
    """The lines with anything on them, one by one: a text mostly says something in its first."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if line := text[start:end].strip():
            yield line
        start = end + 1


def _says_nothing(line: str) -> bool:
    return len(line) <= _LONGEST and bool(_NOTHING.fullmatch("".join(line.replace("|", "").split())))


def _plain(text: str, period: Period) -> str:
    plain = "".join(text.split())
    if not plain.isascii() and not unicodedata.is_normalized("NFKC", plain):
        plain = unicodedata.normalize("NFKC", plain)
    for name in _names(period):
        plain = plain.replace(name, "@")
    return plain


@lru_cache(maxsize=4096)
def _names(period: Period) -> tuple[str, ...]:
    """What a text calls its period, the longest first."""
    long = period.words.zh
    short = long.removeprefix(f"{period.year}年")
    return (long, short, short.removeprefix("第")) if short else (long,)


_LONGEST = 60
"""A longer line says more than that there is nothing."""
_PADDING = 40
"""White space and names of periods within which two texts may differ in length and be the same."""
