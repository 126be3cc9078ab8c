"""An enforcement decision about a natural person tells neither identity number, masked or not, nor address nor birthday."""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import ENFORCEMENT


def _example(body: str, party: str = "自然人") -> Example:
    return Example(
        values={"enforcement": f"{{sort: 行政处罚, party: {party}, name: 李某}}"},
        body=f"## 当事人\n\n{body}\n",
    )


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-17",
    since=date(2018, 12, 5),
    what=Words(
        "公开的执法决定不写个人的证件号、住址和出生日期",
        "an enforcement decision tells no person's identity number, address or birthday",
    ),
    why=Words("姓加住址就能认出是谁", "a surname and an address tell who it is"),
    sources=(*NO_PUBLICATION, ENFORCEMENT),
    bad=(
        _example("李某，身份证号：1408**********1234。"),
        _example("李某，住示范镇示范一村，住址：一组。"),
        _example("| 姓名 | 出生日期 |\n|---|---|\n| 李某 | 略 |"),
    ),
    good=(
        _example("李某，示范一村村民。"),
        _example("示范镇农资店，住所：示范镇。", "法人或者其他组织"),
        _example("李某未按规定出示身份证，被告知。"),
        Example(),
    ),
    keys=frozenset(("enforcement",)),
)
_TELLS = re.compile(
    r"(?P<what>身份证号|公民身份号码|证件号|家庭住址|住址|户籍|出生日期|出生年月)[^\n：:|]{0,6}[：:|]"
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("enforcement", {}).get("party") != "自然人":
        return
    for found in _TELLS.finditer(record.original.body.prose):
        yield Found(found.start(), _TOLD.fill(what=found["what"]), found["what"])


_TOLD = Words(
    "个人的“{what}”不必公开；请整项删去，打码的也不写",
    "a person's {what} is not to be published; take it out whole, masked or not",
)
