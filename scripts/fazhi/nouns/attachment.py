"""An attachment: a file under docs/ that is no Markdown, the record that names it, and what can be read in it."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fazhi.ground.cached import cached_property
from fazhi.ground.extract import extract
from fazhi.ground.piece import Extract
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

PUBLISHED = frozenset(".pdf .docx .xlsx .csv .txt .png .jpg .jpeg .zip .ofd".split())
"""Suffixes of files that may be published: nothing that a browser would run."""


def may_be_published(path: str) -> bool:
    """Whether a file of this name may be published."""
    return posixpath.splitext(path)[1].lower() in PUBLISHED


@dataclass(frozen=True)
class Attachment:
    """`path` is below docs/; `title` is what its record calls it; `file` is where it lies.

    `is_seen`: somebody named looked at it, page by page, for what no machine can read.
    """

    path: str
    file: Path
    record: Record | None = None
    title: str = ""
    is_seen: bool = False

    @property
    def about(self) -> str:
        """What the file is called: by its record, its title and its own name."""
        named = self.record.original.title if self.record else ""
        return f"{named} {self.title} {posixpath.basename(self.path)}"

    @cached_property
    def contents(self) -> Extract:
        """Its texts and what stood in the way of reading them."""
        return extract(self.file)


def attachments(folder: str, paths: Iterable[str], register: Register) -> Iterator[Attachment]:
    """Files of one folder with the record beside them that names each, in the order of their paths."""
    named: dict[str, tuple[Record, Mapping[str, Any]]] = {
        posixpath.join(folder, each.get("file", "")): (record, each)
        for record in register.records.under(folder)
        for each in record.get("attachments", ())
        if posixpath.dirname(record.id) == folder
    }
    for path in sorted(paths):
        record, entry = named.get(path, (None, {}))
        file = register.root / "docs" / path
        yield Attachment(path, file, record, entry.get("title", ""), bool(entry.get("seen")))
