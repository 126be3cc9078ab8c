"""The guide to open government information tells how it is classed and arranged, how to get it, and whom to ask.

Address, hours and phone may stand in the guide or at its office in town.yml. What is not known is not made up: the rule
names it, and a town that has no fax says so.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.nouns.own_items import INFORMATION_GUIDE, example
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Found, Rule

PARTS = (
    (re.compile("分类"), Words("政府信息的分类", "the classes of information")),
    (re.compile("编排"), Words("编排体系", "how it is arranged")),
    (re.compile("获取|查阅方式|怎样查|申请方式"), Words("获取方式", "how to get it")),
    (re.compile("工作机构|承办机构|受理机构"), Words("公开工作机构的名称", "the name of the office")),
)
CONTACTS = (
    ("address", re.compile("地址"), Words("办公地址", "address")),
    ("hours", re.compile("办公时间"), Words("办公时间", "hours")),
    ("phone", re.compile("电话"), Words("联系电话", "phone")),
    ("", re.compile("传真"), Words("传真号码", "fax")),
    ("", re.compile("互联网|邮箱|网址"), Words("互联网联系方式", "internet contact")),
)
_VALUE = re.compile(r"[^：:|\n]{0,12}(?:[：:]|(?<!\|)\|)[* \t]{0,8}(?P<value>[^|\n]{0,40})")
_BLANK = re.compile(r"|[-—/]+|null|待定|待补.{0,10}|不详|暂缺|尚未.{0,20}")

_BODY = (
    "## 分类和编排体系\n\n按主题分类，按年编排。\n\n## 获取方式\n\n网站查阅或者申请。\n\n## 工作机构\n\n- 名称：党政办公室\n"
    "- 办公地址：镇政府一楼\n- 办公时间：工作日\n- 联系电话：12345\n- 传真号码：无\n- 互联网联系方式：无\n"
)


_OFFICES = (
    "{government: {name: {zh: 甲, en: A}, phone: '12345', address: 镇政府一楼, hours: 工作日}, "
    "justice: {name: {zh: 乙, en: B}}}"
)

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-04",
    since=date(2019, 5, 15),
    wording=True,
    what=Words(
        "政府信息公开指南内容齐全：分类、编排、获取方式和工作机构的联系方式",
        "the guide to open government information is whole: classes, arrangement, how to get it, whom to ask",
    ),
    why=Words("居民要知道到哪里、怎样、找谁要信息", "people must know where, how and from whom to ask"),
    sources=(
        Provision(
            INFORMATION,
            {date(2019, 5, 15): "12"},
            {"12": "办公地址、办公时间、联系电话、传真号码、互联网联系方式等内容"},
        ),
    ),
    bad=(
        example(INFORMATION_GUIDE, "## 分类\n\n按主题。\n"),
        example(INFORMATION_GUIDE, _BODY.replace("12345", "")),
        example(INFORMATION_GUIDE, _BODY.replace("镇政府一楼", "待补")),
    ),
    good=(
        example(INFORMATION_GUIDE, _BODY),
        example(
            INFORMATION_GUIDE, _BODY.replace("12345", "").replace("镇政府一楼", "待补"), offices=_OFFICES
        ),
        example(
            INFORMATION_GUIDE, "| 项目 | 内容 |\n|---|---|\n" + _BODY.replace("- ", "| ").replace("：", " | ")
        ),
    ),
    keys=frozenset(("item",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("item") != INFORMATION_GUIDE or record.get("nil"):
        return
    prose = record.original.body.unquoted
    office = register.town.offices.get(record.get("office", ""), {})
    missing = [name for words, name in PARTS if not words.search(prose)]
    missing += [name for key, words, name in CONTACTS if not _is_told(key, words, prose, office)]
    if missing:
        named = Words("；".join(name.zh for name in missing), "; ".join(name.en for name in missing))
        yield Found(0, _MISSING.fill(missing=named), named.zh)


def _is_told(key: str, words: re.Pattern[str], prose: str, office: Mapping[str, object]) -> bool:
    """Whether town.yml or the guide gives it: a label with something behind it."""
    if key and office.get(key):
        return True
    values = (_VALUE.match(prose, label.end()) for label in words.finditer(prose))
    return any(found and not _BLANK.fullmatch(found["value"].strip("* \t")) for found in values)


_MISSING = Words(
    "指南没有写明：{missing}。电话、地址、办公时间也可以写进 town.yml；没有传真的写“无”，不知道的先问清楚，不要编",
    "the guide does not tell: {missing}. Phone, address and hours may stand in town.yml; say 无 where there is none, "
    "and make nothing up",
)
