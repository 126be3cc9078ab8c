"""Lay the site's pages out as the folder MkDocs builds from: texts, stubs for made pages, and attachments.

MkDocs never sees docs/ itself: it retypes front matter and would publish whatever lies there. static-i18n crashes
on generated files, so made pages are staged as real ones (measured in the stack's traps). Files that did not change
are left as they are.
"""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from fazhi.nouns.site import Site, SitePage


def stage(site: Site, target: Path) -> None:
    """Make `target` hold exactly the site's texts and files."""
    wanted = {path: text.encode() for page in site.pages.values() for path, text in _texts(page)}
    for path, data in wanted.items():
        _write(target / path, data)
    files = _published_files(site)
    for path in files:
        _link(site.register.root / "docs" / path, target / path)
    _clear(target, wanted.keys() | files)


def _texts(page: SitePage) -> Iterator[tuple[str, str]]:
    for lang, title in page.titles.items():
        suffix = ".md" if lang == "zh" else f".{lang}.md"
        front = json.dumps({"title": title, "template": page.template}, ensure_ascii=False)
        yield f"{page.id}{suffix}", f"---\n{front}\n---\n{page.bodies.get(lang, '')}"


def _published_files(site: Site) -> set[str]:
    """Attachments that a record names and images that a text shows; what nobody names is not published."""
    register = site.register
    named = {
        f"{record.id.rpartition('/')[0]}/{each['file']}"
        for record in register.records.values()
        for each in record.get("attachments", ())
    }
    linked = {
        os.path.normpath(f"{document.id.rpartition('/')[0]}/{link.to}")
        for document in register.documents()
        for link in document.body.links()
    }
    return set(register.files) & (named | linked)


def _write(path: Path, data: bytes) -> None:
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _link(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    shutil.copyfile(source, path)


def _clear(target: Path, wanted: set[str]) -> None:
    for folder, _, names in os.walk(target, topdown=False):
        for name in names:
            path = Path(folder, name)
            if path.relative_to(target).as_posix() not in wanted:
                path.unlink()
        if Path(folder) != target and not any(Path(folder).iterdir()):
            Path(folder).rmdir()
