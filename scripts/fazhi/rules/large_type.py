"""The site offers a style whose text is at least 18 px: the elder view of the stylesheet."""

import re
from collections.abc import Iterator

from fazhi.ground import css
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltSite
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import ELDER_SITES

SHEET = "assets/fazhi.css"
LEAST = 18.0
_COLOURS = (
    "--paper: #fff; --sheet: #fff; --ink: #000; --muted: #000; --accent: #000; --accent-soft: #fff; --head: #000; "
    "--head-ink: #fff; --ok: #000; --ok-soft: #fff; --late: #000; --late-soft: #fff; --overdue: #000; "
    "--overdue-soft: #fff; --quiet: #000; --quiet-soft: #fff"
)


def _example(rule: str) -> Example:
    return Example(built={SHEET: f":root {{ {_COLOURS} }} {rule}"})


RULE = Rule(
    severity=Severity.ERROR,
    on="site",
    ref="SITE-05",
    what=Words("有一种字号不小于 18 像素的关怀版", "there is a style whose text is at least 18 px"),
    why=Words(
        "字小了老人看不清；网站应有大字", "small type shuts old people out; a site must offer large type"
    ),
    sources=(ELDER_SITES,),
    bad=(_example("html.elder { font-size: 100% }"), _example("p { font-size: 18px }")),
    good=(_example("html.elder { font-size: 137.5% }"), _example("html.elder { font-size: 1.25rem }")),
)


def check(site: BuiltSite, register: Register) -> Iterator[Found]:
    if SHEET not in site.files:
        return
    text = site.read(SHEET)
    sizes = [
        (_pixels(each.value), each.offset)
        for each in css.declarations(text)
        if each.name == "font-size" and _ELDER.search(each.within[-1]) and len(each.within) == 1
    ]
    size, offset = max(sizes, default=(0.0, 0))
    if size < LEAST:
        yield Found(css.place(text, offset), _SMALL.fill(size=f"{size:g}"), path=SHEET)


def _pixels(value: str) -> float:
    """A size of the root in pixels, where browsers start from 16; 0 where it cannot be told."""
    match = _SIZE.fullmatch(value)
    return float(match[1]) * _UNITS[match[2]] if match else 0.0


_ELDER = re.compile(r"(?:html|:root)\.elder\b(?!-)")
_SIZE = re.compile(r"(\d{0,4}\.?\d{1,4})(px|%|rem|em|pt)")
_UNITS = {"px": 1.0, "%": 0.16, "rem": 16.0, "em": 16.0, "pt": 4 / 3}
_SMALL = Words(
    "关怀版（html.elder）的字号是 {size} 像素，应不小于 18，如 font-size: 137.5%",
    "the type of the elder view (html.elder) is {size} px; at least 18 is needed, such as font-size: 137.5%",
)
