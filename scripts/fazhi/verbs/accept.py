"""Write the digests of evidence into a report's front matter: its text in, its text out."""

from collections.abc import Iterator
from typing import NamedTuple

from fazhi.ground.problem import Place
from fazhi.nouns.claim import ClaimedReport, Evidence

_BOM = "\ufeff"


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


def _wanted(reported: ClaimedReport) -> Iterator[Acceptance]:
    for claim in reported.claims:
        for at, each in enumerate(claim.evidence):
            if each.now and each.accepted != each.now:
                key = f"claims.{claim.number - 1}.evidence.{at}"
                yield Acceptance(claim.number, claim.text, each.id, each.accepted, each.now, key)


def accepted(text: str, reported: ClaimedReport) -> str:
    """The text of the report's file, as its bytes decode, with every digest in its place; all else stays as it was."""
    bom = _BOM if text.startswith(_BOM) else ""
    lines = text.removeprefix(_BOM).split("\n")
    places = reported.record.original.places
    edits = []
    for each in acceptances(reported):
        digest, id = places.get(f"{each.key}.digest"), places[f"{each.key}.id"]
        edits.append((digest or id, each, digest is not None))
    for place, each, is_there in sorted(edits, key=lambda edit: edit[0], reverse=True):
        _write(lines, place, each, is_there)
    return bom + "\n".join(lines)


def _write(lines: list[str], place: Place, each: Acceptance, is_there: bool) -> None:
    """Put one digest over the old one; or after the id: in a line of its own where that is how the group is written."""
    line, at = lines[place.line - 1], place.column - 1
    if is_there:
        lines[place.line - 1] = line[:at] + line[at:].replace(each.before, each.now, 1)
        return
    end = line.index(each.id, at) + len(each.id)
    end += line[end : end + 1] in ("'", '"')
    if line[end:].lstrip()[:1] in (",", "}"):
        lines[place.line - 1] = f"{line[:end]}, digest: {each.now}{line[end:]}"
    else:
        indent = " " * line.rindex("id", 0, at)
        lines.insert(place.line, f"{indent}digest: {each.now}" + ("\r" if line.endswith("\r") else ""))
