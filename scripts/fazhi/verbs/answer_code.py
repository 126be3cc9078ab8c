"""Answer whoever asks with a short code whether a notice still holds: from the records, or from what was published.

A release answers from its ledger, which tells of first publications, corrections and withdrawals; its own files tell
the title, the digest and the reasons.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from fazhi.ground.short_code import short_code
from fazhi.nouns import record_text
from fazhi.nouns.answer import Answer, Event, answer
from fazhi.nouns.digest import SHOWN, facts_digest
from fazhi.nouns.facts import TOWN
from fazhi.nouns.register import Register
from fazhi.nouns.release import Release

_REASONS = "data/corrections.json"


def of_register(code: str, held: str, register: Register) -> list[Answer]:
    """The answer for every record of a code; mostly one, none for a code that no record has."""
    found = []
    for id in _of(code, register.records):
        record = register.records[id]
        events = tuple(Event(each["on"], each["why"]) for each in record.get("corrections", ()))
        digest = facts_digest(record, register.root)[:SHOWN]
        found.append(answer(id, record.title_in("zh"), digest, events, held))
    for id in _of(code, register.town.withdrawn):
        told = register.town.withdrawn[id]
        found.append(Answer(id, "withdrawn", events=(Event(told["on"], told["reason"]),)))
    return found


def of_release(code: str, held: str, release: Release) -> list[Answer]:
    """The same from a release."""
    return [_published(id, held, release) for id in _of(code, release.ledger.first_published)]


def _of(code: str, ids: Iterable[str]) -> Iterator[str]:
    return (id for id in ids if id != TOWN and short_code(id) == code)


def _published(id: str, held: str, release: Release) -> Answer:
    if gone := release.ledger.withdrawn.get(id):
        return Answer(id, "withdrawn", events=(Event(date.fromisoformat(gone["on"]), gone["reason"]),))
    text = _text(id, release)
    events = tuple(_corrections(id, release))
    return answer(id, text.title if text else "", text.digest if text else "", events, held)


def _text(id: str, release: Release) -> record_text.RecordText | None:
    data = release.content(record_text.path_of(id))
    with suppress(ValueError):  # a site of another form
        return record_text.read(data) if data else None
    return None


def _corrections(id: str, release: Release) -> list[Event]:
    """As the release's own data tell them; where it has none, the ledger knows their days at least."""
    data = release.content(_REASONS)
    try:
        told = [each for each in json.loads(data or b"")["corrections"] if each["record"] == id]
        return sorted(Event(date.fromisoformat(each["on"]), str(each["why"])) for each in told)
    except (ValueError, KeyError, TypeError):
        days = (each["on"] for each in release.ledger.told("correction") if each["record"] == id)
        return [Event(date.fromisoformat(day), "") for day in days]
