"""A day that the calendar does not have: 2月30日, 11月31日, 13月1日, 2025年2月29日. The lunar calendar is another matter."""

import re
from calendar import monthrange
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-12",
    on="document",
    wording=True,
    what=Words("正文里的日期存在", "a date in the text exists"),
    why=Words("不存在的日期使人无从照办", "nobody can keep a date that does not exist"),
    sources=(OWN,),
    bad=tuple(
        Example(body=f"请于{day}前上报。\n")
        for day in (
            "2月30日",
            "2026年11月31日",
            "13月1日",
            "2025年2月29日",
            "6月31日",
            "十一月三十一日",
            "每月32日",
        )
    ),
    good=(
        Example(
            body="12月31日、2024年2月29日、2月28日至29日，农历2月30日，二月二十九日；满24月龄，期限12个月30日。\n"
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.lang == "zh" and "月" in document.prose.text:
        for start, end in _impossible(document.prose.text):
            date = document.prose.text[start:end]
            yield Found(document.prose.at(start), _MESSAGE.fill(date=date), date)


def _impossible(text: str) -> Iterator[tuple[int, int]]:
    """Where dates begin and end that the calendar does not have."""
    for day in _DAY.finditer(text):
        start, end = day.span()
        month = _MONTH.search(text, max(0, start - _REACH), start)
        if month and not _exists(month["year"], month["month"], day["day"]):
            if not _LUNAR.search(text, max(0, month.start() - 8), month.start()):
                yield month.start(), end
        elif not month and _number(day["day"]) > 31 and _ANY_MONTH.search(text, max(0, start - 1), start):
            yield start - 1, end


def _exists(year: str | None, month: str, day: str) -> bool:
    return 1 <= _number(month) <= 12 and 1 <= _number(day) <= monthrange(int(year or 2000), _number(month))[1]


def _number(written: str) -> int:
    """A number below one hundred in either kind of digits."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    digits = "〇一二三四五六七八九"
    return (digits.find(tens) if tens else 1) * 10 * bool(ten) + (digits.find(ones) if ones else 0)


_REACH = 12
_HAN_NUMBER = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_DAY = re.compile(rf"月 ?(?P<day>\d{{1,2}}|{_HAN_NUMBER}) ?日")
_MONTH = re.compile(
    rf"(?:(?P<year>(?:19|20)\d{{2}}) ?年 ?)?(?<![\d一二三四五六七八九十〇个])(?P<month>\d{{1,2}}|{_HAN_NUMBER}) ?\Z"
)
_ANY_MONTH = re.compile("[本当每上下次同]")
_LUNAR = re.compile(r"[农阴旧夏]历")
_MESSAGE = Words("日期“{date}”不存在，请核对", "the date '{date}' does not exist")
