"""The digest of a record's facts: another record of the same digest says the same (DESIGN §4, §8).

What is digested, as JSON in UTF-8 without spaces, keys sorted: {"files": …, "text": …, "values": …}.

- values: every field of the original that has a value, by its key, save bookkeeping (`Field.bookkeeping`): how it was
  reviewed and corrected, when its paper hung, which is noted after that paper was printed. Texts in NFKC,
  without white space (ground/visible.py); days, periods and numbers as text, numbers without trailing zeros; an empty
  list is as good as none.
- text: the body's words and figures without mark-up, as `visible` gives them (ground/visible.py).
- files: of every file under docs/ that the record lists or its body shows or links to, by path, the SHA-256 of its
  bytes; null where there is none.

Translations have no part in it: they are derived from the original.
"""

import hashlib
import json
import posixpath
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from fazhi.ground.days import When
from fazhi.ground.markdown import is_local
from fazhi.ground.period import Period
from fazhi.ground.visible import squeeze, visible
from fazhi.nouns.document import Document
from fazhi.nouns.field import Field, Type
from fazhi.nouns.record import Record
from fazhi.nouns.types import Group, ListOf

SHOWN = 16
"""So many characters of a digest are shown, and written into a claim."""


def facts_digest(record: Record, root: Path) -> str:
    """SHA-256 of the record's facts, 64 hexadecimal digits; `root` is the folder that holds docs/."""
    canonical = json.dumps(facts(record, root), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def facts(record: Record, root: Path) -> dict[str, Any]:
    """What is digested: `values` by key, `text`, and of every path in `files` the digest or None."""
    return {
        "values": _group(record.values, record.kind.fields),
        "text": visible(record.original.body.text),
        "files": file_digests(_listed(record), record.id, record.original, root),
    }


def file_digests(listed: Iterable[str], id: str, document: Document, root: Path) -> dict[str, str | None]:
    """Of every file that is listed by name, or that a text under `id` shows or links to, by path its digest or None."""
    paths = sorted(set(_paths((*listed, *_linked(document)), id)))
    return {path: _file_digest(path, root) for path in paths}


def _group(values: Any, fields: tuple[Field, ...]) -> dict[str, Any]:
    return {
        field.key: _value(values[field.key], field.type)
        for field in fields
        if not field.bookkeeping and values.get(field.key) not in (None, (), {})
    }


def _value(value: Any, type: Type) -> Any:
    if isinstance(type, Group):
        return _group(value, type.fields)
    if isinstance(type, ListOf):
        return [_value(item, type.item) for item in value]
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return value
    return squeeze(_as_text(value))


def _as_text(value: Any) -> str:
    if isinstance(value, When | Period):
        return value.text
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _listed(record: Record) -> Iterator[str]:
    return (each["file"] for each in record.get("attachments", ()) if "file" in each)


def _linked(document: Document) -> Iterator[str]:
    return (unquote(link.to.partition("#")[0]) for link in document.body.links() if is_local(link.to))


def _paths(names: Iterable[str], id: str) -> Iterator[str]:
    for name in names:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(id), name))
        if name and not path.endswith((".md", "/")) and not path.startswith(("/", "..")):
            yield path


def _file_digest(path: str, root: Path) -> str | None:
    docs = (root / "docs").resolve()
    try:
        file = (docs / path).resolve(strict=True)
        if not file.is_file() or not file.is_relative_to(docs):
            return None
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, RuntimeError, ValueError):  # links in a circle, a name no file can have
        return None
