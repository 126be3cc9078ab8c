"""What stands behind the rules about pages and the site: contrast, stylesheets, columns, places, own addresses."""

import time

import pytest

from example_site import lay_site, site_problems
from example_town import RULES, read
from fazhi.ground import css
from fazhi.ground.problem import Severity
from fazhi.nouns.rule import Example
from fazhi.verbs.check_built import check_built
from fazhi.verbs.read_built import read_built


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", 21.0),
        ("#1c2529", "#ffffff", 15.6),
        ("#55626a", "#ffffff", 6.3),
        ("#0f5c73", "#ffffff", 7.5),
        ("#ffffff", "#124a5c", 9.7),
        ("#17653a", "#e6f3ea", 6.2),
        ("#7a4f00", "#fdf3dc", 6.5),
        ("#9b1c1c", "#fdecec", 7.1),
        ("#7cc6dc", "#12191c", 9.3),
        ("#777777", "#ffffff", 4.48),
    ],
)
def test_contrast_is_that_of_the_direction_for_the_look(one, other, ratio):
    found = css.contrast(one, other)
    assert found == pytest.approx(ratio, abs=0.06)
    assert css.contrast(other, one) == found


@pytest.mark.parametrize("colour", ["red", "rgb(0 0 0)", "#12", "var(--ink)", ""])
def test_a_colour_that_is_no_hex_has_no_contrast(colour):
    assert css.contrast(colour, "#ffffff") is None


def test_declarations_know_the_blocks_around_them():
    text = "/* a { b: c } */ :root { --ink: #000; }\n@media print {\n  a:hover, b { color: red; background: url(a;b) }\n}"
    found = [
        (each.within, each.name, each.value, css.place(text, each.offset).line)
        for each in css.declarations(text)
    ]
    assert found == [
        ((":root",), "--ink", "#000", 1),
        (("@media print", "a:hover, b"), "color", "red", 3),
        (("@media print", "a:hover, b"), "background", "url(a;b)", 3),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a { background: url(a.png) }", ["a.png"]),
        ("a { background: URL( 'a b.png' ) }", ["a b.png"]),
        ('@import "a.css"; @import url(b.css);', ["a.css", "b.css"]),
        ("/* url(a.png) */ a { color: red }", []),
        ("a { background: url(data:image/png;base64,AA==) }", ["data:image/png;base64,AA=="]),
        ("a { background: url() }", [""]),
    ],
)
def test_addresses_of_a_stylesheet(text, found):
    assert [to for to, _ in css.addresses(text)] == found


def test_five_empty_columns_are_said_to_fail_an_inspection(tmp_path):
    villages = ", ".join(f"v{n}: {{name: {{zh: {n}村, en: V{n}}}, since: 2021-01-01}}" for n in range(5))
    built = {f"villages/v{n}/index.html": f"<title>{n}村</title><p>无</p>" for n in range(5)}
    lay_site(tmp_path, Example(kind="regulation", town={"villages": f"{{{villages}}}"}, built=built))
    found = [each for each in site_problems(tmp_path) if each.code == "empty-column"]
    assert len(found) == 5
    assert all("否决" in each.message.zh and each.severity is Severity.WARNING for each in found)


@pytest.mark.parametrize(("published", "is_stale"), [("2027-06-16", False), ("2027-06-15", True)])
def test_the_home_page_is_stale_after_two_weeks(tmp_path, published, is_stale):
    lay_site(tmp_path, Example(values={"formed": published, "published": published}))
    assert ("stale-column" in {each.code for each in site_problems(tmp_path)}) == is_stale


def test_a_problem_stands_at_its_tag(tmp_path):
    body = '<p>一</p>\n<!-- <img> -->\n<p title="<img>">二</p>\n  <img src="a.png">'
    site = lay_site(tmp_path, Example(page=body))
    lines = (site / "pages/example/index.html").read_text(encoding="utf-8").split("\n")
    line = lines.index('  <img src="a.png">') + 1
    found = {
        (each.line, each.column)
        for each in site_problems(tmp_path)
        if each.code in ("image-text", "dead-links")
    }
    assert found == {(line, 3)}


def test_words_of_an_official_text_are_noted_only(tmp_path):
    html = '<p><a href="../../../../">点击这里</a></p>'
    path = "villages/demo-1/2026/finance-Q3/index.html"
    lay_site(tmp_path, Example(values={"verbatim": "true"}, built={path: html}))
    (found,) = [each for each in site_problems(tmp_path) if each.code == "link-text"]
    assert found.severity is Severity.NOTE


def test_a_site_in_a_sub_folder_knows_its_own_addresses(tmp_path):
    town = {"site": "{title: {zh: 示例, en: Example}, url: 'http://192.0.2.10/fazhi/'}"}
    page = (
        '<meta name="SiteDomain" content="192.0.2.10"><a href="/fazhi/pages/example/">本页的地址</a>'
        '<a href="http://192.0.2.10/fazhi/">首页</a><img src="http://192.0.2.10/fazhi/no-such.png" alt="图">'
    )
    lay_site(
        tmp_path,
        Example(
            town=town,
            page=page,
            built={"index.html": '<title>首</title><meta name="SiteDomain" content="a">'},
        ),
    )
    found = [each for each in site_problems(tmp_path) if each.severity is Severity.ERROR]
    assert [each.code for each in found] == ["dead-links"]
    assert "no-such.png" in found[0].message.zh


def test_a_page_of_a_hundred_kilobytes_takes_no_time(tmp_path):

    page = "<p " + "on=" * 30_000 + "></p>" + "<a href='" + "../" * 5_000 + "'>上</a>" + "/*" * 10_000
    site = lay_site(tmp_path, Example(page=page, built={"assets/a.css": "url(" * 8_000 + "/*" * 8_000}))
    built = read_built(site, read(tmp_path))
    started = time.process_time()
    check_built(built, RULES)
    assert time.process_time() - started < 2
