"""A page loads nothing from another site: no script, style, font, picture, frame or form there.

Links that a reader follows may lead anywhere. What a script would fetch is not seen here; the site's content
security policy holds that.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import ELDER_SITES

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-06",
    what=Words(
        "网页不向别的网站请求脚本、样式、字体、图片、框架，也不向那里提交表单",
        "a page requests no script, style, font, picture or frame of another site and sends no form there",
    ),
    why=Words(
        "站点在内网，外站的内容打不开，还会把谁在看告诉别人；广告和弹窗也由此而来",
        "the site is internal: what lies elsewhere does not load, tells others who reads, and brings adverts",
    ),
    sources=(ELDER_SITES,),
    bad=tuple(
        Example(page=page)
        for page in (
            '<script src="https://example.org/a.js"></script>',
            '<p><img src="//example.org/a.png" alt="图"></p>',
            '<p><img src="data:image/gif;base64,R0" srcset="https://example.org/a.png 2x" alt="图"></p>',
            '<iframe src="https://example.org/" title="地图"></iframe>',
            '<form action="https://example.org/"><button>提交</button></form>',
            "<style>@import url(https://example.org/a.css);</style>",
            '<div style="background: url(https://example.org/a.png)">文字</div>',
        )
    ),
    good=(
        Example(page='<p><a href="https://www.gov.cn/">国务院</a></p>'),
        Example(page='<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="图"></p>'),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    for reference in page.references:
        to = reference.to
        if reference.fetched and site.inside(to) is None and not to.lower().startswith(_NO_REQUEST):
            yield Found(page.place(reference.node), _OUTSIDE.fill(to=quote(to)), to)
    for node in page.tags("meta", "a"):
        attributes = node.attributes
        if (attributes.get("http-equiv") or "").lower() == "refresh" or "ping" in attributes:
            yield Found(page.place(node), _SENT)


_NO_REQUEST = ("data:", "blob:", "about:", "javascript:")
_OUTSIDE = Words(
    "网页会向别的网站请求“{to}”；请把文件放进本站",
    "the page requests '{to}' of another site; put the file on this one",
)
_SENT = Words(
    "网页会自动跳转或向外报告点击；请删去 refresh 或 ping",
    "the page leads away by itself or reports clicks; take refresh or ping out",
)
