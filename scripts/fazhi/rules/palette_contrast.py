"""Text stands out from its ground by 4.5 to 1, in light and in dark.

Read from the colours that the stylesheet names (`--ink`, `--paper` …), for every block of the page's root that sets
them; a token that a block does not set keeps the value of the first. Print is left out: it is black on white.
"""

from collections.abc import Iterator, Mapping

from fazhi.ground import css
from fazhi.ground.css import Declaration
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltSite
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import ELDER_SITES, WCAG, WEB_ACCESS

SHEET = "assets/fazhi.css"
LEAST = 4.5
PAIRS = (
    *(("ink", ground) for ground in ("paper", "sheet", "quiet-soft", "ok-soft", "accent-soft")),
    *(("muted", ground) for ground in ("paper", "sheet", "quiet-soft")),
    *(("accent", ground) for ground in ("paper", "sheet", "accent-soft", "quiet-soft")),
    ("head-ink", "head"),
    *((state, f"{state}-soft") for state in ("ok", "late", "overdue", "quiet")),
)
"""Which colour of text the templates put on which ground."""
_LIGHT = {
    "paper": "#faf9f6", "sheet": "#ffffff", "ink": "#1c2529", "muted": "#55626a", "accent": "#0f5c73",
    "accent-soft": "#e8f1f3", "head": "#124a5c", "head-ink": "#ffffff", "ok": "#17653a", "ok-soft": "#e6f3ea",
    "late": "#7a4f00", "late-soft": "#fdf3dc", "overdue": "#9b1c1c", "overdue-soft": "#fdecec",
    "quiet": "#45525a", "quiet-soft": "#eef1f2",
}  # fmt: skip


def _example(changes: Mapping[str, str], more: str = "") -> Example:
    tokens = "; ".join(f"--{name}: {value}" for name, value in ({**_LIGHT, **changes}).items() if value)
    return Example(built={SHEET: f":root {{ {tokens} }} {more} html.elder {{ font-size: 137.5% }}"})


RULE = Rule(
    severity=Severity.ERROR,
    on="site",
    ref="SITE-05",
    what=Words(
        "浅色和深色下，文字与底色的对比度不低于 4.5:1", "text stands out by 4.5 to 1, in light and in dark"
    ),
    why=Words(
        "对比度不够，老人和在阳光下用旧手机的人看不清",
        "without it old eyes and old phones in the sun cannot read",
    ),
    sources=(WCAG, WEB_ACCESS, ELDER_SITES),
    bad=(
        _example({"muted": "#9aa5ab"}),
        _example({"ink": ""}),
        _example({}, ":root[data-scheme=dark] { --paper: #12191c }"),
    ),
    good=(_example({}), _example({"ink": "#000"}, "@media print { :root { --ink: #ccc } }")),
)


def check(site: BuiltSite, register: Register) -> Iterator[Found]:
    if SHEET not in site.files:
        return
    text = site.read(SHEET)
    first: dict[str, Declaration] = {}
    seen: set[tuple[int, int]] = set()
    for block in _palettes(text):
        tokens = first | block
        first = first or block
        for colour, ground in PAIRS:
            yield from _pair(text, tokens, colour, ground, seen)


def _palettes(text: str) -> Iterator[dict[str, Declaration]]:
    """The colours that each block of the root sets, in the order of the stylesheet."""
    found: dict[tuple[str, ...], dict[str, Declaration]] = {}
    known = {name for pair in PAIRS for name in pair}
    for each in css.declarations(text):
        name = each.name.removeprefix("--")
        if name in known and ":root" in each.within[-1] and "@media print" not in each.within:
            found.setdefault(each.within, {})[name] = each
    yield from found.values()


def _pair(
    text: str, tokens: Mapping[str, Declaration], colour: str, ground: str, seen: set[tuple[int, int]]
) -> Iterator[Found]:
    one, other = tokens.get(colour), tokens.get(ground)
    if one is None or other is None:
        yield Found(1, _ABSENT.fill(name=ground if one else colour), path=SHEET)
        return
    if (one.offset, other.offset) in seen:
        return
    seen.add((one.offset, other.offset))
    ratio = css.contrast(one.value, other.value)
    if ratio is None or ratio < LEAST:
        shown = "—" if ratio is None else f"{ratio:.2f}"
        words = _LOW.fill(colour=colour, one=one.value, ground=ground, other=other.value, ratio=shown)
        yield Found(css.place(text, one.offset), words, path=SHEET)


_ABSENT = Words(
    "样式表没有给出颜色 --{name}，对比度无从计算",
    "the stylesheet does not set the colour --{name}: no contrast to compute",
)
_LOW = Words(
    "--{colour}（{one}）在 --{ground}（{other}）上的对比度是 {ratio}，应不低于 4.5；请调深或调浅一方",
    "--{colour} ({one}) on --{ground} ({other}) has a contrast of {ratio}; at least 4.5 is needed",
)
