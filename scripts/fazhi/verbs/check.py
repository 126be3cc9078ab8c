"""Hold a register against the rules: findings of reading and of every rule, weighed and sorted."""

from collections.abc import Iterator, Mapping

from fazhi.ground.problem import Finding, Place, Problem
from fazhi.nouns import town as towns
from fazhi.nouns.document import Document
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Rule, Subject


def check(register: Register, rules: Mapping[str, Rule]) -> list[Problem]:
    """Every problem of the register, in the order of path, line and column."""
    if register.town.findings:  # with a faulty town.yml every village and office would seem unknown
        return sorted(_of_town(register, rules))
    found = [*_of_town(register, rules), *_of_documents(register, rules), *_of_records(register, rules)]
    return sorted(set(found))


def _of_town(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    town = register.town
    yield from (_problem(towns.FILE, finding, rules) for finding in town.findings)
    if town.findings:
        return
    for rule in _on("town", rules):
        for at, words in rule.check(town, register) if rule.check else ():
            place = at if isinstance(at, Place) else town.places.get(at, Place())
            yield _problem(towns.FILE, Finding(rule.code, place, words), rules)


def _of_documents(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    on_documents = _on("document", rules)
    for document in register.documents():
        yield from (_problem(document.path, finding, rules) for finding in document.findings)
        for rule in on_documents:
            yield from _found(rule, document, document, register, rules)


def _of_records(register: Register, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    on_records = _on("record", rules)
    for record in register.records.values():
        if _is_unread(record):
            continue  # its one real fault is reported; everything else would only follow from it
        for rule in on_records:
            yield from _found(rule, record, record.original, register, rules)


def _found(
    rule: Rule, subject: Record | Document, document: Document, register: Register, rules: Mapping[str, Rule]
) -> Iterator[Problem]:
    for at, words in rule.check(subject, register) if rule.check else ():
        place = at if isinstance(at, Place) else document.place(at)
        yield _problem(document.path, Finding(rule.code, place, words), rules)


def _on(subject: Subject, rules: Mapping[str, Rule]) -> list[Rule]:
    return [rule for rule in rules.values() if rule.on == subject and rule.check]


def _is_unread(record: Record) -> bool:
    return not record.values


def _problem(path: str, finding: Finding, rules: Mapping[str, Rule]) -> Problem:
    rule = rules[finding.code]
    return Problem(path, *finding.place, finding.code, rule.ref, rule.severity, finding.message)
