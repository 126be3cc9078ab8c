"""A page says which language it is in, by the language of its address."""

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
        '网页写明语言：中文页 lang="zh-CN"，英文页 lang="en"',
        "a page names its language: zh-CN for Chinese, en for English",
    ),
    why=Words(
        "读屏软件按它选择发音，写错了整页都读不出来",
        "a screen reader picks its voice by it; a wrong one makes the page unintelligible",
    ),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(
            page='<!doctype html><html lang=""><head><meta charset="utf-8"><meta name="SiteName" content="示例"><meta name="viewport" content="width=device-width,initial-scale=1"><title>示例</title></head><body><h1>示例</h1></body></html>'
        ),
        Example(
            page='<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><meta name="viewport" content="width=device-width,initial-scale=1"><title>示例</title></head><body><h1>示例</h1></body></html>'
        ),
    ),
    good=(Example(page="<p>文字</p>"),),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    (html,) = page.tags("html")
    lang = html.attributes.get("lang") or ""
    expected = "en" if page.lang == "en" else "zh"
    if lang.partition("-")[0] != expected:
        yield Found(page.place(html), _LANG.fill(lang=lang or "—", right=_RIGHT[page.lang]))


_RIGHT = {"zh": "zh-CN", "en": "en"}
_LANG = Words(
    'html 标签的 lang 是“{lang}”；这一页应为 lang="{right}"',
    'the html tag says lang "{lang}"; on this page it should be lang="{right}"',
)
