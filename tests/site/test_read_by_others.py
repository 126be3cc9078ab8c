"""Feeds, tables and pages of the built site, read by libraries in which nobody here had a hand."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from tinyhtml5.parser import HTMLParser

from read_by_ruby import read_by_ruby


def files(site: Path, suffix: str) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob(f"*{suffix}")}


def test_every_feed_of_the_site_is_valid_and_read_whole(built):
    feeds = files(built, ".xml")
    villages = {f"villages/{each.name}/feed.xml" for each in (built / "villages").glob("demo-?")}
    assert villages and feeds.keys() == {"feed.xml", "corrections.xml", "en/corrections.xml", *villages}
    told = read_by_ruby("atom", feeds)
    assert {path: each.fault for path, each in told.items() if each.fault} == {}
    assert {path: each.read for path, each in told.items()} == {
        path: data.count(b"<entry>") for path, data in feeds.items()
    }


def test_every_table_is_read_alike_by_two_readers(built):
    tables = files(built / "data", ".csv")
    assert {"disclosure.csv", "accounts.csv"} <= tables.keys()
    told = read_by_ruby("csv", tables)
    assert {path: each.fault for path, each in told.items() if each.fault} == {}
    for path, data in tables.items():
        rows = [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)]
        assert [[cell or "" for cell in row] for row in told[path].read] == rows, path
        assert len({len(row) for row in rows}) == 1, path


TABLES: dict[str, Callable[[bytes], bytes]] = {
    "lines that end as on Linux": lambda table: table.replace(b"\r\n", b"\n"),
    "one such line": lambda table: table.replace(b"\r\n", b"\n", 1),
    "a quote that is not closed": lambda table: table + b'"a,b\r\n',
    "a quote within a cell": lambda table: table + b'a"b,c\r\n',
    "a letter behind a quote": lambda table: table + b'"a"b,c\r\n',
}


def test_a_table_that_is_none_is_refused(built):
    table = (built / "data/disclosure.csv").read_bytes()
    told = read_by_ruby("csv", {name: spoil(table) for name, spoil in TABLES.items()})
    assert {name for name, each in told.items() if "MalformedCSVError" in (each.fault or "")} == TABLES.keys()


def faults_of_page(page: bytes) -> list[tuple[object, str]]:
    """Where the parser of the HTML Standard would have to guess, and why."""
    parser = HTMLParser()
    parser.parse(page)
    return [(where, what) for where, what, _ in parser.errors]


EACH = 12
"""Of nearly a thousand pages, each laid out like others, so many are left out between two."""


def test_no_page_leaves_a_browser_guessing(built):
    pages = sorted(built.rglob("*.html"))[::EACH]
    assert len(pages) > 50
    found = {page.relative_to(built).as_posix(): faults_of_page(page.read_bytes()) for page in pages}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", ""),
        ("</main>", "</main></main>"),
        ("</main>", "<p><div></div></p></main>"),
        ("</main>", "<table><p></p></table></main>"),
        ("</main>", "<b><i></b></i></main>"),
        ("</main>", '<p id="a" id="b"></p></main>'),
        ("</main>", "&nosuch;</main>"),
        ("<!doctype html>", ""),
    ],
)
def test_a_page_that_leaves_it_guessing_is_seen(built, old, new):
    page = (built / "index.html").read_text(encoding="utf-8")
    assert old in page
    assert faults_of_page(page.replace(old, new, 1).encode()) != []
