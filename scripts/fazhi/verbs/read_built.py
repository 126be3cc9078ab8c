"""Read a built site: what lies in its folder is found at once, a page is read when something asks for it."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from fazhi.nouns.built import VERIFIER, BuiltPage, BuiltSite
from fazhi.nouns.register import Register


def read_built(folder: Path, register: Register) -> BuiltSite:
    """The site that lies in `folder`. Raises NotADirectoryError where there is none."""
    if not (folder / "index.html").is_file():
        raise NotADirectoryError(folder)
    files = frozenset(_files(folder))
    pages = {path: BuiltPage(path, partial(_text, folder, path)) for path in sorted(files) if _is_page(path)}
    return BuiltSite(pages, files, register, partial(_text, folder))


def _files(folder: Path) -> Iterator[str]:
    for where, _, names in os.walk(folder):
        below = os.path.relpath(where, folder).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in names)


def _is_page(path: str) -> bool:
    return path.endswith((".html", ".htm")) and path != VERIFIER


def _text(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8", errors="replace")
