"""The claims of all years side by side: what the same claim came to in each report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fazhi.ground.words import Words
from fazhi.nouns.claim import ClaimedReport
from fazhi.nouns.claim_note import Note, Share, shares
from fazhi.nouns.site import CLAIMS, HOME, SitePage


@dataclass(frozen=True, slots=True)
class Line:
    """One claim through the years: its note in each report, None where that does not make it."""

    notes: tuple[Note | None, ...]

    @property
    def newest(self) -> Note:
        """The newest, whose words stand for all."""
        return next(note for note in self.notes if note)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Reports, the newest first, with the shares of their states; and the claims by line."""

    reports: tuple[tuple[ClaimedReport, tuple[Share, ...]], ...]
    lines: tuple[Line, ...]


def claim_pages(reports: Sequence[ClaimedReport], notes: Sequence[Sequence[Note]]) -> Iterator[SitePage]:
    """The page that compares reports, whose notes stand in the same order; none where no report makes claims."""
    if reports:
        comparison = Comparison(tuple((each, shares(each)) for each in reports), tuple(_lines(notes)))
        yield SitePage.made(CLAIMS, "claims.html", _TITLE, (HOME, "reports/index"), comparison)


def _lines(reports: Sequence[Sequence[Note]]) -> Iterator[Line]:
    """What several reports claim stands first, in the order of the newest that claims it."""
    by_key = [{note.claim.key: note for note in each} for each in reports]
    keys = list(dict.fromkeys(key for notes in by_key for key in notes))
    for key in sorted(keys, key=lambda key: -sum(key in notes for notes in by_key)):
        yield Line(tuple(notes.get(key) for notes in by_key))


_TITLE = Words("报告陈述的各年度对照", "Claims of the reports, year by year")
