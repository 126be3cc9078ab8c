"""截至 (as of) is followed by a time; 截止 (ends) is not: 截至2026年9月30日, 报名9月30日截止."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import DICTIONARY
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-18",
    on="document",
    wording=True,
    what=Words("后面接时间用“截至”，不用“截止”", "as of a time is 截至, not 截止"),
    why=Words("“截止”是到期停止，“截至”是到某时为止", "截止 is to end, 截至 is up to"),
    sources=(DICTIONARY, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in ("截止2026年9月底，共3户。", "截止到2026年，已完成。", "截止目前，已完成。")
    ),
    good=(
        Example(
            body="截至2026年9月底，共3户。报名截止日期为9月30日，申报截止2026年9月，征集时间截止到2026年底。\n"
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _UNTIL)


def _right(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 3) : match.start()]
    return None if _ENDING.search(before) else "截至"


_UNTIL = slip(
    r"截止(?:到|至)?(?= ?(?:\d{4} ?年|\d{1,2} ?月|二〇|目前|当前|今年|去年|本月|上月|年底|月底|发稿))",
    _right,
    "截止",
)
_ENDING = re.compile(r"(?:报名|申报|提交|投稿|受理|登记|时间|日期|期限|活动|征集|公示|意见|期|于|将)$")
_MESSAGE = Words("“{wrong}”后接时间，应为“{right}”", "'{wrong}' before a time should read '{right}'")
SIGNS = _UNTIL.signs
