"""A record as its page says it, in one file beside that page: `record.md`, values and text without the page around them.

It is for whoever wants the words and not the page; and it is what the next release is compared with, so that a
correction can show what stood there before. Each value stands on a line of the front matter as JSON, which YAML reads
too. `files` are the attachments by name, with the first digits of their SHA-256.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from fazhi.ground.address import address
from fazhi.ground.words import Lang
from fazhi.nouns.digest import SHOWN, facts, facts_digest
from fazhi.nouns.document import Document
from fazhi.nouns.open_data import as_json, given
from fazhi.nouns.record import Record

FILE = "record.md"


def path_of(id: str, lang: Lang = "zh") -> str:
    """Where the file of a record lies in the site."""
    return f"{unquote(address(id, lang))}{FILE}"


@dataclass(frozen=True, slots=True)
class RecordText:
    """What one language of a record says. `digest`: the shown part of that of the facts, as on the page."""

    digest: str
    files: Mapping[str, str]
    values: Mapping[str, Any]
    body: str

    @property
    def title(self) -> str:
        """The title; empty where there is none."""
        return str(self.values.get("title", ""))

    @property
    def data(self) -> bytes:
        """The file."""
        head = {"digest": self.digest, "files": self.files, **self.values}
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
        return "\n".join(["---", *lines, "---", "", self.body]).encode()


def text_of(record: Record, document: Document, root: Path) -> RecordText:
    """What a document of a record says; the values of a translation are its own words only."""
    keys = [field.key for field in given(record.kind) if not field.bookkeeping]
    values = {key: as_json(document.values[key]) for key in keys if key in document.values}
    files = _files(record, root) if document is record.original else {}
    return RecordText(facts_digest(record, root)[:SHOWN], files, values, document.body.text)


def _files(record: Record, root: Path) -> dict[str, str]:
    if not record.get("attachments") and "](" not in record.original.body.text:
        return {}
    found: Mapping[str, str | None] = facts(record, root)["files"]
    return {path.rpartition("/")[2]: (sha or "")[:SHOWN] for path, sha in found.items()}


def read(data: bytes) -> RecordText:
    """The text of a file. Raises ValueError for one that is none."""
    head, end, body = data.decode().removeprefix("---\n").partition("\n---\n\n")
    if not end:
        raise ValueError("no front matter")
    pairs = (line.partition(": ") for line in head.split("\n"))
    values = {key: json.loads(value) for key, _, value in pairs}
    digest, files = values.pop("digest", ""), values.pop("files", {})
    if not isinstance(digest, str) or not isinstance(files, dict):
        raise ValueError("not as written")
    return RecordText(digest, files, values, body)
