"""Every field has a label and every button a name.

Material's two hidden switches (`md-toggle`) are no fields: no reader can reach them."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite, name_of, text_of
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import WCAG, WEB_ACCESS

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-05",
    what=Words("输入框都有说明，按钮都有名称", "every field has a label and every button a name"),
    why=Words(
        "没有说明的输入框，读屏软件只会读“编辑框”",
        "of a field without a label a screen reader says no more than “edit”",
    ),
    sources=(WCAG, WEB_ACCESS),
    bad=(
        Example(page='<form><input type="text"></form>'),
        Example(page="<p><button><svg></svg></button></p>"),
        Example(page='<p><label for="b">村</label><select id="a"></select></p>'),
    ),
    good=(
        Example(
            page='<form><label for="a">村名</label><input id="a"><label>年度 <input></label><input aria-label="金额"><input type="hidden"><button>查找</button></form>'
        ),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    fields = [node for node in page.tags("input", "select", "textarea") if _is_field(node)]
    labels = (
        {label.attributes.get("for") for label in page.tags("label") if text_of(label)} if fields else set()
    )
    for node in fields:
        if not (_is_labelled(node) or node.attributes.get("id") in labels - {None} or _is_wrapped(node)):
            yield Found(page.place(node), _NO_LABEL)
    for node in [*page.tags("button"), *(node for node in page.tags("input") if _is_button(node))]:
        if not (name_of(node) or _is_labelled(node) or node.attributes.get("value")):
            yield Found(page.place(node), _NO_NAME)


def _is_field(node: LexborNode) -> bool:
    attributes = node.attributes
    kind = (attributes.get("type") or "").lower()
    return kind not in _NO_FIELDS and "md-toggle" not in (attributes.get("class") or "")


def _is_button(node: LexborNode) -> bool:
    return (node.attributes.get("type") or "").lower() in ("submit", "button", "reset")


def _is_labelled(node: LexborNode) -> bool:
    return any(
        (node.attributes.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title")
    )


def _is_wrapped(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.tag != "label":
        above = above.parent
    return above is not None and bool(text_of(above))


_NO_FIELDS = frozenset("hidden submit button reset image".split())
_NO_LABEL = Words(
    '输入框没有说明；请加 <label for="…"> 或 aria-label',
    'the field has no label; add <label for="…"> or aria-label',
)
_NO_NAME = Words(
    "按钮没有名称；请写上文字或 aria-label", "the button has no name; give it a text or aria-label"
)
