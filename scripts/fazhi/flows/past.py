"""What a site tells of earlier releases: each record's first day, and what each correction changed (nouns/past.py)."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fazhi.flows.build import standing
from fazhi.flows.make_release import Order, last_release
from fazhi.nouns.facts import Facts, canonical
from fazhi.nouns.past import Changed, Past, changed, mark
from fazhi.nouns.record import Record
from fazhi.nouns.record_text import path_of, read, text_of
from fazhi.nouns.register import Register
from fazhi.nouns.release import Release, releases_below
from fazhi.verbs import correction_data
from fazhi.verbs.open_release import kept
from fazhi.verbs.silent import corrections_since

Told = dict[tuple[str, str], tuple[Changed, ...]]


def past(register: Register, order: Order) -> Past:
    """The past of a register that is to be published: by the last release, and by what this one corrects. Raises Refused."""
    last = last_release(order)
    known = last.ledger.first_published if last else {}
    first = {id: known.get(id, order.on) for id in register.records}
    return Past(first, _changed(register, last, order.root) if last else {})


def _changed(register: Register, last: Release, root: Path) -> Told:
    """Lists of people whose posting is over have no past: it would name them."""
    shown, carried = standing(register).records, _carried(root, last)
    told: Told = {}
    for record in register.records.values():
        entries = record.get("corrections", ())
        if entries and shown[record.id] is record:
            keys = [(record.id, mark(each)) for each in entries]
            told |= {key: carried[key] for key in keys if key in carried} | _new(record, register, last)
    return told


def _carried(root: Path, last: Release) -> Told:
    """What the newest kept release tells that was compared with the one before it: a site built elsewhere was not."""
    served = [folder for folder in releases_below(root) if folder.name in last.ledger.releases]
    for folder in reversed(served):
        release = last if folder.name == last.id else kept(folder, last.ledger)
        data = release.content(correction_data.PATH)
        with suppress(ValueError):  # of another form: what it told is not known any more
            if data and (told := correction_data.read(data)) is not None:
                return told
    return {}


def _new(record: Record, register: Register, last: Release) -> Told:
    """What the record's newest correction changed, where the last release had neither that nor this text.

    Of several at once nobody can tell which changed what: where one is for the sake of privacy, nothing is told.
    """
    entries = record.get("corrections")
    facts = Facts({}, tuple(canonical(each) for each in entries))
    new = corrections_since(record.id, facts, last) if record.id in last.manifest.records else []
    if not new or any(json.loads(each).get("privacy") for each in new):
        return {}
    found = tuple(_differences(record, register, last))
    return {(record.id, mark(entries[-1])): found} if found else {}


def _differences(record: Record, register: Register, last: Release) -> Iterator[Changed]:
    for document in record.documents:
        data = last.content(path_of(record.id, document.lang))
        now = text_of(record, document, register.root)
        with suppress(ValueError):  # of another form
            yield from changed(read(data), now, document.lang) if data is not None else ()
