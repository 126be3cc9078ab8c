"""Numbers with points, strokes or brackets between their groups: 138.1234.5678, 138/1234/5678, 138（1234）5678.

Versions, dates, sections, addresses of machines and amounts have points too, so only whole groups of the usual sizes
count: 3, 4 and 4 digits of a mobile with the same point twice, or 6, 8 and 4 of an identity number that is right.
Every pattern begins with its mark, of which texts have few; that is what makes it quick.
"""

import re
from collections.abc import Iterator

from fazhi.ground.identity import is_identity_number
from fazhi.ground.numbers import Found

_POINTS = "·・•‧∙⋅.。/"
_ALONE = r"(?<![0-9A-Za-z.·/,_-])"
_END = r"(?![0-9A-Za-z_/]|[.·,-][0-9])"


def _mobile(opening: str, closing: str) -> str:
    return f"(?<={_ALONE}1[3-9][0-9]{opening})(?P<mobile>[0-9]{{4}}{closing}[0-9]{{4}}){_END}"


def _identity(mark: str) -> str:
    birthday = f"(?:19|20)[0-9]{{6}}{mark}"
    return f"(?<={_ALONE}[1-9][0-9]{{5}}{mark}){birthday}[0-9]{{3}}[0-9Xx]{_END}"


def _pointed(mark: str) -> re.Pattern[str]:
    sign = re.escape(mark)
    return re.compile(f"{sign}(?:{_mobile(sign, sign)}|{_identity(sign)})")


_PATTERNS = {
    **{mark: _pointed(mark) for mark in _POINTS},
    "（": re.compile(f"（{_mobile('（', '[)）]')}"),
    "(": re.compile(rf"\({_mobile(re.escape('('), '[)）]')}"),
}
_REGION, _PREFIX = 6, 3
"""So many digits stand before the mark."""


def dotted(text: str) -> Iterator[Found]:
    """Every such number in a folded text; no mobile right behind a word that says what else it is."""
    for mark, pattern in _PATTERNS.items():
        for match in pattern.finditer(text) if mark in text else ():
            is_mobile = bool(match.groupdict().get("mobile"))
            start, end = match.start() - (_PREFIX if is_mobile else _REGION), match.end()
            number = "".join(filter(str.isalnum, text[start:end])).upper()
            if is_mobile and not _LABEL.search(text, max(0, start - 12), start):
                yield Found(start, end, "mobile", number)
            elif not is_mobile and is_identity_number(number):
                yield Found(start, end, "identity", number)


_LABEL = re.compile(r"(?:编号|文号|案号|档号|序号|代码|索引|版本)[为是：:\s]{0,3}\Z")
