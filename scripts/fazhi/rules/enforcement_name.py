"""A natural person whom an enforcement decision concerns is named by surname and 某 only, or by a masked name."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.names import is_full_name
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import ENFORCEMENT


def _example(name: str, party: str = "自然人") -> Example:
    return Example(values={"enforcement": f"{{sort: 行政处罚, party: {party}, name: {name}}}"})


RULE = Rule(
    severity=Severity.ERROR,
    ref="LAW-17",
    since=date(2018, 12, 5),
    what=Words(
        "执法决定里的个人只写姓和“某”", "a person in an enforcement decision is named by surname and 某"
    ),
    why=Words("公开的是执法，不是把人示众", "enforcement is what is made public, not a person"),
    sources=(*NO_PUBLICATION, ENFORCEMENT),
    bad=(_example("李大河"), _example("欧阳明")),
    good=(
        _example("李某"),
        _example("李某某"),
        _example("李*"),
        _example("示范镇李河农资店", "法人或者其他组织"),
        Example(),
    ),
    keys=frozenset(("enforcement",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    decision = record.get("enforcement", {})
    name = decision.get("name", "")
    if decision.get("party") == "自然人" and is_full_name(name):
        yield Found("enforcement.name", _NAMED.fill(surname=name[0]), name)


_NAMED = Words(
    "个人的姓名写全了；请只写姓和“某”，如“{surname}某”，标题和正文里也一样",
    "a person is named in full; write the surname and 某 only, such as {surname}某, in title and text as well",
)
