"""A report that says 全覆盖 has a list of villages by which that can be counted."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.visible import unbroken
from fazhi.ground.words import Words
from fazhi.nouns.claim import worked_out_at
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_COVERAGE = re.compile(r"全覆盖|全部覆盖|覆盖率[^。；\n]{0,6}100\s?[%％]|覆盖全部|覆盖所有")
_BODY = "## 成效\n\n民主法治村全覆盖。\n"

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-20",
    wording=True,
    what=Words("“全覆盖”能由名单算出", "full coverage can be counted from a list"),
    why=Words("说满的话要能逐村核对", "what is said of all must be true of each"),
    sources=(OWN,),
    bad=(
        Example(kind="report", body=_BODY.replace("全覆盖", "**全**覆盖")),
        Example(kind="report", body=_BODY, values={"claims": "[{text: 民主法治村全覆盖}]"}),
        Example(
            kind="report",
            body=_BODY,
            values={
                "claims": "[{text: 民主法治村全覆盖, compute: {count: villages, where: {democratic_rule_of_law: true}, equals: all}}]"
            },
            town={"villages": "{}"},
        ),
    ),
    good=(
        Example(
            kind="report",
            body=_BODY,
            values={
                "claims": "[{text: 民主法治村全覆盖, compute: {count: villages, where: {busy_finance: false}, equals: all}}]"
            },
        ),
        Example(kind="report"),
    ),
    kinds=frozenset(("report",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    read = unbroken(record.original.body.unquoted)
    places = [*_COVERAGE.finditer(read.text)]
    worked_out = worked_out_at(record, register) if places else b""
    for found in places:
        start, end = read.stretch(*found.span())
        if worked_out.find(1, start, end) < 0:
            yield Found(start, _NOT_BACKED.fill(text=quote(found[0])), found[0])


_NOT_BACKED = Words(
    "“{text}”没有名单可以计算；请列为 equals: all 的陈述，并在 town.yml 和记录中登记各村的情况",
    "nothing counts up to '{text}'; list it as a claim with `equals: all`, and register each village's standing",
)
