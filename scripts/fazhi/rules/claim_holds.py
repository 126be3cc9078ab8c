"""What a report says is what its records come to. A claim that does not hold is told and published as such."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.claim import State, claims_of
from fazhi.nouns.claim_words import how
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_TRAINING = """---
title: 2026年法治培训
index: 140825107/2026-00077
formed: 2026-05-08
published: 2026-05-10
source: government
topic: 公安、安全、司法
access: 主动公开
review: {by: reviewer, on: 2026-05-09, secrecy: ok, privacy: ok}
form: 培训
date: 2026-05-07
audience: 干部
hours: 4
---

讲解新修改的法律。
"""


def _report(bound: str, **files: str) -> Example:
    compute = f"{{count: outreach, where: {{form: 培训}}, {bound}}}"
    return Example(
        kind="report",
        values={"claims": f"[{{text: 定期举办法治培训, compute: {compute}}}]"},
        files={f"outreach/2026/{name}.md": text for name, text in files.items()},
    )


RULE = Rule(
    severity=Severity.WARNING,
    what=Words("报告的陈述与记录算出的结果相符", "a claim is what the records come to"),
    why=Words(
        "算出来不符的，不是少登了记录，就是报告写多了；网页照实标明",
        "where it is not, a record is missing or the report says too much; the page says so",
    ),
    sources=(OWN,),
    bad=(_report("at_least: 4", training=_TRAINING), _report("at_most: 0", training=_TRAINING)),
    good=(
        _report("at_least: 1", training=_TRAINING),
        _report("at_least: 4"),
        _report("at_least: 4", training=_TRAINING.replace("form: 培训", "sample: true\nform: 培训")),
    ),
    keys=frozenset(("claims",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not record.get("claims"):
        return
    for claim in claims_of(record, register):
        if claim.state is State.FAILS:
            words = _DIFFERS.fill(text=quote(claim.text), how=how(claim, record, register))
            yield Found(f"claims.{claim.number - 1}.compute", words, claim.text)


_DIFFERS = Words(
    "“{text}”与记录不符：{how}请补登记录，或者更正报告",
    "'{text}' is not what the records come to: {how} Add the records that are missing, or correct the report",
)
