"""What people read of a document: title, summary and body in one text, so that every rule about words looks once."""

from dataclasses import dataclass

from fazhi.ground.cached import cached_property
from fazhi.nouns.sought import SOUGHT

_GAP = "\n\n"


@dataclass(frozen=True)
class Prose:
    """The words of a document."""

    text: str
    summary_at: int
    body_at: int

    @cached_property
    def signs(self) -> frozenset[str]:
        """Those sought that occur in it: a pattern none of whose does has nothing to find."""
        return SOUGHT.within(self.text)

    def at(self, offset: int) -> str | int:
        """Where a character stands, as Found names it: a key of the front matter, or an offset in the body."""
        if offset >= self.body_at:
            return offset - self.body_at
        return "title" if offset < self.summary_at else "summary"


def prose(title: str, summary: str, body: str) -> Prose:
    """The words of a document by their parts."""
    text = f"{title}{_GAP}{summary}{_GAP}{body}"
    summary_at = len(title) + len(_GAP)
    return Prose(text, summary_at, summary_at + len(summary) + len(_GAP))
