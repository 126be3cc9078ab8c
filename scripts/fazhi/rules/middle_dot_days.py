"""Days named by month and day have a middle dot: “3·15”, “6·26”, “12·4”. Repaired by --fix where the day is well known.

Numbers in quotes, “2.0”, “1.5倍”, are no days; what is no day of the calendar, or has a unit after it, is left alone.
"""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PUNCTUATION
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-08",
    on="document",
    wording=True,
    what=Words("以月日命名的日子用间隔号：“3·15”“12·4”", "days named by month and day have a middle dot"),
    why=Words("写成小数点会被当成数字", "with a full stop they read as decimals"),
    sources=(PUNCTUATION, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in ("开展“12.4”宪法宣传。", "“3.15”消费者权益日。", "“6。26”禁毒日。", "纪念“8．15”活动。")
    ),
    good=(Example(body="开展“12·4”宪法宣传，“互联网+”“2.0”版，增长“1.5”倍，3.15亿元。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _OTHER, _KNOWN)


def _right(match: re.Match[str], known: bool) -> str | None:
    month, day = int(match["month"]), int(match["day"])
    is_day = 1 <= month <= 12 and 1 <= day <= 31 and not match["day"].startswith("0")
    if not is_day or ((month, day) in _KNOWN_DAYS) is not known:
        return None
    return f"{match['open']}{month}·{day}{match['close']}"


_DAY = (
    r"(?P<open>[“\"‘])(?P<month>\d{1,2})[.．。](?P<day>\d{1,2})(?P<close>[”\"’])"
    r"(?! ?(?:[倍亿万千百元％%度版级米吨克公个折]|系统|技术|标准|以上|以下))"
)
_KNOWN_DAYS = {(1, 10), (3, 5), (3, 8), (3, 15), (4, 15), (4, 26), (5, 12), (5, 15), (6, 5), (6, 26), (8, 15)}
_KNOWN_DAYS |= {(9, 3), (9, 18), (11, 9), (12, 1), (12, 2), (12, 4), (12, 9), (12, 13)}
_QUOTES = ("“", '"', "‘")
_OTHER = slip(_DAY, lambda match: _right(match, known=False), *_QUOTES)
_KNOWN = slip(_DAY, lambda match: _right(match, known=True), *_QUOTES, mends=True)
_MESSAGE = Words(
    "{wrong}应写作{right}，月日之间用间隔号",
    "{wrong} should read {right}, with a middle dot between month and day",
)
SIGNS = _OTHER.signs | _KNOWN.signs
