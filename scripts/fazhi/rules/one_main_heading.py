"""A page has exactly one main heading."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite, name_of
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import WCAG, WEB_ACCESS

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-05",
    what=Words("网页有且只有一个一级标题（h1），且不空", "a page has exactly one h1, and it is not empty"),
    why=Words(
        "读屏软件用户靠它知道到了哪一页", "by it people with screen readers know which page they have come to"
    ),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(
            page='<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><meta name="viewport" content="width=device-width,initial-scale=1"><title>示例</title></head><body><p>文字</p></body></html>'
        ),
        Example(page="<h1>一</h1><h1>二</h1>"),
        Example(page="<h1> </h1>"),
    ),
    good=(Example(page="<h1>一</h1><h2>二</h2>"),),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    found = page.tags("h1")
    if not found:
        yield Found(1, _NONE)
    elif not name_of(found[0]):
        yield Found(page.place(found[0]), _EMPTY)
    for node in found[1:]:
        yield Found(page.place(node), _MORE)


_NONE = Words("网页没有一级标题（h1）", "the page has no main heading (h1)")
_EMPTY = Words("网页的一级标题（h1）是空的", "the main heading (h1) of the page is empty")
_MORE = Words(
    "网页有不止一个一级标题（h1）；正文里的标题请从 ## 写起",
    "the page has more than one main heading (h1); headings in a text begin with ##",
)
