"""The manifest of a release: every file and every record by what stands for it, and where the ledger stood (DESIGN §8).

It never changes, not even when a record is withdrawn: what is taken away then are the files and `salts.json`, without
which no digest tells anything. `root` covers files and records, and the ledger's line of the release bears it.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.ground.cached import cached_property
from fazhi.nouns.facts import canonical

FILE = "manifest.json"
SIGNATURE = "manifest.json.sig"
SALTS = "salts.json"
FORMAT = 1
SMALLER = (".gz", ".br")
"""Suffixes of the compressed copies that lie beside a file."""


@dataclass(frozen=True, slots=True)
class FileMark:
    """`sha256` of salt, zero byte and content; `size` in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class RecordMark:
    """`digest` of all facts, salted; `parts`: the first 16 digits of each part's, to tell where a change is;
    `corrections`: of each entry, in their order."""

    digest: str
    parts: Mapping[str, str]
    corrections: tuple[str, ...]


@dataclass(frozen=True)
class Manifest:
    """A release as values. `lines` and `head` say where the ledger stood, the line of this release included.

    `salts`: SHA-256 of the file of salts, which are too random to be tried out by it; None in a release of before.
    """

    release: str
    on: date
    previous: str | None
    samples: bool
    lines: int
    head: str
    files: Mapping[str, FileMark]
    records: Mapping[str, RecordMark]
    salts: str | None = None

    @cached_property
    def root(self) -> str:
        """What stands for all files and records."""
        return root_of(self.files, self.records)

    @cached_property
    def data(self) -> bytes:
        """The file; the same release gives the same bytes."""
        told = {
            "format": FORMAT,
            "release": self.release,
            "date": self.on.isoformat(),
            "previous": self.previous,
            "samples": self.samples,
            "ledger": {"lines": self.lines, "head": self.head},
            "root": self.root,
            **({"salts": self.salts} if self.salts else {}),
            "files": _files(self.files),
            "records": _records(self.records),
        }
        return json.dumps(told, ensure_ascii=False, indent=0).encode()


@dataclass(frozen=True)
class Salts:
    """What the digests of a manifest were salted with: of files (a compressed copy shares its file's), of records."""

    files: Mapping[str, str]
    records: Mapping[str, str]

    @property
    def data(self) -> bytes:
        """The file."""
        return json.dumps(
            {"files": self.files, "records": self.records}, ensure_ascii=False, sort_keys=True, indent=0
        ).encode()

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return hashlib.sha256(self.data).hexdigest()

    def of_file(self, path: str) -> str | None:
        """The salt of a file or of its compressed copy."""
        return self.files.get(bare(path)) or self.files.get(path)


def bare(path: str) -> str:
    """The path without the suffix of a compressed copy."""
    return path[:-3] if path.endswith(SMALLER) else path


def root_of(files: Mapping[str, FileMark], records: Mapping[str, RecordMark]) -> str:
    """What stands for all files and records of a release: 64 hexadecimal digits."""
    return hashlib.sha256(canonical([_files(files), _records(records)]).encode()).hexdigest()


def _files(files: Mapping[str, FileMark]) -> dict[str, Any]:
    return {path: {"sha256": mark.sha256, "size": mark.size} for path, mark in sorted(files.items())}


def _records(records: Mapping[str, RecordMark]) -> dict[str, Any]:
    return {
        id: {"digest": mark.digest, "parts": mark.parts, "corrections": mark.corrections}
        for id, mark in sorted(records.items())
    }


def read(data: bytes) -> Manifest:
    """The manifest of a file. Raises ValueError for one that is none, or whose root or paths are not right."""
    try:
        told = json.loads(data)
        files = {
            path: FileMark(str(mark["sha256"]), int(mark["size"])) for path, mark in told["files"].items()
        }
        records = {id: _record(mark) for id, mark in told["records"].items()}
        on, previous, samples = date.fromisoformat(told["date"]), told["previous"], told["samples"]
        where = told["ledger"]["lines"], told["ledger"]["head"]
        manifest = Manifest(told["release"], on, previous, samples, *where, files, records, told.get("salts"))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if manifest.data != data or not all(map(is_safe, files)) or not ID.fullmatch(manifest.release):
        raise ValueError("not as written")
    return manifest


def _record(mark: Any) -> RecordMark:
    return RecordMark(mark["digest"], dict(mark["parts"]), tuple(mark["corrections"]))


def read_salts(data: bytes) -> Salts:
    """The salts of a file. Raises ValueError for one that is none, or not as written."""
    try:
        told = json.loads(data)
        salts = Salts(dict(told["files"]), dict(told["records"]))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if salts.data != data:
        raise ValueError("not as written")
    return salts


def is_safe(path: str) -> bool:
    """Whether a path stays below the release, is no hidden file, and reads as it is written."""
    parts = path.split("/")
    return path.isprintable() and "\\" not in path and all(part and part[0] != "." for part in parts)


ID = re.compile(r"\d{4}-\d\d-\d\d-\d{1,6}")
"""A release's id: its day, and how many releases there were with it."""
