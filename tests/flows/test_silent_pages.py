"""A standing page may be reworded; its figures, days, names and addresses change with a correction that names it."""

import os
from pathlib import Path

import pytest

from example_release import Small, nothing
from example_town import AS_OF, put
from fazhi.nouns.fault import Refused

PAGE = "pages/guide-to-information"
TEXT = (
    "---\ntitle: 信息公开指南\n---\n\n示例镇司法所自2026年3月1日起受理申请，十五个工作日内答复，每页收费1.50元。\n\n"
    "详见[上级网站](https://example.org/a)和[省网](https://example.net/b)。\n"
)
EDITS = {
    "a digit": ("1.50元", "1.60元"),
    "a day": ("3月1日", "3月2日"),
    "a term in words": ("十五个工作日", "二十个工作日"),
    "an office": ("示例镇司法所", "示例镇人民政府"),
    "an address": ("example.org/a", "example.org/b"),
    "addresses swapped": (
        "[上级网站](https://example.org/a)和[省网](https://example.net/b)",
        "[上级网站](https://example.net/b)和[省网](https://example.org/a)",
    ),
    "a figure more": ("受理申请", "受理申请3件"),
    "a figure in the title": ("信息公开指南", "2027年信息公开指南"),
}
HARMLESS = {
    "wording": ("受理申请", "接受申请"),
    "words that lead outside": ("[上级网站]", "[县网站]"),
    "white space": ("受理申请", "\n受理 申请"),
    "emphasis": ("示例镇司法所", "**示例镇司法所**"),
    "a full-width digit": ("1.50", "１.５０"),
    "a word with a numeral in it": ("详见", "统一见"),
}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.setattr(os, "fsync", nothing)
    small = Small(tmp_path)
    put(small.town, PAGE, TEXT)
    put(small.town, f"{PAGE}.en", "---\ntitle: Guide\n---\n\nSince 1 March 2026.\n")
    put(small.town, "guide/index", "---\ntitle: 手册\n---\n\n第 1 步。\n")
    small.build()
    small.publish()
    return small


def edit(small: Small, before: str, after: str, id: str = PAGE) -> None:
    path = small.town / f"docs/{id}.md"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    small.build()


def refused(small: Small) -> dict[str, str]:
    with pytest.raises(Refused) as told:
        small.publish()
    return {fault.path: fault.code for fault in told.value.faults}


def correct(small: Small, page: str, what: str = "更正指南") -> None:
    entry = f"{{on: {AS_OF}, what: {what}, why: 录入有误, by: reviewer, page: {page}}}"
    town = small.town / "town.yml"
    text = town.read_text(encoding="utf-8")
    head = "" if "\ncorrections:" in text else "corrections:\n"
    town.write_text(f"{text}{head}  - {entry}\n", encoding="utf-8")
    small.build()
    assert small.register.town.findings == ()


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_stopped_until_a_correction_names_the_page(small, name):
    edit(small, *EDITS[name])
    assert refused(small) == {f"docs/{PAGE}.md": "silent-edit"}
    correct(small, "pages/other", "另一页")
    assert refused(small) == {f"docs/{PAGE}.md": "silent-edit"}
    correct(small, PAGE)
    small.publish()
    edit(small, "答复", "答复（30件）")
    assert refused(small) == {f"docs/{PAGE}.md": "silent-edit"}, "a correction lets one change out"


@pytest.mark.parametrize("name", HARMLESS)
def test_other_words_go_out(small, name):
    edit(small, *HARMLESS[name])
    small.publish()


def test_a_translation_is_held_and_the_manual_is_not(small):
    edit(small, "第 1 步", "第 2 步", "guide/index")
    small.publish()
    edit(small, "1 March", "2 March", f"{PAGE}.en")
    assert refused(small) == {f"docs/{PAGE}.md": "silent-edit"}


def test_a_page_that_is_gone_needs_a_correction_too(small):
    for suffix in (".md", ".en.md"):
        (small.town / f"docs/{PAGE}{suffix}").unlink()
    small.build()
    assert refused(small) == {f"docs/{PAGE}.md": "removed"}
    correct(small, PAGE, "并入另一页")
    small.publish()
    small.publish()
    assert small.verify().faults == []


def test_a_published_correction_of_a_page_is_never_taken_back(small):
    edit(small, "1.50元", "1.60元")
    correct(small, PAGE)
    small.publish()
    edit_town = small.town / "town.yml"
    text = edit_town.read_text(encoding="utf-8")
    edit_town.write_text(text.replace("更正指南", "换个说法"), encoding="utf-8")
    small.build()
    assert refused(small) == {f"docs/{PAGE}.md": "correction-changed"}
