"""List what a build made and from what, and hold a folder against that list: every file that differs, by name."""

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from fazhi.ground.words import Words
from fazhi.nouns.build_list import FILE, BuildList, read
from fazhi.nouns.fault import Fault


def digest_of(sources: Mapping[str, Path]) -> str:
    """What stands for files and for all files of folders, under the names given: 64 hexadecimal digits.

    Where they lie and when they were written has no part in it; nor has what is hidden, or what Python compiled.
    """
    found = hashlib.sha256()
    for name, place in sorted(sources.items()):
        for path in [""] if place.is_file() else sorted(_files(place)):
            found.update(f"{name}/{path}\0{_digest(place / path)}\n".encode(errors="surrogateescape"))
    return found.hexdigest()


def listed(site: Path, sources: str) -> BuildList:
    """The list of the site that lies in a folder."""
    return BuildList(sources, {path: _digest(site / path) for path in _files(site) if path != FILE})


def against_list(site: Path, names: Collection[str], sources: str) -> list[Fault]:
    """Every way in which a site is not what a build makes from these sources. `names`: all its files."""
    if FILE not in names:
        return [Fault(FILE, "build-unknown", _NO_LIST)]
    try:
        told = read((site / FILE).read_bytes())
    except ValueError:
        return [Fault(FILE, "build-unknown", _FORM)]
    old = [] if told.sources == sources else [Fault(FILE, "build-old", _OLD)]
    return [*old, *_files_against(told, site, {*names} - {FILE})]


def _files_against(told: BuildList, site: Path, names: Collection[str]) -> Iterator[Fault]:
    for path in sorted({*names, *told.files}):
        if path not in told.files:
            yield Fault(path, "site-added", _ADDED)
        elif path not in names:
            yield Fault(path, "site-missing", _MISSING)
        elif _digest(site / path) != told.files[path]:
            yield Fault(path, "site-changed", _CHANGED)


def _files(folder: Path) -> Iterator[str]:
    """Every file below a folder by its path, what is hidden or compiled left out."""
    for where, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".") and name != "__pycache__"]
        for name in names:
            if not name.startswith(".") and Path(where, name).is_file():
                yield Path(where, name).relative_to(folder).as_posix()


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


_NO_LIST = Words(
    "网站里没有 build.json，不知道它是怎样生成的；请用 fazhi build 重新生成",
    "the site has no build.json, so nobody knows how it came to be; make it again with fazhi build",
)
_FORM = Words(
    "build.json 不是本版本的 fazhi build 写的样子；请重新生成",
    "build.json is not as fazhi build of this version writes it; build the site again",
)
_OLD = Words(
    "生成以后，记录、town.yml、模板或本程序有改动；请重新生成",
    "records, town.yml, templates or this program changed since the site was built; build it again",
)
_ADDED = Words("生成时没有这个文件；请重新生成", "the build made no such file; build the site again")
_MISSING = Words(
    "生成时有、现在没有这个文件；请重新生成", "the build made it, and it is gone; build the site again"
)
_CHANGED = Words("生成以后被改动；请重新生成", "it was changed since it was built; build the site again")
