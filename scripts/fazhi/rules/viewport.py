"""A page fits a phone and lets its reader zoom."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import ELDER_SITES, WCAG

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-05",
    what=Words("网页适应手机屏幕，并允许放大", "a page fits a phone and can be enlarged"),
    why=Words(
        "禁止放大，看不清的人就没有办法", "where enlarging is forbidden, those who see badly are shut out"
    ),
    sources=(WCAG, ELDER_SITES),
    bad=(
        Example(
            page='<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><title>示例</title></head><body><h1>示例</h1></body></html>'
        ),
        Example(
            page='<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><title>示例</title><meta name="viewport" content="width=device-width, user-scalable=no"></head><body><h1>示例</h1></body></html>'
        ),
        Example(
            page='<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><title>示例</title><meta name="viewport" content="width=device-width, maximum-scale=1.0"></head><body><h1>示例</h1></body></html>'
        ),
    ),
    good=(
        Example(
            page='<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="SiteName" content="示例"><title>示例</title><meta name="viewport" content="width=device-width, maximum-scale=5"></head><body><h1>示例</h1></body></html>'
        ),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    found = [node for node in page.tags("meta") if node.attributes.get("name") == "viewport"]
    if not found:
        yield Found(1, _NONE)
    for node in found:
        said = dict(_settings(node.attributes.get("content") or ""))
        if said.get("width") != "device-width":
            yield Found(page.place(node), _NONE)
        if said.get("user-scalable") in ("no", "0") or _number(said.get("maximum-scale", "10")) < 2:
            yield Found(page.place(node), _FIXED)


def _settings(content: str) -> Iterator[tuple[str, str]]:
    for each in content.lower().replace(";", ",").split(","):
        name, _, value = each.partition("=")
        yield name.strip(), value.strip()


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0


_NONE = Words(
    '网页没有适应手机；请写 <meta name="viewport" content="width=device-width,initial-scale=1">',
    'the page is not made for phones; write <meta name="viewport" content="width=device-width,initial-scale=1">',
)
_FIXED = Words(
    "网页禁止放大；请删去 user-scalable=no 和小于 2 的 maximum-scale",
    "the page cannot be enlarged; take out user-scalable=no and a maximum-scale below 2",
)
