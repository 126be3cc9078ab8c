"""The keyboard goes through a page in the order it is read: no positive tabindex."""

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
        "键盘按阅读顺序走，不用大于 0 的 tabindex",
        "the keyboard follows the order of reading: no tabindex above 0",
    ),
    why=Words("大于 0 的 tabindex 会让焦点跳来跳去", "a positive tabindex makes the focus jump about"),
    sources=(WCAG, WEB_ACCESS),
    bad=(Example(page='<p><a href="../../" tabindex="2">首页</a></p>'),),
    good=(Example(page='<p tabindex="-1">文字</p><div tabindex="0">文字</div>'),),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    for node in page.all("[tabindex]"):
        value = (node.attributes.get("tabindex") or "").strip()
        if value not in ("0", "-1"):
            yield Found(page.place(node), _ORDER.fill(value=value or "—"))


_ORDER = Words(
    'tabindex="{value}" 打乱键盘顺序；请删去，或写 0',
    'tabindex="{value}" breaks the order of the keyboard; take it out or write 0',
)
