"""No rule about words finds an error in the laws of the country, whether kept as issued or taken for new writing."""

from collections import Counter
from pathlib import Path

import pytest

from example_town import lay, problems
from fazhi.ground.problem import Problem, Severity
from fazhi.nouns.rule import Example
from project import ROOT
from wording import WORDING

LAWS = sorted((ROOT.parent / "shared" / "laws").glob("*.md"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not LAWS, reason="../shared/laws is not here: the statutes stay outside"),
]

GENUINE = {
    (
        "居民身份证法(2011-10-29)",
        "broken-paragraph",
    ): 1,  # art. 13 of this copy breaks off: 有权使用⏎居民身份证
}
"""Errors that are true: faults of the copy, each looked at by a person."""


def findings(root: Path, law: Path, **values: str) -> list[Problem]:
    lay(root, Example(kind="regulation", values=values, body=law.read_text(encoding="utf-8")))
    return [each for each in problems(root) if each.code in WORDING and each.path.endswith("example.md")]


@pytest.mark.parametrize("law", LAWS, ids=lambda path: path.stem)
def test_a_law_kept_as_issued_has_notes_only(tmp_path, law):
    assert {each.severity for each in findings(tmp_path, law, verbatim="true")} <= {Severity.NOTE}


@pytest.mark.parametrize("law", LAWS, ids=lambda path: path.stem)
def test_a_law_taken_for_new_writing_has_no_error_but_the_genuine(tmp_path, law):
    found = Counter(each.code for each in findings(tmp_path, law) if each.severity is Severity.ERROR)
    assert found == {code: count for (name, code), count in GENUINE.items() if name == law.stem}


def test_how_much_is_found_in_all_laws(tmp_path):
    counts = Counter(
        (each.code, str(each.severity))
        for number, law in enumerate(LAWS)
        for each in findings(tmp_path / str(number), law)
    )
    for (code, severity), count in sorted(counts.items()):
        print(f"{count:>4}  {severity:<8} {code}")
    warnings = {code: count for (code, severity), count in counts.items() if severity == "warning"}
    assert warnings == {"half-width-marks": 2}  # 个人信息保护法 of this copy has two half-width semicolons
