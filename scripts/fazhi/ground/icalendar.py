"""An iCalendar file of whole-day entries (RFC 5545): as telephones, Outlook and WPS take it in.

A few lines of our own: whole days need no time zones, and the bytes must be the same for the same entries.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

_LONGEST = 75
"""Octets in a line without its end (RFC 5545, 3.1)."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


class Entry(NamedTuple):
    """One entry: `uid` never changes; `first` and `last` are its days, both included; `stamp` when it was made known."""

    uid: str
    first: date
    last: date
    stamp: date
    summary: str
    location: str = ""
    url: str = ""
    category: str = ""


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """The file: UTF-8, lines folded and ended by CR LF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//fazhi//calendar//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
        *(line for entry in entries for line in _lines(entry)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _lines(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(entry.uid)}"
    yield f"DTSTAMP:{entry.stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_after(entry.last):%Y%m%d}"
    yield f"SUMMARY:{_escaped(entry.summary)}"
    for key, value in (("LOCATION", entry.location), ("CATEGORIES", entry.category)):
        if value:
            yield f"{key}:{_escaped(value)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _after(day: date) -> date:
    """The end of a whole-day entry is the day after its last (RFC 5545, 3.6.1); the last day there is stays."""
    return day + timedelta(1) if day < date.max else day


def _escaped(text: str) -> str:
    return "".join(sign for sign in text.translate(_ESCAPES) if sign >= " ")


def _folded(line: str) -> bytes:
    """A line in pieces of so many octets, never cut within a character; further pieces begin with a space."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > _LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
