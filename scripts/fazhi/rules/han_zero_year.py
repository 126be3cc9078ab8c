"""The zero of a year in Han digits is 〇 (U+3007): 二〇二六年, not 二O二六年, 二0二六年 or a circle."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import NUMERALS
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-09",
    on="document",
    wording=True,
    what=Words("汉字年份的零写作“〇”：二〇二六年", "the zero of a year in Han digits is 〇"),
    why=Words(
        "用字母O或圆圈代替，查找和朗读都会出错", "a letter or a circle cannot be searched or read aloud"
    ),
    sources=(NUMERALS, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"成文于{year}。\n")
        for year in ("二O二六年", "二0二一年", "二○二一年", "二〇二O年", "一九九Ｏ年")
    ),
    good=(Example(body="成文于二〇二六年，一九九八年施行；增长二成，二百二十年。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _YEAR)


_WRONG = "0０OoＯｏОοΟо○◯Ｏ"
_TO_ZERO = str.maketrans(
    dict.fromkeys(_WRONG, "〇") | dict(zip("123456789", "一二三四五六七八九", strict=True))
)


def _right(match: re.Match[str]) -> str | None:
    return match[0].translate(_TO_ZERO) if any(char in _WRONG for char in match[0]) else None


_SIGNS = [pair for wrong in _WRONG for pair in (*(before + wrong for before in "一二〇九八"), f"{wrong}年")]
"""The first wrong sign of a year stands after one of these, or before 年."""
_YEAR = slip(rf"[一二](?:[〇{_WRONG}]|九|八)[〇{_WRONG}0-9一二三四五六七八九]{{2}}年", _right, *_SIGNS)
_MESSAGE = Words("“{wrong}”应写作“{right}”，零用“〇”", "'{wrong}' should read '{right}', with 〇")
SIGNS = _YEAR.signs
