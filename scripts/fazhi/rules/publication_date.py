"""PubDate is written YYYY-MM-DD HH:MM, is the record's own date of publication, and has come.

Records know the day only, so the templates write midnight. rules/not_in_future.py holds the record itself.
"""

import re
from collections.abc import Iterator

from fazhi.ground.days import When
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import INDICATORS, PAGE_DESIGN

_HEAD = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例</title>'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="SiteName" content="示例镇法治公开">'
    '<meta name="ColumnName" content="村务公开"><meta name="ColumnDescription" content="各村公开的事项">'
    '<meta name="ColumnKeywords" content="村务公开"><meta name="ColumnType" content="信息公开目录">'
    '<meta name="ArticleTitle" content="示例"><meta name="ContentSource" content="示范一村">'
)
_END = "</head><body><h1>示例</h1></body></html>"
_RECORD = "villages/demo-1/2026/finance-Q3/index.html"


def _example(date: str) -> Example:
    return Example(built={_RECORD: f'{_HEAD}<meta name="PubDate" content="{date}">{_END}'})


RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="META-02",
    what=Words(
        "PubDate 写作“2026-10-10 00:00”，与记录的发布日期一致，不在将来",
        "PubDate is written '2026-10-10 00:00', agrees with the record and is not in the future",
    ),
    why=Words("伪造发稿日期是检查中的单项否决", "a forged date fails an inspection on its own"),
    sources=(PAGE_DESIGN, INDICATORS),
    bad=(
        _example("2026年10月10日"),
        _example("2026-10-10"),
        _example("2099-10-16 00:00"),
        _example("2026-10-09 00:00"),
    ),
    good=(_example("2026-10-10 00:00"), _example("2026-10-10 09:30")),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    found = page.metas.get("PubDate")
    if found is None:
        return
    place = page.place(page.meta("PubDate"))
    record = site.record(page)
    published = record.get("published") if record else None
    if not _FORM.fullmatch(found):
        yield Found(place, _WRITTEN.fill(date=found))
    elif found[:10] > site.register.as_of.isoformat():
        yield Found(place, _FUTURE.fill(date=found, today=site.register.as_of))
    elif not isinstance(published, When) or found[:10] != published.text:
        yield Found(place, _DIFFERS.fill(date=found, published=published.text if published else "—"))


_FORM = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_WRITTEN = Words(
    "PubDate 写作“{date}”；应写作“2026-10-10 00:00”", "PubDate is written '{date}'; write '2026-10-10 00:00'"
)
_FUTURE = Words("PubDate {date} 在今天（{today}）之后", "PubDate {date} is after today ({today})")
_DIFFERS = Words(
    "PubDate {date} 与记录的发布日期 {published} 不一致",
    "PubDate {date} is not the record's date of publication, {published}",
)
