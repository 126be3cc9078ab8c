"""A Markdown file as read: its front matter's values with their places, and its body."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fazhi.ground.markdown import Markdown
from fazhi.ground.problem import Finding, Place
from fazhi.ground.words import Lang


@dataclass(frozen=True, slots=True)
class Document:
    """One file under docs/.

    `path` is relative to the root (`docs/…`), `id` is the path under docs/ without suffixes, the same for an
    original and its translations. `findings` are the faults met while reading.
    """

    path: str
    id: str
    lang: Lang
    values: Mapping[str, Any]
    places: Mapping[str, Place]
    body: Markdown
    findings: tuple[Finding, ...] = ()

    @property
    def title(self) -> str:
        """The title, or the id where a title is missing."""
        return str(self.values.get("title", self.id))

    def place(self, key: str) -> Place:
        """Where the value of a dotted key stands; the file's first line where it is not written."""
        return self.places.get(key, Place())
