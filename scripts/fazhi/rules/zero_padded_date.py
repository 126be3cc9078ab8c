"""Months and days in running text have no leading zero: 2026年3月5日. Repaired by --fix."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import OFFICIAL_DATE
from fazhi.nouns.wording import slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-13",
    on="document",
    wording=True,
    what=Words("月、日不编虚位：2026年3月5日", "months and days have no leading zero"),
    why=Words("公文日期写作1月，不写01月", "official dates read 1月, not 01月"),
    sources=(OFFICIAL_DATE,),
    bad=(Example(body="2026年03月5日召开。\n"), Example(body="于3月05日公布。\n")),
    good=(Example(body="2026年3月5日、10月20日召开；表中 2026-03-05；00日志。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _PADDED)


_PADDED = slip(
    r"(?<=\d年)0[1-9]月(?:0?[1-9]日)?|(?<=月)0[1-9]日",
    lambda match: match[0].replace("0", ""),
    "年0",
    "月0",
    mends=True,
)
_MESSAGE = Words(
    "“{wrong}”应写作“{right}”，不编虚位", "'{wrong}' should read '{right}', without a leading zero"
)
SIGNS = _PADDED.signs
