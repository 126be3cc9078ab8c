"""Hold a register against the rules, a unit at a time: findings of reading and of every rule, weighed, waived and sorted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from fazhi.ground.problem import Finding, Place, Problem
from fazhi.nouns import town as towns
from fazhi.nouns.asking import Asked, Asking
from fazhi.nouns.attachment import attachments
from fazhi.nouns.catalogue import Catalogue
from fazhi.nouns.document import Document
from fazhi.nouns.passage import Passage, of_attachment, of_document
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Found, Rule
from fazhi.nouns.shelf import WatchedFiles, WatchedShelf, without_inner
from fazhi.nouns.unit import Seen, Unit, units
from fazhi.nouns.waiver import enough, problem, strangers


def check(register: Register, rules: Mapping[str, Rule]) -> list[Problem]:
    """Every problem of the register, in the order of path, line and column."""
    checker = Checker(register, rules)
    seen = [checker.see(unit) for unit in units(register).values()]
    catalogue = checker.catalogue(Catalogue.of(seen))
    return sorted({*catalogue, *(problem for each in seen for problem in each.problems)})


class Checker:
    """The rules, ready to be asked about any unit of a register. What a unit asks of others is noted on the way."""

    def __init__(self, register: Register, rules: Mapping[str, Rule]) -> None:
        self._asked: set[str] = set()
        self._register = _watched(register, self._asked)
        self._rules = rules
        self._asking = Asking(rules, register.as_of)

    def see(self, unit: Unit) -> Seen:
        """Everything that is wrong with a unit."""
        self._asked.clear()
        record = self._register.records.get(unit.id) if unit.sort == "text" else None
        problems = sorted(set(self._problems(unit)))
        own = {f"id {unit.id}"} if unit.sort == "text" else set()
        asked = tuple(sorted(without_inner(self._asked - own)))
        number, accounts = (record.get("index"), record.accounts_digest) if record else (None, "")
        return Seen(unit.name, number, accounts, tuple(problems), asked)

    def catalogue(self, catalogue: Catalogue) -> Iterator[Problem]:
        """What is wrong with the index numbers of all records together."""
        for rule, check in () if self._register.town.findings else self._asking.of(None)["catalogue"].always:
            for found in check(catalogue, self._register):
                yield self._in_record(rule, found)

    def forget(self) -> None:
        """Let go of everything that was read."""
        self._register.forget()

    def _problems(self, unit: Unit) -> Iterable[Problem]:
        if self._register.town.findings:  # with a faulty town.yml every village and office would seem unknown
            return self._only_read(unit)
        match unit.sort:
            case "text":
                return self._of_text(unit.id)
            case "files":
                return self._of_files(unit)
            case "village":
                return self._of_village(unit.id)
            case "town":
                return self._of_town()

    def _only_read(self, unit: Unit) -> Iterable[Problem]:
        if unit.sort == "town":
            return self._read_in(towns.FILE, self._register.town.findings)
        documents = self._documents(unit.id) if unit.sort == "text" else ()
        return chain.from_iterable(self._read_in(each.path, each.findings) for each in documents)

    def _documents(self, id: str) -> tuple[Document, ...]:
        page = self._register.get(id)
        return page.documents if page else self._register.strays[id]

    def _of_text(self, id: str) -> Iterator[Problem]:
        record = self._register.records.get(id)
        asked = self._asking.of(record)
        for document in self._documents(id):
            yield from self._read_in(document.path, document.findings)
            passage = of_document(document, self._register)
            signs = passage.signs
            yield from self._of_document(asked["document"].seeing(signs), document, record)
            yield from self._in_passage(asked["passage"].seeing(signs), passage)
            # Where nothing could be read of its values, that is its one real fault, and the rest would only follow.
            if record and record.values and document is record.original:
                yield from self._of_record(asked["record"].seeing(signs), record)

    def _of_document(self, rules: Asked, document: Document, record: Record | None) -> Iterator[Problem]:
        for rule, found in self._found(rules, document):
            yield from enough(rule, self._all_in(rule, found, document, record))

    def _of_record(self, rules: Asked, record: Record) -> Iterator[Problem]:
        yield from self._read_in(record.original.path, strangers(record, self._rules))
        for rule, found in self._found(rules, record):
            yield from enough(rule, self._all_in(rule, found, record.original, record))

    def _of_files(self, unit: Unit) -> Iterator[Problem]:
        for attachment in attachments(unit.id, unit.files, self._register):
            record, path = attachment.record, f"docs/{attachment.path}"
            asked = self._asking.of(record)
            for rule, check in asked["attachment"].always:
                for found in check(attachment, self._register):
                    yield problem(rule, found, path, Place(), record, self._register.as_of)
            for passage in of_attachment(attachment):
                yield from self._in_passage(asked["passage"].seeing(passage.signs), passage)

    def _of_village(self, id: str) -> Iterator[Problem]:
        for rule, check in self._asking.of(None)["village"].always:
            for found in check(id, self._register):
                yield self._in_record(rule, found) if found.path else self._in_town(rule, found)

    def _of_town(self) -> Iterator[Problem]:
        for rule, check in self._asking.of(None)["town"].always:
            for found in check(self._register.town, self._register):
                yield self._in_town(rule, found)

    def _in_passage(self, rules: Asked, passage: Passage) -> Iterator[Problem]:
        for rule, found in self._found(rules, passage):
            yield from enough(rule, (self._of_passage(rule, each, passage) for each in found))

    def _found(self, rules: Asked, subject: Any) -> Iterator[tuple[Rule, Iterator[Found]]]:
        """The rules that find something, with what they find: most find nothing, and that costs no more than asking."""
        for rule, check in rules:
            found = check(subject, self._register)
            if first := next(found, None):
                yield rule, chain((first,), found)

    def _of_passage(self, rule: Rule, found: Found, passage: Passage) -> Problem:
        place = passage.place(found.at) if isinstance(found.at, int) else Place(*found.at)
        today = self._register.as_of
        return problem(rule, found, passage.path, place, passage.record, today, passage.part)

    def _in_town(self, rule: Rule, found: Found) -> Problem:
        places = self._register.town.places
        place = found.at if isinstance(found.at, Place) else places.get(str(found.at), Place())
        return _problem(towns.FILE, Finding(rule.code, place, found.message), rule)

    def _in_record(self, rule: Rule, found: Found) -> Problem:
        """A finding of a rule about several records, in the one it names."""
        record = self._register.records[found.path.removeprefix("docs/").removesuffix(".md")]
        return self._in_document(rule, found, record.original, record)

    def _all_in(
        self, rule: Rule, found: Iterable[Found], document: Document, record: Record | None
    ) -> Iterator[Problem]:
        return (self._in_document(rule, each, document, record) for each in found)

    def _in_document(self, rule: Rule, found: Found, document: Document, record: Record | None) -> Problem:
        return problem(rule, found, document.path, _place(found, document), record, self._register.as_of)

    def _read_in(self, path: str, findings: Iterable[Finding]) -> Iterator[Problem]:
        return (_problem(path, finding, self._rules[finding.code]) for finding in findings)


def _watched(register: Register, asked: set[str]) -> Register:
    return replace(
        register,
        records=WatchedShelf(register.records, asked.add),
        pages=WatchedShelf(register.pages, asked.add),
        strays=WatchedShelf(register.strays, asked.add),
        files=WatchedFiles(register.files, asked.add),
    )


def _place(found: Found, document: Document) -> Place:
    at: Any = found.at
    if isinstance(at, Place):
        return at
    return document.body.place(at) if isinstance(at, int) else document.place(at)


def _problem(path: str, finding: Finding, rule: Rule) -> Problem:
    return Problem(path, *finding.place, finding.code, rule.ref, rule.severity, finding.message, finding.mend)
