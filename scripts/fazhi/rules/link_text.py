"""A link says where it leads, out of its context too."""

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
    wording=True,
    what=Words(
        "链接文字说明去处，不单写“点击这里”“更多”",
        "the text of a link says where it leads, never just “click here” or “more”",
    ),
    why=Words(
        "读屏软件把链接列成一串，“更多”看不出是什么",
        "listed on their own, links that say “more” tell nothing",
    ),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(page='<p><a href="../../">点击这里</a></p>'),
        Example(page='<p><a href="../../">更多 &gt;&gt;</a></p>'),
        Example(page='<p><a href="../../">Here</a></p>'),
        Example(page='<p><a href="../../"><svg aria-hidden="true"></svg></a></p>'),
    ),
    good=(
        Example(
            page='<p><a href="../../">更多年度报告</a> <a href="../../" aria-label="首页"><svg></svg></a></p>'
        ),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    for node in page.links:
        name = name_of(node)
        if not name:
            yield Found(page.place(node), _EMPTY)
        elif len(name) < _LONGEST and name.strip(_SIGNS).lower() in _IDLE:
            yield Found(page.place(node), _SAYS_NOTHING.fill(name=name), name)


_SIGNS = " >›»→…。.！!：:［］[]"
_IDLE = frozenset(
    "点击这里 请点击这里 点这里 点击 点击查看 点击进入 这里 此处 更多 查看更多 了解更多 详情 查看详情 查看 进入 链接".split()
) | {"click here", "here", "more", "read more", "learn more", "link", "details", "this link", "this page"}
_LONGEST = 20
_EMPTY = Words("链接没有文字；请写上它通往哪里", "the link has no text; say where it leads")
_SAYS_NOTHING = Words(
    "链接文字“{name}”没有说明去处；请写去处，如“2026年第三季度账目”",
    "the link text '{name}' does not say where it leads; name it, such as 'Accounts of 2026 Q3'",
)
