"""The claims of all years side by side: what the same claim came to in each report."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fazhi.ground.words import Words
from fazhi.nouns.claim import LIKENESSES, ClaimedReport
from fazhi.nouns.claim_note import Note, Share, shares
from fazhi.nouns.site import CLAIMS, HOME, SitePage


@dataclass(frozen=True, slots=True)
class Line:
    """One claim through the years: its note in each report, None where that does not make it."""

    notes: tuple[Note | None, ...]

    @property
    def newest(self) -> Note:
        """The newest, whose words head the line; where another year's differ, they stand with it."""
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


class _Told(NamedTuple):
    """A note, and by what its claim is the same as another year's."""

    note: Note
    likenesses: tuple[str, ...]


def _lines(reports: Sequence[Sequence[Note]]) -> Iterator[Line]:
    """What several reports claim stands first, in the order of the newest that claims it."""
    lines: list[dict[int, _Told]] = []
    for at, notes in enumerate(reports):
        left = [_Told(note, note.claim.likenesses) for note in notes]
        for closeness in range(LIKENESSES):
            alike = _by_likeness(lines, closeness)
            left = [told for told in left if not _joins(alike[told.likenesses[closeness]], at, told)]
        lines += [{at: told} for told in left]
    for line in sorted(lines, key=len, reverse=True):
        yield Line(tuple(line[at].note if at in line else None for at in range(len(reports))))


def _by_likeness(lines: Sequence[dict[int, _Told]], closeness: int) -> dict[str, list[dict[int, _Told]]]:
    """The lines by what their claims are like at this closeness; none by what a claim has not."""
    found: dict[str, list[dict[int, _Told]]] = defaultdict(list)
    for line in lines:
        for likeness in {told.likenesses[closeness] for told in line.values()} - {""}:
            found[likeness].append(line)
    return found


def _joins(lines: Sequence[dict[int, _Told]], at: int, told: _Told) -> bool:
    """Put a claim on the first of the lines that has none of its report; whether there is one."""
    line = next((line for line in lines if at not in line), None)
    if line is not None:
        line[at] = told
    return line is not None


_TITLE = Words("报告陈述的各年度对照", "Claims of the reports, year by year")
