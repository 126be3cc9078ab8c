"""Every village publishes its items every quarter, or as often as town.yml says; what is past its deadline is told.

The duty stands at the village in town.yml: the record that would carry it is not there. A fictional village owes nobody
anything and is passed over. What came late is told at its record (period-late), accounts of busy villages elsewhere.
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
_VILLAGES = "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01%s}}"
_ITEMS = "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, due_days: 20, channel: web, since: 2026-07-01}}"


def _town(more: str = "", items: str = _ITEMS) -> dict[str, str]:
    return {"villages": _VILLAGES % more, "items": items}


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-07",
    on="village",
    what=Words(
        "各村的事项按期公开，一般事项至少每季度一次",
        "every village publishes its items in time, general ones every quarter at least",
    ),
    why=Words(
        "没有公开的也要让人看到：哪个村、哪一项、从哪天起逾期",
        "what is not published must be seen too: which village, which item, overdue since when",
    ),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "30", _AMENDED: "35"},
            {"30": "一般事项至少每季度公布一次", "35": "一般事项至少每季度公布一次"},
        ),
    ),
    bad=(Example(town=_town()), Example(values={"nil": "{by: demo-1}"}, body="无。\n", town=_town())),
    good=(
        Example(town=_town(more=", sample: true")),
        Example(town=_town(items=_ITEMS.replace("2026-07-01", "2027-04-01"))),
        Example(),
    ),
)


def check(village: str, register: Register) -> Iterator[Found]:
    town = register.town
    if not town.villages[village].get("sample"):
        cells = (cell for cell in cells_of_village(village, register) if cell.state == "overdue")
        for _, words in missing((cell for cell in cells if _is_asked(cell, town)), town):
            yield Found(f"villages.{village}", words)


def _is_asked(cell: Cell, town: Town) -> bool:
    return bool(cell.duty.period.cadence == town.items[cell.duty.item]["cadence"])
