"""A report speaks of its own year: another year in its title, or 上一年度 left over from last year's text, is a slip.

Other years are in place where something is compared with, or planned: 比2025年度增长, 2027年度安排, 自2024年度起.
Dates of laws and meetings outside the year are not looked at: reports name them rightly.
"""

import re
from collections.abc import Iterator

from fazhi.ground.marks import inside, sentence
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-22",
    wording=True,
    what=Words("报告的标题和正文说的是报告年度", "a report's title and text speak of its own year"),
    why=Words("多是沿用上年文稿时漏改的", "last year's text was used and not all of it changed"),
    sources=(OWN,),
    bad=(
        Example(kind="report", values={"title": "2025年度法治政府建设工作报告"}),
        Example(kind="report", body="镇里对2025年度领导干部学法用法作出安排。\n"),
    ),
    good=(
        Example(
            kind="report",
            body="对2026年度学法作出安排，比2025年度增加2次；下一年，2027年度计划培训4次。《2025年度报告》已公开。\n",
        ),
    ),
    kinds=frozenset(("report",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    year = record.get("year")
    if not year:
        return
    named = _YEARS.findall(str(record.get("title", "")))
    if named and str(year) not in named:
        yield Found("title", _TITLE.fill(named=named[0], year=year), named[0])
    text = record.original.body.words
    for match in _OF_YEAR.finditer(text):
        if int(match[1]) != year and not _in_place(text, match.start(), int(match[1]), year):
            yield Found(match.start(), _BODY.fill(named=match[0], year=year), match[0])


def _in_place(text: str, at: int, named: int, year: int) -> bool:
    """Whether a sentence has reason to name another year."""
    start, end = sentence(text, at)
    reasons = _PLANS if named > year else _COMPARES
    return bool(inside(text, at, "《》") or inside(text, at, "“”") or reasons.search(text, start, end))


_YEARS = re.compile(r"(?<!\d)(20\d{2}) ?年")
_OF_YEAR = re.compile(r"(20\d{2}) ?年度")
_PLANS = re.compile("下一|明年|来年|计划|安排|打算|将|拟|目标|展望")
_COMPARES = re.compile(
    "比|较|同期|上年|上一年|以来|起|自|从|历年|曾|往年|至|—|考核结果|延续|基础上|整改|反馈"
)
_TITLE = Words(
    "标题说的是{named}年，报告年度是{year}年", "the title says {named}, the year reported is {year}"
)
_BODY = Words(
    "“{named}”不是报告年度{year}年，是否沿用上年文稿漏改？", "'{named}' is not the year reported, {year}"
)
