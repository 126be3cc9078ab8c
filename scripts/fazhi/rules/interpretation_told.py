"""A document the public was asked about is explained to it, or says why not.

Which documents concern the interests of the public nobody can tell from their text; one that was put before the
public does. What is over needs no explanation any more.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.life import life
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

_BEGAN = date(2018, 5, 16)
_ASKED = "{from: 2026-08-10, to: 2026-09-10, result: 收到意见三条，采纳两条}"

RULE = Rule(
    severity=Severity.NOTE,
    ref="LAW-15",
    since=_BEGAN,
    wording=True,
    what=Words("与公众切身利益有关的文件有解读", "a document that concerns the public is explained"),
    why=Words("条文看不懂，等于没有公布", "what cannot be understood is as good as not published"),
    sources=(Standard(Words("国办发〔2018〕37号", "State Council Office notice 37 (2018)"), False),),
    bad=(
        Example(kind="regulation", values={"interpretation": None, "consultation": _ASKED}),
        Example(kind="regulation", values={"interpretation": "{on: 2026-10-12}", "consultation": _ASKED}),
    ),
    good=(
        Example(
            kind="regulation",
            values={
                "interpretation": None,
                "consultation": _ASKED,
                "expires": "2027-03-31",
                "status": "已失效",
            },
        ),
        Example(kind="regulation", values={"interpretation": "{record: regulations/example}"}),
        Example(kind="regulation", values={"interpretation": "{ground: 内容简单}", "consultation": _ASKED}),
        Example(kind="regulation", values={"interpretation": None, "consultation": "{ground: 内部事务}"}),
        Example(
            kind="regulation",
            values={"interpretation": None, "draft": "true", "status": None, "consultation": _ASKED},
        ),
    ),
    kinds=frozenset(("regulation",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    told = record.get("interpretation", {})
    was_asked = "from" in record.get("consultation", {}) and not record.get("draft")
    if not was_asked or told.keys() & {"record", "address", "ground"}:
        return
    own = life(record, register)
    if own and own.end(register.as_of) is None:
        yield Found("interpretation" if told else "consultation", _ABSENT)


_ABSENT = Words(
    "公开征求过意见，没有写解读；请写明 interpretation: {record: 解读的记录} 或 {address: 网址}，不解读的写 {ground: 理由}",
    "the public was asked and no explanation is named; write interpretation: {record: …} or {address: …}, or {ground: why none}",
)
