"""Digits written as something else: 一三八, 幺三捌, ①③⑧, ¹³⁸, a letter O for a zero.

One sign stands for one digit, so that every digit stays where its sign stood.
"""

import re

from fazhi.ground.digits import BETWEEN

_ROWS = (
    ("〇一二三四五六七八九", 0),
    ("零壹贰叁肆伍陆柒捌玖", 0),
    ("幺弌弍弎", 1),
    ("⓪①②③④⑤⑥⑦⑧⑨", 0),
    ("⓿❶❷❸❹❺❻❼❽❾", 0),
    ("⑴⑵⑶⑷⑸⑹⑺⑻⑼", 1),
    ("⒈⒉⒊⒋⒌⒍⒎⒏⒐", 1),
    ("➀➁➂➃➄➅➆➇➈", 1),
    ("➊➋➌➍➎➏➐➑➒", 1),
    ("㈠㈡㈢㈣㈤㈥㈦㈧㈨", 1),
    ("㊀㊁㊂㊃㊄㊅㊆㊇㊈", 1),
    ("⁰¹²³⁴⁵⁶⁷⁸⁹", 0),
    ("₀₁₂₃₄₅₆₇₈₉", 0),
)
_DIGIT = {sign: str(at) for row, first in _ROWS for at, sign in enumerate(row, first)} | {
    **dict.fromkeys("OoΟО○◯", "0"),
    **dict.fromkeys("lI", "1"),
    **dict.fromkeys("參叄", "3"),
    "貳": "2",
    "陸": "6",
}
_TABLE = str.maketrans(_DIGIT)
_SIGN = f"[0-9{''.join(_DIGIT)}]"
_RUN = re.compile(
    rf"{_SIGN}(?<!{_SIGN}.)(?<![A-Za-z][OolI])(?:{BETWEEN}?{_SIGN}){{9,}}+[Xx]?(?:(?<![OolI])|(?![A-Za-z]))",
    re.DOTALL,
)
"""It neither begins nor ends within a word of letters."""
_ODD = re.compile(f"[{''.join(_DIGIT)}]")


def as_digits(text: str) -> str | None:
    """The folded text with digits for the signs that stand for them in a run of ten and more; None where there are none.

    It has the same length. What a run says in digits alone may be lost in it (①13800138000): look at both.
    """
    changed = _RUN.sub(lambda run: run[0].translate(_TABLE), text) if _ODD.search(text) else text
    return changed if changed != text else None
