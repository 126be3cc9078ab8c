"""A link or image that points into docs/ finds a file there.

Whether a heading is there that it names is seen on the built page (dead_links)."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from fazhi.ground.markdown import LINK_SIGNS, is_local, is_safe
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.attachment import PUBLISHED, may_be_published
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.ERROR,
    on="document",
    ref="SITE-01",
    what=Words(
        "站内链接和图片指向存在的、类型可以公开的文件",
        "links and pictures within the site lead to files that exist and are of a type that may be published",
    ),
    why=Words(
        "死链等于没有公开；网页和脚本类文件会在读者的浏览器里运行",
        "what a dead link points to is not public; linked pages and scripts would run in a reader's browser",
    ),
    sources=(
        Standard(
            Words(
                "政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）",
                "inspection indicators for government sites (2019)",
            ),
            False,
        ),
    ),
    bad=(
        Example(body="[制度](../../../regulations/no-such.md)\n"),
        Example(body="![图](no-such.png)\n"),
        Example(body="![图](a.svg)\n", files={"villages/demo-1/2026/a.svg": "<svg/>"}),
        Example(body="[首页](/index.md)\n"),
        Example(body="[外面](../../../../town.yml)\n"),
    ),
    good=(
        Example(
            body="[制度](../../../regulations/example.md) [附件](a.txt)\n",
            files={"villages/demo-1/2026/a.txt": "附件\n"},
        ),
    ),
)

SIGNS = frozenset(LINK_SIGNS)


def check(document: Document, register: Register) -> Iterator[Found]:
    for link in document.body.links():
        if not is_safe(link.to) or not is_local(link.to) or link.to.startswith("#"):
            continue
        if link.to.startswith("/"):
            yield Found(link.place, _ABSOLUTE.fill(to=quote(link.to)))
            continue
        target = _target(document, link.to)
        if not _exists(target, register):
            yield Found(link.place, _DEAD.fill(to=quote(link.to)))
        elif not target.endswith(".md") and not may_be_published(target):
            yield Found(link.place, _TYPE.fill(to=quote(link.to), types=" ".join(sorted(PUBLISHED))))


def _target(document: Document, to: str) -> str:
    path = unquote(to.partition("#")[0].partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.id), path))


def _exists(target: str, register: Register) -> bool:
    if target.endswith(".md"):
        return register.has(target.removesuffix(".md")) or target in register.listings
    return target in register.files


_ABSOLUTE = Words(
    "链接“{to}”以 / 开头；请写相对路径，如 ../regulations/x.md",
    "the link '{to}' begins with /; write a relative path such as ../regulations/x.md",
)
_TYPE = Words(
    "链接“{to}”指向的文件，类型不能公开；可用：{types}",
    "the link '{to}' leads to a file of a type that is not published; use: {types}",
)
_DEAD = Words("链接“{to}”指向的文件不存在", "the link '{to}' leads to no file")
