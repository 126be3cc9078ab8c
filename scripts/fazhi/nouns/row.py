"""A record as a line of a list: where and when, and the terms that tell it from its neighbours."""

from dataclasses import dataclass

from fazhi.ground.words import Words, same
from fazhi.nouns.head import show
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a listing; `published` is as written, empty where it is not known."""

    id: str
    place: Words
    published: str
    terms: tuple[Words, ...]
    record: Record


def row(record: Record, register: Register) -> Row:
    """The row of a record."""
    place = register.town.named("source", record.get("village") or record.get("source", "")) or same("")
    terms = (
        show(record.values[field.key], field.type, register.town)
        for field in record.kind.fields
        if field.facet and field.key not in ("village", "office", "source") and field.key in record.values
    )
    return Row(record.id, place, record.published_text, tuple(terms), record)
