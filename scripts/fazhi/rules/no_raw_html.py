"""Markdown holds no raw HTML and no event attributes: nothing a record says can run as script."""

from collections.abc import Iterator, Mapping
from typing import Any

from fazhi.ground.markdown import Markdown
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="document",
    what=Words(
        "标题和正文不含 HTML 标签和事件属性", "title and text hold no HTML tags and no event attributes"
    ),
    why=Words(
        "标签可以夹带脚本；网页的样子由站点统一给出",
        "tags can carry script; how a page looks is the site's affair",
    ),
    sources=(OWN,),
    bad=tuple(
        Example(body=body)
        for body in (
            "<script>alert(1)</script>\n",
            "文字<img src=x onerror=alert(1)>\n",
            "<!-- 注释 -->\n",
            "[图](a.png){: onclick=alert(1) }\n",
            "</div>\n",
            "<a href='javascript:alert(1)'>x</a>\n",
        )
    )
    + (Example(values={"title": "财务收支<script>alert(1)</script>"}),),
    good=(Example(body="收入<支出，3 < 5，`<b>` 是代码，<https://www.gov.cn/>\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    for tag, place in document.body.raw_html():
        yield Found(place, _TAG.fill(tag=quote(tag)))
    for key, text in _texts(document.values) if "<" in document.head.text else ():
        for tag, _ in Markdown(text).raw_html():
            yield Found(key, _TAG.fill(tag=quote(tag)))


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text among values, with its dotted key: a title is shown on more pages than a body."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping | tuple):
        items = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, item in items:
            yield from _texts(item, f"{path}.{key}" if path else str(key))


_TAG = Words(
    "这里有 HTML“{tag}”；请改用 Markdown；要写出 < 本身，写作 &lt;",
    "raw HTML '{tag}'; use Markdown; to show a < itself write &lt;",
)
