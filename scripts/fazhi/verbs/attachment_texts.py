"""The texts of attachments that search may know: what a reader of the file sees, kept until the file changes.

Word and Excel files are left out: what the privacy gate reads in them cannot be told from what nobody sees there, such
as the names of authors, words that were deleted, and hidden sheets.
"""

import hashlib
import re
from pathlib import Path

from fazhi.ground.extract import MAX_BYTES, extract_bytes
from fazhi.ground.search_terms import HAN

MOST = 300_000
"""So many signs of one file are searched at most."""
_FORM = b"1"
"""Another number where the same file would be read otherwise."""
_WITHIN = re.compile(rf"(?<=[{HAN}，、；]) *\n *(?=[{HAN}])")
_CELLS = re.compile(r"(?m)^\| | \|$| \| ")
"""The edges of a table's cells (ground/piece.py)."""


class AttachmentTexts:
    """Texts by file; `folder` keeps them by the file's content, since reading a PDF takes half a second."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: set[str] = set()

    def text(self, file: Path) -> str:
        """What a reader of the file sees; empty for what has no such text or cannot be read."""
        try:
            with file.open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
        except OSError:
            return ""
        name = hashlib.sha256(_FORM + data).hexdigest()
        self._asked.add(name)
        kept = self._folder / name
        if not kept.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            aside = kept.with_suffix(".new")
            aside.write_text(_shown(data, file.name), encoding="utf-8", errors="replace")
            aside.replace(kept)
        return kept.read_text(encoding="utf-8")

    def forget_others(self) -> None:
        """Keep nothing of files that were not asked for: an attachment that was taken away leaves no text behind."""
        for path in self._folder.glob("*"):
            if path.name not in self._asked:
                path.unlink()


def _shown(data: bytes, name: str) -> str:
    pieces = extract_bytes(data, name).pieces
    text = "\n".join(piece.text for piece in pieces if piece.is_shown)
    return _WITHIN.sub("", _CELLS.sub(" ", text))[:MOST]
