"""The town itself publishes in time what it owes every year: its annual report, its report on open information, its items.

What is past its deadline stands at its duty or item in town.yml: the record that would carry it is not there. What came
late is told at its record (report-due, period-late).
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.nouns.cell import missing
from fazhi.nouns.coverage import cells_of_town
from fazhi.nouns.duty import REPORT, YEARLY_REPORT
from fazhi.nouns.own_items import INFORMATION_REPORT
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import SUPERVISION_RULES
from fazhi.nouns.town import Town

_LATER = "annual_report: {due: 04-01, since: 2027-01-01}"


_GUIDE = (
    "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, channel: web, since: 2027-04-01}, information-guide: "
    "{name: {zh: 公开指南, en: Guide}, of: office, cadence: event, channel: web, since: %s}}"
)


def _town(duties: str) -> dict[str, str]:
    return {"duties": f"{{{duties}}}"}


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-01",
    on="town",
    what=Words(
        "镇里每年的年度报告、政府信息公开年报和自己的事项按期公开",
        "the town publishes its annual report, its report on open information and its own items in time",
    ),
    why=Words(
        "要求各村按期公开的，自己先要做到；没有公开的也要让人看到",
        "who asks the villages to be in time must be so; what is not published must be seen",
    ),
    sources=(
        SUPERVISION_RULES,
        Provision(
            INFORMATION,
            {date(2019, 5, 15): "12"},
            {"12": "行政机关编制、公布的政府信息公开指南和政府信息公开目录应当及时更新"},
        ),
        Provision(INFORMATION, {date(2019, 5, 15): "50"}, {"50": "政府信息公开工作年度报告应当包括下列内容"}),
    ),
    bad=(
        Example(town=_town("annual_report: {due: 04-01, since: 2026-01-01}")),
        Example(town=_town(f"{_LATER}, information_report: {{due: 01-31, since: 2026-01-01}}")),
        Example(town={"items": _GUIDE % "2026-01-01"}),
    ),
    good=(
        Example(town={"items": _GUIDE % "2027-06-01"}),
        Example(town=_town(f"{_LATER}, information_report: {{due: 01-31, since: 2027-01-01}}")),
        Example(),
    ),
)


def check(town: Town, register: Register) -> Iterator[Found]:
    overdue = [cell for cell in cells_of_town(register) if cell.state == "overdue"]
    for item in dict.fromkeys(cell.duty.item for cell in overdue):
        for _, words in missing((cell for cell in overdue if cell.duty.item == item), town):
            yield Found(_key(item, town), words)


def _key(item: str, town: Town) -> str:
    """Where town.yml asks for an item: among its duties, else among its items."""
    duty = {REPORT: REPORT, INFORMATION_REPORT: YEARLY_REPORT}.get(item, "")
    return f"duties.{duty}" if duty in town.values.get("duties", {}) or item == REPORT else f"items.{item}"
