"""Records as open data: which values are given away, how they are written, and what says that some are samples."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from fazhi.ground.address import address
from fazhi.ground.days import When
from fazhi.ground.period import Period
from fazhi.ground.words import Words
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.town import Town

SAMPLE = Words("演示数据，非官方发布", "Demonstration data, not an official publication")
_KEPT_BACK = frozenset(("waivers",))
"""A waiver bears the hash of a text that may be a phone number: short enough to be guessed from it."""


def given(kind: Kind) -> tuple[Field, ...]:
    """The fields of a kind that are given away."""
    return tuple(field for field in kind.fields if field.key not in _KEPT_BACK)


def as_json(value: Any) -> Any:
    """A value of a record as JSON has it: days, periods and partial dates as written, lists and groups as such."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    if isinstance(value, When):
        return value.text
    if isinstance(value, Period):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def base(town: Town) -> str:
    """Where the site is to be reached, ending in a slash; empty where the town has not said."""
    url = str(town.site.get("public_url") or town.site.get("url") or "")
    return f"{url.rstrip('/')}/" if url else ""


def web_address(record: Record, town: Town) -> str:
    """The address of a record's page: whole where the town has said its site's, else below the site's root."""
    return base(town) + address(record.id)


def last_change(record: Record) -> date | None:
    """The day a record was published or last corrected; None where it is not known to the day."""
    published = record.get("published")
    days = [each["on"] for each in record.get("corrections", ()) if each.get("on")]
    if isinstance(published, When) and published.exact:
        days.append(published.exact)
    return max(days, default=None)


def newest(records: Iterator[Record] | list[Record]) -> str:
    """The newest day on which any of the records changed, `YYYY-MM-DD`; empty where none is known."""
    days = [day for record in records if (day := last_change(record))]
    return max(days).isoformat() if days else ""


def all_of(kind: Kind, register: Register) -> list[Record]:
    """Every record of a kind, earlier versions among them, by id."""
    found = (record for record in register.records.values() if record.kind.name == kind.name)
    return sorted(found, key=lambda record: record.id)
