"""Schools of the town and who is their vice-principal for rule of law (法治副校长), by post."""

from collections.abc import Iterable
from datetime import date

from fazhi.nouns.record import Record


def serves(record: Record, school: str, first: date, last: date) -> bool:
    """Whether a record appoints a vice-principal of a school, by its Chinese name, for any of the days."""
    term = record.get("vice_principal", {})
    begins, ends = term.get("from", date.max), term.get("to", date.max)
    return bool(term.get("school") == school and begins <= last and first <= ends)


def has_vice_principal(records: Iterable[Record], school: str, first: date, last: date) -> bool:
    """Whether one of the records does."""
    return any(serves(record, school, first, last) for record in records)
