"""What every rule must be: one file that says what, why and on what ground, with examples that prove it."""

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from example_site import is_about_the_site, lay_site, site_problems
from example_town import KINDS, RULES, lay, problems, read
from fazhi import rules
from fazhi.ground.problem import Problem, Severity
from fazhi.ground.words import Words
from fazhi.nouns import types
from fazhi.nouns.every_kind import PAGE, TRANSLATION
from fazhi.nouns.explained import shown
from fazhi.nouns.field import Field
from fazhi.nouns.rule import Example, Rule
from fazhi.nouns.town import FIELDS
from fazhi.verbs.check import check
from project import ROOT

REF = re.compile(r"(LAW|META|SITE|PRIV|TEXT|FIN)-\d\d[a-z]?")
SOURCES = ROOT / "scripts" / "fazhi"


def examples(which: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{code}-{number}")
        for code, rule in RULES.items()
        for number, example in enumerate(getattr(rule, which))
    ]


def records() -> list[object]:
    """The examples of all rules that are not about the built site."""
    return [
        pytest.param(example, id=f"{code}-{number}")
        for code, rule in RULES.items()
        if not is_about_the_site(rule)
        for number, example in enumerate((*rule.bad, *rule.good))
    ]


def found_in(root: Path, rule: Rule, example: Example) -> list[Problem]:
    """What checking finds in an example: in its records, or in its built site."""
    if is_about_the_site(rule):
        lay_site(root, example)
        return site_problems(root)
    lay(root, example)
    return problems(root)


def is_spoken(words: Words) -> bool:
    return bool(re.search(r"[一-鿿]", words.zh)) and bool(re.search("[A-Za-z]", words.en))


def faults(rule: Rule) -> list[str]:
    """What is wrong with how a rule is declared."""
    module = sys.modules[f"fazhi.rules.{rule.code.replace('-', '_')}"]
    expected = {
        "a docstring": bool(module.__doc__ and module.__doc__.strip()),
        "what in both languages": is_spoken(rule.what),
        "why in both languages": is_spoken(rule.why),
        "a source in both languages": bool(rule.sources) and is_spoken(rule.source_words()),
        "a code in small letters": re.fullmatch("[a-z]+(-[a-z]+)*", rule.code),
        "a ref of the domain, or none": rule.ref == "" or REF.fullmatch(rule.ref),
        "a bad example": rule.bad,
        "a good example": rule.good,
        "a check, unless reading finds it": (rule.check is None) == (rule.on == "reading"),
        "a day to speak on": rule.since is None or rule.until is None or rule.since <= rule.until,
    }
    return [what for what, is_there in expected.items() if not is_there]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_is_declared_in_full(rule):
    assert faults(rule) == []


SOUND = RULES["not-in-future"]
LACKING = {
    "what in both languages": replace(SOUND, what=Words("日期", "")),
    "why in both languages": replace(SOUND, why=Words("why", "why")),
    "a source in both languages": replace(SOUND, sources=()),
    "a ref of the domain, or none": replace(SOUND, ref="META-2"),
    "a bad example": replace(SOUND, bad=()),
    "a good example": replace(SOUND, good=()),
    "a check, unless reading finds it": replace(SOUND, check=None),
}


@pytest.mark.parametrize(("lack", "rule"), LACKING.items(), ids=LACKING)
def test_a_rule_that_lacks_something_would_be_seen(lack, rule):
    assert faults(rule) == [lack]


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_a_bad_example_is_reported(rule, example, tmp_path):
    own = [each for each in found_in(tmp_path, rule, example) if each.code == rule.code]
    assert own
    assert all(
        each.line >= 1 and each.column >= 1 and each.severity == rule.severity and each.ref == rule.ref
        for each in own
    )
    assert all(re.search(r"[一-鿿]", each.message.zh) and each.message.en for each in own)
    assert all("{" not in each.message.zh or "{…}" in each.message.zh or "{" in str(example) for each in own)


@pytest.mark.parametrize(("rule", "example"), examples("good"))
def test_a_good_example_is_not(rule, example, tmp_path):
    found = found_in(tmp_path, rule, example)
    assert [each for each in found if each.code == rule.code or each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_people_see_how_a_bad_example_differs_from_a_good_one(rule):
    assert shown(rule.bad[0]) != shown(rule.good[0])


def codes_of(fields: tuple[Field, ...]) -> Iterator[str]:
    """Every code that the types of fields may report."""
    todo = [field.type for field in fields]
    while todo:
        type = todo.pop()
        yield getattr(type, "code", "value-form")
        todo += (
            [type.item] if hasattr(type, "item") else [field.type for field in getattr(type, "fields", ())]
        )


def codes_written() -> Iterator[str]:
    """Every code that a source names where it notes a fault."""
    for path in (*SOURCES.glob("nouns/*.py"), SOURCES / "verbs" / "read.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_fault = isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in (
                "fault",
                "Finding",
            )
            if is_fault and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def test_every_code_that_reading_gives_is_a_rule_and_the_other_way_round():
    fields = (*FIELDS, *PAGE, *TRANSLATION, *(field for kind in KINDS.values() for field in kind.fields))
    given = {*codes_of(fields), *codes_written()}
    assert given - RULES.keys() == set()
    assert {code for code, rule in RULES.items() if rule.on == "reading"} - given == set()


def test_types_report_under_rules():
    codes = {
        vars(type)["code"] for type in vars(types).values() if inspect.isclass(type) and "code" in vars(type)
    }
    assert codes and codes <= RULES.keys()


def test_a_file_that_declares_no_rule_fails(tmp_path, monkeypatch):
    (tmp_path / "nothing.py").write_text('"""A rule without declaration."""\n', encoding="utf-8")
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    with pytest.raises(AttributeError, match="RULE"):
        rules.discover()
    del sys.modules["fazhi.rules.nothing"]


@pytest.mark.parametrize("example", records())
def test_what_a_rule_is_not_asked_about_it_would_not_find(tmp_path, example):
    """Keys and SIGNS only save time: rules that are asked without them find no more."""
    lay(tmp_path, example)
    none: dict[str, Any] = dict.fromkeys(("keys", "signs"), frozenset())
    always = {code: replace(each, **none) for code, each in RULES.items()}
    assert check(read(tmp_path), always) == problems(tmp_path)


def test_a_new_file_is_a_new_rule(tmp_path, monkeypatch):
    source = Path(sys.modules["fazhi.rules.one_publisher"].__file__ or "").read_text(encoding="utf-8")
    (tmp_path / "a_new_rule.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    found = rules.discover()
    del sys.modules["fazhi.rules.a_new_rule"]
    assert found.keys() == {*RULES, "a-new-rule"}


def test_a_rule_that_misses_its_bad_example_would_be_seen(tmp_path):
    silent = RULES["not-in-future"]
    harmless = Example(values={"published": "2026-10-10"})
    assert [each for each in found_in(tmp_path, silent, harmless) if each.code == silent.code] == []
