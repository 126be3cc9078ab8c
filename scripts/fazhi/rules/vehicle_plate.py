"""Number plates of vehicles, old and new-energy ones. 京A级 and 新A股 are none (measured, DOMAIN §4)."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-06",
    what=Words("不出现私人车牌号", "no number plate of a private vehicle"),
    why=Words("车牌能认出车主和行踪", "a plate tells the owner and where the car goes"),
    sources=NO_PUBLICATION,
    bad=(Example(body="车辆晋M·12A45停放处。\n"), Example(body="晋MD12345\n")),
    good=(Example(body="京A级、新A股、晋M牌照、H5页面、晋M12****。\n"),),
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(  # the letter first: a search for Latin capitals is quick in Chinese text
    rf"[A-HJ-NP-Z](?=[·\s]?[A-HJ-NP-Z0-9]{{4}})(?<=[{_PROVINCES}].)[·\s]?"
    r"(?:[DF][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[DF]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])"
)

_LETTERS = re.compile(rb"[A-HJ-NP-Z]\s?[A-HJ-NP-Z0-9]{4}")


def check(passage: Passage, register: Register) -> Iterator[Found]:
    text = passage.folded.text
    for match in _PLATE.finditer(text) if _LETTERS.search(passage.latin) else ():
        start, end = (passage.folded.back(match.start() - 1), passage.folded.back(match.end() - 1) + 1)
        yield Found(
            start,
            _NUMBER.fill(shown=text[match.start() - 1] + match[0][0] + "*****"),
            passage.text[start:end],
        )


_NUMBER = Words(
    "这里有车牌号 {shown}；私人车辆请删去或写作“晋M*****”",
    "a number plate {shown} stands here; remove a private one or write 晋M*****",
)
