"""有效性 is what it is today: nothing lapsed, replaced or amended still says 有效.

A warning, for the status changes by the mere passing of a day.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import OFFICIAL_DOCUMENTS
from fazhi.ground.words import Words, same
from fazhi.nouns.life import STATUS, Life, State, life
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.WARNING,
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
    keys=frozenset(("status",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    status, own = record.get("status"), life(record, register)
    if own is None or status is None:
        return
    state = own.on(register.as_of)
    if state is None or status == STATUS[state] or _is_for_others(status, own, record, register):
        return
    end = own.end(register.as_of)
    found = _TOLD[state].fill(
        status=status,
        until=own.until or _NO_END,
        since=own.since,
        by=_BY.fill(id=end.by) if end and end.by else same(""),
    )
    yield Found("status", found)


def _is_for_others(status: str, own: Life, record: Record, register: Register) -> bool:
    """Whether another rule speaks of it: an end without its day; or a text that was amended stands amended."""
    undated = (status == "已废止" and not own.first("repealed")) or (
        status == "已撤销" and not own.first("annulled")
    )
    lapsed = status == "已失效" and not own.first("expired")
    return (
        undated
        or lapsed
        or (status == "已修改" and record.id in register.earlier and not own.end(register.as_of))
    )


_NO_END = Words("没有写期限", "no term given")
_BY = Words("（{id}）", " ({id})")
_TOLD: dict[State, Words] = {
    "draft": Words(
        "征求意见稿还没有通过，不写有效性；请删去 status: {status}，通过后再写",
        "a draft is not adopted yet and has no status; take status: {status} away until it is",
    ),
    "pending": Words(
        "自 {since} 起施行，有效性写“{status}”；请核对施行日期，或改为“有效”",
        "in force from {since}, yet it says {status}; check the day, or write 有效",
    ),
    "in force": Words(
        "有效性写“{status}”，按日期和相互关系仍然有效（{until}）；请核对，或改为“有效”",
        "it says {status}; by its dates and relations it is in force ({until}); check, or write 有效",
    ),
    "amended": Words(
        "已有文件修改了它，有效性写“{status}”；请改为“已修改”",
        "another document has amended it and it says {status}; write 已修改",
    ),
    "superseded": Words(
        "已经起用新的文本{by}，这一文本的有效性写“{status}”；请改为“已修改”",
        "a newer text is in force{by} and it says {status}; write 已修改",
    ),
    "expired": Words(
        "有效期至 {until}，已过期，有效性写“{status}”；请改为“已失效”，延期的请改 expires",
        "expired on {until} and says {status}; write 已失效, or a new expires where it was prolonged",
    ),
    "repealed": Words(
        "{until} 以后已经废止{by}，有效性写“{status}”；请改为“已废止”",
        "repealed after {until}{by} and says {status}; write 已废止",
    ),
    "annulled": Words(
        "已被撤销，自始无效，有效性写“{status}”；请改为“已撤销”",
        "annulled, void from the start, and says {status}; write 已撤销",
    ),
}
