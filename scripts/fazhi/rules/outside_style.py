"""A stylesheet loads nothing from another site: no font, picture or further style."""

from collections.abc import Iterator

from fazhi.ground import css
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltSite
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import ELDER_SITES

RULE = Rule(
    severity=Severity.ERROR,
    on="site",
    ref="SITE-06",
    what=Words(
        "样式表不向别的网站请求字体、图片和样式",
        "a stylesheet requests no font, picture or style of another site",
    ),
    why=Words(
        "站点在内网，外站的字体和图片打不开，还会把谁在看告诉别人",
        "the site is internal: what lies elsewhere does not load and tells others who reads",
    ),
    sources=(ELDER_SITES,),
    bad=(
        Example(built={"assets/a.css": "@font-face { src: url(https://example.org/a.woff2) }"}),
        Example(built={"assets/a.css": '@import "//example.org/a.css";'}),
    ),
    good=(Example(built={"assets/a.css": "a { background: url(data:image/svg+xml;base64,PHN2Zy8+) }"}),),
)


def check(site: BuiltSite, register: Register) -> Iterator[Found]:
    for path in site.styles:
        text = site.read(path)
        for to, offset in css.addresses(text):
            if site.inside(to) is None and not to.lower().startswith("data:"):
                yield Found(css.place(text, offset), _OUTSIDE.fill(to=quote(to)), to, path)


_OUTSIDE = Words(
    "样式表会向别的网站请求“{to}”；请把文件放进本站",
    "the stylesheet requests '{to}' of another site; put the file on this one",
)
