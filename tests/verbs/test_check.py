"""How findings become problems: weighed, dated, waived, at their place, in order."""

import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from example_town import lay, problems, put, read
from fazhi import rules
from fazhi.ground.problem import Place, Problem, Severity
from fazhi.ground.words import Words
from fazhi.nouns.account_example import SOUND
from fazhi.nouns.rule import OWN, Check, Example, Found, Rule, Subject
from fazhi.nouns.unit import Unit
from fazhi.nouns.waiver import waiver_hash
from fazhi.verbs.check import Checker, check

HOME = "villages/demo-1/2026/finance-Q3"
PATH = f"docs/{HOME}.md"
SAID = Words("错", "wrong")


def rule(*found: Found, on: Subject = "record", **changes: object) -> Rule:
    """A rule that finds the same in everything it looks at."""

    def always(subject: object, register: object) -> Iterator[Found]:
        yield from found

    finds: Check = always
    return Rule(
        severity=Severity.ERROR,
        what=SAID,
        why=SAID,
        sources=(OWN,),
        bad=(),
        good=(),
        on=on,
        code="x",
        check=finds,
        **changes,
    )  # type: ignore[arg-type]


def found_by(root: Path, rule: Rule, example: Example | None = None) -> list[Problem]:
    """What a rule finds in the file of an example."""
    path = lay(root, example or Example()).relative_to(root).as_posix()
    return [each for each in check(read(root), {"x": rule}) if each.path == path]


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        ("title", "示范一村"),
        ("posted.to", "2026-10-30"),
        (Place(3, 1), "index"),
        (Place(), "---"),
        ("no.such.key", "---"),
    ],
    ids=["key", "inner key", "place", "first line", "key that is not written"],
)
def test_a_finding_stands_at_a_key_or_a_place(tmp_path, at, begins):
    (found,) = found_by(tmp_path, rule(Found(at, SAID)))
    lines = (tmp_path / PATH).read_text(encoding="utf-8").split("\n")
    assert lines[found.line - 1][found.column - 1 :].startswith(begins)
    assert (found.code, found.message, found.severity) == ("x", SAID, Severity.ERROR)


def test_a_finding_stands_at_a_character_of_the_text(tmp_path):
    (found,) = found_by(tmp_path, rule(Found(4, SAID), on="document"), Example(body="甲\n乙丙\n"))
    assert (tmp_path / PATH).read_text(encoding="utf-8").split("\n")[found.line - 1][
        found.column - 1 :
    ] == "丙"


DATED = [
    ({"formed": "2026-10-08"}, {}, True),
    ({"formed": "2026-10-08"}, {"since": date(2026, 10, 8)}, True),
    ({"formed": "2026-10-08"}, {"since": date(2026, 10, 9)}, False),
    ({"formed": "2026-10-08"}, {"until": date(2026, 10, 8)}, True),
    ({"formed": "2026-10-08"}, {"until": date(2026, 10, 7)}, False),
    ({"formed": "2026-10"}, {"since": date(2026, 10, 31)}, True),
    ({"formed": "2026"}, {"since": date(2026, 12, 31)}, True),
    ({"formed": "2026"}, {"until": date(2026, 12, 30)}, False),
]


@pytest.mark.parametrize(("values", "law", "speaks"), DATED)
def test_a_record_answers_to_the_law_of_its_own_day(tmp_path, values, law, speaks):
    assert bool(found_by(tmp_path, rule(Found("title", SAID), **law), Example(values=values))) is speaks


@pytest.mark.parametrize(
    ("flag", "severity"),
    [("verbatim", Severity.NOTE), ("restated", Severity.NOTE), ("sample", Severity.ERROR)],
)
def test_the_wording_of_an_official_text_is_only_noted(tmp_path, flag, severity):
    (found,) = found_by(tmp_path, rule(Found("title", SAID), wording=True), Example(values={flag: "true"}))
    assert found.severity is severity


def test_a_fault_of_an_official_text_stays_one(tmp_path):
    (found,) = found_by(tmp_path, rule(Found("title", SAID)), Example(values={"verbatim": "true"}))
    assert found.severity is Severity.ERROR


TEXT = "ＡＢ 甲"
SAME_TEXT = "AB甲"


def waiver(code: str = "x", text: str = SAME_TEXT, until: str = "2027-06-30") -> Example:
    return Example(
        values={
            "waivers": f"[{{rule: {code}, hash: {waiver_hash(text)}, basis: 依据, by: reviewer, until: {until}}}]"
        }
    )


WAIVERS = {
    "on its last day": (waiver(), Severity.NOTE),
    "the day after": (waiver(until="2027-06-29"), Severity.ERROR),
    "of another rule": (waiver(code="y"), Severity.ERROR),
    "of another text": (waiver(text="AB乙"), Severity.ERROR),
}


@pytest.mark.parametrize(("example", "severity"), WAIVERS.values(), ids=WAIVERS)
def test_a_reviewed_waiver_releases_one_text_from_one_rule(tmp_path, example, severity):
    (found,) = found_by(tmp_path, rule(Found("title", SAID, TEXT)), example)
    assert found.severity is severity
    assert ("豁免" in found.message.zh) == (severity is Severity.NOTE)


def test_what_names_no_text_cannot_be_waived(tmp_path):
    (found,) = found_by(tmp_path, rule(Found("title", SAID)), waiver(text=""))
    assert found.severity is Severity.ERROR


def test_problems_are_sorted_and_told_once(tmp_path):
    again = [Found(Place(*place), SAID) for place in ((9, 1), (2, 8), (2, 3), (9, 1))]
    lay(tmp_path, Example())
    put(tmp_path, "pages/a", "---\ntitle: 甲\n---\n")
    found = check(read(tmp_path), {"x": rule(*again, on="document")})
    spots = [(each.path, each.line, each.column) for each in found]
    assert spots == sorted(set(spots))
    assert len(spots) == 9


def test_a_town_is_checked_at_its_own_keys(tmp_path):
    lay(tmp_path, Example())
    (found,) = check(read(tmp_path), {"x": rule(Found("villages.demo-1", SAID), on="town")})
    assert found.path == "town.yml"
    assert (
        (tmp_path / "town.yml")
        .read_text(encoding="utf-8")
        .split("\n")[found.line - 1][found.column - 1 :]
        .startswith("demo-1")
    )


def test_of_a_file_that_could_not_be_read_only_that_is_told(tmp_path):
    lay(tmp_path, Example(text="---\ntitle: [\n---\n"))
    assert [each.code for each in problems(tmp_path)] == ["front-matter"]


def test_with_a_faulty_town_no_village_seems_unknown(tmp_path):
    lay(tmp_path, Example(town={"villages": "[]"}))
    assert {each.path for each in problems(tmp_path)} == {"town.yml"}


def test_what_was_read_is_let_go_of(tmp_path):
    """Otherwise the memory that a check takes grows with the town."""
    lay(tmp_path, SOUND)
    register = read(tmp_path)
    checker = Checker(register, rules.discover())
    checker.see(Unit("text", HOME))
    held = weakref.ref(register.records[HOME])
    checker.forget()
    assert held() is None
