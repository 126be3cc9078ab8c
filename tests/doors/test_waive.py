"""`fazhi waive`: finds what a rule found on a line, and waives it by a hash without ever showing it."""

from pathlib import Path

import pytest

from example_town import lay, put
from fazhi.flows.build import HOUSE
from fazhi.nouns.rule import Example
from fazhi.verbs.waive import with_entries
from project import tree

NUMBER = "13834567890"
RECORD = "docs/villages/demo-1/2026/finance-Q3.md"
DECISION = ("--basis", "公开的办公电话", "--by", "reviewer", "--until", "2027-12-31")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    lay(tmp_path, Example(body=f"## 正文\n\n联系 {NUMBER}。\n"))
    (tmp_path / "mkdocs.yml").write_bytes((HOUSE / "mkdocs.yml").read_bytes())
    return tmp_path


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def waive(fazhi, town: Path, *more: object, file: str = RECORD, code: str = "mobile-number", line=None):
    line = line_of(town / RECORD, NUMBER) if line is None else line
    where = ("--root", town, "--as-of", "2027-06-30")
    return fazhi("waive", town / file, code, "--line", line, *DECISION, *more, *where)


def weighed(fazhi, town: Path) -> list[str]:
    """The severity of every mobile number that checking finds."""
    said = fazhi("check", "--root", town, "--as-of", "2027-06-30", "--lang", "en")
    return [line.split(" ")[1] for line in said.out.splitlines() if "[mobile-number]" in line]


def test_the_entry_is_shown_and_nothing_is_changed(fazhi, town):
    before = tree(town)
    said = waive(fazhi, town)
    assert said.code == 0
    assert said.out.startswith("waivers:\n  - {rule: mobile-number, hash: ")
    assert 'basis: "公开的办公电话", by: reviewer, until: 2027-12-31}' in said.out
    assert tree(town) == before


def test_what_is_waived_is_never_shown(fazhi, town):
    for more in ((), ("--write",)):
        said = waive(fazhi, town, *more)
        assert said.code == 0
        assert NUMBER not in said.out + said.err


def test_pasted_by_hand_it_waives(fazhi, town):
    entry = waive(fazhi, town).out
    path = town / RECORD
    path.write_text(
        path.read_text(encoding="utf-8").replace("\n---\n", f"\n{entry}---\n", 1), encoding="utf-8"
    )
    assert weighed(fazhi, town) == ["note"]


def test_written_it_waives_and_once_is_enough(fazhi, town):
    assert weighed(fazhi, town) == ["error"]
    assert waive(fazhi, town, "--write").code == 0
    assert weighed(fazhi, town) == ["note"]
    written = (town / RECORD).read_bytes()
    again = waive(fazhi, town, "--write")
    assert again.code == 2 and "已经豁免" in again.err
    assert (town / RECORD).read_bytes() == written


@pytest.mark.parametrize("by", ["clerk", "demo-1"])
def test_only_a_post_that_may_approve_waives(fazhi, town, by):
    before = tree(town)

    said = waive(fazhi, town, "--by", by, "--write")

    assert said.code == 2 and "may_approve" in said.err and "reviewer" in said.err
    assert tree(town) == before


def test_a_waiver_longer_than_a_year_is_told(fazhi, town):
    said = waive(fazhi, town, "--until", "2028-07-01", "--write")

    assert said.code == 0 and "2028-06-30" in said.err
    checked = fazhi("check", "--root", town, "--as-of", "2027-06-30")
    assert "[waiver-term]" in checked.out
    assert "2028-06-30" not in waive(fazhi, town, "--until", "2028-06-30").err


def test_only_rules_about_personal_data_say_what_is_vouched_for(fazhi, town):
    assert "担保" in waive(fazhi, town).err
    put(
        town,
        "villages/demo-1/2026/finance-Q3",
        (town / RECORD).read_text(encoding="utf-8") + "\n管理帐目。\n",
    )
    line = line_of(town / RECORD, "帐目")
    said = waive(fazhi, town, code="account-character", line=line)
    assert said.code == 0 and "担保" not in said.err


def test_in_an_attachment_and_in_a_translation(fazhi, town):
    (town / "docs/villages/demo-1/2026/名单.csv").write_text(f"电话,{NUMBER}\n", encoding="utf-8")
    record = town / RECORD
    record.write_text(
        record.read_text(encoding="utf-8").replace(
            "\n---\n", "\nattachments: [{file: 名单.csv, title: 名单}]\n---\n", 1
        ),
        encoding="utf-8",
    )
    put(
        town,
        "villages/demo-1/2026/finance-Q3.en",
        f"---\ntitle: Accounts\n---\n\n## Text\n\nCall {NUMBER}.\n",
    )
    for file, line in (("名单.csv", 1), ("finance-Q3.en.md", 7)):
        said = waive(fazhi, town, "--write", file=f"docs/villages/demo-1/2026/{file}", line=line)
        # the same number: one entry of the record waives it wherever it stands
        assert said.code == (0 if file == "名单.csv" else 2)
    assert set(weighed(fazhi, town)) == {"note"}


WRONG = {
    "rule that is none": ({"code": "mobile-numbers"}, "mobile-number"),
    "other line": ({"line": 2}, "第 18 行"),
    "no record": ({"file": "town.yml"}, "town.yml"),
    "no file": ({"file": "docs/none.md"}, "none.md"),
}


@pytest.mark.parametrize(("call", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_says_what_would_be_right(fazhi, town, call, told):
    said = waive(fazhi, town, "--write", **call)
    assert said.code == 2 and said.out == "" and told in said.err


@pytest.mark.parametrize(
    "more",
    [("--by", "mayor"), ("--until", "2027-06-29"), ("--until", "soon"), ("--basis", "  ")],
    ids=lambda more: " ".join(more),
)
def test_a_decision_names_who_until_when_and_why(fazhi, town, more):
    before = tree(town)
    assert waive(fazhi, town, "--write", *more).code == 2
    assert tree(town) == before


def test_a_finding_without_a_text_cannot_be_waived(fazhi, town):
    path = town / RECORD
    path.write_text(
        path.read_text(encoding="utf-8").replace("formed: 2026-10-08", "formed: 2026-10-11"), encoding="utf-8"
    )
    said = waive(fazhi, town, code="date-order", line=line_of(path, "published:"))
    assert said.code == 2 and "不能豁免" in said.err


ENTRY = '{rule: a, hash: b, basis: "c", by: d, until: e}'
OLD = "{rule: x}"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("title: 甲\n", f"title: 甲\nwaivers:\n  - {ENTRY}\n"),
        ("waivers:\ntitle: 甲\n", f"waivers:\n  - {ENTRY}\ntitle: 甲\n"),
        ("waivers: []\ntitle: 甲\n", f"waivers: [{ENTRY}]\ntitle: 甲\n"),
        (f"waivers: [{OLD}]  # 注\n", f"waivers: [{OLD}, {ENTRY}]  # 注\n"),
        (f"waivers:\n  - {OLD}\ntitle: 甲\n", f"waivers:\n  - {OLD}\n  - {ENTRY}\ntitle: 甲\n"),
        (f"waivers:\n- {OLD}\ntitle: 甲\n", f"waivers:\n- {OLD}\n- {ENTRY}\ntitle: 甲\n"),
        ("waivers:\n    - rule: x\n      by: y\n", f"waivers:\n    - rule: x\n      by: y\n    - {ENTRY}\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_entries_are_put_where_the_others_stand(head, expected, end):
    before, after = (f"---\n{each}---\n\nwaivers: 正文\n".replace("\n", end) for each in (head, expected))
    assert with_entries(before, [ENTRY]) == after


@pytest.mark.parametrize(
    "waivers",
    [
        "[{rule: mobile-number,\n    hash: H, basis: b, by: reviewer, until: 2026-12-31}]",
        "[{rule: mobile-number, hash: H, basis: ']', by: reviewer, until: 2026-12-31}]   # ]",
        "\n\n  # 说明\n  - rule: mobile-number\n    hash: H\n    basis: b\n    by: reviewer\n    until: 2026-12-31\n\n",
    ],
    ids=["two-lines", "bracket-in-remark", "block"],
)
def test_whatever_form_the_others_have_the_file_stays_whole(fazhi, town, waivers):
    path = town / RECORD
    text = path.read_text(encoding="utf-8").replace(
        "\n---\n", f"\nwaivers: {waivers.replace('H', 'f' * 64)}\n---\n", 1
    )
    path.write_text(text, encoding="utf-8")
    said = waive(fazhi, town, "--write")
    if said.code == 0:
        assert weighed(fazhi, town) == ["note"]
    else:
        assert said.code == 1 and "没有改动" in said.err and said.out.strip()
        assert path.read_text(encoding="utf-8") == text


def test_a_waiver_of_no_rule_is_told(fazhi, town):
    path = town / RECORD
    entry = waive(fazhi, town).out.replace("mobile-number", "mobile-numbers")
    path.write_text(
        path.read_text(encoding="utf-8").replace("\n---\n", f"\n{entry}---\n", 1), encoding="utf-8"
    )
    said = fazhi("check", "--root", town, "--as-of", "2027-06-30")
    (told,) = (line for line in said.out.splitlines() if "[waiver-known]" in line)
    assert f":{line_of(path, 'mobile-numbers')}:" in told and "警告" in told and "可看：mobile-number" in told
