"""Every address on a built page leads somewhere: pages, anchors, pictures, scripts and stylesheets of the site itself.

rules/link_target.py holds the links that people write in docs/ before anything is built; this rule holds what came
out, templates included. Addresses of other sites are not followed: a check must not reach for the network.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import INDICATORS

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-01",
    what=Words(
        "网页上的站内链接、锚点、图片、样式和脚本都存在",
        "every link, anchor, picture, style and script of the site's own pages is there",
    ),
    why=Words("死链等于没有公开，检查时逐条扣分", "what a dead link points to is not public"),
    sources=(INDICATORS,),
    bad=(
        Example(page='<p><a href="../no-such/">制度</a></p>'),
        Example(page='<p><a href="#no-such">下文</a></p>'),
        Example(page='<p><img src="no-such.png" alt="图"></p>'),
        Example(page='<p><a href="../../#no-such">首页的一段</a></p>'),
        Example(page='<div style="background: url(no-such.png)">文字</div>'),
    ),
    good=(
        Example(
            page='<p id="下文"><a href="#下文">下文</a> <a href="#%E4%B8%8B%E6%96%87">同上</a> <a href="../../">首页</a> <a href="a.pdf">附件</a></p>',
            built={"pages/example/a.pdf": "%PDF-1.4"},
        ),
        Example(page='<p><a href="https://www.gov.cn/no-such">国务院</a> <a href="tel:12345">热线</a></p>'),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    known: dict[str, Words | None] = {}
    for reference in page.references:
        to = reference.to
        if to not in known:
            known[to] = _fault(page, to, site)
        if message := known[to]:
            yield Found(page.place(reference.node), message, to)


def _fault(page: BuiltPage, to: str, site: BuiltSite) -> Words | None:
    if (inside := site.inside(to)) is None:
        return None
    target = site.target(page.path, inside)
    if target is None:
        return _DEAD.fill(to=quote(to))
    anchor = unquote(inside.partition("#")[2])
    if anchor and anchor != "top" and not site.has_anchor(target, anchor):
        return _NO_ANCHOR.fill(to=quote(to), anchor=quote(anchor))
    return None


_DEAD = Words(
    "链接“{to}”在网站里没有对应的文件；请改正地址，或删去链接",
    "the address '{to}' leads to no file of the site; mend it or take the link out",
)
_NO_ANCHOR = Words(
    "链接“{to}”指向的页面里没有“{anchor}”这一处；请改为页面上有的标题",
    "the page that '{to}' leads to has no place '{anchor}'; name a heading it has",
)
