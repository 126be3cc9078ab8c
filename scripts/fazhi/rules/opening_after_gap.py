"""After a period that is not on the site an account opens with another balance than the last one closed with.

That is no error of sums: what lies between may explain it. It names what is missing.
"""

from collections.abc import Iterator
from dataclasses import replace

from fazhi.ground.money import show_fen
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import EMPTY, SOUND, account_of
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.carry import balances_over_gap, listed, opening_key
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule


def _long_after(closing: str) -> Example:
    """The account with one before it that is not the last one: it closed with so much."""
    before = account_of("2026-Q1", f"closing: {closing}", EMPTY)
    return replace(SOUND, files={"villages/demo-1/2026/finance-Q1.md": before})


RULE = Rule(
    severity=Severity.WARNING,
    ref="FIN-04",
    what=Words("两期之间缺的账目，应当补上", "accounts missing between two periods are to be added"),
    why=Words(
        "缺了一期，期初结余从哪里来就没有依据",
        "without them nobody can tell where the opening balance comes from",
    ),
    sources=(TRUTH,),
    bad=(_long_after("99.99"),),
    good=(_long_after("100.00"),),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not record.get("accounts") or "period" not in record.values or record.get("unreconciled"):
        return
    for number, _ in enumerate(record.get("accounts")):
        if found := balances_over_gap((record, number), register):
            before, missing, closing, opening = found
            words = _GAP.fill(
                opening=show_fen(opening),
                before=before[0].values["period"].words,
                closing=show_fen(closing),
                missing=listed(missing),
            )
            yield Found(opening_key((record, number)), words)


_GAP = Words(
    "期初结余{opening}元，本站上一份（{before}）的期末结余是{closing}元，中间缺{missing}；请补上，或者核对期初",
    "opens with {opening} yuan, while {before}, the last on this site, closed with {closing}; {missing} is missing between: add it, or check the opening",
)
