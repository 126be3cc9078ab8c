"""What a computed claim comes to: a sum or a count over the records of one year or part of it, or over that year's villages.

Naive on purpose: every claim is worked out anew from the register, nothing is remembered.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from fazhi.ground.days import When
from fazhi.ground.period import Period
from fazhi.nouns.life import STATUS, is_annulled, life, state_of
from fazhi.nouns.reach import every_quarter, reached
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.ten_standards import is_democratic
from fazhi.nouns.within import lies_in

VILLAGES = "villages"
BOUNDS = ("at_least", "at_most", "equals")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was counted or summed: `value`, None where there is nothing to compute from.

    `over`: how many records of the kind, or villages, that year has. `ids`: the records or villages that count.
    `without`: those that should and do not: villages without the property, records without the figure.
    `restated`: those of `ids` that count by this site's own restatements alone.
    `samples`: how many were left out as demonstration data. `holds`: whether every bound is kept.
    """

    value: Decimal | None
    over: int
    ids: tuple[str, ...]
    without: tuple[str, ...]
    restated: tuple[str, ...]
    samples: int
    holds: bool

    @property
    def shown(self) -> str:
        """The value as readers see it; empty where there is none."""
        return "" if self.value is None else f"{self.value.normalize():f}"


def reckon(compute: Mapping[str, Any], report: Record, register: Register) -> Reckoned:
    """What a computation comes to in the report's year, and whether that keeps its bounds."""
    work_out = _villages if compute.get("count") == VILLAGES else _records
    return work_out(compute, report, register)


def _records(compute: Mapping[str, Any], report: Record, register: Register) -> Reckoned:
    kind, key = compute.get("of") or compute.get("count", ""), compute.get("sum")
    where = compute.get("where", {})
    year, within = report.get("year"), compute.get("period", ())
    dated = [each for each in register.of_kind(kind) if each.year == year and lies_in(each, within)]
    of_year = [record for record in dated if _is_made(record, where, register)]
    usable = [record for record in of_year if report.is_sample or not record.is_sample]
    day = date(report.get("year", 1), 12, 31)
    fitting = [record for record in of_year if _matches(record, where, day, register)]
    matching = [record for record in fitting if report.is_sample or not record.is_sample]
    counted = [record for record in matching if key is None or _figure(record, key) is not None]
    value = sum((_figure(record, key) or 0 for record in counted), Decimal()) if key else len(counted)
    return Reckoned(
        Decimal(value) if counted else None,
        len(usable),
        tuple(record.id for record in counted),
        tuple(record.id for record in matching if record not in counted),
        tuple(record.id for record in counted if record.get("restated")),
        len(fitting) - len(matching),
        bool(counted) and keeps(compute, Decimal(value), len(usable)),
    )


def _villages(compute: Mapping[str, Any], report: Record, register: Register) -> Reckoned:
    year = report.get("year", 0)
    there = register.town.villages_there(date(year, 12, 31), date(year, 12, 31)) if year else {}
    usable = {id: info for id, info in there.items() if report.is_sample or not info.get("sample")}
    where, within = compute.get("where", {}), compute.get("period", ())

    def fits(id: str, *, restated: bool) -> bool:
        asked = Asked(report, register, restated, within)
        return all(key in PROPERTIES and PROPERTIES[key](id, wanted, asked) for key, wanted in where.items())

    counted = [id for id in usable if fits(id, restated=True)]
    return Reckoned(
        Decimal(len(counted)) if usable else None,
        len(usable),
        tuple(counted),
        tuple(id for id in usable if id not in counted),
        tuple(id for id in counted if not fits(id, restated=False)),
        len(there) - len(usable),
        bool(usable) and keeps(compute, Decimal(len(counted)), len(usable)),
    )


def keeps(compute: Mapping[str, Any], value: Decimal, over: int) -> bool:
    """Whether a value keeps every bound of a computation; one without bounds keeps none."""
    if not any(bound in compute for bound in BOUNDS):
        return False
    equals = compute.get("equals", value)
    return (
        compute.get("at_least", value) <= value <= compute.get("at_most", value)
        and (Decimal(over) if equals == "all" else Decimal(equals)) == value
    )


def _is_made(record: Record, where: Mapping[str, tuple[str, ...]], register: Register) -> bool:
    """Whether a record counts as made: not a draft, nor what was annulled, void from the start, unless asked for."""
    if record.get("draft"):
        return "draft" in where
    return STATUS["annulled"] in where.get("status", ()) or not is_annulled(record, register)


def _matches(record: Record, where: Mapping[str, tuple[str, ...]], day: date, register: Register) -> bool:
    """Whether a record has what is asked for; a regulation's status is that of the year's last day."""
    return all(
        any(text in wanted for text in _texts(_value(record, key, day, register)))
        for key, wanted in where.items()
    )


def _value(record: Record, key: str, day: date, register: Register) -> Any:
    """A field; the status of a regulation as its dates and relations make it, where these tell."""
    own = life(record, register) if key == "status" else None
    state = state_of(record, own, day) if own else None
    return STATUS[state] if state else record.get(key)


def _texts(value: Any) -> Iterator[str]:
    """A value as a filter may name it; of a list each, of a group that it is there."""
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, bool | dict):
        yield "true" if value else "false"
    elif isinstance(value, When | Period):
        yield value.text
    elif value is not None:
        yield f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _figure(record: Record, key: str) -> Decimal | None:
    value = record.get(key)
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return Decimal(value) if is_number else None


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what a village is asked: in the report's year, or `within` some periods of it.

    Demonstration data tells only where the report is some, this site's restatements only where `restated`.
    """

    report: Record
    register: Register
    restated: bool
    within: tuple[Period, ...] = ()

    def reached(self, id: str, forms: tuple[str, ...]) -> tuple[Record, ...]:
        """The outreach of these forms that reached the village."""
        year, samples = self.report.get("year"), self.report.is_sample
        return reached(
            id, forms, year, self.register, samples=samples, restated=self.restated, within=self.within
        )


Has = Callable[[str, tuple[str, ...], Asked], bool]


def _democratic(id: str, wanted: tuple[str, ...], asked: Asked) -> bool:
    day = date(asked.report.get("year"), 12, 31)
    return _said(is_democratic(id, day, asked.register, samples=asked.report.is_sample)) in wanted


def _busy(id: str, wanted: tuple[str, ...], asked: Asked) -> bool:
    return _said(bool(asked.register.town.villages[id].get("busy_finance"))) in wanted


def _reached(id: str, wanted: tuple[str, ...], asked: Asked) -> bool:
    return bool(asked.reached(id, wanted))


def _every_quarter(id: str, wanted: tuple[str, ...], asked: Asked) -> bool:
    return every_quarter(asked.reached(id, wanted))


def _said(flag: bool) -> str:
    return "true" if flag else "false"


PROPERTIES: dict[str, Has] = {
    "democratic_rule_of_law": _democratic,
    "busy_finance": _busy,
    "reached_by": _reached,
    "reached_every_quarter_by": _every_quarter,
}
"""What may be asked of a village. The last two take forms of outreach: 咨询, 宣传栏 …"""
OF_FORMS = frozenset(("reached_by", "reached_every_quarter_by"))
OF_PERIODS = frozenset(("reached_by",))
"""What may be asked of a part of the year."""
