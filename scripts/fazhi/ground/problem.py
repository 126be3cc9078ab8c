"""What a check found: a value with its place, never an exception."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from fazhi.ground.words import Words


class Severity(StrEnum):
    """How much a problem weighs: only errors stop a build (DESIGN §6)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A position in a text file; both numbers count from 1."""

    line: int = 1
    column: int = 1


class Mend(NamedTuple):
    """A repair that cannot change what a text means: what stands at a place, and what should."""

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong and what would be right, at a place, under a rule's code."""

    code: str
    place: Place
    message: Words
    mend: Mend | None = None


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding in a file, weighed. Sorts by path, line, column and code.

    `hash` is what a waiver of it names; empty where no text is at fault that could be waived.
    """

    path: str
    line: int
    column: int
    code: str
    ref: str
    severity: Severity
    message: Words
    mend: Mend | None = field(default=None, compare=False)
    hash: str = field(default="", compare=False)

    def as_dict(self, lang: str) -> dict[str, object]:
        """The problem in the form of the JSON report (DESIGN §6)."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "ref": self.ref,
            "severity": str(self.severity),
            "message": self.message.in_(lang),
        }
