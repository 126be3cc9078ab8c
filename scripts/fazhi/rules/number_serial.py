"""A document number has no 第 and no leading zero, and its year has four digits; registration numbers and those of a case may differ."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import OFFICIAL_NUMBER
from fazhi.nouns.wording import slip, told

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-07",
    on="document",
    wording=True,
    what=Words(
        "文号的序号不加“第”、不编虚位，年份四位",
        "a document number has no 第, no leading zero, a four-digit year",
    ),
    why=Words("文号写法不一，就查不到文件", "written in several ways a document cannot be found"),
    sources=(OFFICIAL_NUMBER,),
    bad=tuple(
        Example(body=f"根据示政发{number}办理。\n")
        for number in ("〔2026〕第3号", "〔2026〕03号", "〔26〕3号")
    ),
    good=(
        Example(body="根据示政发〔2026〕3号、示政发〔2026〕10号办理。\n"),
        Example(body="空白表上的文号写作示政发〔2026〕0号。\n"),
        Example(body="本办法的规范性文件登记号是示规〔2026〕003号。\n"),
        Example(body="处罚决定书示综执罚决字〔2025〕第003号、复议决定书示政复决字〔2025〕第12号已公开。\n"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _SERIAL)


def _right(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 20) : match.start()]
    if _REGISTERED.search(before) or (len(match["year"]) == 4 and _DECISION.search(before)):
        return None
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    right = f"〔{year}〕{match['serial'].lstrip('0') or match['serial']}号"
    return None if right == match[0] else right


_SERIAL = slip(
    r"〔(?P<year>\d{4}|\d{2})〕(?:(?<=\d{4}〕)(?:第 ?|(?=0))|(?<=〔\d{2}〕))(?P<serial>\d{1,5})号",
    _right,
    "〔",
)
_REGISTERED = re.compile(r"登记|备案|登字$|(?<![一-龥])[一-龥]规$")
# Decisions and other papers of a case are no official documents of GB/T 9704; their number is kept as it was issued.
_DECISION = re.compile(r"[罚决强催告听证受复裁仲调赔许准检询查责改送执案立扣封]字$")
_MESSAGE = Words("文号“{wrong}”应写作“{right}”", "number '{wrong}' should read '{right}'")
SIGNS = _SERIAL.signs
