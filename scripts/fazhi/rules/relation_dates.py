"""What replaces or amends another document is not older than it, and nothing is repealed before it took effect."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.life import acts_from, came_to_be
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_OTHER = "---\ntitle: 另一份\nformed: unknown\npublished: unknown\nsource: government\ntopic: 综合政务\naccess: 主动公开\nrestated: true\nsubject: 村民自治\neffective: {}\n---\n"
_OLDER, _NEWER = ({"regulations/other.md": _OTHER.format(day)} for day in ("2024-03-01", "2027-03-01"))
_ENDED_AT_ONCE = {"adopted": "2026-10-01", "repealed": "{on: 2026-10-20, by: 示例镇人民政府}"}

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-15",
    what=Words(
        "取代、修改别的文件的，施行日期不早于那份文件；废止不早于施行",
        "what replaces or amends a document took effect after it; nothing is repealed before it took effect",
    ),
    why=Words(
        "先有的文件不会废止、修改后来的文件；日期或者关系写反了，读者会把现行的当成废止的",
        "an older document does not end or change a newer one; written the wrong way round, what is in force looks repealed",
    ),
    sources=(OWN,),
    bad=(
        Example(kind="regulation", values={"replaces": "[regulations/other]"}, files=_NEWER),
        Example(kind="regulation", values={"amends": "[regulations/other]"}, files=_NEWER),
        Example(kind="regulation", values={"replaced_by": "regulations/other"}, files=_OLDER),
        Example(kind="regulation", values=_ENDED_AT_ONCE),
    ),
    good=(
        Example(kind="regulation", values={"replaces": "[regulations/other]"}, files=_OLDER),
        Example(kind="regulation", values={"amends": "[regulations/other]"}, files=_OLDER),
        Example(kind="regulation", values={"replaced_by": "regulations/other"}, files=_NEWER),
        Example(kind="regulation", values={"repealed": "{on: 2027-05-01, by: 示例镇人民政府}"}),
    ),
    keys=frozenset(("replaces", "replaced_by", "amends", "repealed")),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for key, other in _others(record, register):
        newer, older = (other, record) if key == "replaced_by" else (record, other)
        day, begun = acts_from(newer), _begins(older)
        if day and begun and day < begun:
            yield Found(key, _REVERSED.fill(newer=newer.id, day=day, older=older.id, begun=begun))
    repealed, begun = record.get("repealed", {}).get("on"), _begins(record)
    if repealed and begun and repealed < begun:
        yield Found("repealed.on", _EARLY.fill(day=repealed, begun=begun))


def _others(record: Record, register: Register) -> Iterator[tuple[str, Record]]:
    """Every regulation it names, with the key that names it."""
    named = [
        *((f"{key}.{at}", id) for key in ("replaces", "amends") for at, id in enumerate(record.get(key, ()))),
        ("replaced_by", record.get("replaced_by", "")),
    ]
    for key, id in named:
        other = register.records.get(id)
        if other and other.id != record.id:
            yield key, other


def _begins(record: Record) -> date | None:
    effective: date | None = record.get("effective")
    return effective or came_to_be(record)


_REVERSED = Words(
    "{newer} 自 {day} 起施行，早于 {older}（{begun}）；请核对日期，或者关系是不是写反了",
    "{newer} took effect on {day}, before {older} ({begun}); check the days, or whether it is the other way round",
)
_EARLY = Words(
    "废止日期 {day} 早于施行日期 {begun}；请核对，确实在施行以前废止的可以不改",
    "repealed on {day}, before it took effect ({begun}); check; what was repealed before its day can stay as it is",
)
