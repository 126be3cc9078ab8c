"""What a village, or an office of the town, makes public for a period (村务公开)."""

from collections.abc import Mapping
from typing import Any

from fazhi.ground.words import Words
from fazhi.nouns.every_kind import COMMON
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.types import Amount, Choice, Date, Group, IdOf, ListOf, Number, PeriodOf, Text

_POSTED = Group(
    (
        Field("from", Words("张贴日期", "posted from"), Date(), "always"),
        Field("to", Words("截止日期", "posted until"), Date(), "always"),
        Field("place", Words("张贴地点", "place"), Text("村务公开栏")),
    )
)
_NIL = Group(
    (
        Field("by", Words("签署人", "signed by"), IdOf("signer", "demo-1"), "always"),
        Field("on", Words("签署日期", "signed on"), Date(), "always"),
    )
)
_EXTENDED = Group(
    (
        Field("until", Words("延期至", "until"), Date(), "always"),
        Field("ground", Words("理由", "ground"), Text(), "always"),
    )
)
_UNRECONCILED = Group(
    (
        Field("reason", Words("不平原因", "reason"), Text(), "always"),
        Field("by", Words("签署人", "signed by"), IdOf("signer", "demo-1"), "always"),
        Field("on", Words("签署日期", "signed on"), Date(), "always"),
    )
)
_BOOK = Group(
    (
        Field("book", Words("账目", "book"), IdOf("book", "main"), "always"),
        Field("table", Words("表上方的标题", "heading above its table"), Text("收支明细"), "always"),
        Field(
            "unit",
            Words("单位", "unit"),
            Choice({"元": ("yuan", "yuan"), "万元": ("ten thousand yuan", "wan")}),
            "always",
        ),
        Field("opening", Words("期初结余", "opening"), Amount()),
        Field("closing", Words("期末结余", "closing"), Amount()),
        Field("cash", Words("现金", "cash"), Amount()),
        Field("bank", Words("银行存款", "bank"), Amount()),
    )
)
_MEETING = Group(
    (
        Field("members", Words("应到人数", "members"), Number(), "always"),
        Field("present", Words("实到人数", "present"), Number(), "always"),
        Field("votes_for", Words("赞成票", "votes for"), Number(), "always"),
    )
)


def _home(values: Mapping[str, Any]) -> str | None:
    place = values.get("village") or values.get("office")
    if not place or "item" not in values or "period" not in values:
        return None
    period = values["period"]
    return f"villages/{place}/{period.year}/{values['item']}-{period.slug}"


KIND = Kind(
    name="disclosure",
    label=Words("村务公开", "Village disclosures"),
    about=Words(
        "各村按月、按季公开的账目和事项。",
        "The accounts and affairs each village makes public every month or quarter.",
    ),
    folder="villages",
    listing="disclosures",
    home=_home,
    placed_by=("village", "item", "period"),
    dated="period",
    fields=(
        *COMMON,
        Field(
            "village",
            Words("村", "Village"),
            IdOf("village", "demo-1"),
            head=True,
            facet=True,
            example="demo-1",
        ),
        Field("office", Words("机关", "Office"), IdOf("office", "government"), head=True),
        Field(
            "item",
            Words("公开事项", "Item"),
            IdOf("item", "finance"),
            "always",
            head=True,
            facet=True,
            example="finance",
        ),
        Field("period", Words("所属期间", "Period"), PeriodOf(), "always", head=True, example="2026-Q3"),
        Field(
            "posted",
            Words("张贴", "Posted"),
            _POSTED,
            head=True,
            example="{from: 2026-10-10, to: 2026-10-30, place: 村务公开栏}",
        ),
        Field("approved", Words("批准日期", "Approved"), Date(), head=True),
        Field("nil", Words("本期无此事项", "Nothing to report"), _NIL),
        Field("extended", Words("延期公开", "Extended"), _EXTENDED),
        Field("unreconciled", Words("账目不平", "Unreconciled"), _UNRECONCILED),
        Field("accounts", Words("账目", "Accounts"), ListOf(_BOOK)),
        Field("meeting", Words("会议", "Meeting"), _MEETING),
        Field("answers", Words("答复", "Answers"), IdOf("record", "villages/demo-1/2026/finance-Q3")),
    ),
    example={"title": "示范一村2026年第三季度财务收支", "source": "demo-1", "topic": "农业、林业、水利"},
)
