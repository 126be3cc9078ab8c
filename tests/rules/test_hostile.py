"""No rule and nothing it rests on takes more than 50 ms over a line of 100,000 signs, whatever they are."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import seconds
from example_town import RULES, lay, read
from fazhi.ground.digits import fold
from fazhi.ground.masks import masks
from fazhi.ground.personal import numbers
from fazhi.nouns.passage import Passage, of_document
from fazhi.nouns.rule import Example, Rule
from fazhi.nouns.waiver import MOST
from hostile import LINES, filled, signs_of

LIMIT = 0.05
SAMPLED = settings(max_examples=40 if settings.default.max_examples <= 150 else settings.default.max_examples)
"""Each is a hundred thousand signs."""


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


def example_of(rule: Rule) -> Example | None:
    """A record that the rule speaks of."""
    return next((each for each in (*rule.bad, *rule.good) if each.text is None), None)


ABOUT_TEXTS = [
    rule
    for rule in RULES.values()
    if rule.on in ("passage", "document", "record") and rule.check and example_of(rule) and signs_of(rule)
]


@st.composite
def own_signs(draw: st.DrawFn) -> tuple[Rule, str]:
    """A rule, and one of the signs it looks for, or two with something between."""
    rule = draw(st.sampled_from(ABOUT_TEXTS))
    sign = st.sampled_from(signs_of(rule))
    between = st.sampled_from(["", "：", "\n", " | ", "，", "1", "（", "“", " "])
    return rule, "".join(draw(sign | st.tuples(sign, between, sign | st.just("")).map("".join)))


@SAMPLED
@given(own_signs())
def test_no_rule_takes_long_over_the_signs_it_looks_for(root, rule_and_unit):
    rule, unit = rule_and_unit
    path = lay(root, replace(example_of(rule), body=f"{filled(unit)}\n"))
    register = read(root)
    record = register.records[path.relative_to(root / "docs").with_suffix("").as_posix()]
    passage = of_document(record.original, register)
    assert passage.numbers() and passage.masks is not None and record.original.prose  # shared by all rules
    list(passage.people)
    subject = {"passage": passage, "document": record.original, "record": record}[rule.on]
    assert seconds(lambda: list(islice(rule.check(subject, register), MOST)), LIMIT) < LIMIT
