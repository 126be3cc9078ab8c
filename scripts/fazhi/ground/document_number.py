"""Document numbers (文号) in a text: the year stands in 〔〕, whatever brackets were typed (GB/T 9704-2012, 7.2.5).

Court cases, （2021）最高法行申1号, have letters after their bracket and are something else; so is a house, 3号楼.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fazhi.ground.han import HAN, half_width

_FROM_YEAR = re.compile(
    r"(?P<year>(?:19|20|１９|２０)[0-9０-９]{2}) ?(?P<close>\\?[\]］)）】〕〉]) ?(?P<serial>第? ?[0-9０-９]{1,5}) ?号"
    "(?![楼线院门车机井桥坑洞厅窗])"
)
_BEFORE = re.compile(rf"(?<=[{HAN}]) ?(?P<open>\\?[\[［(（【〔〈]) ?\Z")


class Wrong(NamedTuple):
    """The part of a number from its bracket on: where it stands, as written, and as it should read."""

    start: int
    written: str
    right: str


def wrong_brackets(text: str) -> Iterator[Wrong]:
    """Every number of a text whose year stands in other brackets."""
    for match in _FROM_YEAR.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - 5), match.start())
        if before and (before["open"], match["close"]) != ("〔", "〕"):
            right = f"〔{half_width(match['year'])}〕{half_width(match['serial'].replace(' ', ''))}号"
            yield Wrong(before.start(), text[before.start() : match.end()], right)


def tidied(text: str) -> str:
    """A document number with its year in 〔〕 and its digits half-width; nothing else is changed."""
    for wrong in reversed(list(wrong_brackets(text))):
        text = text[: wrong.start] + wrong.right + text[wrong.start + len(wrong.written) :]
    return half_width(text)
