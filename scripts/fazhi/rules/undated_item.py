"""Every item of a list bears its date, or says that the date is not known. Undated items count as not updated."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite, text_of
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import INDICATORS

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-04",
    what=Words("列表里的每一条都有日期", "every item of a list bears its date"),
    why=Words("没有日期的信息，检查时按未更新计", "an inspection counts undated items as not updated"),
    sources=(INDICATORS,),
    bad=(
        Example(page='<ol><li class="fz-row"><a href="../../">记录</a></li></ol>'),
        Example(
            page='<ol><li class="fz-row"><span class="fz-row__day"></span><a href="../../">记录</a></li></ol>'
        ),
    ),
    good=(
        Example(
            page='<ol><li class="fz-row"><span class="fz-row__day">2026-10-16</span><a href="../../">记录</a></li></ol>'
        ),
        Example(
            page='<ol><li class="fz-row"><span class="fz-row__day">日期不详</span><a href="../../">记录</a></li></ol>'
        ),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    for row in page.all(_ROW) if _ROW[1:] in page.source else ():
        days = row.css(_DAY)
        if not days or not _KNOWN.fullmatch(text_of(days[0])):
            title = text_of(row)[:40]
            yield Found(page.place(row), _UNDATED.fill(title=title), title)


_ROW, _DAY = ".fz-row", ".fz-row__day"
"""How the templates mark an item of a list and its date (overrides/partials/show.html)."""
_KNOWN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|日期不详|date not known")
_UNDATED = Words(
    "列表里的“{title}”没有日期；请在记录里填写 published，确不可考的写 unknown",
    "'{title}' in the list has no date; give `published` in the record, or `unknown` where it cannot be found out",
)
