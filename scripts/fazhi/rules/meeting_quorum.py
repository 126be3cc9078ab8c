"""A decision of a village meeting was made by a meeting that could make it.

Representatives: two thirds of the members came, more than half of those present agreed. The assembly of villagers: more
than half of the adults came, or the representatives of two thirds of the households; more than half of those present
agreed. `members` does not say whether it counts adults or households, so of an assembly only the lower bound, more
than half, is asked. Which meeting it was is told by the record's title; where it does not tell, the lower bound is.
A record that says that its own decision was not carried is right, whatever its numbers; what it says of earlier meetings
is not about it.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.meetings import REPRESENTATIVES, meeting_named
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_AMENDED = date(2026, 1, 1)
_EVENT = {"item": "decisions", "period": "2026-10-08", "title": "示范一村村民代表会议决定"}
_HOME = "villages/demo-1/2026/decisions-1008"
_ASSEMBLY = {**_EVENT, "title": "示范一村村民会议决定"}
_GREAT = {**_EVENT, "title": "示范一村村民代表大会决定"}

RULE = Rule(
    severity=Severity.ERROR,
    ref="LAW-10",
    what=Words(
        "村民会议、村民代表会议的决定达到法定人数和票数",
        "a village meeting's decision had its quorum and majority",
    ),
    why=Words("人数或票数不够的决定不能作数", "a decision without them does not count"),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "22", _AMENDED: "26"},
            {"22": "应当经到会人员的过半数通过", "26": "应当经到会人员的过半数通过"},
        ),
        Provision(
            VILLAGES,
            {date.min: "26", _AMENDED: "30"},
            {"26": "有三分之二以上的组成人员参加方可召开", "30": "有三分之二以上的组成人员参加方可召开"},
        ),
    ),
    bad=(
        Example(values={**_EVENT, "meeting": "{members: 42, present: 27, votes_for: 27}"}),
        Example(values={**_EVENT, "meeting": "{members: 42, present: 30, votes_for: 15}"}),
        Example(values={**_GREAT, "meeting": "{members: 42, present: 27, votes_for: 27}"}),
        Example(
            values={**_EVENT, "meeting": "{members: 42, present: 27, votes_for: 27}"},
            body="上次会议没有通过的修路一事，这次同意。\n",
        ),
        Example(values={**_ASSEMBLY, "meeting": "{members: 800, present: 400, votes_for: 400}"}),
        Example(values={**_ASSEMBLY, "meeting": "{members: 800, present: 500, votes_for: 250}"}),
    ),
    good=(
        Example(values={**_EVENT, "meeting": "{members: 42, present: 28, votes_for: 15}"}, name=_HOME),
        Example(values={**_ASSEMBLY, "meeting": "{members: 800, present: 401, votes_for: 201}"}, name=_HOME),
        Example(
            values={**_EVENT, "meeting": "{members: 42, present: 20, votes_for: 20}"},
            body="到会不足三分之二，决定没有通过，改期再开。\n",
            name=_HOME,
        ),
    ),
    keys=frozenset(("meeting",)),
)
_NOT_CARRIED = ("未通过", "没有通过", "不予通过", "未获通过", "流会", "未达到法定人数", "改期再开")
_OF_THIS = (
    "本次",
    "这次",
    "方案",
    "赞成",
    "会议",
    "大会",
    "决定",
    "决议",
    "议题",
    "议案",
    "表决",
    "到会",
    "流会",
    "改期",
)
_OF_ANOTHER = ("上次", "上一次", "前次", "上届", "去年", "上年", "此前", "以前", "曾经")
_SENTENCE = re.compile(r"[。；;！!\n]")


def check(record: Record, register: Register) -> Iterator[Found]:
    meeting = record.get("meeting", {})
    members, present, votes = (meeting.get(key) for key in ("members", "present", "votes_for"))
    if members is None or present is None or votes is None or _not_carried(record):
        return
    text = f"{members}/{present}/{votes}"
    is_of_representatives = meeting_named(record.get("title", "")) == REPRESENTATIVES
    if is_of_representatives and 3 * present < 2 * members:
        yield Found(
            "meeting.present",
            _TWO_THIRDS.fill(present=present, members=members, least=-(-2 * members // 3)),
            text,
        )
    elif not is_of_representatives and 2 * present <= members:
        yield Found(
            "meeting.present", _HALF.fill(present=present, members=members, least=members // 2 + 1), text
        )
    if 2 * votes <= present:
        yield Found(
            "meeting.votes_for", _MAJORITY.fill(votes=votes, present=present, least=present // 2 + 1), text
        )


def _not_carried(record: Record) -> bool:
    """Whether its title, or a sentence about this meeting, says that nothing was decided."""
    if any(words in record.get("title", "") for words in _NOT_CARRIED):
        return True
    prose = record.original.body.prose
    if not any(words in prose for words in _NOT_CARRIED):
        return False
    return any(_says_not_carried(sentence) for sentence in _SENTENCE.split(prose))


def _says_not_carried(sentence: str) -> bool:
    return (
        any(words in sentence for words in _NOT_CARRIED)
        and any(words in sentence for words in _OF_THIS)
        and not any(words in sentence for words in _OF_ANOTHER)
    )


_TWO_THIRDS = Words(
    "应到{members}人，实到{present}人，不足三分之二（至少{least}人）；请核对，决定没有作成的请写明“未通过”",
    "{present} of {members} present, fewer than two thirds ({least}); check, or say 未通过 where nothing was decided",
)
_HALF = Words(
    "应到{members}人，实到{present}人，没有过半数（至少{least}人）；请核对，决定没有作成的请写明“未通过”",
    "{present} of {members} present, not more than half ({least}); check, or say 未通过 where nothing was decided",
)
_MAJORITY = Words(
    "实到{present}人，赞成{votes}票，没有过半数（至少{least}票）；请核对，没有通过的请写明“未通过”",
    "{votes} of {present} voted for it, not more than half ({least}); check, or say 未通过 where it was not carried",
)
