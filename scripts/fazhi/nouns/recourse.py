"""Whom a resident can ask about a disclosure, and to whom untrue or untimely ones are reported, as the law has it."""

from dataclasses import dataclass
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.statutes import INFORMATION, VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record

_AMENDED = date(2026, 1, 1)
INQUIRY = Provision(
    VILLAGES, {date.min: "30", _AMENDED: "35"}, {"30": "接受村民的查询", "35": "接受村民的查询"}
)
_REPORT = "村民有权向乡、民族乡、镇的人民政府或者县级人民政府及其有关主管部门反映"
REPORT = Provision(VILLAGES, {date.min: "31", _AMENDED: "36"}, {"31": _REPORT, "36": _REPORT})
OFFICE_REPORT = Provision(
    INFORMATION, {date(2019, 5, 15): "47"}, {"47": "可以向政府信息公开工作主管部门提出"}
)


@dataclass(frozen=True, slots=True)
class Recourse:
    """The citations for asking and for reporting as of a record's own date, and as they stand now where that differs.

    `inquiry` is None for an office of the town: whoever asks it applies for information (docs/guide/ask.md).
    """

    inquiry: Words | None
    report: Words
    report_now: Words | None


def recourse(record: Record) -> Recourse:
    """The law as it stood on the record's date."""
    of_village = bool(record.get("village"))
    report = REPORT if of_village else OFFICE_REPORT
    then, now = report.on(record.day), report.on(None)
    return Recourse(INQUIRY.on(record.day) if of_village else None, then, None if then == now else now)
