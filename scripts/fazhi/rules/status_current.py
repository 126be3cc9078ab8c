"""有效性 is what it is today: nothing lapsed, replaced or amended still says 有效.

A warning, for the status changes by the mere passing of a day.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import OFFICIAL_DOCUMENTS
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.WARNING,
    across=True,
    ref="LAW-15",
    what=Words(
        "有效性与有效期、废止和修改的情况一致", "the status agrees with expiry, replacement and amendment"
    ),
    why=Words("照着已经失效的文件办事会出错", "who goes by a document that has lapsed goes wrong"),
    sources=(
        Standard(Words("国办发〔2018〕37号", "State Council Office notice 37 (2018)"), True),
        Provision(OFFICIAL_DOCUMENTS, {date(2012, 7, 1): "33"}, {}, confirmed=False),
    ),
    bad=(
        Example(kind="regulation", values={"expires": "2027-06-29"}),
        Example(kind="regulation", values={"status": "已失效"}),
        Example(
            kind="regulation",
            values={"replaced_by": "regulations/newer"},
            files={"regulations/newer.md": "*"},
        ),
        Example(
            kind="regulation",
            values={"replaces": "[regulations/older]"},
            files={"regulations/older.md": "*"},
        ),
        Example(kind="regulation", files={"regulations/example@2026-10-08.md": "*"}),
    ),
    good=(
        Example(kind="regulation", values={"expires": "2027-06-30"}),
        Example(kind="regulation", values={"expires": "2027-06-29", "status": "已失效"}),
        Example(
            kind="regulation",
            values={"status": "已修改"},
            files={"regulations/example@2026-10-08.md": "*"},
        ),
    ),
)
_VALID, _LAPSED = "有效", "已失效"


def check(record: Record, register: Register) -> Iterator[Found]:
    status, expires = record.get("status"), record.get("expires")
    if record.kind.name != "regulation":
        return
    if status == _VALID and expires and expires < register.as_of:
        yield Found("status", _EXPIRED.fill(expires=expires))
    if status == _LAPSED and expires and expires >= register.as_of:
        yield Found("status", _NOT_YET.fill(expires=expires))
    if status == _VALID and (later := _later(record, register)):
        yield Found("status", _SUCCEEDED.fill(id=later.id))
    for number, id in enumerate(record.get("replaces", ()) if _is_in_force(record, register) else ()):
        older = register.records.get(id)
        if older and older.id != record.id and older.get("status") == _VALID:
            yield Found(f"replaces.{number}", _REPLACED.fill(id=id))


def _later(record: Record, register: Register) -> Record | None:
    """What stands in the record's place today, as it says itself: its successor or its newer version."""
    later = register.records.get(record.get("replaced_by") or record.version_of or "")
    return later if later and later.id != record.id and _is_in_force(later, register) else None


def _is_in_force(record: Record, register: Register) -> bool:
    effective = record.get("effective")
    return bool(effective and effective <= register.as_of)


_EXPIRED = Words(
    "有效期至 {expires}，已过期，有效性仍写“有效”；请改为“已失效”，延期的请改 expires",
    "expired on {expires} and still says 有效; write 已失效, or a new expires where it was prolonged",
)
_NOT_YET = Words(
    "有效性写“已失效”，有效期却至 {expires}；请核对", "says 已失效, yet expires on {expires} only; check"
)
_SUCCEEDED = Words(
    "已由 {id} 取代，有效性仍写“有效”；请改为“已废止”或“已修改”",
    "{id} stands in its place and it still says 有效; write 已废止 or 已修改",
)
_REPLACED = Words(
    "{id} 已被本文件取代，那里的有效性仍写“有效”；请把它改为“已废止”",
    "{id} is replaced by this one and still says 有效 there; write 已废止",
)
