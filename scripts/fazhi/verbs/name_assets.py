"""Give the files that pages load names that bear the hash of their content, so that a browser may keep them for ever.

A page that was loaded before a switch still finds its own: the old names stay below the publish root's assets/ as long
as a release that has them. `fazhi build` knows nothing of this; the plain name stays too, for scripts that load by name.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

_USED = re.compile(rb'(?<=[="/])assets/([^"?#\s<>]+)(?=["?#])')
HASHED = re.compile(r"\.[0-9a-f]{8,16}\.")
"""Names with the hash of their content: ours, and those the theme brings along."""
_DIGITS = 12


def renamed(site: Path) -> dict[str, str]:
    """The new name, below assets/, of every file there that a page of the site loads and whose name bears no hash."""
    used: set[bytes] = set()
    for page in site.rglob("*.html"):
        used.update(_USED.findall(page.read_bytes()))
    names = (name.decode(errors="replace") for name in used)
    return {name: _hashed(site / "assets" / name, name) for name in sorted(names) if _may(site, name)}


def rewriter(names: dict[str, str]) -> Callable[[bytes], bytes]:
    """A page with the new names in place of the old ones."""
    new = {old.encode(): name.encode() for old, name in names.items()}
    return lambda page: _USED.sub(lambda found: b"assets/" + new.get(found[1], found[1]), page)


def _may(site: Path, name: str) -> bool:
    return not HASHED.search(name) and ".." not in name and (site / "assets" / name).is_file()


def _hashed(file: Path, name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:_DIGITS]
    return f"{stem}.{digest}{dot}{suffix}" if dot else f"{name}.{digest}."
