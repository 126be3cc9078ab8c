"""Problems as a person reads them, and as machines do."""

import json
import re
from urllib.parse import unquote

import pytest

from example_town import RULES, lay, problems, put
from fazhi.ground.problem import Problem, Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import Example
from fazhi.verbs.tell import FORMATS, catalogue, counts, explain, has_errors, tell

ERROR = Problem("docs/村/a b.md", 3, 7, "date-form", "", Severity.ERROR, Words("日期不对", "no such day"))
WARNING = Problem(
    "town.yml", 1, 1, "translation-parity", "", Severity.WARNING, Words("数字不同", "figures differ")
)
NOTE = Problem("docs/x.md", 2, 1, "index-form", "META-03", Severity.NOTE, Words("“索引号”", "'index'"))
ALL = [ERROR, NOTE, WARNING]


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("zh", "docs/村/a b.md:3:7: 错误 日期不对 [date-form]"),
        ("en", "docs/村/a b.md:3:7: error no such day [date-form]"),
    ],
)
def test_text_is_a_line_a_problem(lang, first):
    lines = tell(ALL, RULES, "text", lang).split("\n")
    assert lines[0] == first
    assert len(lines) == len(ALL)


@pytest.mark.parametrize(("lang", "message"), [("zh", "“索引号”"), ("en", "'index'")])
def test_json_has_the_form_that_was_promised(lang, message):
    told = json.loads(tell([NOTE], RULES, "json", lang))
    assert told == {
        "problems": [
            {
                "path": "docs/x.md",
                "line": 2,
                "column": 1,
                "code": "index-form",
                "ref": "META-03",
                "severity": "note",
                "message": message,
            }
        ],
        "counts": {"error": 0, "warning": 0, "note": 1},
    }


def test_sarif_has_the_form_that_its_readers_expect():
    told = json.loads(tell(ALL, RULES, "sarif", "en"))
    assert told["version"] == "2.1.0"
    assert told["$schema"].endswith("sarif-2.1.0.json")
    (run,) = told["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "fazhi"
    assert [each["id"] for each in driver["rules"]] == list(RULES)
    for each in driver["rules"]:
        assert each["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert all(each[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
    assert [each["level"] for each in run["results"]] == ["error", "note", "warning"]


def test_every_sarif_result_names_a_rule_that_is_described_and_a_place(tmp_path):
    lay(tmp_path, Example(values={"published": "2026-13-01", "tilte": "x"}, body="<b>\n"))
    put(tmp_path, "pages/关于 我们", "---\ntitle: 关于\n---\n")
    found = problems(tmp_path)
    (run,) = json.loads(tell(found, RULES, "sarif", "zh"))["runs"]
    described = {each["id"] for each in run["tool"]["driver"]["rules"]}
    assert len(run["results"]) == len(found) >= 4
    for result, problem in zip(run["results"], found, strict=True):
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert result["ruleId"] in described
        assert result["message"]["text"] == problem.message.zh
        assert place["region"] == {"startLine": problem.line, "startColumn": problem.column}
        assert re.fullmatch(r"[\w./@%-]+", place["artifactLocation"]["uri"], re.ASCII)
        assert unquote(place["artifactLocation"]["uri"]) == problem.path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_to_tell_is_told_too(form, lang):
    told = tell([], RULES, form, lang)
    assert told == "" if form == "text" else json.loads(told)


def test_counting_and_errors():
    assert counts(ALL) == {"error": 1, "warning": 1, "note": 1}
    assert has_errors(ALL)
    assert not has_errors([WARNING, NOTE])
    assert not has_errors([])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_explains_itself(rule, lang):
    told = explain(rule, lang)
    assert told.startswith(rule.code)
    assert all(text.in_(lang).lower() in told.lower() for text in (rule.what, rule.why))
    assert rule.ref in told
    assert all(line.isprintable() for line in told.split("\n"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_catalogue_is_a_line_a_rule(lang):
    lines = catalogue(RULES, lang).split("\n")
    assert [line.split()[0] for line in lines] == list(RULES)
    assert all(rule.what.in_(lang) in line for rule, line in zip(RULES.values(), lines, strict=True))
