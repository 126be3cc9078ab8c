"""The list of those registered to vote hangs in the village 20 days before election day.

The list itself goes on the board and never on the web; the record of the election carries its days only.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_PHRASE = "登记参加选举的村民名单应当在选举日的二十日前"

RULE = Rule(
    severity=Severity.WARNING,
    since=date(2010, 10, 28),
    what=Words(
        "登记参加选举的村民名单在选举日二十日前张贴",
        "the list of voters of a village is posted 20 days before its election",
    ),
    why=Words("漏了谁、多了谁，要来得及提出异议", "there must be time to object to who is on it or not"),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "14", date(2026, 1, 1): "17"},
            {"14": _PHRASE, "17": _PHRASE},
        ),
    ),
    bad=(
        Example(values={"election": "{on: 2026-10-08, list_posted: 2026-09-19}"}),
        Example(values={"election": "{on: 2026-10-08}"}),
    ),
    good=(Example(values={"election": "{on: 2026-10-08, list_posted: 2026-09-18}"}), Example()),
    keys=frozenset(("election",)),
)
_DAYS = timedelta(days=20)


def check(record: Record, register: Register) -> Iterator[Found]:
    election = record.get("election")
    if election is None or (on := election.get("on")) is None:
        return
    posted, due = election.get("list_posted"), on - _DAYS
    if posted is None:
        yield Found("election", _NO_DAY.fill(due=due))
    elif due < posted <= on:
        yield Found("election.list_posted", _SHORT.fill(posted=posted, on=on, due=due))


_NO_DAY = Words(
    "没有写选民名单哪一天张贴；请写 list_posted: 日期，至迟是 {due}。名单只贴在村里，不上网",
    "the day the list of voters was posted is not told; write list_posted: and the day, {due} at the latest. "
    "The list itself stays off the web",
)
_SHORT = Words(
    "名单 {posted} 张贴，{on} 选举，不足二十日；至迟应是 {due}。日期如实保留",
    "the list was posted on {posted} for an election on {on}, fewer than 20 days; {due} at the latest. "
    "Leave the dates as they are",
)
