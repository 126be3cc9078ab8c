"""The laws that rules and records cite, with their versions and the days these were in force.

Texts stand in ../shared/laws; what was not read there is `_unread`. Days of force come from the law's last article, or
for an amendment from the amending decision: a consolidated text still reads 本法自公布之日起施行.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from fazhi.ground.laws import Law, Version
from fazhi.ground.words import Words

_REVISED = {"": "", "修正": " amendment", "修订": " revision"}
_STATE = "中华人民共和国"


def _version(confirmed: bool, adopted: str, since: str, articles: int, how: str) -> Version:
    label = Words(f"{adopted[:4]}年{how}", adopted[:4] + _REVISED[how])
    return Version(date.fromisoformat(adopted), date.fromisoformat(since), None, articles, confirmed, label)


def _read(adopted: str, since: str, articles: int, how: str = "") -> Version:
    """A version whose text was read: the day of its adoption, the day of its force, its last article."""
    return _version(True, adopted, since, articles, how)


def _unread(adopted: str, since: str, articles: int, how: str = "") -> Version:
    """A version known from elsewhere."""
    return _version(False, adopted, since, articles, how)


def _law(
    level: str,
    name: str,
    english: str,
    *versions: Version,
    also: tuple[str, ...] = (),
    first: str | None = None,
    full: str = "",
) -> Law:
    """A law; each version ends the day before the next one begins."""
    ends = [later.since - timedelta(days=1) for later in versions[1:]]
    bounded = tuple(
        Version(each.adopted, each.since, end, each.articles, each.confirmed, each.label)
        for each, end in zip(versions, [*ends, None], strict=True)
    )
    full_name = full or (_STATE + name if level == "法律" else name)
    return Law(name, full_name, english, level, bounded, also, date.fromisoformat(first) if first else None)


def _ended(name: str, english: str, *versions: Version, first: str | None = None) -> Law:
    """A law that the Civil Code put an end to on the day it came into force (its art. 1260, not read here)."""
    last = replace(versions[-1], until=CIVIL_CODE.begins - timedelta(days=1))
    law = _law("法律", name, english, *versions, first=first)
    return replace(law, versions=(*law.versions[:-1], last), replaced_by=CIVIL_CODE)


INFORMATION = _law(
    "行政法规",
    "政府信息公开条例",
    "Regulations on Open Government Information",
    _unread("2007-04-05", "2008-05-01", 38),
    _read("2019-04-03", "2019-05-15", 56, "修订"),
    full="中华人民共和国政府信息公开条例",
    also=("信息公开条例",),
)
INFORMATION_CASES = _law(
    "司法解释",
    "关于审理政府信息公开行政案件适用法律若干问题的解释",
    "Interpretation on Administrative Cases of Open Government Information",
    _read("2024-12-24", "2025-06-01", 15),
    full="最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释",
)

VILLAGES = _law(
    "法律",
    "村民委员会组织法",
    "Organic Law of the Villagers' Committees",
    _unread("1998-11-04", "1998-11-04", 30),
    _unread("2010-10-28", "2010-10-28", 41, "修订"),
    _read("2018-12-29", "2018-12-29", 41, "修正"),
    _read("2025-10-28", "2026-01-01", 50, "修正"),
    also=("村委会组织法",),
)
COLLECTIVES = _law(
    "法律",
    "农村集体经济组织法",
    "Law on Rural Collective Economic Organisations",
    _read("2024-06-28", "2025-05-01", 67),
)

LOCAL_GOVERNMENT = _law(
    "法律",
    "地方各级人民代表大会和地方各级人民政府组织法",
    "Organic Law of Local People's Congresses and Local People's Governments",
    _unread("2015-08-29", "2015-08-29", 69, "修正"),
    _read("2022-03-11", "2022-03-12", 90, "修正"),
    also=("地方组织法", "地方人大和地方政府组织法"),
    first="1980-01-01",
)
DECISIONS = _law(
    "行政法规",
    "重大行政决策程序暂行条例",
    "Interim Regulations on Procedures for Major Administrative Decisions",
    _read("2019-04-20", "2019-09-01", 44),
)
INSPECTION = _law(
    "党内法规",
    "法治政府建设与责任落实督察工作规定",
    "Provisions on Supervision of Law-Based Government Building",
    _unread("2019-04-15", "2019-04-15", 35),
)
OFFICIAL_DOCUMENTS = _law(
    "党内法规",
    "党政机关公文处理工作条例",
    "Regulations on Official Documents of Party and Government Organs",
    _unread("2012-04-16", "2012-07-01", 42),
)
BUDGET = _law(
    "法律",
    "预算法",
    "Budget Law",
    _unread("2014-08-31", "2015-01-01", 101, "修正"),
    _unread("2018-12-29", "2018-12-29", 101, "修正"),
    first="1995-01-01",
)

PENALTIES = _law(
    "法律",
    "行政处罚法",
    "Administrative Penalty Law",
    _unread("2017-09-01", "2018-01-01", 64, "修正"),
    _read("2021-01-22", "2021-07-15", 86, "修订"),
    first="1996-10-01",
)
ENFORCEMENT_SUPERVISION = _law(
    "行政法规",
    "行政执法监督条例",
    "Regulations on Supervision of Administrative Enforcement",
    _read("2025-12-17", "2026-02-01", 44),
)
RECONSIDERATION = _law(
    "法律",
    "行政复议法",
    "Administrative Reconsideration Law",
    _read("2017-09-01", "2018-01-01", 43, "修正"),
    _read("2023-09-01", "2024-01-01", 90, "修订"),
    first="1999-10-01",
)
RECONSIDERATION_RULES = _law(
    "行政法规",
    "行政复议法实施条例",
    "Regulations Implementing the Administrative Reconsideration Law",
    _unread("2007-05-29", "2007-08-01", 66),
    _read("2026-04-29", "2026-07-01", 77, "修订"),
    full="中华人民共和国行政复议法实施条例",
)
LITIGATION = _law(
    "法律",
    "行政诉讼法",
    "Administrative Litigation Law",
    _unread("2017-06-27", "2017-07-01", 103, "修正"),
    first="1990-10-01",
)
PETITIONS = _law(
    "党内法规", "信访工作条例", "Regulations on Petition Work", _read("2022-02-25", "2022-05-01", 50)
)
MEDIATION = _law("法律", "人民调解法", "People's Mediation Law", _read("2010-08-28", "2011-01-01", 35))

PERSONAL_INFORMATION = _law(
    "法律",
    "个人信息保护法",
    "Personal Information Protection Law",
    _read("2021-08-20", "2021-11-01", 74),
)
IDENTITY_CARDS = _law(
    "法律",
    "居民身份证法",
    "Law on Resident Identity Cards",
    _read("2011-10-29", "2012-01-01", 23, "修正"),
    first="2004-01-01",
)
MINORS = _law(
    "法律",
    "未成年人保护法",
    "Law on the Protection of Minors",
    _unread("2012-10-26", "2013-01-01", 72, "修正"),
    _unread("2020-10-17", "2021-06-01", 132, "修订"),
    _read("2024-04-26", "2024-04-26", 132, "修正"),
    first="1992-01-01",
)
CIVIL_CODE = _law("法律", "民法典", "Civil Code", _unread("2020-05-28", "2021-01-01", 1260))
MARRIAGE = _ended(
    "婚姻法", "Marriage Law", _unread("2001-04-28", "2001-04-28", 51, "修正"), first="1981-01-01"
)
INHERITANCE = _ended("继承法", "Law of Succession", _unread("1985-04-10", "1985-10-01", 37))
CIVIL_PRINCIPLES = _ended(
    "民法通则",
    "General Principles of the Civil Law",
    _unread("2009-08-27", "2009-08-27", 156, "修正"),
    first="1987-01-01",
)
ADOPTION = _ended(
    "收养法", "Adoption Law", _unread("1998-11-04", "1999-04-01", 34, "修正"), first="1992-04-01"
)
SECURITY = _ended("担保法", "Security Law", _unread("1995-06-30", "1995-10-01", 96))
CONTRACTS = _ended("合同法", "Contract Law", _unread("1999-03-15", "1999-10-01", 428))
PROPERTY = _ended("物权法", "Property Law", _unread("2007-03-16", "2007-10-01", 247))
TORTS = _ended("侵权责任法", "Tort Law", _unread("2009-12-26", "2010-07-01", 92))
CIVIL_GENERAL = _ended(
    "民法总则", "General Provisions of the Civil Law", _unread("2017-03-15", "2017-10-01", 206)
)

AID_MEASURES = _law(
    "行政法规",
    "社会救助暂行办法",
    "Interim Measures for Social Assistance",
    _unread("2014-02-21", "2014-05-01", 70),
    _read("2019-03-02", "2019-03-02", 70, "修订"),
)
"""Its text was never repealed; since 2026-07-01 the Social Assistance Law stands in its place (DOMAIN §0.7)."""
AID = _law("法律", "社会救助法", "Social Assistance Law", _read("2026-04-30", "2026-07-01", 78))

LEGAL_EDUCATION = _law(
    "法律",
    "法治宣传教育法",
    "Law on Publicity and Education in the Rule of Law",
    _read("2025-09-12", "2025-11-01", 65),
)
LANGUAGE = _law(
    "法律",
    "国家通用语言文字法",
    "Law on the Standard Spoken and Written Chinese Language",
    _read("2000-10-31", "2001-01-01", 28),
    _read("2025-12-27", "2026-01-01", 32, "修订"),
)
ACCESSIBILITY = _law(
    "法律",
    "无障碍环境建设法",
    "Law on Building Barrier-Free Environments",
    _read("2023-06-28", "2023-09-01", 72),
)
ARCHIVES = _law(
    "法律",
    "档案法",
    "Archives Law",
    _unread("2016-11-07", "2016-11-07", 27, "修正"),
    _read("2020-06-20", "2021-01-01", 53, "修订"),
    first="1988-01-01",
)
MAPS = _law(
    "行政法规", "地图管理条例", "Regulations on Map Management", _read("2015-11-26", "2016-01-01", 58)
)
DIVISION_CODES = _law(
    "部门规章",
    "行政区划代码管理办法",
    "Measures for Codes of Administrative Divisions",
    _read("2025-06-30", "2025-09-01", 20),
)


def find(name: str) -> Law | None:
    """The law of a name: short, full, with or without 中华人民共和国, or another it goes by; None where it is not here."""
    return _BY_NAME.get("".join(name.split()).removeprefix(_STATE))


LAWS: tuple[Law, ...] = tuple(each for each in list(globals().values()) if isinstance(each, Law))
_BY_NAME: Mapping[str, Law] = {
    name.removeprefix(_STATE): law for law in LAWS for name in (law.name, law.full_name, *law.also)
}
