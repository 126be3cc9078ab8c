"""Write a release's files: what did not change is one file with the last release's, all else is written and compressed."""

import errno
import gzip
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from fazhi.ground import durable
from fazhi.ground.words import Words
from fazhi.nouns.facts import new_salt, salted
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.manifest import SMALLER, FileMark, is_safe
from fazhi.nouns.release import BESIDE, Release

SMALLEST = 256
"""A file of fewer bytes gains nothing from being compressed."""
_COMPRESSED = frozenset(".html .css .js .json .svg .xml .txt .csv .ics .map .webmanifest".split())
_GZIP, _BROTLI = 9, 9
"""Brotli's 11 takes eight times as long for 4 % less."""


@dataclass
class Packed:
    """What was packed so far: marks and salts by path, how many files were written and linked, how many bytes written."""

    folder: Path
    last: Release | None
    moment: int
    files: dict[str, FileMark] = field(default_factory=dict)
    salts: dict[str, str] = field(default_factory=dict)
    written: list[Path] = field(default_factory=list)
    linked: int = 0
    size: int = 0

    def add(self, path: str, data: bytes) -> None:
        """Put one file of the site and its compressed copies into the release."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        old = self._salt_of_same(path, data)
        self.salts[path] = salt = old or new_salt()
        if not (old and self._link(path, data)):
            self._write(path, data)
        self.files[path] = _mark(salt, data)
        for suffix in SMALLER if Path(path).suffix in _COMPRESSED and len(data) >= SMALLEST else ():
            self._smaller(path, suffix, data, salt)

    def _salt_of_same(self, path: str, data: bytes) -> str | None:
        """The last release's salt of a file, where it had the same content."""
        if self.last is None or self.last.salts is None or path not in self.last.manifest.files:
            return None
        salt = self.last.salts.files.get(path)
        return salt if salt and _mark(salt, data) == self.last.manifest.files[path] else None

    def _smaller(self, path: str, suffix: str, data: bytes, salt: str) -> None:
        copy = f"{path}{suffix}"
        kept = self._kept(copy, salt)
        content = kept or _compress(suffix, data)
        if not (kept and self._link(copy, kept)):
            self._write(copy, content)
        self.files[copy] = _mark(salt, content)

    def _kept(self, path: str, salt: str) -> bytes | None:
        """The last release's compressed copy, where it is as its manifest says."""
        mark = self.last.manifest.files.get(path) if self.last else None
        if mark is None or self.last is None:
            return None
        file = self.last.folder / path
        data = file.read_bytes() if file.is_file() and not file.is_symlink() else b""
        return data if _mark(salt, data) == mark else None

    def _link(self, path: str, data: bytes) -> bool:
        """Make it one file with the last release's, unless that was changed in place."""
        assert self.last is not None
        before = self.last.folder / path
        if before.is_symlink() or not before.is_file() or before.read_bytes() != data:
            return False
        if before.stat().st_mode & durable.MODE != durable.MODE:
            return False
        try:
            os.link(before, self.folder / path)
        except OSError as error:
            if error.errno not in (errno.EMLINK, errno.EXDEV, errno.EPERM):
                raise
            return False
        self.linked += 1
        return True

    def _write(self, path: str, data: bytes) -> None:
        """A new file is dated after the one it takes the place of: servers tell files of one size by their date."""
        before = self.last.folder / path if self.last else None
        dated = int(before.stat().st_mtime) + 1 if before and before.is_file() else 0
        durable.write(self.folder / path, data, max(self.moment, dated))
        self.written.append(self.folder / path)
        self.size += len(data)


def _mark(salt: str, data: bytes) -> FileMark:
    return FileMark(salted(salt, data), len(data))


def _compress(suffix: str, data: bytes) -> bytes:
    if suffix == ".gz":
        return gzip.compress(data, _GZIP, mtime=0)
    compressed: bytes = brotli.compress(data, quality=_BROTLI)
    return compressed


def site_files(site: Path) -> list[str]:
    """Every file of a built site by its path, sorted. Raises Refused for links, hidden files and names of our own."""
    found = sorted(_below(site, ""))
    faults = [fault for path in found if (fault := _unfit(site / path, path))]
    if faults:
        raise Refused(*faults)
    return found


def _below(site: Path, folder: str) -> Iterator[str]:
    with os.scandir(site / folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(site, f"{folder}{entry.name}/")
            else:
                yield f"{folder}{entry.name}"


def _unfit(file: Path, path: str) -> Fault | None:
    if file.is_symlink() or not file.is_file():
        return Fault(path, "no-plain-file", _NO_FILE)
    if not is_safe(path):
        return Fault(path, "unsafe-name", _UNSAFE)
    return Fault(path, "reserved-name", _RESERVED) if path in BESIDE else None


def folders(paths: Iterable[str], root: Path) -> list[Path]:
    """The folders of files below `root`, the deepest first, `root` last: their lists of names are to last too."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return [root / folder for folder in sorted(found, reverse=True)]


_NO_FILE = Words(
    "不是普通文件（是链接或设备），不能发布", "is no plain file (a link or a device) and is not published"
)
_UNSAFE = Words(
    "文件名以点开头或含反斜线，不能发布", "a name with a leading dot or a backslash is not published"
)
_RESERVED = Words("这个文件名由发布使用", "this name is used by the publication itself")
