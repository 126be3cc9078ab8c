"""An attachment: a file under docs/ that is no Markdown, the record that names it, and what can be read in it."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fazhi.ground.extract import extract
from fazhi.ground.piece import Extract
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register


@dataclass(frozen=True)
class Attachment:
    """`path` is below docs/; `title` is what its record calls it; `file` is where it lies."""

    path: str
    file: Path
    record: Record | None = None
    title: str = ""

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
    named = {
        posixpath.join(folder, each.get("file", "")): (record, each.get("title", ""))
        for record in register.records.under(folder)
        for each in record.get("attachments", ())
        if posixpath.dirname(record.id) == folder
    }
    for path in sorted(paths):
        record, title = named.get(path, (None, ""))
        yield Attachment(path, register.root / "docs" / path, record, title)
