"""A claim as readers see it: its state in shape and word, how that was come to, and the ways to the records."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fazhi.ground.words import Words
from fazhi.nouns.claim import Claim, ClaimedReport, State
from fazhi.nouns.claim_words import SHAPES, STATES, how
from fazhi.nouns.reckoning import VILLAGES
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.site import village_page


@dataclass(frozen=True, slots=True)
class Note:
    """One claim with its report. `pages`: ids of the pages that count for it; `without`: of those that do not."""

    report: Record
    claim: Claim
    shape: str
    word: Words
    how: Words
    pages: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many claims of a report are in a state, and how many in a hundred that is, in whole numbers."""

    state: State
    shape: str
    word: Words
    count: int
    percent: int


def notes(reported: ClaimedReport, register: Register) -> tuple[Note, ...]:
    """The claims of a report as readers see them."""
    return tuple(_note(claim, reported.record, register) for claim in reported.claims)


def shares(reported: ClaimedReport) -> tuple[Share, ...]:
    """The share of every state among the claims of a report; of a hundred, unless there are no claims."""
    percents = in_hundred(tuple(reported.counts.values()))
    return tuple(
        Share(state, SHAPES[state], STATES[state], count, percent)
        for (state, count), percent in zip(reported.counts.items(), percents, strict=True)
    )


def in_hundred(counts: tuple[int, ...]) -> tuple[int, ...]:
    """The counts in whole parts of a hundred that add up to it: the largest remainders are rounded up, the first first.

    Nothing but 0 where all counts are 0.
    """
    total = sum(counts) or 1
    whole = [100 * count // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda at: -(100 * counts[at] % total))
    missing = (100 if any(counts) else 0) - sum(whole)
    up = frozenset(by_remainder[:missing])
    return tuple(part + (at in up) for at, part in enumerate(whole))


@dataclass(frozen=True, slots=True)
class ClaimsHere:
    """What a record's page tells of claims: a report's own with their shares, and those of reports that it stands for."""

    notes: tuple[Note, ...] = ()
    shares: tuple[Share, ...] = ()
    supports: tuple[Note, ...] = ()


def claims_here(
    reports: Sequence[ClaimedReport], told: Sequence[tuple[Note, ...]]
) -> Mapping[str, ClaimsHere]:
    """By the id of a page, what it tells of claims; `told` are the notes of the reports in their order."""
    own = {each.record.id: (found, shares(each)) for each, found in zip(reports, told, strict=True)}
    stands_for: dict[str, list[Note]] = defaultdict(list)
    for note in (note for found in told for note in found):
        for id in dict.fromkeys((*note.pages, *(each.id for each in note.claim.evidence))):
            stands_for[id].append(note)
    return {
        id: ClaimsHere(*own.get(id, ((), ())), tuple(stands_for.get(id, ())))
        for id in own.keys() | stands_for.keys()
    }


def _note(claim: Claim, report: Record, register: Register) -> Note:
    found = claim.reckoned
    is_of_villages = claim.compute.get("count") == VILLAGES

    def pages(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(village_page(id) for id in ids) if is_of_villages else ids

    return Note(
        report,
        claim,
        SHAPES[claim.state],
        STATES[claim.state],
        how(claim, report, register),
        pages(found.ids) if found else (),
        pages(found.without) if found else (),
    )
