"""An earlier version (`<slug>@<date>.md`) bears the day it took effect, and there is a current one after it.

A draft that was put before the public bears the day it was drafted or published.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.life import next_version
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_OF_2024 = "---\ntitle: 旧\nformed: 2024-02-01\npublished: 2024-02-01\nsource: government\ntopic: 综合政务\naccess: 主动公开\nrestated: true\nsubject: 村民自治\neffective: 2024-03-01\n---\n"

RULE = Rule(
    severity=Severity.WARNING,
    what=Words(
        "旧文本的文件名写它的施行日期，并且有现行文本",
        "an earlier version is named by the day it took effect, and there is a current one",
    ),
    why=Words("读者按日期找当时有效的文本", "readers look by date for the text that held then"),
    sources=(OWN,),
    bad=(
        Example(kind="regulation", name="regulations/example@2026-10-08"),
        Example(kind="regulation", name="regulations/gone@2026-11-01"),
        Example(kind="regulation", files={"regulations/example@2026-11-01.md": "*"}),
    ),
    good=(
        Example(
            kind="regulation",
            values={"index": "140825107/2024-00012"},
            files={"regulations/example@2024-03-01.md": _OF_2024},
        ),
        Example(kind="regulation"),
    ),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.version_of is None:
        return
    named, effective = record.id.partition("@")[2], record.get("effective")
    if effective and effective.isoformat() != named:
        yield Found("effective", _DAY.fill(named=named, effective=effective))
    newer = next_version(record, register)
    if newer is None:
        yield Found(Place(), _ALONE.fill(id=record.version_of))
    elif effective and newer.get("effective") and effective >= newer.get("effective"):
        yield Found(
            "effective", _LATE.fill(effective=effective, newer=newer.id, other=newer.get("effective"))
        )


_DAY = Words(
    "文件名里的日期是 {named}，施行日期是 {effective}；文件名请用施行日期",
    "the file's name says {named}, it took effect on {effective}; name it by the latter",
)
_ALONE = Words(
    "没有现行文本 {id}.md；只有一个文本的，文件名不写 @ 和日期",
    "there is no current version {id}.md; a document with one version has no @ and date in its name",
)
_LATE = Words(
    "这一文本自 {effective} 起施行，不早于后一文本 {newer}（{other}）；请核对",
    "this version took effect on {effective}, not before the next, {newer} ({other}); check",
)
