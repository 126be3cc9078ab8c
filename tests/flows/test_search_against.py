"""Files may be as the manifest says and search still tell something else than the pages: a verifier sees that too."""

import os
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from example_release import Small, nothing
from fazhi.ground.address import address
from fazhi.nouns.entry import Entry
from fazhi.nouns.entry import Searched as Known
from fazhi.nouns.record_text import path_of
from fazhi.verbs.generate_entries import generate
from fazhi.verbs.search_files import search_files

TOWN = generate(40)


class Searched(Small):
    """A small town whose site has search, and a page of everything that search knows."""

    def build(self) -> None:
        super().build()
        for entry in TOWN.entries:
            self.put(f"{address(entry.id, entry.lang)}index.html", page_of(entry))
            self.put(path_of(entry.id, entry.lang), entry.text)
        for path, data in search_files(TOWN):
            self.put(path, data.decode())

    @property
    def passages(self) -> list[Path]:
        return sorted((self.site / "search").glob("*/*.js"))


def page_of(entry: Entry) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in entry.text.split("\n"))
    return f"<!doctype html><h1>{escape(entry.title)}</h1>{paragraphs}"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Searched:
    monkeypatch.setattr(os, "fsync", nothing)
    return Searched(tmp_path)


def _edit(path: Path, edit: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8")
    assert edit(before) != before
    path.write_text(edit(before), encoding="utf-8")


def _digit(text: str) -> str:
    at = max(text.rfind(digit) for digit in "12345678")
    return f"{text[:at]}9{text[at + 1 :]}"


def _first_page(at: Searched) -> Path:
    return at.site / address(TOWN.entries[0].id, TOWN.entries[0].lang) / "index.html"


ATTACKS: dict[str, tuple[Callable[[Searched], object], str]] = {
    "a figure in search": (lambda at: _edit(at.passages[0], _digit), "search-differs"),
    "a word in search": (
        lambda at: _edit(at.passages[3], lambda text: text.replace('"]', '另有隐情。"]')),
        "search-differs",
    ),
    "a title in search": (
        lambda at: _edit(at.passages[5], lambda text: text.replace('(["', '(["伪')),
        "search-differs",
    ),
    "a figure on the page only": (lambda at: _edit(_first_page(at), _digit), "search-differs"),
    "a passage of no page": (lambda at: _first_page(at).unlink(), "search-page-missing"),
    "a file nobody names": (
        lambda at: at.put("search/aaaaaaaaa/0.js", 'fazhiSearch(["x","","",""])\n'),
        "search-extra",
    ),
    "a record search hides": (lambda at: at.put("outreach/2026/hidden/record.md", "x"), "search-missing"),
    "an index of nothing": (lambda at: at.put("search/index.js", "fazhiSearch({})\n"), "search-form"),
    "an index of another form": (lambda at: at.put("search/index.js", "alert(1)"), "search-form"),
    "an index of very many files": (
        lambda at: _edit(
            at.site / "search/index.js", lambda text: re.sub(r'"share":\d+', '"share":9999999999', text)
        ),
        "search-form",
    ),
    "a passage of another form": (
        lambda at: at.passages[0].write_text("fazhiSearch(1)\n", encoding="utf-8"),
        "search-form",
    ),
}


def test_search_and_pages_that_agree_have_no_fault(small):
    small.publish()
    assert small.verify().faults == []


class Cut(Searched):
    """A town whose search has long lists in files of their own."""

    def build(self) -> None:
        super().build()
        for path in (self.site / "search").rglob("*.js"):
            path.unlink()
        for path, data in search_files(TOWN, 16):
            self.put(path, data.decode())


def test_files_of_cut_lists_are_named_by_the_buckets(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", nothing)
    small = Cut(tmp_path)
    lists = [
        each for each in (small.site / "search").glob("*.js") if each.read_text().startswith('fazhiSearch("')
    ]
    assert lists
    small.put("search/zzzzzzzzz.js", lists[0].read_text())
    small.publish()
    assert small.codes() == {"search-extra"}


class Attached(Searched):
    """A site whose one searched page has a file beside it; what the file says does not stand in the page."""

    def build(self) -> None:
        Small.build(self)
        entry = Entry("outreach/2026/talk-0", "zh", "清单", "正文\n见附件\n水渠维修 12.00\n", "outreach")
        self.put(
            "outreach/2026/talk-0/index.html",
            '<h1>清单</h1><p>正文</p><a href="../%E6%98%8E%E7%BB%86.csv">见附件</a><a href="/etc/x.csv">甲</a>',
        )
        self.put(path_of(entry.id, entry.lang), entry.text)
        self.put("outreach/2026/明细.csv", "水渠维修,12.00\n")
        for path, data in search_files(Known((entry,))):
            self.put(path, data.decode())


def test_what_stands_in_a_file_that_a_page_offers_stands_there(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", nothing)
    small = Attached(tmp_path)
    small.publish()
    assert small.verify().faults == []


def test_what_stands_neither_in_a_page_nor_in_its_files_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", nothing)
    small = Attached(tmp_path)
    small.put("outreach/2026/明细.csv", "水渠维修,13.00\n")
    small.publish()
    assert "search-differs" in small.codes()


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_search_says_wrongly_is_told_by_name(small, attack):
    act, name = ATTACKS[attack]
    act(small)
    small.publish()
    assert name in small.codes()
