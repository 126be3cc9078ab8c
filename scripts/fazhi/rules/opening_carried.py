"""An account begins with what the one before it ended with: same place, same book (DESIGN §4).

Where a period between is missing, nothing continues: `opening-after-gap` says so.
"""

from collections.abc import Iterator
from dataclasses import replace

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import EMPTY, SOUND, account_of
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.carry import carried_on
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule


def _after(closing: str) -> Example:
    """The account after one that closed with so much."""
    before = account_of("2026-Q2", f"closing: {closing}", EMPTY)
    return replace(SOUND, files={"villages/demo-1/2026/finance-Q2.md": before})


RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-04",
    what=Words(
        "期初结余等于同一本账上一期的期末结余",
        "an account opens with the closing balance of the period before",
    ),
    why=Words(
        "两期之间的差额，就是没有公布的收支", "a difference between two periods is money nobody was told of"
    ),
    sources=(TRUTH,),
    bad=(_after("99.99"),),
    good=(_after("100.00"), SOUND),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("accounts") and "period" in record.values:
        accounts = ((record, number) for number, _ in enumerate(record.get("accounts")))
        yield from off_figures((carried_on(account, register) for account in accounts), record)
