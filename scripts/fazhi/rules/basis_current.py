"""The law a regulation rests on has a new version: a reason to look at the regulation again, not a fault of it.

Whether the article itself was changed is not told: it may stand word for word in the new version.
"""

from collections.abc import Iterator

from fazhi.ground.laws import Version
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.basis import Basis, bases
from fazhi.nouns.life import life
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_OLD = {
    "formed": "2024-02-01", "published": "2024-02-02", "index": "140825107/2024-00012", "number": "示政发〔2024〕3号",
    "adopted": "2024-02-01", "effective": "2024-03-01", "expires": "2028-02-29",
    "review": "{by: reviewer, on: 2024-02-01, secrecy: ok, privacy: ok}", "legality_review": "{by: justice, on: 2024-01-20}",
    "consultation": "{from: 2023-11-10, to: 2023-12-10, result: 没有收到意见}",
}  # fmt: skip

RULE = Rule(
    severity=Severity.NOTE,
    ref="LAW-21",
    what=Words(
        "现行文件所依据的法律没有更新的文本",
        "the laws a regulation in force rests on have no newer version",
    ),
    why=Words(
        "上位法改了，文件要跟着清理", "when the law changes, what rests on it has to be looked at again"
    ),
    sources=(OWN,),
    bad=(
        Example(kind="regulation", values={**_OLD, "basis": "[{law: 村民委员会组织法, article: 30}]"}),
        Example(kind="regulation", values={**_OLD, "basis": "[{law: 村民委员会组织法, article: 5}]"}),
    ),
    good=(
        Example(kind="regulation", values={"basis": "[{law: 村民委员会组织法, article: 35}]"}),
        Example(
            kind="regulation",
            values={**_OLD, "basis": "[{law: 农村集体经济组织法}, {law: 某省条例, article: 3}]"},
        ),
    ),
    keys=frozenset(("basis",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not record.get("basis"):
        return
    own = life(record, register)
    for number, basis in enumerate(bases(record) if own and own.holds_on(register.as_of) else ()):
        if basis.amended and basis.amended.since <= register.as_of:
            yield Found(f"basis.{number}", _told(basis, basis.amended))


def _told(basis: Basis, version: Version) -> Words:
    changed = _CHANGED.fill(basis=basis.words, since=version.since, label=version.label)
    return changed.then(_MOVED.fill(now=basis.moved_to)) if basis.moved_to else changed


_CHANGED = Words(
    "依据是{basis}，这部法律自 {since} 起施行新的文本（{label}）；请对照新的文本，看本文件是否要跟着改",
    "its basis is {basis}; a new version of this law is in force from {since} ({label}); see whether this document must follow",
)
_MOVED = Words("；这项内容现在见{now}", "; this stands in {now} now")
