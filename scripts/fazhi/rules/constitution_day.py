"""4 December has been 国家宪法日 since 1 November 2014; 全国法制宣传日 is its name of before.

The old name is kept where a text says that it is one: 旧称“全国法制宣传日”, or tells of the years when it was in use.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.marks import called_of_old, inside, sentence
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import LEGAL_EDUCATION
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.wording import slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-02",
    on="document",
    wording=True,
    since=date(2014, 11, 1),
    what=Words("12月4日称国家宪法日", "4 December is National Constitution Day"),
    why=Words("2014年起“全国法制宣传日”已改为国家宪法日", "the day has had this name since 2014"),
    sources=(Provision(LEGAL_EDUCATION, {date.min: "13"}, {"13": "国家宪法日"}),),
    bad=(
        Example(body="在“12·4”全国法制宣传日期间开展活动。\n"),
        Example(values={"title": "法制宣传日活动情况"}, body="略。\n"),
    ),
    good=(
        Example(body="在“12·4”国家宪法日期间开展活动。\n"),
        Example(body="报告沿用旧称“全国法制宣传日”。自2001年起，每年12月4日为全国法制宣传日。\n"),
        Example(
            values={
                "formed": "2013-12-05",
                "published": "2013-12-06",
                "index": "140825107/2013-00001",
                "review": "{by: reviewer, on: 2013-12-05, secrecy: ok, privacy: ok}",
            },
            body="开展全国法制宣传日活动。\n",
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _OLD_DAY)


def _right(match: re.Match[str]) -> str | None:
    text, at = match.string, match.start()
    is_past = _OLD_YEAR.search(text, sentence(text, at)[0], at)
    return None if called_of_old(text, at) or is_past or inside(text, at, "《》") else "国家宪法日"


_OLD_DAY = slip(r"(?:全国)?法[制治]宣传日(?!报)", _right, "宣传日")
_OLD_YEAR = re.compile(r"(?:200[1-9]|201[0-3])年")
_MESSAGE = Words(
    "“{wrong}”是旧称，2014年起12月4日是“{right}”；引用旧称请写明，如：旧称“全国法制宣传日”",
    "'{wrong}' is the old name; since 2014 it is '{right}'. To cite the old name say so: 旧称“…”",
)
SIGNS = _OLD_DAY.signs
