"""Each balance of an account follows from the one above it."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import SOUND, table_with
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Found, Rule
from fazhi.nouns.sums import running_balance

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-03",
    what=Words("每一行的结余，由上一行的结余加收入减支出得来", "every balance follows from the one above it"),
    why=Words("从哪一行起对不上，就从哪一行查起", "the first row that does not follow is where to look"),
    sources=(TRUTH,),
    bad=(
        table_with("| 150.00", "| 150.01"),
        table_with("电费 | | 30.00", "电费 | 30.00 | "),
    ),
    good=(SOUND,),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((running_balance(ledger) for ledger in record.ledgers), record)
