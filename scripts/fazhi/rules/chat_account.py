"""Accounts of QQ and 微信. A public account (微信公众号) is none; office accounts are listed in town.yml."""

import re
from collections.abc import Iterator

from fazhi.ground.credit_code import is_credit_code
from fazhi.ground.masks import masked
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-13",
    what=Words("不出现个人 QQ 号、微信号", "no private QQ or WeChat account"),
    why=Words("个人账号是个人信息", "a private account is personal data"),
    sources=NO_PUBLICATION,
    bad=(
        Example(body="微信号：abcde_01\n"),
        Example(body="QQ 10000000\n"),
        Example(body="编号B2QQ 10000000\n"),
    ),
    good=(
        Example(body="微信公众号：quanzhang；QQ群、微信小程序。\n"),
        Example(body="合作社的统一社会信用代码：93140825AA1QQAA16X\n"),
        Example(body="QQ：10000000\n", town={"public_contacts": '["10000000"]'}),
    ),
)
_ACCOUNT = re.compile(
    r"(?:(?<![A-Za-z])[Qq]{2}号?码?|微信号?码?)(?:\s?[:：]\s?([A-Za-z0-9_-]{5,20})|\s?(?=[A-Za-z_-]{0,19}[0-9])([A-Za-z0-9_-]{5,20}))(?![A-Za-z0-9_@.-])"
)
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])")

SIGNS = frozenset(("微信", "QQ", "Qq", "qQ", "qq"))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    text = passage.folded.text
    codes = [each.span() for each in _CODE.finditer(text) if is_credit_code(each[0])]
    for match in _ACCOUNT.finditer(text):
        if any(start < match.start() < end for start, end in codes):
            continue
        account, group = (match[1], 1) if match[1] else (match[2], 2)
        if account.lower() not in register.town.public_contacts:
            start, end = passage.folded.back(match.start(group)), passage.folded.back(match.end() - 1) + 1
            yield Found(start, _PRIVATE.fill(shown=masked(account)), passage.text[start:end])


_PRIVATE = Words(
    "这里有 QQ 或微信账号 {shown}；个人账号请删去，单位账号请登入 town.yml 的 public_contacts",
    "an account of QQ or WeChat, {shown}, stands here; remove a private one, list an office's in town.yml's public_contacts",
)
