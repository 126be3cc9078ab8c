"""The fields that every kind of record has (DESIGN §4)."""

from fazhi.ground.words import Words
from fazhi.nouns.field import Field, Fields
from fazhi.nouns.terms import ACCESS, TOPICS
from fazhi.nouns.types import Choice, Date, FileName, Flag, Group, IdOf, ListOf, PartialDate, Pattern, Text

_OFFICE_OR_POST = IdOf("signer", "reviewer")

REVIEW = Group(
    (
        Field("by", Words("审查人", "reviewed by"), _OFFICE_OR_POST, "always"),
        Field("on", Words("审查日期", "reviewed on"), Date(), "always"),
        Field("secrecy", Words("保密审查", "secrecy review"), Choice({"ok": ("passed", "ok")}), "always"),
        Field("privacy", Words("个人信息审查", "privacy review"), Choice({"ok": ("passed", "ok")}), "always"),
    )
)
SEEN = Group(
    (
        Field("by", Words("核对人", "looked at by"), _OFFICE_OR_POST, "always"),
        Field("on", Words("核对日期", "looked at on"), Date(), "always"),
    )
)
ATTACHMENT = Group(
    (
        Field("file", Words("文件", "file"), FileName(), "always"),
        Field("title", Words("名称", "title"), Text(), "always"),
        Field("seen", Words("人工核对", "looked at by eye"), SEEN),
    )
)
CORRECTION = Group(
    (
        Field("on", Words("更正日期", "corrected on"), Date(), "always"),
        Field("what", Words("更正内容", "what"), Text(), "always"),
        Field("why", Words("更正原因", "why"), Text(), "always"),
        Field("by", Words("更正人", "by"), _OFFICE_OR_POST, "always"),
        Field("privacy", Words("因个人信息更正", "for the sake of privacy"), Flag()),
    )
)
WAIVER = Group(
    (
        Field("rule", Words("规则", "rule"), Text(), "always"),
        Field(
            "hash",
            Words("文字的散列", "hash of the text"),
            Pattern(r"[0-9a-f]{64}", "e3b0…（64 位）"),
            "always",
        ),
        Field("basis", Words("依据", "basis"), Text(), "always"),
        Field("by", Words("批准人", "approved by"), _OFFICE_OR_POST, "always"),
        Field("until", Words("有效至", "until"), Date(), "always"),
    )
)

COMMON: tuple[Field, ...] = (
    Field("title", Words("标题", "Title"), Text("2026年第三季度财务收支"), "always"),
    Field(
        "index",
        Words("索引号", "Index number"),
        Pattern(r"[0-9A-Z]{9,18}/\d{4}-\d{5}", "140825107/2026-00012", "index-form"),
        "issued",
        head=True,
        example="140825107/2026-00012",
    ),
    Field("formed", Words("成文日期", "Formed"), PartialDate(), "always", head=True, example="2026-10-08"),
    Field(
        "published", Words("发布日期", "Published"), PartialDate(), "always", head=True, example="2026-10-10"
    ),
    Field(
        "source",
        Words("发布机构", "Issued by"),
        IdOf("source", "government"),
        "always",
        head=True,
        example="government",
    ),
    Field("topic", Words("主题分类", "Topic"), Choice(TOPICS), "always", head=True, example="综合政务"),
    Field("access", Words("公开方式", "Access"), Choice(ACCESS), "always", head=True, example="主动公开"),
    Field(
        "review",
        Words("公开前审查", "Review before publication"),
        REVIEW,
        "issued",
        example="{by: reviewer, on: 2026-10-09, secrecy: ok, privacy: ok}",
        bookkeeping=True,
    ),
    Field("summary", Words("摘要", "Summary"), Text()),
    Field("attachments", Words("附件", "Attachments"), ListOf(ATTACHMENT)),
    Field("verbatim", Words("原文照录", "Verbatim"), Flag()),
    Field("restated", Words("转述", "Restated"), Flag()),
    Field("sample", Words("演示数据", "Sample"), Flag()),
    Field("corrections", Words("更正", "Corrections"), ListOf(CORRECTION), bookkeeping=True),
    Field("waivers", Words("豁免", "Waivers"), ListOf(WAIVER), bookkeeping=True),
)

TRANSLATION = Fields(
    (
        Field("title", Words("标题", "Title"), Text("Accounts, third quarter of 2026"), "always"),
        Field("summary", Words("摘要", "Summary"), Text()),
        Field("behind", Words("译文落后于原文", "Behind its original"), Flag()),
    )
)
"""Of a translation only the words are its own; every fact stands in the original."""

PAGE = Fields((Field("title", Words("标题", "Title"), Text("关于本站"), "always"),))
"""A standing page that is no record has a title only (DESIGN §3)."""
