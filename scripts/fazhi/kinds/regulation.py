"""Administrative normative documents and the systems of work they set up (行政规范性文件、制度)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fazhi.ground.document_number import tidied
from fazhi.ground.words import Words
from fazhi.nouns.every_kind import COMMON
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.terms import CLEAN_UP, COMPETITION, STATUS, SUBJECTS
from fazhi.nouns.types import Choice, Date, Flag, Group, IdOf, ListOf, Number, Pattern, Text

_REGULATION = IdOf("regulation", "regulations/village-disclosure")
_LEGALITY_REVIEW = Group(
    (
        Field("by", Words("审核人", "reviewed by"), IdOf("signer", "justice"), "always"),
        Field("on", Words("审核日期", "reviewed on"), Date(), "always"),
    )
)
_CONSULTATION = Group(
    (
        Field("from", Words("开始", "from"), Date()),
        Field("to", Words("截止", "to"), Date()),
        Field("ground", Words("不足三十日或未征求的理由", "ground for less than 30 days, or none"), Text()),
        Field("result", Words("采纳情况", "result"), Text()),
    )
)
_EXPLAINED = Group(
    (
        Field("on", Words("解读日期", "on"), Date()),
        Field("record", Words("解读记录", "record"), IdOf("record", "outreach/2026/notice-boards-explained")),
        Field(
            "address",
            Words("解读地址", "address"),
            Pattern(r"https?://[^\s<>\"']{1,200}", "http://192.0.2.10/1.html"),
        ),
        Field("ground", Words("不解读的理由", "ground for none"), Text()),
    )
)
_COMPETITION = Group(
    (
        Field("by", Words("审查人", "reviewed by"), IdOf("signer", "government"), "always"),
        Field("on", Words("审查日期", "reviewed on"), Date(), "always"),
        Field("result", Words("结论", "result"), Choice(COMPETITION), "always"),
    )
)
_CLEAN_UP = Group(
    (
        Field("on", Words("清理日期", "on"), Date(), "always"),
        Field("result", Words("结论", "result"), Choice(CLEAN_UP), "always"),
        Field("by", Words("清理机关", "by"), IdOf("signer", "government")),
    )
)
_END = Group(
    (
        Field("on", Words("日期", "on"), Date(), "always"),
        Field("by", Words("决定机关", "decided by"), Text("示范县人民政府"), "always"),
        Field("why", Words("原因", "why"), Text()),
    )
)
_BASIS = Group(
    (
        Field("law", Words("法律名称", "law"), Text("行政处罚法"), "always"),
        Field("article", Words("条", "article"), Number()),
    )
)


def _home(values: Mapping[str, Any]) -> str | None:
    return "regulations/*"


KIND = Kind(
    name="regulation",
    label=Words("制度文件", "Regulations"),
    about=Words(
        "本镇的规范性文件和工作制度，注明是否仍然有效。",
        "The town's normative documents and systems of work, each with whether it is still in force.",
    ),
    folder="regulations",
    listing="regulations",
    home=_home,
    fields=(
        *(replace(item, facet=True) if item.key == "source" else item for item in COMMON),
        Field(
            "number",
            Words("文号", "Document number"),
            Pattern(
                r"[一-龥]{2,12}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号", "示政发〔2026〕3号", "number-form", tidied
            ),
            "adopted",
            head=True,
            example="示政发〔2026〕3号",
        ),
        Field("registration", Words("登记号", "Registration number"), Text("示规〔2026〕003号"), head=True),
        Field(
            "status",
            Words("有效性", "Status"),
            Choice(STATUS),
            "adopted",
            head=True,
            facet=True,
            example="有效",
        ),
        Field(
            "subject",
            Words("类别", "Subject"),
            Choice(SUBJECTS),
            "always",
            head=True,
            facet=True,
            example="村民自治",
        ),
        Field("draft", Words("征求意见稿", "Draft"), Flag()),
        Field("drafted", Words("起草日期", "Drafted"), Date()),
        Field("adopted", Words("通过日期", "Adopted"), Date(), "adopted", head=True, example="2026-10-08"),
        Field(
            "effective",
            Words("施行日期", "In force from"),
            Date(),
            "adopted",
            head=True,
            example="2026-11-01",
        ),
        Field("issued", Words("印发日期", "Printed and sent out"), Date(), head=True),
        Field("filed", Words("备案日期", "Filed with the county"), Date(), head=True),
        Field("expires", Words("有效期至", "In force until"), Date(), head=True, example="2031-10-31"),
        Field("replaces", Words("废止了", "Replaces"), ListOf(_REGULATION)),
        Field("replaced_by", Words("取代文件", "Replaced by"), _REGULATION),
        Field("amends", Words("修改了", "Amends"), ListOf(_REGULATION)),
        Field("repealed", Words("废止", "Repealed"), _END),
        Field("annulled", Words("撤销", "Annulled"), _END),
        Field(
            "legality_review",
            Words("合法性审核", "Legality review"),
            _LEGALITY_REVIEW,
            example="{by: justice, on: 2026-09-25}",
        ),
        Field(
            "consultation",
            Words("征求意见", "Consultation"),
            _CONSULTATION,
            example="{from: 2026-08-10, to: 2026-09-10, result: 收到意见三条，采纳两条}",
        ),
        Field("competition_review", Words("公平竞争审查", "Fair competition review"), _COMPETITION),
        Field(
            "interpretation",
            Words("解读", "Explanation"),
            _EXPLAINED,
            example="{ground: 内容简单，公布时已经说明}",
        ),
        Field("clean_ups", Words("清理", "Looked through"), ListOf(_CLEAN_UP)),
        Field("basis", Words("依据", "Basis"), ListOf(_BASIS)),
    ),
    example={"title": "村务公开栏管理规定"},
    example_body="第一条 为规范村务公开栏的管理，制定本规定。\n\n第二条 本规定自2026年11月1日起施行。\n",
)
