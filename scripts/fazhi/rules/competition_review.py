"""A document that speaks of business operators names its fair competition review."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

_BEGAN = date(2024, 8, 1)
SIGNS = frozenset(("经营者", "市场主体", "招标投标", "特许经营"))
_BODY = "第一条 进入集市的经营者，按先后次序取得摊位。\n"
_TOLD = "{by: government, on: 2026-09-25, result: 没有限制竞争}"

RULE = Rule(
    severity=Severity.NOTE,
    ref="LAW-15",
    since=_BEGAN,
    wording=True,
    what=Words(
        "涉及经营者经济活动的文件写明公平竞争审查",
        "a document that concerns business operators names its fair competition review",
    ),
    why=Words(
        "限定、排斥外来经营者的条款，要在公布以前发现",
        "clauses that favour or shut out operators are to be found before they are published",
    ),
    sources=(
        Standard(
            Words("公平竞争审查条例（2024年8月1日起施行）", "Regulations on Fair Competition Review"), False
        ),
    ),
    bad=(Example(kind="regulation", body=_BODY),),
    good=(
        Example(kind="regulation", body=_BODY, values={"competition_review": _TOLD}),
        Example(kind="regulation"),
        Example(kind="regulation", body=_BODY, values={"restated": "true"}),
        Example(kind="regulation", body=_BODY, values={"draft": "true", "status": None}),
    ),
    kinds=frozenset(("regulation",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    is_open = record.get("restated") or record.get("draft") or record.get("competition_review")
    if is_open:
        return
    text = record.original.body.text
    places = [(text.find(sign), sign) for sign in SIGNS if sign in text]
    if places:
        at, sign = min(places)
        yield Found(at, _ABSENT.fill(sign=quote(sign)), sign)


_ABSENT = Words(
    "写到“{sign}”，没有公平竞争审查的记录；请在 competition_review 写明 by 审查人、on 日期、result 结论",
    "it speaks of '{sign}' and names no fair competition review; write competition_review with by, on and result",
)
