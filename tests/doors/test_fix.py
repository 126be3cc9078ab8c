"""`fazhi check --fix`: shows first, writes only when told, and exits as check does."""

import subprocess
from pathlib import Path

import pytest

from example_town import lay
from fazhi.flows.build import HOUSE
from fazhi.nouns.rule import Example
from project import tree


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    lay(
        tmp_path,
        Example(
            kind="regulation",
            values={"number": "示政发[2026]3号"},
            body="根据示政发（2026）1号，制定本规定。\n",
        ),
    )
    (tmp_path / "mkdocs.yml").write_bytes((HOUSE / "mkdocs.yml").read_bytes())
    return tmp_path


def test_it_shows_a_diff_and_changes_nothing(fazhi, faulty):
    before = tree(faulty)
    said = fazhi("check", "--fix", "--root", faulty, "--as-of", "2027-06-30")
    assert said.code == 1
    assert "-number: 示政发[2026]3号\n+number: 示政发〔2026〕3号" in said.out
    assert "+根据示政发〔2026〕1号，制定本规定。" in said.out
    assert "--write" in said.err
    assert tree(faulty) == before


def test_the_diff_is_one_that_patch_takes(fazhi, faulty):
    said = fazhi("check", "--fix", "--root", faulty, "--as-of", "2027-06-30")
    patched = subprocess.run(["patch", "-p1", "-d", faulty], input=said.out, text=True, capture_output=True)
    assert patched.returncode == 0, patched.stdout
    assert fazhi("check", "--fix", "--root", faulty, "--as-of", "2027-06-30").out == ""


def test_it_writes_when_told_and_has_nothing_to_do_again(fazhi, faulty):
    said = fazhi("check", "--fix", "--write", "--root", faulty, "--as-of", "2027-06-30")
    assert "docs/regulations/example.md" in said.err and "2" in said.err
    assert not {"number-form", "number-brackets"} & {word.strip("[]") for word in said.out.split()}
    after = tree(faulty)
    again = fazhi("check", "--fix", "--write", "--root", faulty, "--as-of", "2027-06-30")
    assert tree(faulty) == after
    assert "没有可自动修复之处" in again.err


def test_only_the_paths_named_are_repaired(fazhi, faulty):
    (faulty / "docs/pages").mkdir()
    page = faulty / "docs/pages/about.md"
    page.write_text("---\ntitle: 关于\n---\n\n依据示政发[2026]1号。\n", encoding="utf-8")
    fazhi("check", "--fix", "--write", faulty / "docs/pages", "--root", faulty, "--as-of", "2027-06-30")
    assert "〔2026〕" in page.read_text(encoding="utf-8")
    assert "示政发[2026]3号" in (faulty / "docs/regulations/example.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("wrong", [("--write",), ("--fix", "--format", "json"), ("--fix", "--built", ".")])
def test_wrong_use_is_told(fazhi, faulty, wrong):
    assert fazhi("check", *wrong, "--root", faulty).code == 2
