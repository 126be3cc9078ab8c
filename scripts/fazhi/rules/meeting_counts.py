"""Of a meeting no more came than there are members, and no more voted for it than came."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_EVENT = {"item": "decisions", "period": "2026-10-08"}

RULE = Rule(
    severity=Severity.ERROR,
    ref="LAW-10",
    what=Words("实到不多于应到，赞成不多于实到", "no more present than members, no more votes than present"),
    why=Words("这样的人数不可能都对", "such numbers cannot all be right"),
    sources=(OWN,),
    bad=(
        Example(values={**_EVENT, "meeting": "{members: 40, present: 41, votes_for: 40}"}),
        Example(values={**_EVENT, "meeting": "{members: 40, present: 30, votes_for: 31}"}),
    ),
    good=(
        Example(
            values={**_EVENT, "meeting": "{members: 40, present: 40, votes_for: 40}"},
            name="villages/demo-1/2026/decisions-1008",
        ),
    ),
    keys=frozenset(("meeting",)),
)
_PAIRS = (("members", "present"), ("present", "votes_for"))


def check(record: Record, register: Register) -> Iterator[Found]:
    meeting = record.get("meeting", {})
    for most, count in _PAIRS:
        if most in meeting and count in meeting and meeting[count] > meeting[most]:
            yield Found(
                f"meeting.{count}",
                _MORE.fill(count=_NAMES[count], n=meeting[count], most=_NAMES[most], m=meeting[most]),
            )


_NAMES = {
    "members": Words("应到人数", "members"),
    "present": Words("实到人数", "present"),
    "votes_for": Words("赞成票", "votes for"),
}
_MORE = Words("{count} {n} 多于{most} {m}；请核对", "{count} ({n}) exceeds {most} ({m}); check the numbers")
