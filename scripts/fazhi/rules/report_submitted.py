"""The annual report goes to the county before 1 March of the next year, a month before it is public.

`每年3月1日之前`: 1 March itself is late. Only a report that says when it was submitted can be held to it.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import SUPERVISION_RULES

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-01",
    since=date(2019, 4, 15),
    what=Words(
        "年度报告在下一年3月1日之前报送上级", "the annual report is submitted before 1 March of the next year"
    ),
    why=Words(
        "上级在公开之前要看到；逾期的事实也要如实保留",
        "the county sees it before the public does; that it was late stays on record",
    ),
    sources=(SUPERVISION_RULES,),
    bad=(Example(kind="report", values={"submitted": "2027-03-01"}),),
    good=(Example(kind="report"), Example(kind="report", values={"submitted": "2027-02-28"})),
    kinds=frozenset(("report",)),
    keys=frozenset(("submitted",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    submitted, year = record.get("submitted"), record.get("year")
    if submitted and year and submitted >= (due := date(year + 1, 3, 1)):
        yield Found("submitted", _TOO_LATE.fill(due=due, submitted=submitted))


_TOO_LATE = Words(
    "应在 {due} 之前报送，报送日期是 {submitted}；日期如实保留即可，不要改早",
    "was to be submitted before {due}, was submitted {submitted}; leave the date as it is",
)
