"""The ledger: lines that are only ever added, each bearing the hash of the line before (DESIGN §8).

A line is JSON in UTF-8, keys sorted, without spaces: `n` (counts from 1), `previous` (SHA-256 of the bytes of the line
before without its line end, 64 zeros for the first), `on` (a day), `what`, and what that asks for:

- `first`: `record` was published for the first time.
- `correction`: an entry of `record`, by its salted `digest`; `private` where it was made for the sake of privacy.
- `withdrawal`: `record` was taken back, for a public `reason`, by `by`.
- `release`: `id`, and `root`, the hash of its files and records (nouns/manifest.py).
- `rollback`: as `release`, and `to`, the release whose content came back.

The hash of the last line stands for all of them: who wrote it down can tell later whether one was changed.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.ground.cached import cached_property
from fazhi.ground.words import Words
from fazhi.nouns.fault import Fault

FILE = "ledger.jsonl"
EVENTS = frozenset("first correction withdrawal release rollback".split())
_BEGINNING = "0" * 64


@dataclass(frozen=True)
class Ledger:
    """The ledger's lines as bytes; `events` are what they say."""

    lines: tuple[bytes, ...] = ()

    @cached_property
    def events(self) -> tuple[dict[str, Any], ...]:
        """What each line says."""
        return tuple(json.loads(line) for line in self.lines)

    @property
    def head(self) -> str:
        """The hash of the last line: 64 hexadecimal digits."""
        return _hash(self.lines[-1]) if self.lines else _BEGINNING

    @property
    def data(self) -> bytes:
        """The file."""
        return b"".join(line + b"\n" for line in self.lines)

    def added(self, on: date, events: Sequence[dict[str, str]]) -> "Ledger":
        """The ledger with further lines."""
        lines = list(self.lines)
        previous = self.head
        for event in events:
            line = _line({**event, "n": len(lines) + 1, "on": on.isoformat(), "previous": previous})
            lines.append(line)
            previous = _hash(line)
        return Ledger(tuple(lines))

    def told(self, *what: str) -> Iterator[dict[str, Any]]:
        """The events of these kinds, the oldest first."""
        return (event for event in self.events if event["what"] in what)

    @cached_property
    def first_published(self) -> dict[str, date]:
        """The day of every record's first publication."""
        return {event["record"]: date.fromisoformat(event["on"]) for event in self.told("first")}

    @cached_property
    def withdrawn(self) -> dict[str, dict[str, Any]]:
        """The withdrawal of every record that was taken back."""
        return {event["record"]: event for event in self.told("withdrawal")}

    def taken_since(self, lines: int) -> set[str]:
        """The records of which a release, with whose line the ledger had so many, may not be kept: withdrawn, or
        corrected since for the sake of privacy."""
        private = {
            each["record"] for each in self.told("correction") if "private" in each and each["n"] > lines
        }
        return private | self.withdrawn.keys()

    @cached_property
    def releases(self) -> dict[str, dict[str, Any]]:
        """Every release that ever was current, by id, the oldest first."""
        return {event["id"]: event for event in self.told("release", "rollback")}


def read(data: bytes) -> tuple[Ledger, list[Fault]]:
    """A ledger, and every break in its chain; what cannot be read at all gives an empty one."""
    lines = tuple(data.removesuffix(b"\n").split(b"\n")) if data else ()
    faults = list(_breaks(lines)) if data.endswith(b"\n") or not data else [Fault(FILE, "ledger-cut", _CUT)]
    return (Ledger() if faults else Ledger(lines)), faults


def _breaks(lines: Sequence[bytes]) -> Iterator[Fault]:
    previous = _BEGINNING
    for number, line in enumerate(lines, 1):
        event = _event(line)
        where = f"{FILE}:{number}"
        if event is None or _line(event) != line:
            yield Fault(where, "ledger-line", _UNREADABLE)
        elif event.get("n") != number or event.get("previous") != previous:
            yield Fault(where, "ledger-chain", _BROKEN)
        previous = _hash(line)


def _event(line: bytes) -> dict[str, Any] | None:
    try:
        event = json.loads(line)
        date.fromisoformat(event["on"])
        is_known = event["what"] in EVENTS and all(
            isinstance(event[key], str) for key in _ASKED[event["what"]]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return event if is_known else None


def _line(event: dict[str, Any]) -> bytes:
    return json.dumps(event, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


_ASKED = {
    "first": ("record",),
    "correction": ("record", "digest"),
    "withdrawal": ("record", "reason"),
    "release": ("id", "root"),
    "rollback": ("id", "root", "to"),
}
_CUT = Words("台账最后一行不完整", "the last line of the ledger is cut off")
_UNREADABLE = Words("台账这一行不是本工具写的样子", "this line of the ledger is not as this tool writes it")
_BROKEN = Words(
    "台账这一行接不上前一行：有行被改、删或换了位置",
    "this line of the ledger does not follow from the one before: a line was changed, removed or moved",
)
