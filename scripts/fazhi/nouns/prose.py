"""What people read of a document: title, summary and body in one text, so that every rule about words looks once."""

from typing import NamedTuple

_GAP = "\n\n"


class Prose(NamedTuple):
    """The words of a document. `chars` are all its characters: what has none of a rule's needs no closer look."""

    text: str
    chars: frozenset[str]
    summary_at: int
    body_at: int

    def at(self, offset: int) -> str | int:
        """Where a character stands, as Found names it: a key of the front matter, or an offset in the body."""
        if offset >= self.body_at:
            return offset - self.body_at
        return "title" if offset < self.summary_at else "summary"


def prose(title: str, summary: str, body: str) -> Prose:
    """The words of a document by their parts."""
    text = f"{title}{_GAP}{summary}{_GAP}{body}"
    summary_at = len(title) + len(_GAP)
    return Prose(text, frozenset(text), summary_at, summary_at + len(summary) + len(_GAP))
