"""How values read on a page: the head block of a record, and the line that stands for it in a listing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.ground.days import When
from fazhi.ground.period import Period
from fazhi.ground.words import Words, same
from fazhi.nouns.field import Type
from fazhi.nouns.record import Record
from fazhi.nouns.town import Town
from fazhi.nouns.types import Choice, Group, IdOf, ListOf


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a head block: label and value, and the id of the page the value leads to."""

    key: str
    label: Words
    value: Words
    leads_to: str | None = None


def head(record: Record, town: Town) -> Iterator[Line]:
    """The head block of a record: every field of its kind that belongs there and has a value."""
    for field in record.kind.fields:
        if field.head and (value := record.get(field.key)) is not None and value != ():
            yield Line(
                field.key, field.label, show(value, field.type, town), _leads_to(value, field.type, town)
            )


def show(value: Any, type: Type, town: Town) -> Words:
    """A value as readers see it, in both languages."""
    if isinstance(type, Choice):
        return Words(value, type.terms[value][0])
    if isinstance(type, IdOf):
        return town.named(type.of, value) or same(value)
    if isinstance(type, ListOf):
        shown = [show(item, type.item, town) for item in value]
        return Words("、".join(item.zh for item in shown), ", ".join(item.en for item in shown))
    if isinstance(type, Group):
        return _group(value, type, town)
    if isinstance(value, Period):
        return value.words
    return _UNKNOWN if isinstance(value, When) and value.first is None else same(_plain(value))


def _group(value: dict[str, Any], type: Group, town: Town) -> Words:
    if {"from", "to"} <= value.keys():
        place = value.get("place", "")
        return Words(
            f"{value['from']} 至 {value['to']}" + (f"，{place}" if place else ""),
            f"{value['from']} to {value['to']}",
        )
    shown = [
        (field.label, show(value[field.key], field.type, town)) for field in type.fields if field.key in value
    ]
    return Words(
        "；".join(f"{label.zh} {item.zh}" for label, item in shown),
        "; ".join(f"{label.en} {item.en}" for label, item in shown),
    )


def _plain(value: Any) -> str:
    if isinstance(value, When):
        return value.text
    return value.isoformat() if isinstance(value, date) else str(value)


def _leads_to(value: Any, type: Type, town: Town) -> str | None:
    is_village = isinstance(type, IdOf) and type.of in ("village", "source") and value in town.villages
    return f"villages/{value}/index" if is_village else None


_UNKNOWN = Words("不详", "not known")
