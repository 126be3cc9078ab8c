"""The report that everything started from, laid as an official text: every finding of the rules about words, no more."""

from collections import Counter

import pytest

from example_town import lay, problems
from fazhi.ground.problem import Problem, Severity
from fazhi.nouns.rule import Example
from project import ROOT
from wording import WORDING

SEED = ROOT.parent / "shared" / "seed" / "2021-report.txt"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not SEED.exists(), reason="../shared/seed is not here: the source document stays outside"
    ),
]

AS_ISSUED = {
    "title": "2021年度法治建设工作报告",
    "year": "2021",
    "verbatim": "true",
    "formed": "unknown",
    "published": "unknown",
    "index": None,
    "review": None,
}

EXPECTED = {
    "power-not-right": ["行政权利"],
    "constitution-day": ["全国法制宣传日"],
    # 17 of the 19 hits that DOMAIN counts (the other two are the day above and 法制副校长 below), and 设立法制宣传栏,
    # which its pattern takes for 立法制…
    "legal-system-word": ["法制"] * 18,
    "legal-system-name": ["法制副校长"],
    "stray-latin": ["and"],
    "middle-dot-days": ["“3.15”", "“6.26”", "“12.4”"],
    "digit-space-year": ["2021 年"],
    "broken-paragraph": ["在各⏎行政村", "法律基本⏎知识", "文件、⏎是否", "自觉⏎性", "扎实有⏎效"],
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    root = tmp_path_factory.mktemp("seed")
    lay(root, Example(kind="report", values=AS_ISSUED, body=SEED.read_text(encoding="utf-8")))
    return [each for each in problems(root) if each.code in WORDING]


def test_exactly_these_are_found(found):
    assert Counter(each.code for each in found) == {code: len(texts) for code, texts in EXPECTED.items()}


def test_all_are_notes_for_the_text_is_kept_as_issued(found):
    assert {each.severity for each in found} == {Severity.NOTE}


def test_nothing_of_it_would_be_rewritten(found, tmp_path):
    from example_town import read
    from fazhi.flows.mend import mended

    lay(tmp_path, Example(kind="report", values=AS_ISSUED, body=SEED.read_text(encoding="utf-8")))
    assert any(each.mend for each in found)
    assert mended(read(tmp_path), found) == {}


def test_each_stands_where_its_text_does(found, tmp_path):
    path = lay(tmp_path, Example(kind="report", values=AS_ISSUED, body=SEED.read_text(encoding="utf-8")))
    lines = path.read_text(encoding="utf-8").split("\n")
    for code, texts in EXPECTED.items():
        places = [each for each in found if each.code == code]
        for each, text in zip(places, texts, strict=True):
            end, _, start = text.partition("⏎")
            if code == "broken-paragraph":
                assert lines[each.line - 1].endswith(end) and lines[each.line + 1].startswith(start)
            else:
                assert lines[each.line - 1].startswith(end, each.column - 1)
