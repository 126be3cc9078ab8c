"""A rural collective lays its reports and its distribution plan before its members ten days before they meet.

`ready` is the first day on which members can read them; ten days lie between it and the meeting where it is the 10th
day before, or earlier.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import COLLECTIVES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.terms import COLLECTIVE_PAPERS

_FROM = date(2025, 5, 1)
_ALL = "papers: [年度经营报告, 年度财务会计报告, 收益分配方案]"

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-14",
    since=_FROM,
    what=Words(
        "集体经济组织的年度报告和分配方案在成员会议十日前可以查阅",
        "a collective's reports and distribution plan can be read ten days before its members meet",
    ),
    why=Words("先看到账，会上才好表决", "who is to vote on accounts must have read them"),
    sources=(Provision(COLLECTIVES, {_FROM: "46"}, {"46": "召开十日前，提供给农村集体经济组织成员查阅"}),),
    bad=(
        Example(values={"collective_meeting": f"{{on: 2026-10-08, ready: 2026-09-29, {_ALL}}}"}),
        Example(values={"collective_meeting": f"{{on: 2026-10-08, {_ALL}}}"}),
        Example(values={"collective_meeting": "{on: 2026-10-08, ready: 2026-09-20, papers: [年度经营报告]}"}),
    ),
    good=(
        Example(values={"collective_meeting": f"{{on: 2026-10-08, ready: 2026-09-28, {_ALL}}}"}),
        Example(),
    ),
    keys=frozenset(("collective_meeting",)),
)
_DAYS = timedelta(days=10)


def check(record: Record, register: Register) -> Iterator[Found]:
    meeting = record.get("collective_meeting")
    if meeting is None or (on := meeting.get("on")) is None:
        return
    ready = meeting.get("ready")
    if ready is None:
        yield Found("collective_meeting", _NO_DAY.fill(due=on - _DAYS))
    elif ready > on - _DAYS and ready <= on:
        yield Found("collective_meeting.ready", _SHORT.fill(ready=ready, on=on, due=on - _DAYS))
    if lacks := [paper for paper in COLLECTIVE_PAPERS if paper not in meeting.get("papers", ())]:
        yield Found("collective_meeting", _LACKS.fill(lacks="、".join(lacks)), "、".join(lacks))


_NO_DAY = Words(
    "没有写材料从哪一天起可以查阅；请写 ready: 日期，至迟是 {due}",
    "the day from which the papers could be read is not told; write ready: and the day, {due} at the latest",
)
_SHORT = Words(
    "{ready} 才可以查阅，{on} 开会，不足十日；至迟应是 {due}。日期如实保留",
    "ready on {ready} for a meeting on {on}, fewer than ten days; {due} at the latest. Leave the dates as they are",
)
_LACKS = Words(
    "没有列为可查阅的材料：{lacks}；确实提供了的请写进 papers",
    "not listed among the papers: {lacks}; if they were there add them to papers",
)
