"""Members of a village's supervision committee are no members of its village committee, nor their near relatives.

The record lists both by codes, posts or masked names, the same code for the same person; names are not needed. Kinship
is not for a site to know: whoever answers for the record declares it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.supervision import APART

_NONE = "relatives: {declared: 无, by: demo-1, on: 2026-10-08}"

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-13",
    since=date(2010, 10, 28),
    what=Words(
        "村务监督委员会成员不是村民委员会成员，也不是其近亲属",
        "those who supervise a village committee are neither its members nor their near relatives",
    ),
    why=Words("自己监督自己，等于没有监督", "who supervises himself is not supervised"),
    sources=(APART,),
    bad=(
        Example(values={"supervision": f"{{committee: [甲, 乙, 丙], members: [丙, 丁, 戊], {_NONE}}}"}),
        Example(values={"supervision": "{committee: [甲, 乙, 丙], members: [丁, 戊, 己]}"}),
        Example(
            values={
                "supervision": "{committee: [甲], members: [丁], relatives: {declared: 有, by: demo-1, on: 2026-10-08}}"
            }
        ),
        Example(values={"supervision": f"{{members: [丁, 戊, 己], {_NONE}}}"}),
    ),
    good=(
        Example(values={"supervision": f"{{committee: [甲, 乙, 丙], members: [丁, 戊, 己], {_NONE}}}"}),
        Example(),
    ),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    told = record.get("supervision")
    if told is None:
        if record.get("item") == "supervision" and not record.get("nil"):
            yield Found("supervision", _ABSENT)
        return
    committee, members = told.get("committee", ()), told.get("members", ())
    for each in sorted(set(committee) & set(members)):
        yield Found("supervision.members", _BOTH.fill(member=quote(each)), each)
    if not committee or not members:
        yield Found("supervision", _ABSENT)
    yield from _relatives(told)


def _relatives(told: Mapping[str, Any]) -> Iterator[Found]:
    declared = told.get("relatives", {}).get("declared")
    if declared is None:
        yield Found("supervision", _UNDECLARED)
    elif declared == "有":
        yield Found("supervision.relatives", _RELATED, declared)


_ABSENT = Words(
    "请列出两个委员会的成员，代号、职务或打码姓名都可以：supervision: {committee: [甲, 乙, 丙], members: [丁, 戊, 己]}",
    "list the members of both, by code, post or masked name: supervision: {committee: [甲, 乙, 丙], members: [丁, 戊, 己]}",
)
_BOTH = Words(
    "{member} 两边都有；村民委员会成员不得担任村务监督委员会成员。不是同一个人的，请换一个代号",
    "{member} is in both; nobody may be a member of both. If these are two people, give one of them another code",
)
_UNDECLARED = Words(
    "没有说明近亲属关系；请写 relatives: {declared: 无, by: 声明人, on: 日期}",
    "near relatives are not spoken of; write relatives: {declared: 无, by: who, on: day}",
)
_RELATED = Words(
    "有近亲属关系；村民委员会成员的近亲属不得担任村务监督委员会成员，应当另行推选",
    "there are near relatives; they may not supervise, and others have to be chosen",
)
