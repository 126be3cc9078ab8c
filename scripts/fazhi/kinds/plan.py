"""The yearly plan of rule-of-law work (年度工作计划): every task with its office, its deadline and what became of it."""

from collections.abc import Mapping
from typing import Any

from fazhi.ground.words import Words
from fazhi.nouns.every_kind import COMMON
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.types import Date, Group, IdOf, ListOf, Text, Year

_TASK = Group(
    (
        Field("task", Words("任务", "task"), Text("机关干部全年学法不少于40小时"), "always"),
        Field("lead", Words("牵头机关", "office in the lead"), IdOf("office", "government"), "always"),
        Field("due", Words("期限", "deadline"), Date(), "always"),
        Field("done", Words("完成日期", "done on"), Date()),
        Field("result", Words("结果", "what became of it"), Text()),
        Field("evidence", Words("记录", "records"), ListOf(IdOf("record", "outreach/2026/study-may"))),
    )
)


def _home(values: Mapping[str, Any]) -> str | None:
    return f"plans/{values['year']}" if "year" in values else None


KIND = Kind(
    name="plan",
    label=Words("工作计划", "Work plans"),
    about=Words(
        "每年的法治建设工作计划：任务、牵头机关、期限和结果。",
        "The yearly plan of rule-of-law work: tasks, the office in the lead, deadlines and results.",
    ),
    folder="plans",
    listing="plans",
    home=_home,
    placed_by=("year",),
    dated="year",
    fields=(
        *COMMON,
        Field("year", Words("计划年度", "Year planned"), Year(), "always", head=True, example="2026"),
        Field(
            "tasks",
            Words("任务", "Tasks"),
            ListOf(_TASK),
            "always",
            example="[{task: 每季度到每个村开展法律咨询, lead: justice, due: 2026-12-20, done: 2026-12-10, result: 四个季度都到了各村}]",
        ),
    ),
    example={
        "title": "2026年法治建设工作计划",
        "formed": "2026-01-15",
        "published": "2026-01-20",
        "review": "{by: reviewer, on: 2026-01-18, secrecy: ok, privacy: ok}",
    },
)
