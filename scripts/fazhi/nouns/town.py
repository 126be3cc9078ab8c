"""The town as town.yml describes it: what makes this town this town (DESIGN §4)."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fazhi.ground.cached import cached_property
from fazhi.ground.personal import plain_phone
from fazhi.ground.problem import Finding, Place
from fazhi.ground.words import Words
from fazhi.ground.workdays import Workdays
from fazhi.nouns.every_kind import CORRECTION
from fazhi.nouns.field import Field
from fazhi.nouns.types import (
    Choice,
    Date,
    Flag,
    FreeTable,
    Group,
    IdOf,
    ListOf,
    MonthDay,
    Number,
    Pattern,
    TableOf,
    Text,
)

FILE = "town.yml"
ZONE = "Asia/Shanghai"
STANDARDS: tuple[str, ...] = (
    "村级自治组织健全",
    "自治制度完善",
    "民主选举规范有序",
    "民主决策制度健全",
    "民主管理制度落实",
    "民主监督机制运行良好",
    "法制宣传教育扎实深入",
    "村级法律服务体系健全",
    "村级基层社会安定稳定",
    "村级各项事业全面发展",
)
"""The ten standards of democratic rule-of-law villages, as the 2021 report names them."""
CADENCES = {
    "month": ("每月", "monthly"),
    "quarter": ("每季度", "quarterly"),
    "year": ("每年", "yearly"),
    "event": ("随时", "as it occurs"),
}
DUTIES = ("annual_report", "information_report")
"""Reports of the town itself that are due on a day of the following year."""
CHANNELS = {"web": ("网站", "web"), "board": ("公开栏", "board")}
PUBLISHERS = {"village": ("各村", "villages"), "office": ("机关", "offices")}
"""Whose an item is (`of`): every village's, unless told that it is an office's."""

_NAME = Group(
    (
        Field("zh", Words("中文", "Chinese"), Text(), "always"),
        Field("en", Words("英文", "English"), Text(), "always"),
    )
)
_OFFICE = Group(
    (
        Field("name", Words("名称", "name"), _NAME, "always"),
        Field("phone", Words("公开电话", "public phone"), Text()),
        Field("address", Words("地址", "address"), Text()),
        Field("hours", Words("办公时间", "hours"), Text()),
    )
)
_POST = Group(
    (
        Field("office", Words("所在机关", "office"), IdOf("office", "government"), "always"),
        Field("may_approve", Words("可批准", "may approve"), Flag()),
        Field("key", Words("签名公钥", "signing key"), Text()),
    )
)
_DEMOCRATIC = Group(
    (
        Field("since", Words("起始日期", "since"), Date(), "always"),
        Field(
            "standards",
            Words("十条标准", "ten standards"),
            TableOf(IdOf("record", "regulations/village-disclosure"), "|".join(STANDARDS)),
        ),
    )
)
_VILLAGE = Group(
    (
        Field("name", Words("名称", "name"), _NAME, "always"),
        Field("since", Words("起始日期", "since"), Date(), "always"),
        Field("until", Words("截止日期", "until"), Date()),
        Field("busy_finance", Words("财务往来较多", "busy finances"), Flag()),
        Field("sample", Words("演示数据", "sample"), Flag()),
        Field("democratic_rule_of_law", Words("民主法治村", "democratic rule-of-law village"), _DEMOCRATIC),
    )
)
_SCHOOL = Group(
    (
        Field("name", Words("名称", "name"), _NAME, "always"),
        Field("since", Words("起始日期", "since"), Date(), "always"),
        Field("sample", Words("演示数据", "sample"), Flag()),
    )
)
_BROADCASTS = Group(
    (
        Field("every_months", Words("至少几个月一次", "at least every … months"), Number(), "always"),
        Field("since", Words("起始日期", "since"), Date(), "always"),
    )
)
_ITEM = Group(
    (
        Field("name", Words("名称", "name"), _NAME, "always"),
        Field("of", Words("由谁公开", "whose"), Choice(PUBLISHERS)),
        Field("cadence", Words("周期", "cadence"), Choice(CADENCES), "always"),
        Field("due_days", Words("期限（天）", "due days"), Number()),
        Field("accounts", Words("有账目", "has accounts"), Flag()),
        Field("channel", Words("公开渠道", "channel"), Choice(CHANNELS), "always"),
        Field("since", Words("起始日期", "since"), Date(), "always"),
    )
)
_SITE = Group(
    (
        Field("title", Words("站名", "title"), _NAME, "always"),
        Field(
            "url", Words("内网地址", "address"), Pattern(r"https?://[^\s<>\"']{1,200}", "http://192.0.2.10/")
        ),
        Field(
            "public_url",
            Words("公众可访问的地址", "public address"),
            Pattern(r"https?://[^\s<>\"']{1,200}", "https://example.org/"),
        ),
        Field("menu", Words("栏目", "menu"), ListOf(IdOf("record", "pages/about"))),
        Field("id_code", Words("网站标识码", "site code"), Pattern(r"[A-Za-z0-9]{10}", "1408250000")),
    )
)
_WITHDRAWAL = Group(
    (
        Field(
            "record",
            Words("记录", "record"),
            Pattern(r"[a-z]+(?:/[A-Za-z0-9@._-]+)+", "outreach/2026/law-day"),
            "always",
        ),
        Field("on", Words("撤下日期", "withdrawn on"), Date(), "always"),
        Field("reason", Words("原因", "reason"), Text(), "always"),
        Field("by", Words("撤下人", "by"), IdOf("signer", "reviewer"), "always"),
    )
)
_PAGE_OF = Field(
    "page", Words("网页", "page"), Pattern(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*", "pages/about")
)
_CORRECTION = Group((*CORRECTION.fields, _PAGE_OF))
"""Of town.yml itself, or of the standing page that it names."""
_HOLIDAY = Group(
    (Field("off", Words("放假", "off"), ListOf(Date())), Field("work", Words("上班", "work"), ListOf(Date())))
)

FIELDS: tuple[Field, ...] = (
    Field("name", Words("名称", "name"), _NAME, "always"),
    Field("code", Words("区划代码", "division code"), Pattern(r"\d{9}", "140825107"), "always"),
    Field("timezone", Words("时区", "time zone"), Text("Asia/Shanghai")),
    Field("site", Words("网站", "site"), _SITE, "always"),
    Field(
        "index",
        Words("索引号", "index numbers"),
        Group((Field("prefix", Words("前段", "prefix"), Pattern(r"[0-9A-Z]{9,18}", "140825107"), "always"),)),
        "always",
    ),
    Field("offices", Words("机关", "offices"), TableOf(_OFFICE), "always"),
    Field("posts", Words("岗位", "posts"), TableOf(_POST), "always"),
    Field("villages", Words("村", "villages"), TableOf(_VILLAGE)),
    Field("items", Words("公开事项", "items"), TableOf(_ITEM)),
    Field(
        "duties",
        Words("镇级公开义务", "duties of the town"),
        TableOf(
            Group(
                (
                    Field("due", Words("期限", "due"), MonthDay(), "always"),
                    Field("since", Words("起始日期", "since"), Date()),
                )
            ),
            "|".join(DUTIES),
        ),
    ),
    Field("study_hours", Words("干部年度学法学时", "hours officials study a year"), Number()),
    Field("schools", Words("学校", "schools"), TableOf(_SCHOOL)),
    Field("broadcasts", Words("广播", "broadcasts"), _BROADCASTS),
    Field("holidays", Words("放假调休", "holidays"), TableOf(_HOLIDAY, r"\d{4}")),
    Field(
        "validity",
        Words("文件有效期上限", "longest terms of validity"),
        Group(
            (
                Field("years", Words("一般（年）", "years"), Number()),
                Field("trial_years", Words("试行、暂行（年）", "years on trial"), Number()),
            )
        ),
    ),
    Field(
        "releases",
        Words("发布", "releases"),
        Group(
            (
                Field("every_days", Words("至迟多少天发布一次", "at most days apart"), Number()),
                Field("keep", Words("保存最近几次", "how many are kept"), Number()),
                Field("keep_days", Words("保存多少天", "days they are kept"), Number()),
            )
        ),
    ),
    Field("corrections", Words("更正", "corrections"), ListOf(_CORRECTION)),
    Field("withdrawals", Words("撤下", "withdrawals"), ListOf(_WITHDRAWAL)),
    Field("public_phones", Words("公开电话", "public phones"), ListOf(Text())),
    Field("public_contacts", Words("公开邮箱和账号", "public mailboxes and accounts"), ListOf(Text())),
    Field("synonyms", Words("同义词", "synonyms"), FreeTable()),
    Field(
        "review", Words("审批", "review"), Group((Field("two_eyes", Words("双人审批", "four eyes"), Flag()),))
    ),
)


@dataclass(frozen=True)
class Town:
    """The values of town.yml by key, their places, and the faults met while reading it."""

    values: Mapping[str, Any]
    places: Mapping[str, Place]
    findings: tuple[Finding, ...] = ()

    @property
    def today(self) -> date:
        """The day it is now in the town's time zone."""
        return datetime.now(self.zone).date()

    @cached_property
    def zone(self) -> ZoneInfo:
        """The town's time zone."""
        try:
            return ZoneInfo(self.values.get("timezone", ZONE))
        except (ZoneInfoNotFoundError, ValueError):  # a rule reports it
            return ZoneInfo(ZONE)

    @cached_property
    def name(self) -> Words:
        return Words(**self.values["name"])

    @cached_property
    def title(self) -> Words:
        """The name of the site."""
        return Words(**self.values["site"]["title"])

    @cached_property
    def workdays(self) -> Workdays:
        """The working days, with the town's own holidays."""
        return Workdays(self._table("holidays"))

    @cached_property
    def public_numbers(self) -> frozenset[str]:
        """The phones that are the town's own to publish: those listed, and those of its offices; digits only."""
        offices = [str(office.get("phone") or "") for office in self.offices.values()]
        parts = (re.split(r"[/、，,;；]", text) for text in (*self.values.get("public_phones", ()), *offices))
        return frozenset(number for each in parts for text in each if (number := plain_phone(text)))

    @cached_property
    def public_contacts(self) -> frozenset[str]:
        """Mailboxes, their domains and chat accounts that are the town's own to publish, in small letters."""
        return frozenset(text.lower() for text in self.values.get("public_contacts", ()))

    @property
    def site(self) -> Mapping[str, Any]:
        return self._table("site")

    @property
    def withdrawn(self) -> Mapping[str, Mapping[str, Any]]:
        """Every record that was published and taken back, by its id: `on`, `reason`, `by`."""
        return {each["record"]: each for each in self.values.get("withdrawals", ())}

    @property
    def offices(self) -> Mapping[str, Any]:
        return self._table("offices")

    @property
    def posts(self) -> Mapping[str, Any]:
        return self._table("posts")

    @property
    def approvers(self) -> tuple[str, ...]:
        """The posts that may approve; none where town.yml says of no post that it may."""
        return tuple(id for id, post in self.posts.items() if post.get("may_approve"))

    @property
    def villages(self) -> Mapping[str, Any]:
        return self._table("villages")

    def villages_there(self, first: date, last: date) -> Mapping[str, Any]:
        """The villages that were there on any of these days; one that was dissolved has an `until`."""
        return {
            id: village
            for id, village in self.villages.items()
            if village["since"] <= last and first <= village.get("until", date.max)
        }

    @property
    def items(self) -> Mapping[str, Any]:
        return self._table("items")

    @property
    def schools(self) -> Mapping[str, Any]:
        return self._table("schools")

    def publisher(self, item: str) -> str | None:
        """Whose an item is: `village` or `office`; None where town.yml has no such item."""
        found = self.items.get(item)
        return None if found is None else found.get("of", "village")

    def named(self, of: str, id: str) -> Words | None:
        """The name of an office, village, item, or whoever may issue or sign; None where town.yml has none.

        `of` is what an IdOf says it is the id of; a post is named by its office.
        """
        if of == "signer" and id in self.posts:
            return self.named("office", self.posts[id]["office"])
        for table in _TABLES.get(of, ()):
            if id in self._table(table):
                return Words(**self._table(table)[id]["name"])
        return None

    def knows(self, of: str, id: str) -> bool:
        """Whether town.yml has what an IdOf says it is the id of."""
        return id in self._known.get(of, ())

    @cached_property
    def _known(self) -> Mapping[str, AbstractSet[str]]:
        """Every id by what it may be the id of."""
        return {of: frozenset(self.ids(of)) for of in _TABLES_OF_IDS}

    def ids(self, of: str) -> list[str]:
        """Every id that `named` knows under `of`."""
        return [id for table in _TABLES_OF_IDS.get(of, ()) for id in self._table(table)]

    def _table(self, key: str) -> Mapping[str, Any]:
        table: Mapping[str, Any] = self.values.get(key, {})
        return table


_TABLES: dict[str, tuple[str, ...]] = {
    "office": ("offices",),
    "village": ("villages",),
    "item": ("items",),
    "source": ("offices", "villages"),
    "signer": ("offices", "villages"),
}
_TABLES_OF_IDS = {**_TABLES, "signer": (*_TABLES["signer"], "posts")}
