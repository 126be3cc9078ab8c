"""Passport numbers: E, G or P and eight or nine signs. GB15834 and H5 are none (measured, DOMAIN §4)."""

import re
from collections.abc import Iterator

from fazhi.ground.masks import masked
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-07",
    what=Words("不出现护照号码", "no passport number stands anywhere"),
    why=Words("护照号码能认出本人", "a passport number tells who somebody is"),
    sources=NO_PUBLICATION,
    bad=(Example(body="护照 E00000000\n"), Example(body="护照号：EA0000000\n")),
    good=(Example(body="GB15834、G12高速、E1234567890、H5。\n"),),
)
_PASSPORT = re.compile(r"[EGP](?<![0-9A-Za-z/_.-].)(?:[A-HJ-NP-Z][0-9]{7}|[0-9]{8})(?![0-9A-Za-z_])")


def check(passage: Passage, register: Register) -> Iterator[Found]:
    text = passage.folded.text
    for match in _PASSPORT.finditer(text) if "E" in text or "G" in text or "P" in text else ():
        start, end = (passage.folded.back(match.start()), passage.folded.back(match.end() - 1) + 1)
        yield Found(start, _NUMBER.fill(shown=masked(match[0])), passage.text[start:end])


_NUMBER = Words(
    "这里像是护照号码 {shown}；请删去",
    "this looks like a passport number, {shown}; remove it",
)
