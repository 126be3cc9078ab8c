"""Cash and what lies in the bank are together the closing balance."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import SOUND, book_with
from fazhi.nouns.agreement import TRUTH, off_figures
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Found, Rule
from fazhi.nouns.sums import cash_and_bank

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-05",
    what=Words("现金加银行存款，等于期末结余", "cash and bank balance are the closing balance"),
    why=Words("账上的钱应当在库里或者在银行里", "money on the books is in the box or in the bank"),
    sources=(TRUTH,),
    bad=(book_with("cash: 20.00", "cash: 20.01"),),
    good=(
        SOUND,
        book_with("cash: 20.00, ", ""),
    ),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    yield from off_figures((cash_and_bank(ledger) for ledger in record.ledgers), record)
