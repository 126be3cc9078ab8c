"""A JSON Schema of every kind's data, made from the fields of the kind: what may be read in `data/<kind>.json`."""

import json
from collections.abc import Iterable
from typing import Any, get_args

from fazhi.nouns import types
from fazhi.nouns.field import Field, Type
from fazhi.nouns.kind import Kind
from fazhi.nouns.open_data import given
from fazhi.nouns.register import Register
from fazhi.nouns.stands import Ended

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"\d{4}-\d{2}-\d{2}"


def schema_files(register: Register) -> dict[str, bytes]:
    """`data/schema/<kind>.json` of every kind."""
    return {
        f"data/schema/{kind.name}.json": (
            json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"
        ).encode()
        for kind in register.kinds.values()
    }


def schema(kind: Kind) -> dict[str, Any]:
    """The schema of a kind's data file."""
    words = {"type": "object", "properties": {"zh": _TEXT, "en": _TEXT}, "required": ["zh", "en"]}
    return {
        "$schema": DIALECT,
        "title": kind.label.zh,
        "description": f"{kind.about.zh} {kind.about.en}",
        "type": "object",
        "properties": {
            "kind": {"const": kind.name},
            "name": words,
            "about": words,
            "schema": _TEXT,
            "updated": {"type": ["string", "null"], "format": "date"},
            "sample": {"anyOf": [words, {"type": "null"}]},
            "count": {"type": "integer", "minimum": 0},
            "records": {"type": "array", "items": _record(kind)},
        },
        "required": ["kind", "name", "updated", "sample", "count", "records"],
        "additionalProperties": False,
    }


def _record(kind: Kind) -> dict[str, Any]:
    own = _object(given(kind))
    own["properties"] |= {
        "id": _TEXT,
        "url": _TEXT,
        "titles": {"type": "object", "additionalProperties": _TEXT},
    }
    if kind.name == "regulation":
        own["properties"] |= _STANDING
    own["required"] = ["id", "url", *own["required"]]
    return own


def _object(fields: Iterable[Field]) -> dict[str, Any]:
    fields = tuple(fields)
    properties = {
        field.key: {"title": field.label.zh, "description": field.label.en} | _type(field.type)
        for field in fields
    }
    required = [field.key for field in fields if field.need == "always"]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _type(type: Type) -> dict[str, Any]:
    """The schema of one type of values; any value where the type is of another sort."""
    if isinstance(type, types.Group):
        return _object(type.fields)
    if isinstance(type, types.ListOf):
        return {"type": "array", "items": _type(type.item)}
    if isinstance(type, types.TableOf):
        return {"type": "object", "additionalProperties": _type(type.item)}
    if isinstance(type, types.Choice):
        return {"enum": list(type.terms)}
    if isinstance(type, types.Pattern):
        return {"type": "string", "pattern": f"^(?:{type.pattern})$"}
    if isinstance(type, types.Number):
        return {"type": "number" if type.decimals else "integer", "minimum": 0}
    return next((dict(found) for sort, found in _PLAIN if isinstance(type, sort)), {})


_TEXT = {"type": "string"}
_DAY_OR_NONE = {"type": ["string", "null"], "format": "date"}
_STANDING = {
    "since": {
        "title": "从哪天起有效",
        "description": "The first day on which it holds by its dates and relations; null for none, or where it is not known",
    }
    | _DAY_OR_NONE,
    "until": {
        "title": "有效到哪天",
        "description": "The last day on which it holds by its dates and relations; null where no end is known",
    }
    | _DAY_OR_NONE,
    "ended": {
        "title": "怎样结束",
        "description": "What ends it the day after; annulled: it never held; unclear: registered as ended without a day",
        "enum": [*get_args(Ended), None],
    },
}
_PLAIN: tuple[tuple[Any, dict[str, Any]], ...] = (
    (types.Date, {"type": "string", "format": "date"}),
    (types.PartialDate, {"type": "string", "pattern": rf"^(?:unknown|\d{{4}}|\d{{4}}-\d{{2}}|{_DAY})$"}),
    (types.PeriodOf, {"type": "string", "pattern": rf"^(?:\d{{4}}|\d{{4}}-Q[1-4]|\d{{4}}-\d{{2}}|{_DAY})$"}),
    (types.Year, {"type": "integer", "minimum": 1900, "maximum": 2099}),
    (types.MonthDay, {"type": "string", "pattern": r"^\d{2}-\d{2}$"}),
    (types.Flag, {"type": "boolean"}),
    (types.Amount, {"type": "number"}),
    (types.FreeTable, {"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}}),
    ((types.Text, types.IdOf, types.FileName), _TEXT),
)
