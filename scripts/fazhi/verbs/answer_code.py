"""Answer whoever asks with a short code whether a notice still holds: from the records, or from what was published.

A release answers from its ledger, which tells of first publications, corrections and withdrawals; its own files tell
the title, the digest and the reasons, and how one that was withdrawn is called.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from fazhi.ground.short_code import short_code
from fazhi.ground.words import Lang, Words, same
from fazhi.nouns import record_text
from fazhi.nouns.answer import Answer, Event, answer
from fazhi.nouns.digest import SHOWN, facts_digest
from fazhi.nouns.facts import TOWN
from fazhi.nouns.register import Register
from fazhi.nouns.release import Release
from fazhi.nouns.withdrawn import name_of

_REASONS = "data/corrections.json"


def of_register(code: str, held: str, register: Register) -> list[Answer]:
    """The answer for every record of a code; mostly one, none for a code that no record has."""
    found = []
    for id in _of(code, register.records):
        record = register.records[id]
        events = tuple(Event(each["on"], each["why"]) for each in record.get("corrections", ()))
        digest = facts_digest(record, register.root)[:SHOWN]
        found.append(answer(id, Words(record.title_in("zh"), record.title_in("en")), digest, events, held))
    for id in _of(code, register.town.withdrawn):
        told = register.town.withdrawn[id]
        events = (Event(told["on"], told["reason"]),)
        found.append(Answer(id, "withdrawn", name_of(id, register), events=events))
    return found


def of_release(code: str, held: str, release: Release) -> list[Answer]:
    """The same from a release."""
    return [_published(id, held, release) for id in _of(code, release.ledger.first_published)]


def _of(code: str, ids: Iterable[str]) -> Iterator[str]:
    return (id for id in ids if id != TOWN and short_code(id) == code)


def _published(id: str, held: str, release: Release) -> Answer:
    if gone := release.ledger.withdrawn.get(id):
        events = (Event(date.fromisoformat(gone["on"]), gone["reason"]),)
        return Answer(id, "withdrawn", _name(id, release), events=events)
    text, translation = _text(id, release, "zh"), _text(id, release, "en")
    title = text.title if text else ""
    titles = Words(title, translation.title if translation else title)
    return answer(id, titles, text.digest if text else "", tuple(_corrections(id, release)), held)


def _text(id: str, release: Release, lang: Lang) -> record_text.RecordText | None:
    data = release.content(record_text.path_of(id, lang))
    with suppress(ValueError):  # a site of another form
        return record_text.read(data) if data else None
    return None


def _name(id: str, release: Release) -> Words:
    """What the release calls a record that was withdrawn; empty where it does not say."""
    try:
        told = json.loads(release.content(_REASONS) or b"")["withdrawals"]
        return next(Words(each["name"]["zh"], each["name"]["en"]) for each in told if each["record"] == id)
    except (ValueError, KeyError, TypeError, StopIteration):
        return same("")


def _corrections(id: str, release: Release) -> list[Event]:
    """As the release's own data tell them; where it has none, the ledger knows their days at least."""
    data = release.content(_REASONS)
    try:
        told = [each for each in json.loads(data or b"")["corrections"] if each["record"] == id]
        return sorted(Event(date.fromisoformat(each["on"]), str(each["why"])) for each in told)
    except (ValueError, KeyError, TypeError):
        days = (each["on"] for each in release.ledger.told("correction") if each["record"] == id)
        return [Event(date.fromisoformat(day), "") for day in days]
