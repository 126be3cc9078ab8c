"""The town by its names: offices, villages, items, posts."""

import pytest

from example_town import lay, read
from fazhi.nouns.coverage import coverage
from fazhi.nouns.rule import Example
from fazhi.nouns.town import STANDARDS, Town
from fazhi.nouns.village import village


@pytest.fixture
def town(tmp_path) -> Town:
    lay(tmp_path, Example())
    return read(tmp_path).town


NAMES = [
    ("office", "government", "示例镇人民政府"),
    ("village", "demo-1", "示范一村"),
    ("item", "finance", "财务收支"),
    ("source", "government", "示例镇人民政府"),
    ("source", "demo-2", "示范二村"),
    ("signer", "reviewer", "示例镇司法所"),
    ("signer", "demo-1", "示范一村"),
    ("source", "reviewer", None),
    ("office", "demo-1", None),
    ("village", "demo-9", None),
    ("book", "main", None),
]


@pytest.mark.parametrize(("of", "id", "name"), NAMES)
def test_names(town, of, id, name):
    found = town.named(of, id)
    assert (found.zh if found else None) == name


def test_every_id_that_is_listed_has_a_name(town):
    for of in ("office", "village", "item", "source", "signer"):
        assert town.ids(of)
        assert all(town.named(of, id) for id in town.ids(of))
    assert town.ids("book") == []


def test_the_town_has_a_name_and_a_title(town):
    assert (town.name.zh, town.title.en) == ("示例镇", "Example Town Records")


def test_an_item_is_the_villages_unless_told(tmp_path):
    items = (
        "{finance: {name: {zh: 财务, en: F}, cadence: quarter, channel: web, since: 2026-01-01}, "
        "budget: {name: {zh: 预算, en: B}, of: office, cadence: year, channel: web, since: 2026-01-01}}"
    )
    lay(tmp_path, Example(town={"items": items}))
    register = read(tmp_path)
    publishers = {item: register.town.publisher(item) for item in ("finance", "budget", "nothing")}
    assert publishers == {"finance": "village", "budget": "office", "nothing": None}
    years = village("demo-1", register, coverage(register)).years
    assert {row.name.zh for year in years for row in year.matrix.rows} == {"财务"}


def test_ten_standards(town):
    assert len(set(STANDARDS)) == 10


WRONG = {
    "village without name": ({"villages": "{demo-1: {since: 2021-01-01}}"}, "required-keys"),
    "id in capitals": ({"villages": "{Demo: {name: {zh: 甲, en: A}, since: 2021-01-01}}"}, "value-form"),
    "cadence that is none": ({"items": "{a: {name: {zh: 甲, en: A}, cadence: weekly, channel: web, since: 2021-01-01}}"}, "term-known"),
    "code too short": ({"code": "1408"}, "value-form"),
    "address that runs": ({"site": "{title: {zh: 甲, en: A}, url: 'javascript:x'}"}, "value-form"),
    "unknown key": ({"mayor": "甲"}, "known-keys"),
    "standard that is none": (
        {"villages": "{demo-1: {name: {zh: 甲, en: A}, since: 2021-01-01, democratic_rule_of_law: {since: 2021-01-01, standards: {好: regulations/example}}}}"},
        "value-form",
    ),
    "holiday that is none": ({"holidays": "{2027: {off: [2027-02-30]}}"}, "date-form"),
}  # fmt: skip


@pytest.mark.parametrize(("changed", "code"), WRONG.values(), ids=WRONG)
def test_a_fault_of_the_town_is_found_in_its_file(tmp_path, changed, code):
    lay(tmp_path, Example(town=changed))
    (finding,) = read(tmp_path).town.findings
    assert finding.code == code
    key = next(iter(changed))
    lines = (tmp_path / "town.yml").read_text(encoding="utf-8").split("\n")
    assert lines[finding.place.line - 1].startswith(key)
