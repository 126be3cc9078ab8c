"""Building: errors stop it before anything is rendered, and the last good site stays byte for byte."""

import gzip
import shutil
import sys
from pathlib import Path

import pytest
from lxml import etree

from fazhi.flows.build import build, may_replace
from fazhi.flows.check_town import check_town
from project import ROOT, tree

URL = "http://192.0.2.10/a&town"


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


SCHEMA = Path(sys.prefix, "npm/node_modules/sitemap/schema/sitemap.xsd")
"""The schema of https://www.sitemaps.org (2008-03-26) as the npm package `sitemap` carries it; run.py installs that."""
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEEDS_NPM = pytest.mark.skipif(not SCHEMA.exists(), reason="needs npm, and a start by `python3 run.py test`")


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small town that has an address, with a letter that XML must write otherwise."""
    from fazhi.doors.cli import main
    from fazhi.flows.found import found

    root = tmp_path_factory.mktemp("addressed")
    found(root)
    town = root / "town.yml"
    text = town.read_text(encoding="utf-8").replace("url: null", f"url: {URL}", 1)
    town.write_text(text, encoding="utf-8")
    assert main(["build", "--root", str(root)]) == 0
    return root / "site"


def test_a_sitemap_names_every_page_once_and_a_site_without_address_has_none(site, addressed):
    assert not list(site.glob("sitemap*"))
    assert 'href="/a&amp;town/"' in (addressed / "404.html").read_text(encoding="utf-8")
    found = etree.parse(addressed / "sitemap.xml")
    places = [each.text.removeprefix(f"{URL}/") for each in found.iter("{*}loc")]
    folders = (page.relative_to(addressed).parent.as_posix() for page in addressed.rglob("index.html"))
    assert sorted(places) == sorted("" if folder == "." else f"{folder}/" for folder in folders)


@NEEDS_NPM
def test_a_sitemap_keeps_the_schema_of_sitemaps_org(addressed):
    schema = etree.XMLSchema(file=SCHEMA)
    found = {path.name: path.read_bytes() for path in addressed.rglob("sitemap*")}
    assert sorted(found) == ["sitemap.xml", "sitemap.xml.gz"]
    assert gzip.decompress(found["sitemap.xml.gz"]) == found["sitemap.xml"]
    sitemap = etree.fromstring(found["sitemap.xml"])
    schema.assertValid(sitemap)
    # The schema would take more: dates of building, and guesses at a page's own weight.
    assert {each.tag for each in sitemap.iter()} == {f"{SITEMAPS}{tag}" for tag in ("urlset", "url", "loc")}


ADDRESS = "<loc>http://192.0.2.10/</loc>"
ALTERNATE = '<a:link xmlns:a="http://www.w3.org/1999/xhtml" rel="alternate" hreflang="en" href="http://192.0.2.10/en/"/>'
SPOILT = {
    "no address": (ADDRESS, ""),
    "two addresses": (ADDRESS, ADDRESS * 2),
    "an address too short": ("http://192.0.2.10/", "http://a/"),
    "an address too long": ("http://192.0.2.10/", f"http://192.0.2.10/{'a' * 2048}"),
    "no pages": (f"<url>{ADDRESS}</url>", ""),
    "no name space": (' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', ""),
    "another name space": ("sitemap/0.9", "sitemap/0.8"),
    "another root": ("urlset", "sitemapindex"),
    "an unknown element": (ADDRESS, f"{ADDRESS}<title>首页</title>"),
    "a word for a date": (ADDRESS, f"{ADDRESS}<lastmod>昨天</lastmod>"),
    "a month 13": (ADDRESS, f"{ADDRESS}<lastmod>2026-13-01</lastmod>"),
    "a date before the address": (ADDRESS, f"<lastmod>2026-11-01</lastmod>{ADDRESS}"),
    "an unknown frequency": (ADDRESS, f"{ADDRESS}<changefreq>often</changefreq>"),
    "too heavy": (ADDRESS, f"{ADDRESS}<priority>1.1</priority>"),
    "an attribute": ("<url>", '<url id="a">'),
    # Of other name spaces the schema wants theirs too: whoever writes alternates needs the schema of XHTML here.
    "another language": (ADDRESS, f"{ADDRESS}{ALTERNATE}"),
}


@NEEDS_NPM
@pytest.mark.parametrize(("old", "new"), SPOILT.values(), ids=SPOILT)
def test_the_schema_refuses_what_is_no_sitemap(old, new):
    schema = etree.XMLSchema(file=SCHEMA)
    good = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>{ADDRESS}</url></urlset>'
    assert schema.validate(etree.fromstring(good))
    assert not schema.validate(etree.fromstring(good.replace(old, new)))


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
