"""What a village, or an office of the town, makes public for a period (村务公开)."""

from collections.abc import Mapping
from typing import Any

from fazhi.ground.words import Words
from fazhi.nouns.every_kind import COMMON
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.terms import CHANGES, COLLECTIVE_PAPERS, ENFORCEMENT, PARTIES
from fazhi.nouns.types import Amount, Choice, Date, Group, IdOf, ListOf, Number, Pattern, PeriodOf, Text

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
_PAID_FROM = Group(
    (
        Field("table", Words("名单上方的标题", "heading above the list"), Text("发放情况"), "always"),
        Field("record", Words("哪份账", "accounts"), IdOf("record", "villages/demo-1/2026/finance-Q3")),
        Field("row", Words("账上的摘要", "row of the accounts"), Text("冬春救助")),
        Field("voucher", Words("凭证号", "voucher"), Text("0901")),
        Field("outside", Words("不经过村里的账", "paid past the accounts"), Text("县财政一卡通发放")),
    )
)
_FUND = Group(
    (
        Field(
            "table",
            Words("专项资金表上方的标题", "heading above the table of funds"),
            Text("专项资金"),
            "always",
        ),
        Field("fund", Words("哪一项资金", "fund"), Text("饮水工程"), "always"),
        Field("record", Words("哪份账", "accounts"), IdOf("record", "villages/demo-1/2026/finance-Q3")),
        Field("received", Words("账上的收入", "income rows"), ListOf(Text("饮水工程补助"))),
        Field("spent", Words("账上的支出", "expenditure rows"), ListOf(Text("饮水工程材料款"))),
        Field("within", Words("包含在账上的支出里", "a part of these rows"), ListOf(Text("饮水工程款"))),
        Field("outside", Words("不经过村里的账", "kept past the accounts"), Text("县财政专户")),
    )
)
_MEETING = Group(
    (
        Field("members", Words("应到人数", "members"), Number(), "always"),
        Field("present", Words("实到人数", "present"), Number(), "always"),
        Field("votes_for", Words("赞成票", "votes for"), Number(), "always"),
    )
)
_ELECTION = Group(
    (
        Field("on", Words("选举日", "election day"), Date(), "always"),
        Field("list_posted", Words("选民名单张贴日期", "voters' list posted"), Date()),
    )
)
_COLLECTIVE_MEETING = Group(
    (
        Field("on", Words("会议日期", "meeting"), Date(), "always"),
        Field("ready", Words("可查阅日期", "ready to be read"), Date()),
        Field("papers", Words("可查阅的材料", "papers"), ListOf(Choice(COLLECTIVE_PAPERS))),
    )
)
_MEMBER = Pattern(r"[一-龥A-Za-z0-9*＊×·]{1,20}", "甲")
_RELATIVES = Group(
    (
        Field(
            "declared",
            Words("声明", "declared"),
            Choice({"无": ("none", "none"), "有": ("some", "some")}),
            "always",
        ),
        Field("by", Words("声明人", "by"), IdOf("signer", "demo-1"), "always"),
        Field("on", Words("声明日期", "on"), Date(), "always"),
    )
)
_SUPERVISION = Group(
    (
        Field("committee", Words("村民委员会成员", "members of the village committee"), ListOf(_MEMBER)),
        Field(
            "members", Words("村务监督委员会成员", "members of the supervision committee"), ListOf(_MEMBER)
        ),
        Field("relatives", Words("近亲属关系", "near relatives"), _RELATIVES),
    )
)
_SIGNED = Group(
    (
        Field("supervision", Words("村务监督委员会", "supervision committee"), ListOf(_MEMBER), "always"),
        Field("approved", Words("批准", "approved"), ListOf(_MEMBER)),
        Field("on", Words("签字日期", "on"), Date(), "always"),
    )
)
_CHANGED = Group(
    (
        Field("how", Words("怎样改变", "how"), Choice(CHANGES), "always"),
        Field("on", Words("改变日期", "on"), Date(), "always"),
        Field("withdrawn", Words("撤回日期", "withdrawn"), Date()),
        Field("reason", Words("理由", "reason"), Text()),
    )
)
_ENFORCEMENT = Group(
    (
        Field("sort", Words("种类", "sort"), Choice(ENFORCEMENT), "always"),
        Field("party", Words("当事人", "party"), Choice(PARTIES), "always"),
        Field("name", Words("当事人名称", "name of the party"), Text("李某")),
        Field("changed", Words("变更或撤销", "changed"), _CHANGED),
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
        "各村按月、按季公开的账目和事项；镇里的预算、决算、年报和执法决定也在这里。",
        "The accounts and affairs each village makes public every month or quarter, and the town's own budget, report and "
        "enforcement decisions.",
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
        Field("office", Words("机关", "Office"), IdOf("office", "government"), head=True, facet=True),
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
            bookkeeping=True,
        ),
        Field("approved", Words("批准日期", "Approved"), Date(), head=True),
        Field("nil", Words("本期无此事项", "Nothing to report"), _NIL),
        Field("extended", Words("延期公开", "Extended"), _EXTENDED),
        Field("unreconciled", Words("账目不平", "Unreconciled"), _UNRECONCILED),
        Field("accounts", Words("账目", "Accounts"), ListOf(_BOOK)),
        Field("signed", Words("签字", "Signed"), _SIGNED, head=True),
        Field("paid_from", Words("从哪里付", "Paid from"), ListOf(_PAID_FROM)),
        Field("funds", Words("专项资金对账", "Funds in the accounts"), ListOf(_FUND)),
        Field("meeting", Words("会议", "Meeting"), _MEETING),
        Field("election", Words("选举", "Election"), _ELECTION, head=True),
        Field(
            "collective_meeting",
            Words("集体经济组织成员会议", "Collective's meeting"),
            _COLLECTIVE_MEETING,
            head=True,
        ),
        Field("supervision", Words("村务监督", "Supervision"), _SUPERVISION),
        Field("enforcement", Words("行政执法决定", "Enforcement decision"), _ENFORCEMENT, head=True),
        Field("answers", Words("答复", "Answers"), IdOf("record", "villages/demo-1/2026/finance-Q3")),
    ),
    example={"title": "示范一村2026年第三季度财务收支", "source": "demo-1", "topic": "农业、林业、水利"},
)
