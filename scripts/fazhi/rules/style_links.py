"""Every address in a stylesheet of the site leads to one of its files."""

from collections.abc import Iterator

from fazhi.ground import css
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltSite
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import INDICATORS

RULE = Rule(
    severity=Severity.ERROR,
    on="site",
    ref="SITE-01",
    what=Words("样式表引用的文件都存在", "every file that a stylesheet names is there"),
    why=Words(
        "缺了字体、图标或样式，网页就看不清", "without its font, icon or style a page cannot be read well"
    ),
    sources=(INDICATORS,),
    bad=(
        Example(built={"assets/a.css": "a { background: url(no-such.svg) }"}),
        Example(built={"assets/a.css": '@import "no-such.css";'}),
    ),
    good=(
        Example(
            built={
                "assets/a.css": "/* url(old.svg) */ a { background: url('b.svg') } b { background: url(data:image/gif;base64,R0) }",
                "assets/b.svg": "<svg/>",
            }
        ),
    ),
)


def check(site: BuiltSite, register: Register) -> Iterator[Found]:
    for path in site.styles:
        text = site.read(path)
        for to, offset in css.addresses(text):
            inside = site.inside(to)
            if inside and not inside.startswith("#") and site.target(path, inside) is None:
                yield Found(css.place(text, offset), _DEAD.fill(to=quote(to)), to, path)


_DEAD = Words(
    "样式表里的地址“{to}”没有对应的文件；请放入文件，或删去这一处",
    "the address '{to}' in the stylesheet leads to no file; add the file or take it out",
)
