"""Which pages a small town with one record of every kind gets: no more, no fewer, in both languages."""

from pathlib import Path

import pytest

from example_town import KINDS, lay_every_kind
from fazhi import rules
from fazhi.doors.cli import main
from fazhi.ground.short_code import short_code
from project import tree

GOLDEN = Path(__file__).with_name("golden.txt")
"""Every address of the site without /en/ but those of single rules and of letters of codes; a line that ends in `zh` exists in Chinese only."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    town = lay_every_kind(tmp_path_factory.mktemp("town"))
    assert main(["build", "--root", str(town), "--as-of", "2027-06-30"]) == 0
    return town / "site"


def records(built: Path) -> list[str]:
    """The originals of all records, by their path under docs/."""
    texts = (
        path for path in tree(built.parent / "docs") if path.endswith(".md") and not path.endswith(".en.md")
    )
    return [path for path in texts if path.partition("/")[0] in {kind.folder for kind in KINDS.values()}]


def test_the_site_has_exactly_these_pages(built):
    pages = {path.removesuffix("index.html") for path in tree(built) if path.endswith("index.html")}
    of_rules = {f"{lang}rules/{code}/" for code in rules.discover() for lang in ("", "en/")}
    assert of_rules <= pages
    pages -= of_rules
    letters = {short_code(path.removesuffix(".md"))[0].lower() for path in records(built)}
    of_codes = {f"{lang}notices/{letter}/" for letter in letters for lang in ("", "en/")}
    assert of_codes <= pages
    pages -= of_codes
    chinese = {page for page in pages if not page.startswith("en/")}
    english = {page.removeprefix("en/") for page in pages if page.startswith("en/")}
    lines = [f"/{page}" + ("" if page in english else " zh") for page in sorted(chinese)]
    assert english <= chinese
    assert lines == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_a_page_is_in_the_language_of_its_address(built):
    for path, data in tree(built).items():
        if path.endswith("index.html"):
            expected = b'lang="en' if path.startswith("en/") else b'lang="zh'
            assert expected in data[:400], path
