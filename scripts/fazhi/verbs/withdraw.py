"""Take a published record out of the town: its files go, and an entry in town.yml says so for ever (DESIGN §8)."""

import json
import posixpath
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import unquote

from fazhi.ground.front_matter import whole
from fazhi.ground.markdown import is_local
from fazhi.nouns.document import Document
from fazhi.nouns.facts import canonical
from fazhi.nouns.notice import SHEETS, sheets
from fazhi.nouns.record import Page, Record
from fazhi.nouns.register import Register
from fazhi.nouns.town import FILE

KEY = "withdrawals"


class Withdrawal(NamedTuple):
    """What town.yml will say: why, on which day, by which office or post."""

    reason: str
    on: date
    by: str


def files_of(record: Record, register: Register) -> list[str]:
    """The files, relative to the root, that only this record has: its texts, files that nobody else lists, shows or links
    to, and its printed sheets."""
    others = (each for each in register.records.values() if each.id != record.id)
    shared = {path for each in (*others, *register.pages.values()) for path in _files(each)}
    own = [*sorted({*_files(record)} - shared), *(f"{SHEETS}/{name}.pdf" for name in sheets(record.id))]
    return [
        *(document.path for document in record.documents),
        *(path for path in own if (register.root / path).is_file()),
    ]


def _files(page: Page) -> Iterator[str]:
    """What is listed, shown or linked to that lies beside a text and is none itself."""
    names = [each["file"] for each in page.original.values.get("attachments", ()) if "file" in each]
    names += [to for document in page.documents for to in _local(document)]
    for name in names:
        path = posixpath.normpath(posixpath.join("docs", posixpath.dirname(page.id), name))
        if path.startswith("docs/") and not path.endswith(".md"):
            yield path


def _local(document: Document) -> Iterator[str]:
    paths = (unquote(link.to.partition("#")[0]) for link in document.body.links() if is_local(link.to))
    return (path for path in paths if path)


def leading_to(record: Record, register: Register) -> list[str]:
    """The files of other records and pages, and town.yml, that link to a record or name it."""
    own = {document.path for document in record.documents}
    others = (document for document in register.documents() if document.path not in own)
    found = [each.path for each in others if _names(each.values, record.id) or _links(each, record.id)]
    tables = {key: value for key, value in register.town.values.items() if key not in ("corrections", KEY)}
    return [*sorted(found), *([FILE] if _names(tables, record.id) else [])]


def _names(values: Mapping[str, Any], id: str) -> bool:
    return json.dumps(id, ensure_ascii=False) in canonical(values)


def _links(document: Document, id: str) -> bool:
    folder = posixpath.dirname(document.path.removeprefix("docs/"))
    targets = {posixpath.normpath(posixpath.join(folder, path)) for path in _local(document)}
    return bool(targets & {f"{id}.md", f"{id}.en.md"})


def with_withdrawal(text: str, id: str, told: Withdrawal) -> str:
    """town.yml, as its bytes decode, with one more entry under `withdrawals`; every other line stays as it was.

    Raises CannotEdit where that is written so that none can be added for certain.
    """
    reason = json.dumps(told.reason, ensure_ascii=False)
    entry = f"{{record: {id}, on: {told.on.isoformat()}, reason: {reason}, by: {told.by}}}"
    return whole(text).with_items(KEY, [entry]).text
