"""Accounts that do not add up and say why are shown as such; a reason that nothing needs is left over."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.account_example import BOOK, SOUND, TABLE
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.slip import Verdict, slips

_REASON = "{reason: 一张票据待查, by: demo-1, on: 2026-10-09}"

RULE = Rule(
    severity=Severity.NOTE,
    ref="FIN-01",
    what=Words(
        "对不上而写明原因的账目，照原样公布",
        "accounts that do not add up and say why are published as they are",
    ),
    why=Words(
        "不平的账写明原因，比改平更可信",
        "an account that says why it does not balance is more to be trusted than one made to",
    ),
    sources=(TRUTH,),
    bad=(
        Example(values={"accounts": BOOK.replace("120.00", "119.00"), "unreconciled": _REASON}, body=TABLE),
        Example(values={"accounts": BOOK, "unreconciled": _REASON}, body=TABLE),
    ),
    good=(SOUND,),
    keys=frozenset(("unreconciled",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if stated := record.get("unreconciled"):
        count = sum(
            len(answer.details)
            for slip in slips(record, register)
            for answer in slip.answers
            if answer.verdict is Verdict.DIFFERS
        )
        words = _SHOWN.fill(count=count, reason=quote(stated["reason"])) if count else _NEEDLESS
        yield Found("unreconciled", words)


_SHOWN = Words(
    "有{count}处对不上，页面上写明原因：{reason}",
    "{count} figures do not agree; the page gives the reason: {reason}",
)
_NEEDLESS = Words("各数都对得上，unreconciled 可以去掉", "all figures agree: unreconciled can go")
