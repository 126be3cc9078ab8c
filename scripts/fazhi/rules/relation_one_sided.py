"""Where one regulation replaces another, both say so: the reader of either finds the other."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_OLDER = "---\ntitle: 旧\nformed: 2024\npublished: 2024\nsource: government\ntopic: 综合政务\naccess: 主动公开\nrestated: true\nsubject: 村民自治\nreplaced_by: regulations/example\n---\n"

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-15",
    what=Words("取代的关系两边都写明", "a replacement is written down on both sides"),
    why=Words(
        "只写一边的，另一份文件的读者和编辑都看不出来",
        "written on one side only, nobody who opens the other file can tell",
    ),
    sources=(OWN,),
    bad=(
        Example(
            kind="regulation", values={"replaces": "[regulations/older]"}, files={"regulations/older.md": "*"}
        ),
        Example(kind="regulation", files={"regulations/older.md": _OLDER}),
    ),
    good=(
        Example(
            kind="regulation",
            values={"replaces": "[regulations/older]"},
            files={"regulations/older.md": _OLDER},
        ),
        Example(kind="regulation"),
    ),
    keys=frozenset(("replaces", "replaced_by")),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for number, id in enumerate(record.get("replaces", ())):
        older = register.records.get(id)
        if older and older.id != record.id and not older.get("replaced_by"):
            yield Found(f"replaces.{number}", _ADD.fill(other=id, key="replaced_by", id=record.id))
    newer = register.records.get(record.get("replaced_by", ""))
    if newer and newer.id != record.id and record.id not in newer.get("replaces", ()):
        yield Found("replaced_by", _ADD.fill(other=newer.id, key="replaces", id=record.id))


_ADD = Words(
    "{other} 里没有写这一关系；请在那里的 {key} 加上 {id}", "{other} does not say so; add {id} to its {key}"
)
