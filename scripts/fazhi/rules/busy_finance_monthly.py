"""A village with busy finances publishes its accounts every month, whatever its item's own cadence.

Which villages these are is for the town to say (`busy_finance`); fictional ones are passed over.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.cell import Cell, missing
from fazhi.nouns.coverage import cells_of_village
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.town import Town

_AMENDED = date(2026, 1, 1)
_ITEMS = (
    "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, due_days: 20, accounts: true, channel: web, "
    "since: %s}}"
)
_VILLAGES = "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01, busy_finance: %s}}"


def _town(busy: str, since: str) -> dict[str, str]:
    return {"villages": _VILLAGES % busy, "items": _ITEMS % since}


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-08",
    on="village",
    what=Words(
        "财务往来较多的村，财务收支每月公布一次",
        "villages with busy finances publish their accounts every month",
    ),
    why=Words(
        "钱来往得多，一季度一次看不清", "where much money moves, once a quarter is too seldom to follow it"
    ),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "30", _AMENDED: "35"},
            {"30": "财务收支情况应当每月公布一次", "35": "财务收支情况应当每月公布一次"},
        ),
    ),
    bad=(Example(town=_town("true", "2027-03-01")),),
    good=(Example(town=_town("true", "2027-06-01")), Example(town=_town("false", "2027-04-01"))),
)


def check(village: str, register: Register) -> Iterator[Found]:
    town = register.town
    if not town.villages[village].get("sample"):
        cells = (cell for cell in cells_of_village(village, register) if cell.state == "overdue")
        for _, words in missing((cell for cell in cells if _is_busy(cell, town)), town):
            yield Found(f"villages.{village}", words)


def _is_busy(cell: Cell, town: Town) -> bool:
    """Whether it is owed every month because the village is busy, not because the item says so."""
    return bool(cell.duty.period.cadence != town.items[cell.duty.item]["cadence"])
