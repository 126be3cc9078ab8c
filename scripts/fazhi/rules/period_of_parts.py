"""A quarter is the sum of its months, a year that of its quarters, where both are published."""

from collections.abc import Iterator
from dataclasses import replace

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import EMPTY, SOUND, account_of
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.carry import sums_of_parts
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_TABLE = EMPTY + "| 补贴 | {} | |\n| 电费 | | {} |\n"


def _with_months(expense: str) -> Example:
    """The quarter with its three months, which make it up if the first one spends 10.00."""
    figures = (
        ("07", "100.00", "140.00", "50.00", expense),
        ("08", "140.00", "130.00", "", "10.00"),
        ("09", "130.00", "120.00", "", "10.00"),
    )
    files = {
        f"villages/demo-1/2026/finance-{month}.md": account_of(
            f"2026-{month}", f"opening: {opening}, closing: {closing}", _TABLE.format(income, spent)
        )
        for month, opening, closing, income, spent in figures
    }
    return replace(SOUND, files=files)


RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-07",
    what=Words(
        "季度等于三个月之和，年等于四个季度之和",
        "a quarter is the sum of its months, a year that of its quarters",
    ),
    why=Words(
        "同一段时间公布两次，两次的数应当一样", "what is told twice of one stretch of time is told the same"
    ),
    sources=(TRUTH,),
    bad=(_with_months("10.01"),),
    good=(_with_months("10.00"), SOUND),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("accounts") and "period" in record.values:
        accounts = ((record, number) for number, _ in enumerate(record.get("accounts")))
        yield from off_figures((sums_of_parts(account, register) for account in accounts), record)
