"""An id names one element of a page, and every reference to an id finds it."""

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
        "同一页里的 id 不重复，标签引用的 id 都存在",
        "an id stands once on a page, and what refers to an id finds it",
    ),
    why=Words("重复的 id 使锚点和标签指错地方", "a repeated id leads anchors and labels astray"),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(page='<h2 id="a">一</h2><h2 id="a">二</h2>'),
        Example(page='<section aria-labelledby="no-such"><p>文字</p></section>'),
    ),
    good=(Example(page='<section aria-labelledby="a"><h2 id="a">一</h2></section>'),),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    known = set(page.ids)
    if len(known) < len(page.ids):
        yield from _repeated(page)
    for node in page.all("[aria-labelledby], [aria-describedby], [aria-controls], label[for]"):
        attributes = node.attributes
        for name in _REFERRING:
            for id in (attributes.get(name) or "").split():
                if id not in known:
                    yield Found(page.place(node), _UNKNOWN.fill(name=name, id=id), id)


def _repeated(page: BuiltPage) -> Iterator[Found]:
    seen: set[str] = set()
    for node in page.all("[id]"):
        id = node.attributes.get("id") or ""
        if id in seen:
            yield Found(page.place(node), _TWICE.fill(id=id), id)
        seen.add(id)


_REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
_TWICE = Words(
    "id“{id}”在这一页出现了不止一次；请改掉后一个",
    "the id '{id}' stands on the page more than once; change the later one",
)
_UNKNOWN = Words(
    "{name} 指向的 id“{id}”在这一页不存在", "{name} refers to the id '{id}', which the page does not have"
)
