"""A record that a claim cites says what it said when that was accepted; if not, somebody must look again."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.claim import Evidence, claims_of
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule


def _cites(evidence: str) -> Example:
    claims = f"[{{text: 定期举办法治培训, evidence: [{evidence}]}}]"
    return Example(kind="report", values={"claims": claims})


RULE = Rule(
    severity=Severity.WARNING,
    what=Words(
        "陈述所引的记录已经核定，核定以后没有改动",
        "the records a claim cites are accepted and unchanged since",
    ),
    why=Words(
        "记录改了，原来能证明的也许不再能证明", "a record that changed may no longer prove what it did"
    ),
    sources=(OWN,),
    bad=(
        _cites("{id: regulations/example, digest: 0123456789abcdef}"),
        _cites("{id: regulations/withdrawn, digest: 0123456789abcdef}"),
        _cites("{id: regulations/example}"),
    ),
    good=(Example(kind="report"),),
    keys=frozenset(("claims",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not any("evidence" in claim for claim in record.get("claims", ())):
        return
    for claim in claims_of(record, register):
        for at, each in enumerate(claim.evidence):
            if words := _fault(each):
                yield Found(f"claims.{claim.number - 1}.evidence.{at}.id", words.fill(id=each.id), each.id)


def _fault(each: Evidence) -> Words | None:
    if each.record is None:
        return _GONE if each.accepted else None  # never accepted: rules/record_known.py tells it
    if not each.accepted:
        return _OPEN
    return _CHANGED if each.is_changed else None


_GONE = Words(
    "所引的记录 {id} 已经没有；请换一份依据，或者去掉这一项",
    "the record {id} is gone; cite another, or take it out",
)
_OPEN = Words(
    "所引的记录 {id} 还没有核定；看过内容以后运行 fazhi claims --accept",
    "the record {id} is not accepted yet; read it, then run fazhi claims --accept",
)
_CHANGED = Words(
    "所引的记录 {id} 在核定以后改过；重新看过内容，再运行 fazhi claims --accept",
    "the record {id} has changed since it was accepted; read it again, then run fazhi claims --accept",
)
