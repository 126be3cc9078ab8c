"""No regulation replaces or amends itself, not by way of others either: such a circle cannot be true."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_OLDER = "---\ntitle: 旧\nformed: 2024\npublished: 2024\nsource: government\ntopic: 综合政务\naccess: 主动公开\nrestated: true\nsubject: 村民自治\n---\n"

RULE = Rule(
    severity=Severity.ERROR,
    ref="LAW-15",
    what=Words("取代和修改的关系不成圈", "what replaces or amends what does not run in a circle"),
    why=Words(
        "两份文件不可能互相取代，读者顺着链接找不到现行的那一份",
        "two documents cannot replace each other, and a reader who follows the links never finds the one in force",
    ),
    sources=(OWN,),
    bad=(
        Example(kind="regulation", values={"replaces": "[regulations/example]"}),
        Example(kind="regulation", values={"amends": "[regulations/example]"}),
        Example(
            kind="regulation",
            values={"replaced_by": "regulations/older", "replaces": "[regulations/older]"},
            files={"regulations/older.md": "*"},
        ),
        Example(
            kind="regulation",
            values={"amends": "[regulations/older]"},
            files={"regulations/older.md": f"{_OLDER[:-4]}replaces: [regulations/example]\n---\n"},
        ),
    ),
    good=(
        Example(
            kind="regulation",
            values={"replaces": "[regulations/older]"},
            files={"regulations/older.md": _OLDER},
        ),
        Example(values={"answers": "regulations/example"}),
    ),
    keys=frozenset(("replaces", "replaced_by", "amends")),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    key = next((key for key in ("replaces", "replaced_by", "amends") if record.get(key)), None)
    if key and (circle := register.relations.circle(record.id)):
        yield Found(key, _CIRCLE.fill(way=" → ".join((*circle, record.id))))


_CIRCLE = Words(
    "取代或修改的关系成了圈：{way}；请核对哪一份在后，删去另一边",
    "what replaces or amends what runs in a circle: {way}; see which one is later and take the other away",
)
