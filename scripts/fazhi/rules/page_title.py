"""A page has one title, and it says something."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import WCAG, WEB_ACCESS

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-05",
    what=Words("网页有且只有一个不空的标题（title）", "a page has exactly one title, and it is not empty"),
    why=Words(
        "浏览器标签、收藏夹和搜索结果只显示标题", "tabs, bookmarks and search results show nothing else"
    ),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(
            page='<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body><h1>示例</h1></body></html>'
        ),
        Example(
            page='<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><meta name="viewport" content="width=device-width,initial-scale=1"><title> </title></head><body><h1>示例</h1></body></html>'
        ),
        Example(
            page='<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><meta name="viewport" content="width=device-width,initial-scale=1"><title>示例</title><title>示例</title></head><body><h1>示例</h1></body></html>'
        ),
    ),
    good=(Example(page="<p>文字</p><svg><title>图标</title></svg>"),),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    titles = page.titles
    if len(titles) > 1:
        yield Found(page.place(titles[1]), _TWO)
    elif not page.title:
        yield Found(page.place(titles[0]) if titles else 1, _NONE)


_NONE = Words(
    "网页没有标题；请在 title 里写明页名和站名", "the page has no title; name the page and the site in it"
)
_TWO = Words("网页有两个 title，请留一个", "the page has two titles; keep one")
