"""Hold a register against the rules: findings of reading and of every rule, weighed, waived and sorted."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from fazhi.ground.problem import Finding, Mend, Place, Problem, Severity
from fazhi.ground.words import Words, same
from fazhi.nouns import town as towns
from fazhi.nouns.attachment import Attachment, attachments
from fazhi.nouns.document import Document
from fazhi.nouns.passage import Passage, of_attachment, of_document
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Found, Rule, Subject
from fazhi.nouns.waiver import problem, waived_until


def check(register: Register, rules: Mapping[str, Rule]) -> list[Problem]:
    """Every problem of the register, in the order of path, line and column."""
    if register.town.findings:  # with a faulty town.yml every village and office would seem unknown
        return sorted({*_read_in_town(register, rules), *_read_in_documents(register, rules)})
    read = _read_in_documents(register, rules)
    found = [
        _of_town(register, rules),
        _of_documents(register, rules),
        _of_records(register, rules),
        _of_passages(register, rules),
    ]
    return sorted({*read, *chain.from_iterable(found)})


def _read_in_town(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    return (_problem(towns.FILE, finding, rules) for finding in register.town.findings)


def _read_in_documents(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    for document in register.documents():
        yield from (_problem(document.path, finding, rules) for finding in document.findings)


def _of_town(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    town = register.town
    for rule in _on("town", rules):
        for found in rule.check(town, register) if rule.check else ():
            place = found.at if isinstance(found.at, Place) else town.places.get(str(found.at), Place())
            yield _problem(towns.FILE, Finding(rule.code, place, found.message), rules)


def _of_documents(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    on_documents = _on("document", rules)
    for document in register.documents():
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


def _of_passages(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    on_passages = _on("passage", rules)
    for document in register.documents():
        yield from _in_passage(of_document(document, register), on_passages, register)
    for attachment in attachments(register):
        yield from _of_attachment(attachment, _on("attachment", rules), register)
        for passage in of_attachment(attachment):
            yield from _in_passage(passage, on_passages, register)


def _in_passage(passage: Passage, rules: Iterable[Rule], register: Register) -> Iterator[Problem]:
    record = passage.record
    for rule in _speaking(rules, record, register):
        for found in rule.check(passage, register) if rule.check else ():
            place = passage.place(found.at) if isinstance(found.at, int) else Place(*found.at)
            yield problem(rule, found, passage.path, place, record, register.as_of, passage.part)


def _of_attachment(attachment: Attachment, rules: Iterable[Rule], register: Register) -> Iterator[Problem]:
    record, path = attachment.record, f"docs/{attachment.path}"
    for rule in _speaking(rules, record, register):
        for found in rule.check(attachment, register) if rule.check else ():
            yield problem(rule, found, path, Place(), record, register.as_of, same(""))


def _speaking(rules: Iterable[Rule], record: Record | None, register: Register) -> Iterator[Rule]:
    """The rules in force on the record's own date; of a text without one, today's."""
    day = (record.day if record else None) or register.as_of
    return (rule for rule in rules if rule.speaks_on(day))


def _found(
    rule: Rule, subject: Record | Document, document: Document, record: Record | None, register: Register
) -> Iterator[Problem]:
    kept = rule.wording and record is not None and record.is_kept_as_issued
    for found in rule.check(subject, register) if rule.check else ():
        waived = waived_until(rule, found.text, record, register.as_of)
        severity = Severity.NOTE if kept or waived else rule.severity
        message = found.message.then(_WAIVED.fill(until=waived)) if waived else found.message
        mend = Mend(found.text, found.right) if found.right and not waived else None
        place = _place(found, document)
        yield Problem(document.path, *place, rule.code, rule.ref, severity, message, mend)


def _place(found: Found, document: Document) -> Place:
    if isinstance(found.at, Place):
        return found.at
    return document.body.place(found.at) if isinstance(found.at, int) else document.place(found.at)


def _on(subject: Subject, rules: Mapping[str, Rule]) -> list[Rule]:
    return [rule for rule in rules.values() if rule.on == subject and rule.check]


def _problem(path: str, finding: Finding, rules: Mapping[str, Rule]) -> Problem:
    rule = rules[finding.code]
    return Problem(path, *finding.place, finding.code, rule.ref, rule.severity, finding.message, finding.mend)


_WAIVED = Words("（经审批豁免至 {until}）", " (waived after review until {until})")
