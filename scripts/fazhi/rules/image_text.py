"""Every picture has a text that stands for it; one that only decorates says so with an empty alt."""

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
    what=Words(
        '图片都有替代文字（alt），装饰图片写 alt=""',
        'every picture has an alt text; one that only decorates has alt=""',
    ),
    why=Words("看不见图的人靠它知道图上是什么", "by it people who cannot see the picture know what it shows"),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(page='<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>'),
        Example(
            page='<p><a href="../../"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="首页"></a></p><svg role="img"><path d="M0 0"/></svg>'
        ),
    ),
    good=(
        Example(
            page='<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="法治宣传栏"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""></p><svg role="img" aria-label="逐期结余"><path d="M0 0"/></svg>'
        ),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    for node in page.images:
        attributes = node.attributes
        if "alt" not in attributes and not _is_hidden(attributes):
            yield Found(page.place(node), _NO_ALT, attributes.get("src") or "")
    for node in page.tags("svg"):
        if node.attributes.get("role") == "img" and not (
            node.attributes.get("aria-label") or node.attributes.get("aria-labelledby") or node.css("title")
        ):
            yield Found(page.place(node), _NO_LABEL)


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return attributes.get("aria-hidden") == "true" or attributes.get("role") in ("presentation", "none")


_NO_ALT = Words(
    '图片没有替代文字；请写 alt="图上是什么"，如 ![法治宣传栏](a.png)',
    "the picture has no alt text; say what it shows, as in ![Notice board](a.png)",
)
_NO_LABEL = Words(
    "图表没有替代文字；请加 aria-label 或 title",
    "the chart has no text that stands for it; add aria-label or title",
)
