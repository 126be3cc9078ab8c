"""A page prints as a sheet for the notice board: black on white, without what works on a screen only.

Read from the stylesheet: what it says for print. That a QR code shows the page's address is for the notices to see to.
"""

from collections.abc import Iterator

from fazhi.ground import css
from fazhi.ground.css import Declaration
from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltSite
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

SHEET = "assets/fazhi.css"
_PRINT = (
    "@media print { :root { --paper: #fff; --ink: #000 } .fz-tools, .fz-find { display: none !important } "
    ".fz-table thead { display: table-header-group } }"
)


_DARK = ("ink", "muted", "accent", "head", "ok", "late", "overdue", "quiet")
_LIGHT = (
    "paper",
    "sheet",
    "head-ink",
    *(f"{name}-soft" for name in ("accent", "ok", "late", "overdue", "quiet")),
)
_SCREEN = "; ".join([*(f"--{name}: #000" for name in _DARK), *(f"--{name}: #fff" for name in _LIGHT)])


def _example(rule: str) -> Example:
    return Example(built={SHEET: f":root {{ {_SCREEN} }} html.elder {{ font-size: 137.5% }} {rule}"})


RULE = Rule(
    severity=Severity.WARNING,
    on="site",
    ref="SITE-08",
    what=Words(
        "网页有打印样式：白底黑字，不印只在屏幕上有用的部分，表头每页都有",
        "pages have a print view: black on white, without tools of the screen, heads of tables on every sheet",
    ),
    why=Words("公开栏上贴的就是这一页", "it is this page that hangs on the notice board"),
    sources=(Standard(Words("村务公开栏的通行做法", "common practice for village notice boards"), False),),
    bad=(
        _example("html { color: #000 }"),
        _example(_PRINT.replace("--ink: #000", "--ink: #777")),
        _example(_PRINT.replace("display: none", "color: #000")),
        _example(_PRINT.replace("table-header-group", "block")),
    ),
    good=(_example(_PRINT), Example(built={"assets/other.css": "html { color: #000 }"})),
)
_LEAST = 7.0


def check(site: BuiltSite, register: Register) -> Iterator[Found]:
    if SHEET not in site.files:
        return
    text = site.read(SHEET)
    printed = [each for each in css.declarations(text) if "@media print" in each.within]
    if not printed:
        yield Found(Place(), _NONE, path=SHEET)
        return
    place = css.place(text, printed[0].offset)
    values = {each.value.removesuffix("!important").strip() for each in printed if each.name == "display"}
    for value, words in (("none", _TOOLS), ("table-header-group", _HEADS)):
        if value not in values:
            yield Found(place, words, path=SHEET)
    if not _is_dark_on_light(printed):
        yield Found(place, _FAINT, path=SHEET)


def _is_dark_on_light(printed: list[Declaration]) -> bool:
    tokens = {each.name: each.value for each in printed if each.name in ("--ink", "--paper")}
    contrast = css.contrast(tokens.get("--ink", ""), tokens.get("--paper", ""))
    return contrast is not None and contrast >= _LEAST


_NONE = Words("没有打印样式（@media print）", "there is no style for print (@media print)")
_TOOLS = Words(
    "打印样式没有隐去菜单、搜索框等；请写 display: none",
    "the print style hides no menu, search and the like; say display: none",
)
_HEADS = Words(
    "打印样式没有让表头在每页重复；请写 thead { display: table-header-group }",
    "the print style repeats no heads of tables; say thead { display: table-header-group }",
)
_FAINT = Words(
    "打印样式没有写白底黑字（--paper、--ink），或者对比度不足 7:1",
    "the print style does not set black on white (--paper, --ink), or its contrast is below 7 to 1",
)
