"""What the rules about personal data rest on, and which lists are of those in need."""

import re
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.statutes import (
    AID,
    AID_MEASURES,
    IDENTITY_CARDS,
    INFORMATION,
    MINORS,
    PERSONAL_INFORMATION,
)
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.rule import Standard
from fazhi.nouns.table import Table

_PRIVACY_FROM = date(2021, 11, 1)
NO_PUBLICATION = (
    Provision(INFORMATION, {date(2019, 5, 15): "15"}, {"15": "涉及商业秘密、个人隐私"}),
    Provision(PERSONAL_INFORMATION, {_PRIVACY_FROM: "25"}, {"25": "不得公开其处理的个人信息"}),
)
"""Personal data is not published without the person's own consent."""
SENSITIVE = Provision(
    PERSONAL_INFORMATION, {_PRIVACY_FROM: "28"}, {"28": "医疗健康、金融账户、行踪轨迹等信息"}
)
CHILDREN = Provision(PERSONAL_INFORMATION, {_PRIVACY_FROM: "28"}, {"28": "不满十四周岁未成年人的个人信息"})
IDENTITY = Provision(
    IDENTITY_CARDS, {date(2012, 1, 1): "19"}, {"19": "泄露在履行职责或者提供服务过程中获得的"}
)
MINORS_IN_CASES = Provision(MINORS, {date(2024, 4, 26): "103"}, {"103": "其他可能识别出其身份的信息"})
AID_SECRECY = (
    Provision(AID, {date(2026, 7, 1): "11"}, {"11": "依法保护个人隐私和个人信息"}),
    Provision(AID_MEASURES, {date(2014, 5, 1): "61"}, {"61": "除按照规定应当公示的信息外，应当予以保密"}),
)
AID_CHANNEL = (
    Provision(AID, {date(2026, 7, 1): "45"}, {"45": "所在的村、社区等范围内公布"}),
    Provision(AID_MEASURES, {date(2014, 5, 1): "11"}, {"11": "在申请人所在村、社区公布"}),
)
CATALOGUE = Standard(
    Words("社会救助领域基层政务公开标准目录", "Standard catalogue of disclosure about social assistance"),
    True,
)
DE_IDENTIFY = Standard(
    Words("2018年政务公开工作要点（去标识化）", "Key points of open government 2018 (de-identification)"),
    False,
)

_AID = re.compile(
    r"低保|最低生活保障|特困|五保|残疾|临时救助|社会救助|医疗救助|救助|孤儿|困境|困难群众|困难家庭|脱贫|贫困|监测对象|慰问对象"
)
_SUBSIDY = re.compile(r"补贴|补助|惠农|惠民|一卡通|一折通|补偿|津贴|发放")
FORBIDDEN = re.compile(r"病(?!虫)|残|致贫|贫困原因|困难原因|家庭收入|人均收入|健康|监护|服刑")
"""Heads of columns that say why somebody is in need, or in whose care."""


def is_about_aid(passage: Passage, table: Table) -> bool:
    """Whether a table speaks of those in need: by the title, the item, the heading or the file's name."""
    return bool(_AID.search(f"{passage.about} {table.heading} {' '.join(table.head.cells)}"))


def is_about_subsidy(passage: Passage, table: Table) -> bool:
    """Whether a table speaks of subsidies that anyone may get who farms or fulfils a condition."""
    about = f"{passage.about} {table.heading} {' '.join(table.head.cells)}"
    return not is_about_aid(passage, table) and bool(_SUBSIDY.search(about))
