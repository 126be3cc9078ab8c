"""The check slip of an account: what was worked out again, what agrees, what does not, what could not be checked.

It is a value: the record's page, the printed notice and the rules say the same, because they read the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fazhi.ground.words import Words
from fazhi.nouns.agreement import NOTHING, Agreement
from fazhi.nouns.carry import carried_on, sums_of_parts
from fazhi.nouns.fund import funds_in_ledger
from fazhi.nouns.holdings import area_times_price, balance_sheet, household_count
from fazhi.nouns.ledger import Ledger
from fazhi.nouns.payment import paid_from_ledger
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rows_carried import rows_carried
from fazhi.nouns.sums import cash_and_bank, closing_balance, row_balances, running_balance, totals


class Verdict(StrEnum):
    """How one question came out."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a slip: the question, how it came out, and in words what is off or why it was not checked.

    `count`: how many figures agree. `reference`: the id of another record that was compared with, `about` its period.
    """

    question: Words
    verdict: Verdict
    count: int
    details: tuple[Words, ...]
    reference: str = ""
    about: Words = Words("", "")


@dataclass(frozen=True, slots=True)
class Slip:
    """The slip of one table. `table` counts the tables of the record's original from 0; None where it is missing.

    `unreconciled` holds reason, by and on as the record states them, where it does.
    """

    table: int | None
    heading: str
    answers: tuple[Answer, ...]
    unreconciled: Mapping[str, Any] | None

    @property
    def honest(self) -> Words:
        """What a slip does not say; it stands under every one."""
        return _HONEST

    @property
    def agrees(self) -> bool:
        """Whether nothing is off; much may still not have been checked."""
        return all(answer.verdict is not Verdict.DIFFERS for answer in self.answers)

    @property
    def verdict(self) -> Words:
        """The slip in one line."""
        if not self.agrees:
            return _DIFFERS
        return _PARTLY if any(answer.verdict is Verdict.UNCHECKED for answer in self.answers) else _AGREES


_HONEST = Words(
    "对得上，只说明账面前后一致，不说明钱真的花在写的地方；那要看单据，可以向村务监督委员会查询。",
    "That the figures agree says only that the account is consistent, not that the money went where it says. "
    "For that, look at the vouchers: ask the village supervision committee.",
)


def slips(record: Record, register: Register) -> tuple[Slip, ...]:
    """The slips of a record, in the order of its declared accounts, then of its other tables that can be checked."""
    if not record.get("accounts") and record.kind.name != "disclosure":
        return ()
    each = (_slip(ledger, record, register) for ledger in record.all_ledgers)
    return tuple(slip for slip in each if slip.answers)


def _slip(ledger: Ledger, record: Record, register: Register) -> Slip:
    tables = record.original.tables
    place = next((n for n, table in enumerate(tables) if table is ledger.table), None)
    answers = (
        _answer(question, agreement)
        for question, agreement in _questions(ledger, record, register)
        if agreement != NOTHING
    )
    return Slip(
        place, ledger.table.heading if ledger.table else "", tuple(answers), record.get("unreconciled")
    )


def _questions(ledger: Ledger, record: Record, register: Register) -> Iterator[tuple[Words, Agreement]]:
    if ledger.number is not None and not ledger.columns.row_wise:
        yield _CLOSING, closing_balance(ledger)
        yield _RUNNING, running_balance(ledger)
    yield _TOTALS, totals(ledger)
    yield _ROWS, row_balances(ledger)
    yield _SHEET, balance_sheet(ledger)
    yield _RENT, area_times_price(ledger)
    yield _HOUSEHOLDS, household_count(ledger)
    yield _ROWS_CARRIED, rows_carried(ledger, record, register)
    yield _FUNDS, funds_in_ledger(ledger, record, register)
    yield _PAID, paid_from_ledger(ledger, record, register)
    if ledger.number is not None:
        account = (record, ledger.number)
        yield _CASH, cash_and_bank(ledger)
        if "period" in record.values:
            yield _CARRIED, carried_on(account, register)
            yield _PARTS, sums_of_parts(account, register)


def _answer(question: Words, agreement: Agreement) -> Answer:
    if agreement.off:
        verdict, details = Verdict.DIFFERS, tuple(off.words for off in agreement.off)
    elif agreement.unchecked:
        verdict, details = Verdict.UNCHECKED, agreement.unchecked
    else:
        verdict, details = Verdict.AGREES, ()
    return Answer(question, verdict, agreement.agreed, details, agreement.reference, agreement.about)


_CLOSING = Words("期初加收入减支出，等于期末", "opening plus income less expenditure is closing")
_RUNNING = Words("每一行的结余，接着上一行算", "every balance follows from the one above it")
_TOTALS = Words("各行相加，等于合计", "the rows add up to the totals")
_ROWS = Words(
    "每一行的期初加拨入减支出，等于结存",
    "in every row, brought forward plus received less spent is what is left",
)
_SHEET = Words("资产总计，等于负债加所有者权益", "total assets are liabilities and equity")
_RENT = Words("面积乘单价，等于金额", "area times price is the amount")
_HOUSEHOLDS = Words("户数，等于各行之和或者名单的行数", "the households are as many as are listed")
_ROWS_CARRIED = Words(
    "每一行的期初，等于上一期的结存", "every row brings forward what it had left in the period before"
)
_FUNDS = Words("每一项的拨入和支出，等于账上的", "what each fund received and spent is what the ledger tells")
_PAID = Words("名单的金额，等于账上付出的", "the list comes to what the accounts paid")
_CASH = Words("现金加银行存款，等于期末", "cash plus bank balance is closing")
_CARRIED = Words("期初，等于上一期的期末", "opening is the closing of the period before")
_PARTS = Words("本期，等于所含各期之和", "the period is the sum of its parts")
_AGREES = Words("能核对的都对得上", "everything that was checked agrees")
_PARTLY = Words("核对过的都对得上，有的没法核对", "what was checked agrees; some could not be checked")
_DIFFERS = Words("有对不上的数", "some figures do not agree")
