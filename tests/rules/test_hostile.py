"""No rule and nothing it rests on takes more than 50 ms over a line of 100,000 signs, whatever they are."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from cost import seconds
from example_town import RULES, lay, read
from fazhi.ground.digits import fold
from fazhi.ground.masks import masks
from fazhi.ground.personal import numbers
from fazhi.nouns.passage import Passage, of_document
from fazhi.nouns.rule import Example, Rule
from fazhi.nouns.waiver import MOST
from hostile import LINES

LIMIT = 0.05


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("town")


def passage_of(root: Path, line: str) -> Passage:
    lay(root, Example(body=f"{line}\n"))
    register = read(root)
    return of_document(register.records["villages/demo-1/2026/finance-Q3"].original, register)


def finders(passage: Passage) -> Iterator[tuple[str, Callable[[], object]]]:
    """What rules rest on: each is done once for a text, and shared by all rules."""
    folded, text = passage.folded, passage.text
    body = passage.record.original.body
    yield "fold", lambda: fold(text)
    yield "numbers", lambda: numbers(folded, text)
    yield "masks", lambda: list(masks(folded, text))
    yield "people", lambda: list(Passage.people.func(passage))
    yield "words", lambda: type(body)(body.text).words
    yield "links", lambda: list(body.links())


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_nothing_that_rules_rest_on_takes_long(root, line):
    for name, find in finders(passage_of(root, line)):
        assert seconds(find, LIMIT) < LIMIT, name


def rules_about(passage: Passage) -> Iterator[tuple[Rule, object]]:
    record = passage.record
    subjects = {"passage": passage, "document": record.original, "record": record}
    for rule in RULES.values():
        if rule.on in subjects and rule.check:
            yield rule, subjects[rule.on]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_no_rule_takes_long(root, line):
    passage = passage_of(root, line)
    register = read(root)
    assert (
        passage.numbers() and passage.masks is not None and passage.record.original.prose
    )  # shared by all rules
    list(passage.people)
    for rule, subject in rules_about(passage):
        told = lambda rule=rule, subject=subject: list(islice(rule.check(subject, register), MOST))  # noqa: E731
        assert seconds(told, LIMIT) < LIMIT, rule.code
