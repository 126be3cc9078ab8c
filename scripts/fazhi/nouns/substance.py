"""Whether a record says anything: one that is blank, or repeats the period before, is no publication (DESIGN §1.1).

A blank one has neither words nor rows of a table under its headings, nor an attachment. Words that only say that there
is nothing are blank too unless signed: who signs `nil` answers for it, and where amounts stand beside it, it says
something after all. So are words that put the reader off (略,
待补充, 见公开栏), and totals of nothing. A copy has the text of the period before, white space, full width, a closing
formula (特此公示) and the names of the two periods put aside; an attachment makes it none where the text points to it.
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
    r"(?:经[一-龥]{0,8}(?:核实|核查|核对|统计)[，,]?)?(?:本(?:期|季度?|月|年度?|村))*(?:暂)?"
    r"(?:(?:无|没有|未发生)(?:此|该|相关|应公开的?)?(?:类)?(?:事项|情况|内容|变化)?"
    r"|(?:没有|未|无)发生[一-龥]{1,12}|没有[一-龥]{1,8}(?:事项|情况)|没有变化)[。.]?"
)
_PUT_OFF = re.compile(
    r"(?:内容|详情)?(?:从?略|暂?缺|(?:待|另行|随后|以后)(?:补充?|填写?|完善|公布|公开)"
    r"|详?见[村镇]?(?:务|政务)?(?:公开栏|公示栏|公告栏|板报))[。.]?"
)
_NO_TOTAL = re.compile(
    r"(?:本期|本季度?|本月|本年度?)?(?:合计|总计|小计|共计)[:：]?(?:[¥￥]?[0.]+元?|[—–/-])*"
)
_MARKS = re.compile(r"[|*]")
_FORMULA = re.compile(r"(?:特此|现予以?|予以)(?:公示|公告|公布|公开|通知|说明)[。.!！]?$")
_POINTS = re.compile("附件|附表|附后|扫描|照片|图片")
_WORD = re.compile(r"\w")
_SENTENCE = re.compile(r"^\w[^|\n]{60}", re.MULTILINE)
"""What surely is more than that there is nothing: a line of words, and no row of a table, of more than _LONGEST signs."""
_AMOUNT = re.compile(r"(?<![\d.,，])(?=[\d.,，]{0,15}[1-9])\d[\d.,，]{0,15}万?元")


def is_nil(record: Record) -> bool:
    """Whether it is signed that there is nothing to report, by whom and on what day, and nothing in it says otherwise."""
    return is_signed(record) and not has_amounts(record)


def is_signed(record: Record) -> bool:
    """Whether somebody signed that there is nothing to report, whatever stands beside it."""
    nil = record.get("nil")
    return bool(nil and nil.get("by") and nil.get("on"))


def has_amounts(record: Record) -> bool:
    """Whether an entry of its tables, or a sentence, names an amount other than zero."""
    in_tables = (any(line.amounts.values()) for ledger in record.all_ledgers for line in ledger.entries)
    return any(in_tables) or bool(_AMOUNT.search(record.original.body.prose))


def is_empty(record: Record) -> bool:
    """Whether a record that is not nil has nothing in it to read."""
    if is_signed(record):
        return False
    if record.get("nil") is not None:  # unsigned, whatever words stand under it
        return True
    return not record.get("attachments") and not _says_something(record.original.body.text)


def is_copy(record: Record, earlier: Record) -> bool:
    """Whether a record only repeats another of the period before."""
    if is_nil(record) or is_nil(earlier):
        return False
    own, other = record.original.body.text, earlier.original.body.text
    if abs(len(own) - len(other)) > _PADDING + len(own) // 8:
        return False
    if record.original.commas != earlier.original.commas:
        return False
    if record.get("attachments") and _POINTS.search(own):
        return False
    return _plain(own, record.values["period"]) == _plain(other, earlier.values["period"])


def _says_something(text: str) -> bool:
    if _SENTENCE.search(text):
        return True
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
    if len(line) > _LONGEST:
        return False
    said = "".join(_MARKS.sub("", line).split())
    return any(each.fullmatch(said) for each in (_NOTHING, _PUT_OFF, _NO_TOTAL))


def _plain(text: str, period: Period) -> str:
    plain = "".join(text.split())
    if not plain.isascii() and not unicodedata.is_normalized("NFKC", plain):
        plain = unicodedata.normalize("NFKC", plain)
    for name in _names(period):
        plain = plain.replace(name, "@")
    return _FORMULA.sub("", plain)


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
