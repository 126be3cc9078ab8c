"""What a stylesheet says and where: its declarations with the rules around them, its addresses, and contrast of colours."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fazhi.ground.problem import Place

_ADDRESS = re.compile(
    r"/\*.*?(?:\*/|\Z)"
    r"|\burl\(\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^()\"'\s]*+))\s*+\)"
    r"|@import\s++(?:\"(?P<import_double>[^\"]*+)\"|'(?P<import_single>[^']*+)')",
    re.DOTALL | re.IGNORECASE,
)
_PART = re.compile(r"/\*.*?(?:\*/|\Z)|\"[^\"\n]*+\"|'[^'\n]*+'|\([^()]*+\)|[{};]", re.DOTALL)
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


class Declaration(NamedTuple):
    """One `name: value` and the heads of the blocks it stands in, outermost first."""

    within: tuple[str, ...]
    name: str
    value: str
    offset: int


def declarations(css: str) -> Iterator[Declaration]:
    """Every declaration of a stylesheet in its order."""
    heads: list[str] = []
    start = 0
    for match in _PART.finditer(css):
        if match[0] not in ("{", "}", ";"):
            continue
        written = _uncommented(css[start : match.start()])
        if match[0] == "{":
            heads.append(" ".join(written.split()))
        else:
            name, colon, value = written.partition(":")
            if colon and heads:
                yield Declaration(tuple(heads), name.strip().lower(), value.strip(), _first(css, start))
            if match[0] == "}" and heads:
                heads.pop()
        start = match.end()


def addresses(css: str) -> Iterator[tuple[str, int]]:
    """Every address in a stylesheet, and where it stands; comments are passed over."""
    lower = css.lower()
    if "url(" not in lower and "@import" not in lower:
        return
    for match in _ADDRESS.finditer(css):
        if match.lastgroup:
            yield match[match.lastgroup].strip(), match.start()


def place(css: str, offset: int) -> Place:
    """The place of a character of a text."""
    return Place(css.count("\n", 0, offset) + 1, offset - css.rfind("\n", 0, offset))


def contrast(one: str, other: str) -> float | None:
    """The contrast ratio of two colours by WCAG, from 1 to 21; None where one is not written as #rgb or #rrggbb."""
    if not (_HEX.fullmatch(one) and _HEX.fullmatch(other)):
        return None
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:]
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]
    red, green, blue = (_linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _uncommented(written: str) -> str:
    return re.sub(r"/\*.*?(?:\*/|\Z)", " ", written, flags=re.DOTALL) if "/*" in written else written


def _first(css: str, start: int) -> int:
    """The offset of the first character that is neither white space nor comment."""
    match = re.compile(r"(?>(?:\s++|/\*.*?(?:\*/|\Z))*)", re.DOTALL).match(css, start)
    return match.end() if match else start
