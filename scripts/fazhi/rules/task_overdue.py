"""A task of a yearly plan whose deadline is over says what became of it."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_DUE = "{task: 到村咨询, lead: justice, due: 2026-12-20"

RULE = Rule(
    severity=Severity.WARNING,
    what=Words(
        "年度计划里期限已过的任务写明结果",
        "a task of a yearly plan whose deadline is over says what became of it",
    ),
    why=Words(
        "期限过了没有结果，读者不知道是没有做还是没有写",
        "without a result nobody can tell whether it was not done or not written down",
    ),
    sources=(OWN,),
    bad=(Example(kind="plan", values={"tasks": f"[{_DUE}}}]"}),),
    good=(
        Example(kind="plan"),
        Example(kind="plan", values={"tasks": f"[{_DUE}, result: 没有完成：车辆不足}}]"}),
        Example(kind="plan", values={"tasks": f"[{_DUE}, done: 2026-12-10}}]"}),
        Example(kind="plan", values={"tasks": "[{task: 到村咨询, lead: justice, due: 2027-06-30}]"}),
        Example(kind="plan", values={"tasks": f"[{_DUE}}}]", "sample": "true"}),
    ),
    keys=frozenset(("tasks",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.is_sample:
        return
    for at, task in enumerate(record.get("tasks", ())):
        due = task.get("due")
        if due and due < register.as_of and not task.get("done") and not task.get("result"):
            yield Found(f"tasks.{at}", _OPEN.fill(due=due))


_OPEN = Words(
    "期限 {due} 已过，没有写结果；做完的请写 done 和 result，没有做完的在 result 写明原因",
    "the deadline {due} is over and no result is given; write done and result, or in result why it was not done",
)
