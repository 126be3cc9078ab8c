"""Digits written as something else: 一三八, 幺三捌, ①③⑧, ¹³⁸, a letter O for a zero.

One sign stands for one digit, so that every digit stays where its sign stood.
"""

import re

from fazhi.ground.classes import Classes, by_page
from fazhi.ground.digits import BETWEEN, SEPARATORS

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
    rf"{_SIGN}(?<!{_SIGN}.)(?<![A-Za-z][OolI])(?:{BETWEEN}?{_SIGN}){{9}}{_SIGN}*+(?>(?:{BETWEEN}{_SIGN}++)*)",
    re.DOTALL,
)
"""Ten signs and more, as many as there are: from within a long run no other begins, else long lines would take for ever."""
_WORD = re.compile("[A-WYZa-wyz]")
"""Behind a run; an X may be its check digit."""
_ODD = re.compile(f"[{''.join(_DIGIT)}]")


SIGNS = frozenset("0123456789").union(_DIGIT)
"""Every sign that may stand for a digit in a folded text."""
_DIGITS = by_page("".join(SIGNS), 0x00, 0x20, 0x4E, 0x30)
_FIRST_SEPARATOR = 1 << len(_DIGITS)
_CLASSES = Classes([*_DIGITS, *by_page(SEPARATORS, 0x00, 0x20)])
_AS_DIGIT = bytes(each % _FIRST_SEPARATOR != 0 for each in range(256))
_DROPPED = bytes(each for each in range(256) if each and each % _FIRST_SEPARATOR == 0)


def may_hold_number(text: str) -> bool:
    """Whether ten signs that may stand for digits follow each other in a folded text, but for what may stand between.

    Quick, and never wrong where it says no: no number has fewer. Most texts hold none, and need not be searched.
    """
    return b"\1" * 10 in _CLASSES.of(text).translate(_AS_DIGIT, _DROPPED)


def as_digits(text: str) -> str | None:
    """The folded text with digits for the signs that stand for them in a run of ten and more; None where there are none.

    It has the same length. What a run says in digits alone may be lost in it (①13800138000): look at both.
    """
    changed = _RUN.sub(_translated, text) if _ODD.search(text) else text
    return changed if changed != text else None


def _translated(run: re.Match[str]) -> str:
    """A run in digits, unless it ends within a word of letters; it begins within none."""
    written = run[0]
    if written[-1] in "OolI" and _WORD.match(run.string, run.end()):
        return written
    return written.translate(_TABLE)
