"""Every kind's records as JSON and as CSV. The same records give the same bytes: no day of building, no order of chance.

CSV is made for Excel and WPS: UTF-8 with its mark, CRLF, and no cell that a spreadsheet would take for a formula.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fazhi.ground.spreadsheet import as_csv
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.open_data import SAMPLE, all_of, as_json, given, newest, web_address
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.stands import term
from fazhi.nouns.types import Group


def data_files(register: Register) -> dict[str, bytes]:
    """`data/<kind>.json` and `data/<kind>.csv` of every kind."""
    files = {}
    for kind in register.kinds.values():
        records = all_of(kind, register)
        files[f"data/{kind.name}.json"] = _json(kind, records, register)
        files[f"data/{kind.name}.csv"] = _csv(kind, records, register)
    return files


def _json(kind: Kind, records: list[Record], register: Register) -> bytes:
    has_samples = any(record.is_sample for record in records)
    whole = {
        "kind": kind.name,
        "name": kind.label._asdict(),
        "about": kind.about._asdict(),
        "schema": f"schema/{kind.name}.json",
        "updated": newest(records) or None,
        "sample": SAMPLE._asdict() if has_samples else None,
        "count": len(records),
        "records": [_record(record, register) for record in records],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _record(record: Record, register: Register) -> dict[str, Any]:
    values = {
        field.key: as_json(record.values[field.key])
        for field in given(record.kind)
        if field.key in record.values
    }
    translated = {lang: page.title for lang, page in record.translations.items()}
    address = {"id": record.id, "url": web_address(record, register.town)}
    return address | values | _standing(record, register) | ({"titles": translated} if translated else {})


def _standing(record: Record, register: Register) -> dict[str, Any]:
    """When a regulation holds by its dates and relations, beside the status its file bears."""
    found = term(record, register)
    return {key: as_json(value) for key, value in found._asdict().items()} if found else {}


def _csv(kind: Kind, records: list[Record], register: Register) -> bytes:
    columns = list(_columns(given(kind)))
    standing = (
        ["从哪天起有效 since", "有效到哪天 until", "怎样结束 ended"] if kind.name == "regulation" else []
    )
    names = (f"{label} {key}" for key, label in columns)
    head = ["编号 id", "网址 url", *names, *standing, "说明 notice"]
    return as_csv(head, (_row(record, columns, register) for record in records))


def _row(record: Record, columns: Sequence[tuple[str, str]], register: Register) -> list[str]:
    cells = [_cell(_at(record.values, key)) for key, _ in columns]
    standing = [value or "" for value in _standing(record, register).values()]
    notice = SAMPLE.zh if record.is_sample else ""
    return [record.id, web_address(record, register.town), *cells, *standing, notice]


def _columns(fields: Iterable[Field], key: str = "", label: str = "") -> Iterator[tuple[str, str]]:
    """Dotted key and Chinese label of every column; a group has one for each of its fields."""
    for field in fields:
        if isinstance(field.type, Group):
            yield from _columns(field.type.fields, f"{key}{field.key}.", f"{label}{field.label.zh}：")
        else:
            yield f"{key}{field.key}", f"{label}{field.label.zh}"


def _at(values: Any, dotted: str) -> Any:
    for key in dotted.split("."):
        values = values.get(key) if isinstance(values, dict) or hasattr(values, "get") else None
    return values


def _cell(value: Any) -> str:
    plain = as_json(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "是" if plain else "否"
    if isinstance(plain, list) and all(isinstance(item, str | int | float) for item in plain):
        return "；".join(map(str, plain))
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, dict | list) else str(plain)
