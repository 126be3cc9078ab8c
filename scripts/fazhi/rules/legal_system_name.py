"""法治副校长, 法治政府, 法治社会, 法治国家 are names of their own; with 法制 they are wrong, not only old."""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.marks import called_of_old, inside
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import LEGAL_EDUCATION
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.wording import slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-03",
    on="document",
    wording=True,
    since=date(2014, 11, 1),
    what=Words(
        "法治政府、法治社会、法治国家、法治副校长都用“法治”",
        "法治政府, 法治社会, 法治国家 and 法治副校长 are written 法治",
    ),
    why=Words("这些是固定名称", "these are fixed names"),
    sources=(Provision(LEGAL_EDUCATION, {date.min: "1"}, {"1": "法治"}),),
    bad=tuple(
        Example(body=f"{text}\n") for text in ("聘请法制副校长。", "建设法制政府。", "推进法制社会建设。")
    ),
    good=(
        Example(body="聘请法治副校长，建设法治政府；行政执法社会监督，司法制度社会化；国家法制统一。\n"),
        Example(body="参见《法制副校长聘任办法》。\n"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _NAME)


def _right(match: re.Match[str]) -> str | None:
    text, at = match.string, match.start()
    return None if inside(text, at, "《》") or called_of_old(text, at) else match[0].replace("制", "治")


_NAME = slip(
    r"法制(?<![司执学用守普依违宪]法制)(?<![^设建确成创]立法制)(?<!社会主义法制)(?:副校长|政府|社会(?!主义)|国家)",
    _right,
    "法制",
)
_MESSAGE = Words("“{wrong}”应为“{right}”", "'{wrong}' should read '{right}'")
SIGNS = _NAME.signs
