"""Hold a register against the rules: findings of reading and of every rule, weighed, waived and sorted."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from fazhi.ground.problem import Finding, Place, Problem
from fazhi.nouns import town as towns
from fazhi.nouns.attachment import Attachment, attachments
from fazhi.nouns.document import Document
from fazhi.nouns.passage import Passage, of_attachment, of_document
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Found, Rule, Subject
from fazhi.nouns.waiver import problem, strangers

T = TypeVar("T")


class Share(NamedTuple):
    """Every `of`-th text, from the one numbered `part`: what one process of several checks."""

    part: int = 0
    of: int = 1

    def take(self, each: Iterable[T]) -> Iterator[T]:
        return islice(each, self.part, None, self.of)


WHOLE = Share()


def check(register: Register, rules: Mapping[str, Rule], share: Share = WHOLE) -> list[Problem]:
    """Every problem of the register, or of a share of it, in the order of path, line and column."""
    read = _read_in_documents(register, rules, share)
    if register.town.findings:  # with a faulty town.yml every village and office would seem unknown
        return sorted({*_read_in_town(register, rules), *read})
    found = [
        _of_town(register, rules) if share.part == 0 else (),
        _of_documents(register, rules, share),
        _of_records(register, rules, share),
        _of_passages(register, rules, share),
    ]
    return sorted({*read, *chain.from_iterable(found)})


def _read_in_town(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    return (_problem(towns.FILE, finding, rules) for finding in register.town.findings)


def _read_in_documents(register: Register, rules: Mapping[str, Rule], share: Share) -> Iterator[Problem]:
    for document in share.take(register.documents()):
        yield from (_problem(document.path, finding, rules) for finding in document.findings)


class _Rules:
    """The rules about one subject, and which of them speak on a day: asked for every text, so it is remembered."""

    def __init__(self, subject: Subject, rules: Mapping[str, Rule]) -> None:
        self.all = tuple(rule for rule in rules.values() if rule.on == subject and rule.check)
        self._by_day: dict[date, tuple[Rule, ...]] = {}

    def of(self, record: Record | None, register: Register) -> tuple[Rule, ...]:
        """The rules in force on the record's own date; of a text without one, today's."""
        day = (record.day if record else None) or register.as_of
        if day not in self._by_day:
            self._by_day[day] = tuple(rule for rule in self.all if rule.speaks_on(day))
        return self._by_day[day]


def _of_town(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    town = register.town
    for rule in _Rules("town", rules).all:
        for found in rule.check(town, register) if rule.check else ():
            place = found.at if isinstance(found.at, Place) else town.places.get(str(found.at), Place())
            yield _problem(towns.FILE, Finding(rule.code, place, found.message), rules)


def _of_documents(register: Register, rules: Mapping[str, Rule], share: Share) -> Iterator[Problem]:
    on_documents = _Rules("document", rules)
    for document in share.take(register.documents()):
        record = register.records.get(document.id)
        for rule in on_documents.of(record, register):
            yield from _found(rule, document, document, record, register)


def _of_records(register: Register, rules: Mapping[str, Rule], share: Share) -> Iterator[Problem]:
    on_records = _Rules("record", rules)
    for record in share.take(register.records.values()):
        if not record.values:
            continue  # its one real fault is reported; everything else would only follow from it
        yield from (_problem(record.original.path, each, rules) for each in strangers(record, rules))
        for rule in on_records.of(record, register):
            yield from _found(rule, record, record.original, record, register)


def _of_passages(register: Register, rules: Mapping[str, Rule], share: Share) -> Iterator[Problem]:
    on_passages = _Rules("passage", rules)
    for document in share.take(register.documents()):
        yield from _in_passage(of_document(document, register), on_passages, register)
    for attachment in share.take(attachments(register)):
        yield from _of_attachment(attachment, _Rules("attachment", rules), register)
        for passage in of_attachment(attachment):
            yield from _in_passage(passage, on_passages, register)


def _in_passage(passage: Passage, rules: _Rules, register: Register) -> Iterator[Problem]:
    record = passage.record
    for rule in rules.of(record, register):
        for found in rule.check(passage, register) if rule.check else ():
            place = passage.place(found.at) if isinstance(found.at, int) else Place(*found.at)
            yield problem(rule, found, passage.path, place, record, register.as_of, passage.part)


def _of_attachment(attachment: Attachment, rules: _Rules, register: Register) -> Iterator[Problem]:
    record, path = attachment.record, f"docs/{attachment.path}"
    for rule in rules.of(record, register):
        for found in rule.check(attachment, register) if rule.check else ():
            yield problem(rule, found, path, Place(), record, register.as_of)


def _found(
    rule: Rule, subject: Record | Document, document: Document, record: Record | None, register: Register
) -> Iterator[Problem]:
    for found in rule.check(subject, register) if rule.check else ():
        yield problem(rule, found, document.path, _place(found, document), record, register.as_of)


def _place(found: Found, document: Document) -> Place:
    if isinstance(found.at, Place):
        return found.at
    return document.body.place(found.at) if isinstance(found.at, int) else document.place(found.at)


def _problem(path: str, finding: Finding, rules: Mapping[str, Rule]) -> Problem:
    rule = rules[finding.code]
    return Problem(path, *finding.place, finding.code, rule.ref, rule.severity, finding.message, finding.mend)
