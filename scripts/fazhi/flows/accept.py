"""Accept the evidence of reports: every digest of a report is written, or the report is left as it was."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from fazhi.ground.files import write_text
from fazhi.ground.front_matter import CannotEdit
from fazhi.nouns.claim import ClaimedReport
from fazhi.verbs import read
from fazhi.verbs.accept import Acceptance, acceptances, accepted


class Accepted(NamedTuple):
    """A report's file with its digests: what is written where, before anything is."""

    path: str
    text: str
    what: tuple[Acceptance, ...]


class NotAccepted(Exception):
    """A front matter is written in a way that the digests cannot be put into; carries the report's path."""


def to_accept(reports: Sequence[ClaimedReport], root: Path) -> list[Accepted]:
    """What accepting would write, nothing for reports whose digests all stand. Raises NotAccepted."""
    found = []
    for reported in reports:
        if what := acceptances(reported):
            found.append(Accepted(reported.record.original.path, _text(reported, root), what))
    return found


def write(files: Sequence[Accepted], root: Path) -> None:
    """Write each file whole or not at all; a link stays a link to the file that is changed."""
    for each in files:
        write_text((root / each.path).resolve(), each.text)


def _text(reported: ClaimedReport, root: Path) -> str:
    """The new text, read again: it must say what the old one said, with the digests."""
    original = reported.record.original
    before = (root / original.path).read_bytes().decode()
    try:
        after = accepted(before, reported)
    except (CannotEdit, KeyError, ValueError, IndexError) as error:
        raise NotAccepted(original.path) from error
    plain = after.removeprefix("\ufeff").replace("\r\n", "\n")
    again = read.parse(plain, original.path, original.id, original.lang, reported.record.kind)
    if again.findings != original.findings or again.values != _with_digests(reported):
        raise NotAccepted(original.path)
    return after


def _with_digests(reported: ClaimedReport) -> dict[str, object]:
    values = dict(reported.record.values)
    now = {
        (claim.number - 1, at): each.now
        for claim in reported.claims
        for at, each in enumerate(claim.evidence)
    }
    values["claims"] = tuple(
        claim
        if "evidence" not in claim
        else {
            **claim,
            "evidence": tuple(
                {**each, "digest": now[number, at] or each.get("digest", "")}
                for at, each in enumerate(claim["evidence"])
            ),
        }
        for number, claim in enumerate(values["claims"])
    )
    return values
