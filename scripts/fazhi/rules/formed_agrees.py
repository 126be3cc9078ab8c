"""The date of a document is the day of its adoption or signing, and its number is of that year.

In January a number of the year before may still be given.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.days import When
from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import OFFICIAL_DOCUMENTS
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

_FROM = date(2012, 7, 1)
_EARLY = {
    "formed": "2026-01-08",
    "adopted": "2026-01-08",
    "published": "2026-01-12",
    "review": "{by: reviewer, on: 2026-01-09, secrecy: ok, privacy: ok}",
    "legality_review": "{by: justice, on: 2025-12-20}",
    "consultation": "{from: 2025-11-01, to: 2025-12-10, result: 没有意见}",
    "index": "140825107/2026-00012",
}

RULE = Rule(
    severity=Severity.WARNING,
    ref="META-05",
    since=_FROM,
    what=Words(
        "文号的年份与成文日期一致，成文日期不早于通过日期",
        "a document's number is of the year it was formed, and it was not formed before it was adopted",
    ),
    why=Words(
        "成文日期是会议通过或者负责人签发的日期，文号在那一年编",
        "a document is formed on the day it is adopted or signed, and numbered in that year",
    ),
    sources=(
        Provision(OFFICIAL_DOCUMENTS, {_FROM: "9"}, {}, confirmed=False),
        Standard(Words("GB/T 9704—2012 第7.2.5条", "GB/T 9704-2012, 7.2.5"), False),
    ),
    bad=(
        Example(kind="regulation", values={"number": "示政发〔2025〕3号"}),
        Example(kind="regulation", values={"number": "示政发〔2027〕3号"}),
        Example(kind="regulation", values={"adopted": "2026-10-09"}),
    ),
    good=(
        Example(kind="regulation"),
        Example(kind="regulation", values={**_EARLY, "number": "示政发〔2025〕30号"}),
        Example(kind="regulation", values={"adopted": "2026-10-06"}),
    ),
    keys=frozenset(("formed",)),
)
_YEAR = re.compile(r"〔(\d{4})〕")
_JANUARY = 1


def check(record: Record, register: Register) -> Iterator[Found]:
    formed, number, adopted = (record.get(key) for key in ("formed", "number", "adopted"))
    if not isinstance(formed, When) or formed.first is None or formed.last is None:
        return
    if number and (year := _YEAR.search(number)) and int(year[1]) not in _years(formed.first, formed.last):
        yield Found("number", _OTHER_YEAR.fill(number=number, formed=formed.text), number)
    if adopted and adopted > formed.last:
        yield Found("formed", _BEFORE.fill(formed=formed.text, adopted=adopted), formed.text)


def _years(first: date, last: date) -> range:
    return range(first.year - (first.month == _JANUARY), last.year + 1)


_OTHER_YEAR = Words(
    "文号 {number} 的年份与成文日期 {formed} 不一致；请核对哪一个写错了",
    "the number {number} is of another year than the document, formed {formed}; check which is wrong",
)
_BEFORE = Words(
    "成文日期 {formed} 早于通过日期 {adopted}；成文日期应是通过或者签发的那一天",
    "formed {formed}, before it was adopted on {adopted}; the date is that of adoption or signing",
)
