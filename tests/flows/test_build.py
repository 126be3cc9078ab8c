"""Building: errors stop it before anything is rendered, and the last good site stays byte for byte."""

import shutil
from pathlib import Path

import pytest
from lxml import etree

from fazhi.flows.build import build, may_replace
from fazhi.flows.check_town import check_town
from project import ROOT, tree


def never(*_: object) -> None:
    pytest.fail("rendered although there are errors")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A newly founded town: quick to build."""
    from fazhi.flows.found import found

    found(tmp_path / "small")
    return tmp_path / "small"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of such a town."""
    from fazhi.doors.cli import main
    from fazhi.flows.found import found

    root = tmp_path_factory.mktemp("built")
    found(root)
    assert main(["build", "--root", str(root), "--as-of", "2026-11-22"]) == 0
    return root / "site"


@pytest.fixture
def standing(small: Path, site: Path) -> Path:
    """A newly founded town with its site."""
    shutil.copytree(site, small / "site")
    return small


@pytest.fixture
def run(capsys):
    from fazhi.doors.cli import main

    def run(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        return (code, *capsys.readouterr())

    return run


def test_a_build_with_errors_leaves_the_last_good_site_as_it_was(standing, run, monkeypatch):
    before = tree(standing / "site")
    (standing / "docs/pages").mkdir()
    (standing / "docs/pages/bad.md").write_text("<script>", encoding="utf-8")
    monkeypatch.setattr("fazhi.doors.mkdocs_plugin.render", never)
    code, out, err = run("build", "--root", standing)
    assert code == 1
    assert "docs/pages/bad.md:1:1" in out
    assert "保持原样" in err
    assert tree(standing / "site") == before


def test_a_renderer_that_fails_leaves_the_last_good_site(standing):
    before = tree(standing / "site")

    def fails(site, staged, overrides, aside):
        aside.mkdir(parents=True)
        (aside / "index.html").write_text("half", encoding="utf-8")
        raise RuntimeError("disk full")

    with pytest.raises(RuntimeError):
        build(check_town(standing), standing / "site", fails)
    assert tree(standing / "site") == before


def test_two_builds_give_the_same_bytes(site, small, run, tmp_path):
    run("build", "--root", small, "--site", tmp_path / "two", "--as-of", "2026-11-23")
    one, two = tree(site), tree(tmp_path / "two")
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path] and not path.startswith("sitemap")] == []


def test_a_removed_page_leaves_the_site(small, run):
    page = small / "docs/pages/passing.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: 一时的页面\n---\n正文\n", encoding="utf-8")
    run("build", "--root", small)
    assert (small / "site/pages/passing/index.html").exists()
    page.unlink()
    run("build", "--root", small)
    assert not (small / "site/pages/passing").exists()


def test_only_named_attachments_are_published(small, run):
    folder = small / "docs/pages"
    folder.mkdir()
    (folder / "shown.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "left.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "x.md").write_text("---\ntitle: 页面\n---\n![说明](shown.png)\n", encoding="utf-8")
    assert run("build", "--root", small)[0] == 0
    assert (small / "site/pages/shown.png").exists()
    assert not (small / "site/pages/left.png").exists()


SITEMAP = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9"
  elementFormDefault="qualified">
  <xs:element name="urlset"><xs:complexType><xs:sequence>
    <xs:element name="url" maxOccurs="50000"><xs:complexType><xs:all>
      <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI">
        <xs:minLength value="12"/><xs:maxLength value="2047"/>
      </xs:restriction></xs:simpleType></xs:element>
      <xs:element name="lastmod" type="xs:date" minOccurs="0"/>
    </xs:all></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""
"""What https://www.sitemaps.org/protocol.html allows, as far as a site without guesses at its own importance goes."""


def test_a_sitemap_names_every_page_once_and_a_site_without_address_has_none(site, small, run):
    assert not list(site.glob("sitemap*"))
    town = small / "town.yml"
    url = "http://192.0.2.10/a&town"
    town.write_text(town.read_text(encoding="utf-8").replace("url: null", f"url: {url}", 1), encoding="utf-8")
    assert run("build", "--root", small)[0] == 0
    home = (small / "site/404.html").read_text(encoding="utf-8")
    assert 'href="/a&amp;town/"' in home
    found = etree.parse(small / "site/sitemap.xml")
    etree.XMLSchema(etree.fromstring(SITEMAP)).assertValid(found)
    places = [each.text.removeprefix(f"{url}/") for each in found.iter("{*}loc")]
    pages = (small / "site").rglob("index.html")
    folders = (page.relative_to(small / "site").parent.as_posix() for page in pages)
    assert sorted(places) == sorted("" if folder == "." else f"{folder}/" for folder in folders)


@pytest.mark.parametrize("where", [".", "docs", "docs/new", "..", "town.yml"])
def test_a_site_never_takes_the_place_of_a_town(small, run, where):
    before = tree(small)
    assert run("build", "--root", small, "--site", small / where)[0] == 2
    assert tree(small) == before


def test_a_site_may_take_an_empty_folder_or_a_former_site(tmp_path):
    assert may_replace(tmp_path / "absent", ROOT)
    (tmp_path / "empty").mkdir()
    assert may_replace(tmp_path / "empty", ROOT)
    (tmp_path / "empty/mine.txt").write_text("", encoding="utf-8")
    assert not may_replace(tmp_path / "empty", ROOT)


@pytest.mark.parametrize(
    "configuration",
    [
        "site_name: [",
        "site_name: x\n",
        "site_name: x\ntheme: {name: nosuch}\nplugins: [fazhi]\n",
        "plugins: 3\n",
        "- a\n",
        "",
    ],
    ids=["broken", "no plugin", "no theme", "plugins is no list", "a list", "empty"],
)
def test_a_faulty_mkdocs_yml_is_told_and_the_old_site_stays(standing, run, configuration):
    before = tree(standing / "site")
    (standing / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    code, _, err = run("build", "--root", standing)
    assert code == 1
    assert "mkdocs.yml" in err
    assert "保持原样" in err
    assert tree(standing / "site") == before


def test_a_faulty_template_is_told_and_the_old_site_stays(standing, run):
    before = tree(standing / "site")
    (standing / "overrides").mkdir()
    (standing / "overrides/home.html").write_text("{% if %}", encoding="utf-8")
    code, _, err = run("build", "--root", standing)
    assert code == 1
    assert "overrides/" in err
    assert tree(standing / "site") == before
