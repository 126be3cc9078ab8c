"""Hold a release against its manifest, file by file: each fault by name."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fazhi.ground.words import Words
from fazhi.nouns.facts import salted
from fazhi.nouns.fault import Fault
from fazhi.nouns.manifest import SALTS, Manifest, Salts
from fazhi.nouns.release import BESIDE

Fetch = Callable[[str], bytes | None]
"""The content of a file of a release by its path; None where there is none."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How to read a release. `names`: every file there is, where that can be listed; links count, and have no content.

    `closed`: files and folders that the web server, another user, may not read.
    """

    fetch: Fetch
    names: frozenset[str] | None
    closed: frozenset[str] = frozenset()


def from_folder(folder: Path) -> Reader:
    """A release on this machine's disk. Links are not followed: a release holds plain files only."""

    def fetch(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() and not file.is_symlink() else None

    return Reader(fetch, frozenset(_names(folder)), frozenset(_closed(folder)))


def _closed(folder: Path) -> Iterator[str]:
    for where, _, files in os.walk(folder):
        for place, needed in [(Path(where), _ENTER), *((Path(where, name), stat.S_IROTH) for name in files)]:
            if place.lstat().st_mode & needed != needed:
                yield place.relative_to(folder).as_posix()


_ENTER = stat.S_IROTH | stat.S_IXOTH


def _names(folder: Path) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        links = [name for name in folders if Path(where, name).is_symlink()]
        yield from (Path(where, name).relative_to(folder).as_posix() for name in (*files, *links))


def files_against(
    manifest: Manifest, salts: Salts | None, reader: Reader, step: Callable[[], None]
) -> list[Fault]:
    """Every file that is not as the manifest says, or not in it; `step` is called for each file.

    A release without salts was emptied by a withdrawal: nothing may be left in it.
    """
    strangers = (reader.names or frozenset()) - BESIDE - (manifest.files.keys() if salts else set())
    faults = [Fault(path, "file-added", _ADDED) for path in strangers]
    faults += [Fault(path, "file-closed", _CLOSED) for path in reader.closed]
    if salts is None:
        return sorted(faults)
    if manifest.salts not in (None, salts.digest):
        faults.append(Fault(SALTS, "salts-changed", _CHANGED))
    for path in manifest.files:
        step()
        if fault := _fault(path, manifest, salts, reader):
            faults.append(fault)
    return sorted(faults)


def _fault(path: str, manifest: Manifest, salts: Salts, reader: Reader) -> Fault | None:
    mark, data, salt = manifest.files[path], reader.fetch(path), salts.of_file(path)
    if data is None:
        return Fault(path, "file-missing", _GONE)
    if salt is None:
        return Fault(path, "salt-missing", _NO_SALT)
    same = len(data) == mark.size and salted(salt, data) == mark.sha256
    return None if same else Fault(path, "file-changed", _CHANGED)


def assets_against(folder: Path, known: Mapping[str, list[Path]]) -> list[Fault]:
    """Files of the shared assets/ that are no longer what a kept release has under that name; `known`: theirs."""
    faults = []
    for name in _names(folder) if folder.is_dir() else ():
        file = folder / name
        theirs = known.get(name, [])
        if file.is_symlink() or not any(
            each.is_file() and each.read_bytes() == file.read_bytes() for each in theirs
        ):
            faults.append(Fault(f"assets/{name}", "asset-changed", _CHANGED))
    return sorted(faults)


_CLOSED = Words("网页服务器没有读它的权限", "the web server is not permitted to read it")
_ADDED = Words("清单里没有这个文件", "this file is not in the manifest")
_GONE = Words("清单里有，实际没有", "the manifest has it, but it is not there")
_NO_SALT = Words("salts.json 里没有它的盐值，无法核对", "salts.json has no salt for it: it cannot be checked")
_CHANGED = Words("内容与清单不符", "its content is not what was published")
