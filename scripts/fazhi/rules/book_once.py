"""One book has one account for a period: no two records tell the same book of the same stretch of time."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import BOOK, SOUND, TABLE
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.carry import accounts_of_its_period
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="FIN-04",
    what=Words("同一本账同一期只公布一份", "a book has one account for a period"),
    why=Words("两份账不一样时，不知道该信哪一份", "where two accounts differ, nobody knows which to believe"),
    sources=(TRUTH,),
    bad=(
        Example(values={"accounts": BOOK}, body=TABLE, files={"villages/demo-1/2026/finance-Q3-2.md": "*"}),
    ),
    good=(SOUND,),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for number, book in enumerate(record.get("accounts", ()) if "period" in record.values else ()):
        for other, _ in accounts_of_its_period((record, number), register):
            if other.id != record.id:
                words = _TWICE.fill(book=book.get("book", ""), other=other.original.path)
                yield Found(f"accounts.{number}.book", words)


_TWICE = Words(
    "同一期的账“{book}”在 {other} 里也有；一期只留一份，改错用更正",
    "the same period of book '{book}' is in {other} too; keep one, and correct it where it is wrong",
)
