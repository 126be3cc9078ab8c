"""Every task of a yearly plan is due within its year."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    what=Words("年度计划的每项任务在当年有期限", "every task of a yearly plan is due within its year"),
    why=Words(
        "没有当年的期限，到年底就无法对照", "without a deadline in the year nothing can be held against it"
    ),
    sources=(OWN,),
    bad=(
        Example(kind="plan", values={"tasks": "[{task: 到村咨询, lead: justice, due: 2027-01-10}]"}),
        Example(kind="plan", values={"tasks": "[{task: 到村咨询, lead: justice, due: 2025-12-31}]"}),
    ),
    good=(
        Example(kind="plan"),
        Example(
            kind="plan",
            values={"tasks": "[{task: 到村咨询, lead: justice, due: 2026-12-31, done: 2027-01-05}]"},
        ),
    ),
    keys=frozenset(("tasks",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for at, task in enumerate(record.get("tasks", ())):
        due, year = task.get("due"), record.get("year")
        if due and year and due.year != year:
            yield Found(f"tasks.{at}.due", _OUTSIDE.fill(due=due, year=year))


_OUTSIDE = Words(
    "期限 {due} 不在{year}年；请写当年的日子，跨年的任务写当年做到哪一步",
    "the deadline {due} is not in {year}; give a day of that year, for longer tasks that of the step due then",
)
