"""Law publicity and study: law days, training, consultations, notice boards, broadcasts (普法)."""

from collections.abc import Mapping
from typing import Any

from fazhi.ground.words import Words
from fazhi.nouns.every_kind import COMMON
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.terms import AUDIENCES, FORMS
from fazhi.nouns.types import Choice, Date, Group, IdOf, ListOf, MonthDay, Number, PartialDate, Text

_VICE_PRINCIPAL = Group(
    (
        Field("school", Words("学校", "school"), Text("示范小学"), "always"),
        Field("unit", Words("所在单位", "unit"), Text("镇司法所"), "always"),
        Field("post", Words("职务", "post"), Text("司法助理员"), "always"),
        Field("from", Words("聘期开始", "from"), Date(), "always"),
        Field("to", Words("聘期截止", "to"), Date()),
    )
)
"""Posts only: neither the vice-principal nor a pupil is named."""


def _home(values: Mapping[str, Any]) -> str | None:
    date = values.get("date")
    return f"outreach/{date.year}/*" if date and date.year else None


KIND = Kind(
    name="outreach",
    label=Words("普法活动", "Outreach"),
    about=Words(
        "法治宣传、学法培训、法律咨询等活动的记录。",
        "Records of law publicity, study and training, and legal consultation.",
    ),
    folder="outreach",
    listing="outreach",
    home=_home,
    placed_by=("date",),
    dated="date",
    fields=(
        *COMMON,
        Field(
            "form", Words("形式", "Form"), Choice(FORMS), "always", head=True, facet=True, example="宣传日"
        ),
        Field("date", Words("活动日期", "Date"), PartialDate(), "always", head=True, example="2026-03-15"),
        Field(
            "villages", Words("到达的村", "Villages reached"), ListOf(IdOf("village", "demo-1")), head=True
        ),
        Field("place", Words("地点", "Place"), Text("镇区广场"), head=True, example="镇区广场"),
        Field(
            "audience",
            Words("对象", "Audience"),
            ListOf(Choice(AUDIENCES), lone=True),
            head=True,
            facet=True,
            example="[村民]",
        ),
        Field("hours", Words("学时", "Hours"), Number(1), head=True),
        Field("attendees", Words("人次", "Attendance"), Number(), head=True),
        Field(
            "law_day",
            Words("普法日", "Law day"),
            MonthDay(),
        ),
        Field("vice_principal", Words("法治副校长", "Vice-principal for rule of law"), _VICE_PRINCIPAL),
    ),
    example={
        "title": "2026年“3·15”消费者权益保护宣传",
        "formed": "2026-03-16",
        "published": "2026-03-17",
        "review": "{by: reviewer, on: 2026-03-17, secrecy: ok, privacy: ok}",
        "topic": "公安、安全、司法",
    },
)
