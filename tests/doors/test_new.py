"""`fazhi new`: a record is placed, numbered, and says what is still to fill in."""

import re

import pytest


def filled(text: str) -> str:
    """The draft with every missing value taken from the example its comment gives."""
    text = re.sub(r"^(\w+):   # .*?，如 (.+)$", r"\1: \2", text, flags=re.MULTILINE)
    return re.sub(r"^title:   #.*$", "title: 试写一份", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (
            ("disclosure", "village=demo-1", "item=finance", "period=2026-Q4"),
            "docs/villages/demo-1/2026/finance-Q4.md",
        ),
        (("report", "year=2025"), "docs/reports/2025.md"),
        (
            ("outreach", "form=咨询", "date=2026-11-20", "--slug", "november"),
            "docs/outreach/2026/november.md",
        ),
        (("regulation", "subject=决策", "--slug", "new-rules"), "docs/regulations/new-rules.md"),
    ],
    ids=["disclosure", "report", "outreach", "regulation"],
)
def test_a_draft_filled_in_by_its_own_hints_is_a_sound_record(fazhi, town, arguments, path):
    assert fazhi("new", *arguments, "--root", town, "--as-of", "2026-10-08").out.strip() == path
    draft = town / path
    assert fazhi("check", path, "--root", town).code == 1, "an unfilled draft must not pass"
    draft.write_text(filled(draft.read_text(encoding="utf-8")), encoding="utf-8")
    said = fazhi("check", path, "--root", town, "--as-of", "2026-12-31")
    assert said.code == 0
    assert ": 错误 " not in said.out


def test_numbers_run_on_and_pass_samples_over(fazhi, town):
    arguments = (
        "new",
        "disclosure",
        "village=demo-1",
        "item=finance",
        "--root",
        town,
        "--as-of",
        "2026-11-01",
    )
    fazhi(*arguments, "period=2026-Q4")
    draft = town / "docs/villages/demo-1/2026/finance-Q4.md"
    assert "index: 140825107/2026-00001" in draft.read_text(encoding="utf-8")
    fazhi(*arguments, "period=2026-10")
    assert "index: 140825107/2026-00002" in (town / "docs/villages/demo-1/2026/finance-10.md").read_text(
        encoding="utf-8"
    )


def test_nothing_is_overwritten(fazhi, town):
    path = town / "docs/reports/2021.md"
    before = path.read_bytes()
    said = fazhi("new", "report", "year=2021", "--root", town)
    assert said.code == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("disclosure",),
        ("regulation",),
        ("disclosure", "vilage=demo-1"),
        ("disclosure", "period=Q4"),
        ("outreach", "novalue"),
        ("regulation", "--slug", "../../escape"),
        ("regulation", "--slug", "With Blank"),
    ],
    ids=["no place", "no slug", "unknown key", "bad period", "no value", "slug leads out", "slug with blank"],
)
def test_what_cannot_be_placed_is_told_and_not_written(fazhi, town, arguments):
    before = sorted(town.rglob("*"))
    said = fazhi("new", *arguments, "--root", town)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert sorted(town.rglob("*")) == before


def test_print_writes_nothing(fazhi, town):
    before = sorted(town.rglob("*"))
    said = fazhi("new", "report", "year=2025", "--print", "--root", town)
    assert said.out.startswith("---\n")
    assert sorted(town.rglob("*")) == before
