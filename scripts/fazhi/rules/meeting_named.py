"""A meeting says which it was: the year's meetings are counted by what titles name."""

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

_EVENT = {"item": "decisions", "period": "2026-10-08", "meeting": "{members: 42, present: 28, votes_for: 15}"}
_HOME = "villages/demo-1/2026/decisions-1008"

RULE = Rule(
    severity=Severity.NOTE,
    ref="LAW-11",
    what=Words(
        "标题写明是村民会议还是村民代表会议",
        "the title of a meeting's record says whether villagers or their representatives met",
    ),
    why=Words(
        "每年开了几次按标题计，没有写明的不计入，人数也只按过半数核对",
        "the year's meetings are counted by titles; one that does not say is not counted, and only half is asked of it",
    ),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "26", date(2026, 1, 1): "30"},
            {"26": "有三分之二以上的组成人员参加方可召开", "30": "有三分之二以上的组成人员参加方可召开"},
        ),
    ),
    bad=(Example(values={**_EVENT, "title": "关于修路的决定"}, name=_HOME),),
    good=(
        Example(values={**_EVENT, "title": "村民代表会议关于修路的决定"}, name=_HOME),
        Example(values={**_EVENT, "title": "村民大会决定"}, name=_HOME),
        Example(values={**_EVENT, "title": "村民委员会会议决定"}, name=_HOME),
        Example(),
    ),
    keys=frozenset(("meeting",)),
)
_OTHERS = ("委员会会议", "村委会会议", "成员大会", "成员代表大会", "党员大会", "小组会议")
"""Meetings that are neither of the two."""


def check(record: Record, register: Register) -> Iterator[Found]:
    title = record.get("title", "")
    is_told = meeting_named(title) or any(name in title for name in _OTHERS)
    if record.get("meeting") and record.get("village") and title and not is_told:
        yield Found("title", _NOT_TOLD)


_NOT_TOLD = Words(
    "标题没有写明是村民会议还是村民代表会议，不计入每年的次数；请写进标题，别的会议写明会议的名称",
    "the title names neither 村民会议 nor 村民代表会议, so it is not counted among the year's meetings; name the meeting",
)
