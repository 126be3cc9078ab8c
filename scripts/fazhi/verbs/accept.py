"""Write the digests of evidence into a report's front matter: its text in, its text out."""

from collections.abc import Iterator
from typing import NamedTuple

from fazhi.ground.front_matter import Keys, front_matter
from fazhi.ground.problem import Place
from fazhi.nouns.claim import ClaimedReport, Evidence


class Acceptance(NamedTuple):
    """A digest to be written: the claim's number and text, the record, the digest before and now."""

    number: int
    text: str
    id: str
    before: str
    now: str
    key: str


def acceptances(reported: ClaimedReport) -> tuple[Acceptance, ...]:
    """Every digest that is not yet, or no longer, that of its record."""
    return tuple(_wanted(reported))


def gone(reported: ClaimedReport) -> tuple[Evidence, ...]:
    """Cited records that do not exist: nothing can be accepted of them."""
    return tuple(each for claim in reported.claims for each in claim.evidence if each.record is None)


def of_itself(reported: ClaimedReport) -> tuple[Evidence, ...]:
    """Where the report cites itself: it is no evidence for its own words (rules/claim_form.py)."""
    cited = (each for claim in reported.claims for each in claim.evidence)
    return tuple(each for each in cited if each.id == reported.record.id)


def _wanted(reported: ClaimedReport) -> Iterator[Acceptance]:
    for claim in reported.claims:
        for at, each in enumerate(claim.evidence):
            if each.now and each.accepted != each.now:
                key = f"claims.{claim.number - 1}.evidence.{at}"
                yield Acceptance(claim.number, claim.text, each.id, each.accepted, each.now, key)


def accepted(text: str, reported: ClaimedReport) -> str:
    """The text of the report's file, as its bytes decode, with every digest in its place; all else stays as it was.

    Raises CannotEdit, KeyError, ValueError or IndexError where they cannot be put in.
    """
    keys, places = front_matter(text), reported.record.original.places
    edits = []
    for each in acceptances(reported):
        digest, id = places.get(f"{each.key}.digest"), places[f"{each.key}.id"]
        edits.append((digest or id, each, digest is not None))
    for place, each, is_there in sorted(edits, key=lambda edit: edit[0], reverse=True):
        keys = keys.replaced(place, each.before, each.now) if is_there else _beside(keys, place, each)
    return keys.text


def _beside(keys: Keys, place: Place, each: Acceptance) -> Keys:
    """Put a digest after the id: in a line of its own where that is how the group is written."""
    line, at = keys.lines[place.line - 1], place.column - 1
    end = line.index(each.id, at) + len(each.id)
    end += line[end : end + 1] in ("'", '"')
    if line[end:].lstrip()[:1] in (",", "}"):
        written = line[at:end]
        return keys.replaced(place, written, f"{written}, digest: {each.now}")
    indent = " " * line.rindex("id", 0, at)
    return keys.inserted(place.line, f"{indent}digest: {each.now}")
