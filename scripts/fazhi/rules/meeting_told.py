"""A decision of a village meeting says how many were due, came and agreed: without them nobody can tell whether it holds."""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.meetings import meeting_named
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_EVENT = {"item": "decisions", "period": "2026-10-08", "title": "示范一村村民代表会议关于修路的决议"}
_HOME = "villages/demo-1/2026/decisions-1008"

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-10",
    what=Words(
        "村民会议、村民代表会议的决定写明应到、实到和赞成的人数",
        "a village meeting's decision tells how many were due, came and agreed",
    ),
    why=Words("没有人数，看不出会议和决定是不是有效", "without them nobody can tell whether it holds"),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "22", date(2026, 1, 1): "26"},
            {"22": "应当经到会人员的过半数通过", "26": "应当经到会人员的过半数通过"},
        ),
    ),
    bad=(
        Example(values=_EVENT),
        Example(values={**_EVENT, "title": "示范一村村民大会决定"}),
    ),
    good=(
        Example(values={**_EVENT, "meeting": "{members: 42, present: 28, votes_for: 15}"}, name=_HOME),
        Example(values={**_EVENT, "title": "示范一村村民代表会议决定事项的落实情况"}, name=_HOME),
        Example(),
    ),
    kinds=frozenset(("disclosure",)),
)
SIGNS = frozenset(("村民代表会议", "村民代表大会", "村民会议", "村民大会"))
_DECIDED = re.compile(r"(?:决定|决议|表决结果)(?:的?公[示告])?[)）》]?$")


def check(record: Record, register: Register) -> Iterator[Found]:
    title = record.get("title", "")
    is_open = not any(record.get(key) for key in ("meeting", "nil", "extended"))
    if is_open and record.get("village") and meeting_named(title) and _DECIDED.search(title):
        yield Found("title", _NOT_TOLD)


_NOT_TOLD = Words(
    "会议的决定没有写人数；请写 meeting: {members: 应到, present: 实到, votes_for: 赞成}",
    "the decision does not tell how many met; write meeting: {members: …, present: …, votes_for: …}",
)
