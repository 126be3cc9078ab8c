"""Headings go down one level at a time. Going up may skip."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite, name_of, text_of
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import WCAG, WEB_ACCESS

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-05",
    what=Words("标题逐级往下，不跳级", "headings go down one level at a time"),
    why=Words("跳级的标题像缺了一段，读屏软件用户会去找", "a skipped level reads like a missing part"),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(page="<h1>一</h1><h3>三</h3>"),
        Example(page="<h1>一</h1><h2>二</h2><h2> </h2>"),
    ),
    good=(Example(page="<h1>一</h1><h2>二</h2><h3>三</h3><h2>四</h2>"),),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    above = 0
    for node in page.headings:
        level = int((node.tag or "h1")[1])
        if above and level > above + 1:
            yield Found(
                page.place(node), _SKIPPED.fill(level=level, above=above, right=above + 1), text_of(node)
            )
        if level > 1 and not name_of(node):
            yield Found(page.place(node), _EMPTY.fill(level=level))
        above = level


_SKIPPED = Words(
    "{above} 级标题下面直接是 {level} 级标题；请改为 {right} 级",
    "a heading of level {level} follows one of level {above}; make it level {right}",
)
_EMPTY = Words(
    "{level} 级标题是空的，请写上文字或删去", "a heading of level {level} is empty; fill it or take it out"
)
