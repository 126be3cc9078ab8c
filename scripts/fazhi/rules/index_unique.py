"""No two records share an index number; the versions of one regulation do."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.catalogue import Catalogue
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

_OTHER_INDEX = "---\ntitle: 旧\nindex: 140825107/2026-00077\nformed: 2026-10-01\n---\n"

RULE = Rule(
    severity=Severity.ERROR,
    ref="META-03",
    on="catalogue",
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


def check(catalogue: Catalogue, register: Register) -> Iterator[Found]:
    for ids in catalogue.shared:
        records = [register.records[id] for id in ids]
        for record, other in zip(records, [*records[1:], records[0]], strict=True):
            yield Found("index", _SHARED.fill(path=other.original.path), path=record.original.path)
    for version, current in catalogue.strangers:
        words = _VERSION.fill(right=catalogue.numbers[current], path=register.records[current].original.path)
        yield Found("index", words, path=register.records[version].original.path)


_VERSION = Words(
    "旧文本与现行文本是同一份文件，索引号应与 {path} 相同：{right}",
    "an earlier version is the same document and shares the index of {path}: {right}",
)
_SHARED = Words(
    "索引号与 {path} 相同；请用 fazhi new 取一个新的",
    "shares its index with {path}; let fazhi new give a fresh one",
)
