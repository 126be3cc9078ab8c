"""What people read of a document: title, summary and body in one text, so that every rule about words looks once."""

from typing import NamedTuple

from fazhi.ground.signs import Signs

_GAP = "\n\n"


SOUGHT = Signs()
"""What the rules about words look for; a text is searched for all of it at once."""


class Prose(NamedTuple):
    """The words of a document. `signs` are those sought that occur in it: a rule none of whose does has nothing to find."""

    text: str
    signs: frozenset[str]
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
    return Prose(text, SOUGHT.within(text), summary_at, summary_at + len(summary) + len(_GAP))
