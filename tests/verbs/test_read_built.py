"""A built folder read as a site: what a page holds, where its links lead, and that it is forgotten again."""

import pytest

from example_site import built, lay_site
from fazhi.nouns.built import BuiltPage, name_of, text_of
from fazhi.nouns.rule import Example
from fazhi.verbs.read_built import read_built


def page(html: str, path: str = "pages/example/index.html") -> BuiltPage:
    return BuiltPage(path, lambda: html)


@pytest.fixture
def site(tmp_path):
    lay_site(
        tmp_path,
        Example(
            page='<h2 id="节">节</h2>',
            built={
                "en/index.html": "<title>Home</title>",
                "assets/a.css": "",
                "regulations/x@2024-01-01/index.html": "<p></p>",
            },
        ),
    )
    return built(tmp_path)


def test_pages_and_files_are_found_without_reading_them(tmp_path, site):
    assert set(site.pages) == {"404.html"} & set(site.pages) | {
        "index.html",
        "en/index.html",
        "pages/example/index.html",
        "regulations/x@2024-01-01/index.html",
    }
    assert site.styles == ["assets/a.css"]
    assert all("source" not in vars(each) for each in site.pages.values())


def test_a_folder_without_a_home_page_is_no_site(tmp_path, site):
    with pytest.raises(NotADirectoryError):
        read_built(tmp_path / "docs", site.register)


@pytest.mark.parametrize(
    ("path", "lang", "id"),
    [
        ("index.html", "zh", "index"),
        ("en/index.html", "en", "index"),
        ("villages/index.html", "zh", "villages"),
        ("villages/demo-1/2026/finance-Q3/index.html", "zh", "villages/demo-1/2026/finance-Q3"),
        ("en/regulations/x@2024-01-01/index.html", "en", "regulations/x@2024-01-01"),
        ("404.html", "zh", "404.html"),
    ],
)
def test_the_path_of_a_page_gives_its_language_and_id(path, lang, id):
    assert (page("", path).lang, page("", path).id) == (lang, id)


@pytest.mark.parametrize(
    ("to", "target"),
    [
        ("", "pages/example/index.html"),
        ("#节", "pages/example/index.html"),
        ("./", "pages/example/index.html"),
        ("../../", "index.html"),
        ("../..", "index.html"),
        ("../../?a=1#b", "index.html"),
        ("/", "index.html"),
        ("/assets/a.css", "assets/a.css"),
        ("../../assets/a.css", "assets/a.css"),
        ("../../regulations/x%402024-01-01/", "regulations/x@2024-01-01/index.html"),
        ("../../regulations/x@2024-01-01/", "regulations/x@2024-01-01/index.html"),
        ("../../../", None),
        ("../../../../etc/passwd", None),
        ("../../assets/", None),
        ("../../assets", None),
        ("no-such/", None),
    ],
)
def test_where_a_link_leads(site, to, target):
    assert site.target("pages/example/index.html", to) == target


@pytest.mark.parametrize(
    ("to", "is_inside"),
    [
        ("a/", True),
        ("#a", True),
        ("https://example.org/", False),
        ("//example.org/a", False),
        ("mailto:a@b", False),
        ("data:x", False),
    ],
)
def test_what_is_inside(site, to, is_inside):
    assert (site.inside(to) is not None) == is_inside


def test_anchors_are_those_of_the_page_they_lead_to(site):
    assert site.has_anchor("pages/example/index.html", "节")
    assert not site.has_anchor("pages/example/index.html", "别的")
    assert site.has_anchor("assets/a.css", "anything")


HTML = """<!doctype html><html lang="zh-CN"><head><title> 标题
 站名</title><meta name="a" content="b"><link rel="canonical" href="https://example.org/c"><link rel="icon" href="i.svg"></head>
<body><h1 id="一">一</h1><h3>三</h3><h2>二</h2><a href="x/">甲</a><a>无</a><img src="p.png" srcset="q.png 2x, r.png 3x">
<svg><title>图</title><use href="#s"/></svg><table></table><form action="f"><input formaction="g"></form>
<p style="background:url(u.png)">文</p><video poster="v.png" src="v.mp4"></video></body></html>"""


def test_what_a_page_holds():
    held = page(HTML)
    assert held.title == "标题 站名"
    assert held.metas == {"a": "b"}
    assert held.ids == ["一"]
    assert [node.tag for node in held.headings] == ["h1", "h3", "h2"]
    assert [text_of(node) for node in held.links] == ["甲"]
    assert (len(held.tables), len(held.images)) == (1, 1)


def test_every_address_of_a_page_and_whether_it_is_fetched():
    found = {each.to: each.fetched for each in page(HTML).references}
    followed = {"x/", "#s", "https://example.org/c"}
    fetched = {"i.svg", "p.png", "q.png", "r.png", "f", "g", "u.png", "v.png", "v.mp4"}
    assert found == dict.fromkeys(followed, False) | dict.fromkeys(fetched, True)


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<a>文 字\n一</a>", "文 字 一"),
        ('<a aria-label="名">文字</a>', "名"),
        ('<a><img alt="图"></a>', "图"),
        ('<a title="题"><svg></svg></a>', "题"),
        ("<a><svg></svg></a>", ""),
    ],
)
def test_the_name_of_an_element(html, name):
    assert name_of(page(html).tags("a")[0]) == name


def test_a_tag_that_the_parser_added_stands_at_the_start():
    held = page("<table>\n<tr><td>一</td></tr></table>")
    assert held.place(held.tags("tbody")[0]) == (1, 1)
    assert held.place(held.tags("td")[0]) == (2, 5)


def test_a_page_is_forgotten_but_for_its_title():
    held = page(HTML)
    assert held.title and held.references and held.ids and held.metas
    held.forget()
    assert set(vars(held)) == {"path", "_load", "title"}
    assert held.ids == ["一"]
