"""Hold a register against the rules: findings of reading and of every rule, weighed, waived and sorted."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from fazhi.ground.problem import Finding, Place, Problem, Severity
from fazhi.ground.words import Words
from fazhi.nouns import town as towns
from fazhi.nouns.document import Document
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Found, Rule, Subject


def check(register: Register, rules: Mapping[str, Rule]) -> list[Problem]:
    """Every problem of the register, in the order of path, line and column."""
    if register.town.findings:  # with a faulty town.yml every village and office would seem unknown
        return sorted(_read_in_town(register, rules))
    found = [*_of_town(register, rules), *_of_documents(register, rules), *_of_records(register, rules)]
    return sorted(set(found))


def waiver_hash(text: str) -> str:
    """The hash by which a text is waived: SHA-256 of it in NFKC without white space (DESIGN §4)."""
    return hashlib.sha256("".join(unicodedata.normalize("NFKC", text).split()).encode()).hexdigest()


def _read_in_town(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    return (_problem(towns.FILE, finding, rules) for finding in register.town.findings)


def _of_town(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    town = register.town
    for rule in _on("town", rules):
        for found in rule.check(town, register) if rule.check else ():
            place = found.at if isinstance(found.at, Place) else town.places.get(str(found.at), Place())
            yield _problem(towns.FILE, Finding(rule.code, place, found.message), rules)


def _of_documents(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    on_documents = _on("document", rules)
    for document in register.documents():
        yield from (_problem(document.path, finding, rules) for finding in document.findings)
        record = register.records.get(document.id)
        for rule in _speaking(on_documents, record, register):
            yield from _found(rule, document, document, record, register)


def _of_records(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    on_records = _on("record", rules)
    for record in register.records.values():
        if not record.values:
            continue  # its one real fault is reported; everything else would only follow from it
        for rule in _speaking(on_records, record, register):
            yield from _found(rule, record, record.original, record, register)


def _speaking(rules: Iterable[Rule], record: Record | None, register: Register) -> Iterator[Rule]:
    """The rules in force on the record's own date; of a text without one, today's."""
    day = (record.day if record else None) or register.as_of
    return (rule for rule in rules if rule.speaks_on(day))


def _found(
    rule: Rule, subject: Record | Document, document: Document, record: Record | None, register: Register
) -> Iterator[Problem]:
    kept = rule.wording and record is not None and record.is_kept_as_issued
    for found in rule.check(subject, register) if rule.check else ():
        waived = _waived_until(rule, found, record, register.as_of)
        severity = Severity.NOTE if kept or waived else rule.severity
        message = found.message.then(_WAIVED.fill(until=waived)) if waived else found.message
        place = _place(found, document)
        yield Problem(document.path, *place, rule.code, rule.ref, severity, message)


def _place(found: Found, document: Document) -> Place:
    if isinstance(found.at, Place):
        return found.at
    return document.body.place(found.at) if isinstance(found.at, int) else document.place(found.at)


def _waived_until(rule: Rule, found: Found, record: Record | None, today: date) -> date | None:
    """Until when a reviewed entry of the record releases this finding."""
    waivers: Iterable[Mapping[str, Any]] = record.get("waivers", ()) if record and found.text else ()
    for waiver in waivers:
        same_rule = waiver.get("rule") in (rule.code, rule.ref)
        if (
            same_rule
            and waiver.get("hash") == waiver_hash(found.text)
            and waiver.get("until", today) >= today
        ):
            until: date | None = waiver.get("until")
            return until
    return None


def _on(subject: Subject, rules: Mapping[str, Rule]) -> list[Rule]:
    return [rule for rule in rules.values() if rule.on == subject and rule.check]


def _problem(path: str, finding: Finding, rules: Mapping[str, Rule]) -> Problem:
    rule = rules[finding.code]
    return Problem(path, *finding.place, finding.code, rule.ref, rule.severity, finding.message)


_WAIVED = Words("（经审批豁免至 {until}）", " (waived after review until {until})")
