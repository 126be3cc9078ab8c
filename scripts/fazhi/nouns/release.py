"""A release on disk, below a publish root (DESIGN §6): its manifest, its salts, and the ledger as it stood.

    current -> releases/<id>        ledger.jsonl -> current/ledger.jsonl
    releases/<id>/…                 the site, manifest.json, manifest.json.sig, salts.json, ledger.jsonl
    assets/…                        files of kept releases whose names bear the hash of their content

The ledger lies in each release as it stood, so that one rename switches site and ledger together.
"""

from dataclasses import dataclass
from pathlib import Path

from fazhi.nouns import chain, manifest
from fazhi.nouns.chain import Ledger
from fazhi.nouns.facts import salted
from fazhi.nouns.manifest import Manifest, Salts

CURRENT, RELEASES, ASSETS, STATE = "current", "releases", "assets", "release.json"
UNRELEASED = b'{"release": null, "date": null, "next_due": null}\n'
"""release.json of a site that was only built."""
BESIDE = frozenset({manifest.FILE, manifest.SIGNATURE, manifest.SALTS, chain.FILE})
"""Files of a release that its manifest does not list: itself, and what it answers for in another way."""


@dataclass(frozen=True)
class Release:
    """A release that lies in `folder`; `salts` are gone from one that was emptied by a withdrawal."""

    folder: Path
    manifest: Manifest
    salts: Salts | None
    ledger: Ledger

    @property
    def id(self) -> str:
        """Its id."""
        return self.manifest.release

    def content(self, path: str) -> bytes | None:
        """A file as it was published; None where there is none, or where it is not any more what it was."""
        mark, salt = self.manifest.files.get(path), self.salts.of_file(path) if self.salts else None
        file = self.folder / path
        if mark is None or salt is None or file.is_symlink() or not file.is_file():
            return None
        data = file.read_bytes()
        return data if salted(salt, data) == mark.sha256 else None


def releases_below(root: Path) -> list[Path]:
    """The folders of releases of a publish root, the oldest first."""
    folder = root / RELEASES
    found = [path for path in folder.iterdir() if manifest.ID.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(found, key=lambda path: int(path.name.rpartition("-")[2]))
