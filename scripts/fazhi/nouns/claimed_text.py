"""Where the claims of a report stand in its text."""

from collections.abc import Iterable
from typing import NamedTuple

from fazhi.ground.markdown import Markdown
from fazhi.ground.visible import letters, unmarked
from fazhi.nouns.record import Record


class Span(NamedTuple):
    """A stretch of the body that a claim says: the claim's place in the list, from and to."""

    claim: int
    start: int
    end: int


def said_at(spans: Iterable[Span], length: int) -> bytes:
    """A byte for each character of a body of this length: 1 where one of the stretches stands, else 0."""
    said = bytearray(length)
    for _, start, end in spans:
        said[start:end] = b"\1" * (end - start)
    return bytes(said)


def says(body: Markdown, words: str) -> bool:
    """Whether a text has these words, across line ends, links and emphasis."""
    return next(letters(unmarked(body.text)).spans(letters(unmarked(words))), None) is not None


def claimed_spans(report: Record) -> list[Span]:
    """Every place in the body of a report where one of its claims stands, across line ends, links and emphasis."""
    claims = [(at, claim["text"]) for at, claim in enumerate(report.get("claims", ())) if "text" in claim]
    if not claims:
        return []
    body = letters(unmarked(report.original.body.text))
    return [Span(at, *span) for at, text in claims for span in body.spans(letters(unmarked(text)))]
