"""Every attachment lies beside its record, is of a kind that can only be read, and is what its name says."""

import posixpath
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.nouns.attachment import PUBLISHED, may_be_published
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    ref="SITE-01",
    what=Words(
        "附件在记录旁边，且为可公开的文件类型",
        "attachments lie beside their record and are of a type that may be published",
    ),
    why=Words(
        "政府信息公开平台应当提供下载；网页和脚本类附件会在读者的浏览器里运行",
        "the platform must offer downloads; attached pages and scripts would run in a reader's browser",
    ),
    sources=(Provision(INFORMATION, {date(2019, 5, 15): "24"}, {"24": "信息检索、查阅、下载"}),),
    bad=(
        Example(values={"attachments": "[{file: 不存在.pdf, title: 附件}]"}),
        Example(
            values={"attachments": "[{file: a.svg, title: 附件}]"},
            files={"villages/demo-1/2026/a.svg": "<svg/>"},
        ),
    ),
    good=(
        Example(
            values={"attachments": "[{file: a.csv, title: 附件}]"},
            files={"villages/demo-1/2026/a.csv": "项目,金额\n"},
        ),
    ),
    keys=frozenset(("attachments",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for number, attachment in enumerate(record.get("attachments", ())):
        if not (name := attachment.get("file")):
            continue
        key = f"attachments.{number}.file"
        if not may_be_published(name):
            yield Found(key, _TYPE.fill(name=quote(name), types=" ".join(sorted(PUBLISHED))))
        elif posixpath.join(posixpath.dirname(record.id), name) not in register.files:
            yield Found(key, _MISSING.fill(name=quote(name)))


_TYPE = Words(
    "附件“{name}”的类型不能公开；可用：{types}",
    "the attachment '{name}' is of a type that is not published; use: {types}",
)
_MISSING = Words("附件“{name}”不在记录旁边", "the attachment '{name}' is not beside the record")
