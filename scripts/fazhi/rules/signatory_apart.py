"""Who signed a village's accounts for its supervision committee is no member of the village committee.

Members are told by codes, posts or masked names, the same code for the same person (rules/supervisors_apart.py). Where
the village never listed them, only those who signed for both sides are found.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.supervision import APART, told_of_committees

_TOLD = "{committee: [甲, 乙], members: [丙, 丁], relatives: {declared: 无, by: demo-1, on: 2026-01-18}}"


def _example(signed: str, told: str | None = None) -> Example:
    return Example(values={"signed": signed, "supervision": told})


RULE = Rule(
    severity=Severity.WARNING,
    ref="FIN-15",
    what=Words(
        "代表村务监督委员会在账目上签字的，不是村民委员会成员",
        "who signs the accounts for the supervision committee is no member of the village committee",
    ),
    why=Words(
        "签字是替村民看过账；自己管的账自己签，等于没有人看过",
        "the signature says that somebody looked for the villagers; over one's own accounts it says nothing",
    ),
    sources=(APART,),
    bad=(
        _example("{supervision: [丙, 甲], on: 2026-10-09}", _TOLD),
        _example("{supervision: [丙, 戊], on: 2026-10-09}", _TOLD),
        _example("{supervision: [丙], approved: [丙], on: 2026-10-09}"),
        _example("{supervision: [], on: 2026-10-09}"),
    ),
    good=(
        _example("{supervision: [丙, 丁], approved: [甲], on: 2026-10-09}", _TOLD),
        _example("{supervision: [丙], approved: [甲], on: 2026-10-09}"),
        Example(),
    ),
    keys=frozenset(("signed",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    signed = record.get("signed", {})
    if signed.get("supervision") == ():
        yield Found("signed.supervision", _NOBODY)
    told = told_of_committees(record, register)
    members = told.get("supervision") if told else {}
    committee, supervisors = (set(members.get(key, ())) for key in ("committee", "members"))
    for each in signed.get("supervision", ()):
        if each in committee:
            yield Found("signed.supervision", _MEMBER.fill(who=quote(each), record=told and told.id), each)
        elif each in signed.get("approved", ()):
            yield Found("signed.supervision", _BOTH.fill(who=quote(each)), each)
        elif supervisors and each not in supervisors:
            yield Found("signed.supervision", _STRANGER.fill(who=quote(each), record=told and told.id), each)


_NOBODY = Words(
    "村务监督委员会没有人签字；签了的写明是谁，没有签的请删去 signed",
    "nobody signed for the supervision committee; say who did, or take signed out",
)
_MEMBER = Words(
    "{who} 在 {record} 里是村民委员会成员，不能代表村务监督委员会签字；不是同一个人的，请换一个代号",
    "{who} is a member of the village committee in {record} and cannot sign for the supervision committee; "
    "if these are two people, give one of them another code",
)
_BOTH = Words(
    "{who} 两边都签了字；批准的人不能代表村务监督委员会签字。不是同一个人的，请换一个代号",
    "{who} signed on both sides; who approved cannot sign for the supervision committee. If these are two people, "
    "give one of them another code",
)
_STRANGER = Words(
    "{record} 列出的村务监督委员会成员里没有 {who}；成员换过的，请先公布新的名单",
    "{record} does not list {who} on the supervision committee; if members changed, publish the new list first",
)
