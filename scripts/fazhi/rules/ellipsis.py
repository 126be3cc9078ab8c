"""An ellipsis is …… (six dots), and does not stand beside 等, which says the same. Dots are repaired by --fix."""

import re
from collections.abc import Iterator

from fazhi.ground.han import HAN
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PUNCTUATION
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-15",
    on="document",
    wording=True,
    what=Words("省略号写作“……”，不与“等”并用", "an ellipsis is …… and stands without 等"),
    why=Words("“等”和省略号是一个意思", "等 and an ellipsis say the same"),
    sources=(PUNCTUATION, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in ("宣传、培训...", "宣传、培训…", "宣传、培训等……", "宣传、培训……等工作。")
    ),
    good=(
        Example(body="他说：“这个……等级不同。”版本1...5。目录：总则……………………1\n"),
        Example(body="一、总则…………………..…6\n\n二、职责．．．．…...．10\n\n三、附则........ - 12 -\n"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _DOTS, _AND_SO_ON)


def _right(match: re.Match[str]) -> str | None:
    is_even = match[0].startswith("…") and len(match[0]) % 2 == 0
    return None if is_even or _LEADER.match(match.string, match.end()) else "……"


_LEADER = re.compile(r"[….．·• \t]{0,200}-?[ \t]?\d{1,4}[ \t]?-?[ \t]*(?:\n|\Z)")
_DOTS = slip(rf"(?<=[{HAN}，、。”》）])\.{{3,}}|(?<!\.)\.{{3,}}(?=[{HAN}])|…+", _right, "..", "…", mends=True)
_AND_SO_ON = slip("等……|……等(?![级待于同额次候价])", "等", "……")
_MESSAGE = Words("“{wrong}”应写作“{right}”", "'{wrong}' should read '{right}'")
SIGNS = _DOTS.signs | _AND_SO_ON.signs
