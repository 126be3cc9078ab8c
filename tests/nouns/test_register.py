"""The register's look-ups: by index, by kind, newest first; records, versions and pages."""

from pathlib import Path

import pytest

from example_town import KINDS, lay, put, read, text_of
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example


def regulation(**values: str | None) -> str | bytes:
    return text_of(KINDS["regulation"], Example(kind="regulation", values=values))


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A disclosure, three regulations of which one has an earlier version, a page in two languages."""
    lay(tmp_path, Example())
    put(tmp_path, "regulations/new", regulation(index="140825107/2026-00002", published="2026-12-01"))
    put(tmp_path, "regulations/old", regulation(index="140825107/2026-00003", published="2026-10-09"))
    put(
        tmp_path,
        "regulations/old@2020-01-01",
        regulation(index="140825107/2026-00003", published="2026-10-09"),
    )
    put(
        tmp_path,
        "regulations/undated",
        regulation(index=None, restated="true", formed="unknown", published="unknown"),
    )
    put(tmp_path, "pages/about", "---\ntitle: 关于\n---\n")
    put(tmp_path, "pages/about.en", "---\ntitle: About\n---\n")
    (tmp_path / "docs" / "pages" / "a.pdf").write_bytes(b"%PDF")
    return read(tmp_path)


def test_records_of_a_kind_come_newest_first_without_earlier_versions(register):
    assert [record.id for record in register.of_kind("regulation")] == [
        "regulations/new",
        "regulations/example",
        "regulations/old",
        "regulations/undated",
    ]


def test_versions_share_an_index_and_count_once(register):
    (only,) = register.by_index["140825107/2026-00003"]
    assert only.id == "regulations/old"


def test_a_version_knows_what_it_is_a_version_of(register):
    assert register.records["regulations/old@2020-01-01"].version_of == "regulations/old"
    assert register.records["regulations/old"].version_of is None


def test_records_and_pages_are_got_by_id(register):
    assert register.get("regulations/new").title_in("zh") == "村务公开栏管理规定"
    assert register.get("pages/about").title_in("en") == "About"
    assert register.get("regulations/new").title_in("en") == "村务公开栏管理规定"
    assert register.get("pages/about.en") is None


def test_every_document_comes_once(register):
    paths = [document.path for document in register.documents()]
    assert len(paths) == len(set(paths)) == 8


def test_other_files_are_known_by_path(register):
    assert register.files == {"pages/a.pdf"}


def test_listings_are_what_the_site_will_make(register):
    assert {
        "regulations/index.md",
        "villages/index.md",
        "villages/demo-1/index.md",
        "disclosures/index.md",
    } <= register.listings


YEARS = [
    ("disclosure", {"period": "2025-Q4", "formed": "2026-01-05"}, 2025),
    ("disclosure", {"period": "2026-09-10"}, 2026),
    ("report", {"year": "2025"}, 2025),
    ("outreach", {"date": "2024-12-04"}, 2024),
    ("outreach", {"date": "unknown", "formed": "2025-01"}, 2025),
    ("regulation", {"formed": "2020"}, 2020),
    ("regulation", {"formed": "unknown"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values", "year"), YEARS)
def test_the_year_of_a_record_is_that_of_its_matter(tmp_path, kind, values, year):
    path = lay(tmp_path, Example(kind=kind, values=values))
    assert read(tmp_path).records[path.relative_to(tmp_path / "docs").with_suffix("").as_posix()].year == year


@pytest.mark.parametrize(
    ("values", "has"), [({}, False), ({"sample": "false"}, False), ({"sample": "true"}, True)]
)
def test_a_register_knows_whether_it_holds_samples(tmp_path, values, has):
    lay(tmp_path, Example(values=values))
    assert read(tmp_path).has_samples is has


def test_a_village_that_is_a_sample_counts_as_one(tmp_path):
    lay(
        tmp_path,
        Example(town={"villages": "{demo-1: {name: {zh: 甲, en: A}, since: 2021-01-01, sample: true}}"}),
    )
    assert read(tmp_path).has_samples
