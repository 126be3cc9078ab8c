"""The texts of attachments that search may know: what a reader of the file sees, kept until the file changes.

The privacy gate reads more of a file than its readers see: names of authors, words that were deleted, hidden sheets. Of
what it reads only that is searched which whoever opens the file sees.
"""

import hashlib
from pathlib import Path

from fazhi.ground.extract import MAX_BYTES
from fazhi.ground.seen_text import seen_text

_FORM = b"2"
"""Another number where the same file would be read otherwise."""


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
            aside.write_text(seen_text(data, file.name), encoding="utf-8", errors="replace")
            aside.replace(kept)
        return kept.read_text(encoding="utf-8")

    def forget_others(self) -> None:
        """Keep nothing of files that were not asked for: an attachment that was taken away leaves no text behind."""
        for path in self._folder.glob("*"):
            if path.name not in self._asked:
                path.unlink()
