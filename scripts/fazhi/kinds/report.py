"""The annual report on building rule of law (法治政府建设年度报告), one a year."""

from collections.abc import Mapping
from typing import Any

from fazhi.ground.words import Words
from fazhi.nouns.every_kind import COMMON
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.types import Amount, Date, FreeTable, Group, IdOf, ListOf, Pattern, PeriodOf, Text, Year

_COMPUTE = Group(
    (
        Field("sum", Words("求和", "sum of"), Text("hours")),
        Field("count", Words("计数", "count of"), Text("villages")),
        Field("of", Words("范围", "over"), Text("outreach")),
        Field("where", Words("条件", "where"), FreeTable()),
        Field("period", Words("期间", "period"), ListOf(PeriodOf(), lone=True)),
        Field("at_least", Words("不少于", "at least"), Amount()),
        Field("at_most", Words("不多于", "at most"), Amount()),
        Field("equals", Words("等于", "equals"), Pattern(r"all|\d+(?:\.\d+)?", "all")),
    )
)
_EVIDENCE = Group(
    (
        Field("id", Words("记录", "record"), IdOf("record", "outreach/2026/constitution-day"), "always"),
        Field(
            "digest",
            Words("摘要值", "digest"),
            Pattern(r"[0-9a-f]{16}", "e3b0c44298fc1c14"),
            bookkeeping=True,
        ),
    )
)
_CLAIM = Group(
    (
        Field("text", Words("陈述", "claim"), Text("年度学法不少于40小时"), "always"),
        Field("en", Words("译文里的话", "in English"), Text("at least 40 hours a year"), bookkeeping=True),
        Field("compute", Words("计算", "computed"), _COMPUTE),
        Field("evidence", Words("依据", "evidence"), ListOf(_EVIDENCE)),
    )
)


def _home(values: Mapping[str, Any]) -> str | None:
    return f"reports/{values['year']}" if "year" in values else None


KIND = Kind(
    name="report",
    label=Words("年度报告", "Annual reports"),
    about=Words(
        "每年4月1日前向社会公开的上一年度法治建设情况报告。",
        "The yearly report on rule-of-law work, public before 1 April of the following year.",
    ),
    folder="reports",
    listing="reports",
    home=_home,
    placed_by=("year",),
    dated="year",
    fields=(
        *COMMON,
        Field("year", Words("报告年度", "Year reported"), Year(), "always", head=True, example="2026"),
        Field("submitted", Words("报送上级", "Submitted to the county"), Date(), head=True),
        Field(
            "claims",
            Words("陈述", "Claims"),
            ListOf(_CLAIM),
        ),
    ),
    example={
        "title": "2026年度法治政府建设工作报告",
        "formed": "2027-01-15",
        "published": "2027-01-20",
        "index": "140825107/2027-00001",
        "review": "{by: reviewer, on: 2027-01-18, secrecy: ok, privacy: ok}",
    },
    example_body=(
        "## 一、主要举措和成效\n\n定期举办法治培训。\n\n## 二、存在的不足和原因\n\n宣传不够深入，原因是人手不足。\n\n"
        "## 三、党政主要负责人履行推进法治建设第一责任人职责的情况\n\n专题研究法治建设。\n\n"
        "## 四、下一年度主要安排\n\n继续开展法治培训。\n"
    ),
)
