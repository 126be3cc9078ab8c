"""The text of a file that search may know: what whoever opens the file sees, a paragraph or a row a line."""

import re

from fazhi.ground.extract import extract_bytes
from fazhi.ground.search_terms import HAN

MOST = 300_000
"""So many signs of one file are searched at most."""
_WITHIN = re.compile(rf"(?<=[{HAN}，、；]) *\n *(?=[{HAN}])")
"""The end of a line that is no end of a sentence, where lines are as wide as a page."""
_IN_PARAGRAPHS = ("docx", "xlsx")
"""Files whose lines are paragraphs or rows."""


def seen_text(data: bytes, name: str) -> str:
    """What one sees of a file of this name; empty for what has no such text or cannot be read."""
    read = extract_bytes(data, name)
    text = "\n".join(piece.shown for piece in read.pieces if piece.shown)
    if read.type not in _IN_PARAGRAPHS:
        text = _WITHIN.sub("", text)
    return "\n".join(map(_row, text.split("\n")))[:MOST]


def _row(line: str) -> str:
    """A line; of a table's row (ground/piece.py) what stands in its cells."""
    return " ".join(filter(None, map(str.strip, line.split("|")))) if line.startswith("| ") else line
