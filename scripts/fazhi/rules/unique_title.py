"""No two pages of a language share a title."""

from collections import defaultdict
from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.built import LOST, BuiltSite
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PAGE_DESIGN, WCAG

RULE = Rule(
    severity=Severity.ERROR,
    on="site",
    ref="SITE-05",
    what=Words("每一页的标题（title）都不相同", "no two pages share a title"),
    why=Words(
        "标题相同的两页，在标签、收藏夹和搜索结果里分不清",
        "in tabs and search results such pages cannot be told apart",
    ),
    sources=(WCAG, PAGE_DESIGN),
    bad=(
        Example(page="<p>文字</p>", built={"pages/other/index.html": "<title>示例页</title><p>另一页</p>"}),
    ),
    good=(
        Example(page="<p>文字</p>", built={"pages/other/index.html": "<title>另一页</title><p>另一页</p>"}),
    ),
)


def check(site: BuiltSite, register: Register) -> Iterator[Found]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, page in site.pages.items():
        if page.title and path != LOST:
            found[page.lang, page.title].append(path)
    for (_, title), (first, *others) in found.items():
        for path in others:
            yield Found(Place(), _SAME.fill(title=quote(title), other=first), title, path)


_SAME = Words(
    "标题“{title}”与 {other} 相同；请在记录的 title 里写明期间、届次或文号",
    "the title '{title}' is that of {other} too; name the period, session or number in the record's title",
)
