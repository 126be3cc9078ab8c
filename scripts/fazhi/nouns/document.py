"""A Markdown file as read: its front matter's values with their places, and its body."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fazhi.ground.cached import cached_property
from fazhi.ground.markdown import Markdown
from fazhi.ground.problem import Finding, Place
from fazhi.ground.words import Lang
from fazhi.nouns.prose import Prose, prose
from fazhi.nouns.table import Table, tables


@dataclass(frozen=True)
class Document:
    """One file under docs/.

    `path` is relative to the root (`docs/…`), `id` is the path under docs/ without suffixes, the same for an
    original and its translations. `head` is the front matter as written; `findings` are the faults met while reading.
    """

    path: str
    id: str
    lang: Lang
    values: Mapping[str, Any]
    places: Mapping[str, Place]
    body: Markdown
    findings: tuple[Finding, ...] = ()
    head: Markdown = Markdown("")

    @property
    def title(self) -> str:
        """The title, or the id where a title is missing."""
        return str(self.values.get("title", self.id))

    @cached_property
    def prose(self) -> Prose:
        """What people read of it, without code and addresses."""
        title, summary = (str(self.values.get(key, "")) for key in ("title", "summary"))
        return prose(title, summary, self.body.words)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of its body, in order."""
        return tuple(tables(self.body))

    @cached_property
    def commas(self) -> int:
        """How many commas its body has, in either width: by these two texts that differ are told apart quickly."""
        return self.body.text.count("，") + self.body.text.count(",")

    def place(self, key: str) -> Place:
        """Where the value of a dotted key stands; the file's first line where it is not written."""
        return self.places.get(key, Place())
