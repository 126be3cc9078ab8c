"""Every record another record refers to exists: replaces, replaced_by, amends, answers, evidence."""

import difflib
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    what=Words("引用的记录存在", "records referred to exist"),
    why=Words("读者要能顺着引用找到原文", "readers must be able to follow the reference"),
    sources=(OWN,),
    bad=(
        Example(kind="regulation", values={"replaces": "[regulations/no-such]"}),
        Example(values={"answers": "villages/demo-1/2020/finance-Q1"}),
    ),
    good=(Example(values={"answers": "regulations/example"}),),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for key, of, id in record.ids:
        if of not in ("record", "regulation") or _was_accepted(key, record):
            continue
        found = register.records.get(id)
        if found is None:
            close = difflib.get_close_matches(id, register.records, n=1)
            yield Found(
                key,
                _MISSING.fill(key=key, id=quote(id)).then(
                    _CLOSE.fill(close=close[0]) if close else Words("", "")
                ),
            )
        elif of == "regulation" and found.kind.name != of:
            yield Found(key, _NOT_ONE.fill(key=key, id=quote(id)))


def _was_accepted(key: str, record: Record) -> bool:
    """Whether it is evidence with a digest: it did exist, and rules/claim_evidence.py tells that it is gone."""
    if not key.startswith("claims."):
        return False
    _, claim, _, at, _ = key.split(".")
    return "digest" in record.get("claims")[int(claim)]["evidence"][int(at)]


_MISSING = Words("{key}：没有记录 {id}", "{key}: there is no record {id}")
_CLOSE = Words("，是否指 {close}？", "; did you mean {close}?")
_NOT_ONE = Words("{key}：{id} 不是制度文件", "{key}: {id} is no regulation")
