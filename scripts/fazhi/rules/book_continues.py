"""A book goes on under its own name: its balance can only be carried on where the next account names the same book.

Where a new book begins as another ends with money in it, either was renamed, or its accounts are missing. Where the
item of the other has published nothing since, it may only be overdue, which is told elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.account_example import EMPTY, SOUND, account_of
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.carry import ended_before
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule


def _after(old: str, closing: str, quarter: str = "Q2", item: str = "finance") -> Example:
    """The account after one in a book of that name, which closed with so much."""
    other = account_of(f"2026-{quarter}", f"closing: {closing}", EMPTY).replace("book: main", f"book: {old}")
    path = f"villages/demo-1/2026/{item}-{quarter}.md"
    return replace(SOUND, files={path: other.replace("item: finance", f"item: {item}")})


RULE = Rule(
    severity=Severity.WARNING,
    ref="FIN-04",
    what=Words("同一本账各期用同一个编号", "a book keeps its name from period to period"),
    why=Words(
        "换了编号，期初就不再和上一期的期末核对", "under another name its opening balance continues nothing"
    ),
    sources=(TRUTH,),
    bad=(_after("general", "100.00"),),
    good=(
        _after("main", "100.00"),
        _after("general", "0.00"),
        _after("general", "100.00", quarter="Q1"),
        _after("general", "100.00", item="subsidies"),
        SOUND,
    ),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for number, book in enumerate(record.get("accounts", ()) if "period" in record.values else ()):
        for old, (last, _) in ended_before((record, number), register):
            words = _RENAMED.fill(
                book=quote(book.get("book", "")), old=quote(old), period=last.values["period"].words
            )
            yield Found(f"accounts.{number}.book", words)


_RENAMED = Words(
    "账“{book}”是新的，而账“{old}”到{period}为止，还有结余，后面没有了；是同一本账的请用原来的编号，不是的请补上“{old}”的账",
    "book '{book}' is new, while '{old}' ends in {period} with a balance; if they are one, keep its name, else add what follows in '{old}'",
)
