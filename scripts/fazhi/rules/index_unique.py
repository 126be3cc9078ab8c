"""No two records share an index number; the versions of one regulation do."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

_OTHER_INDEX = "---\ntitle: 旧\nindex: 140825107/2026-00077\nformed: 2026-10-01\n---\n"

RULE = Rule(
    severity=Severity.ERROR,
    across=True,
    ref="META-03",
    what=Words("索引号不重复", "index numbers are unique"),
    why=Words("索引号是记录的身份，两份记录不能共用", "an index number is the identity of one record"),
    sources=(
        Standard(
            Words(
                "政府信息公开目录系统实施指引（2009年）", "guide to government information catalogues (2009)"
            ),
            False,
        ),
    ),
    bad=(
        Example(files={"villages/demo-1/2026/finance-Q3-2.md": "*"}),
        Example(kind="regulation", files={"regulations/example@2026-10-01.md": _OTHER_INDEX}),
    ),
    good=(Example(), Example(kind="regulation", files={"regulations/example@2026-10-01.md": "*"})),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    others = [other for other in register.by_index.get(record.get("index", ""), ()) if other.id != record.id]
    if others and record.version_of is None:
        yield Found("index", _SHARED.fill(path=others[0].original.path))
    current = register.records.get(record.version_of or "")
    if current and record.get("index") and current.get("index", record.get("index")) != record.get("index"):
        yield Found("index", _VERSION.fill(right=current.get("index"), path=current.original.path))


_VERSION = Words(
    "旧文本与现行文本是同一份文件，索引号应与 {path} 相同：{right}",
    "an earlier version is the same document and shares the index of {path}: {right}",
)
_SHARED = Words(
    "索引号与 {path} 相同；请用 fazhi new 取一个新的",
    "shares its index with {path}; let fazhi new give a fresh one",
)
