"""The pages that come out: clean as built, and every way of spoiling one is found under its own code and no other."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_site import problems_of
from example_town import AS_OF, KINDS, lay, put
from fazhi.doors.cli import main
from fazhi.flows.build import HOUSE, build
from fazhi.flows.check_town import check_town, register_of
from fazhi.ground.problem import Severity
from fazhi.nouns.built import BuiltPage, BuiltSite
from fazhi.nouns.rule import Example
from fazhi.verbs.read_built import read_built
from project import tree

HOME, VILLAGE, RECORD = (
    "index.html",
    "villages/demo-1/index.html",
    "villages/demo-1/2026/finance-Q3/index.html",
)
ENGLISH, LISTING, TEXT, LOST = f"en/{RECORD}", "regulations/index.html", "pages/about/index.html", "404.html"
RULE, STYLE = "rules/dead-links/index.html", "assets/fazhi.css"
PAGES = (HOME, VILLAGE, RECORD, ENGLISH, LISTING, TEXT, LOST, RULE)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example town with one record of every kind, none of them a sample, and its built site."""
    root = tmp_path_factory.mktemp("town")
    for serial, kind in enumerate(KINDS, 1):
        year = KINDS[kind].example_values()["formed"][:4]
        lay(root, Example(kind=kind, values={"index": f"140825107/{year}-{serial:05d}"}))
    (root / "mkdocs.yml").write_bytes((HOUSE / "mkdocs.yml").read_bytes())
    put(root, "pages/about", "---\ntitle: 关于\n---\n\n## 本站\n\n文字。\n")
    put(root, "pages/about.en", "---\ntitle: About\n---\n\n## This site\n\nWords.\n")
    put(
        root,
        "villages/demo-1/2026/finance-Q3.en",
        "---\ntitle: Accounts\n---\n\n## Text\n\n| A | B |\n|---|---|\n| a | b |\n",
    )
    assert main(["build", "--root", str(root), "--as-of", AS_OF.isoformat()]) == 0
    return root


@pytest.fixture(scope="module")
def site(town: Path) -> BuiltSite:
    return read_built(town / "site", register_of(town, AS_OF))


Spoil = Callable[[str], str]


def put_in(old: str, new: str) -> Spoil:
    """Replace the first place where a pattern stands; a test whose pattern is not there would test nothing."""

    def spoil(text: str) -> str:
        spoiled, count = re.subn(old, new, text, count=1, flags=re.DOTALL)
        assert count == 1, f"{old!r} is not there"
        return spoiled

    return spoil


def into_body(html: str) -> Spoil:
    return put_in(r'<div class="fz-page">', rf'<div class="fz-page">{html}')


def meta(name: str) -> str:
    return rf'<meta name="{name}" content="[^"]*">'


def spoiled(site: BuiltSite, path: str, spoil: Spoil) -> BuiltSite:
    """The site with one file spoiled, narrowed to a page of each sort."""
    pages = {each: site.pages[each] for each in PAGES}
    if path == STYLE:
        return replace(
            site, pages=pages, read=lambda each: spoil(site.read(each)) if each == STYLE else site.read(each)
        )
    return replace(site, pages={**pages, path: BuiltPage(path, lambda: spoil(site.pages[path].source))})


def without(site: BuiltSite, path: str) -> BuiltSite:
    return replace(site, pages={each: site.pages[each] for each in PAGES}, files=site.files - {path})


IMAGE = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
SPOILED: dict[str, tuple[str, Spoil, str]] = {
    "dead link": (RECORD, into_body('<a href="../nowhere/">那一页</a>'), "dead-links"),
    "dead link in the header": (TEXT, put_in(r'class="fz-name" href="[^"]*"', 'class="fz-name" href="../nowhere/"'), "dead-links"),
    "link one folder too high": (VILLAGE, into_body('<a href="../../../">上面</a>'), "dead-links"),
    "dead anchor": (TEXT, into_body('<a href="#没有">这一节的内容</a>'), "dead-links"),
    "dead anchor of another page": (TEXT, into_body('<a href="../../#没有">首页的一节</a>'), "dead-links"),
    "dead attachment": (RECORD, into_body('<a href="../a.pdf">附件</a>'), "dead-links"),
    "dead picture": (RECORD, into_body('<img src="a.png" alt="图">'), "dead-links"),
    "dead picture of a larger screen": (RECORD, into_body(f'<img src="{IMAGE}" srcset="a.png 2x" alt="图">'), "dead-links"),
    "dead stylesheet": (HOME, put_in(r'href="assets/fazhi\.css"', 'href="assets/fazhi-2.css"'), "dead-links"),
    "dead script": (HOME, put_in(r'src="assets/fazhi\.js"', 'src="assets/fazhi-2.js"'), "dead-links"),
    "renamed heading": (TEXT, put_in('<h2 id="本站">', '<a href="#本站">到这一节</a><h2 id="别的">'), "dead-links"),
    "dead file in a stylesheet": (STYLE, lambda css: css + "\na { background: url(no-such.svg) }", "style-links"),
    "outside script": (HOME, into_body('<script src="https://example.org/a.js"></script>'), "outside-request"),
    "outside script without scheme": (HOME, into_body('<script src="//example.org/a.js"></script>'), "outside-request"),
    "outside picture": (RECORD, into_body('<img src="https://example.org/a.png" alt="图">'), "outside-request"),
    "outside style": (TEXT, put_in("</head>", '<link rel="stylesheet" href="https://example.org/a.css"></head>'), "outside-request"),
    "outside name look-up": (TEXT, put_in("</head>", '<link rel="preconnect" href="https://example.org"></head>'), "outside-request"),
    "outside frame": (TEXT, into_body('<iframe src="https://example.org/" title="图"></iframe>'), "outside-request"),
    "outside form": (TEXT, into_body('<form action="https://example.org/"><button>提交</button></form>'), "outside-request"),
    "outside picture in a style": (TEXT, into_body("<p style=\"background:url('https://example.org/a.png')\">文</p>"), "outside-request"),
    "reported clicks": (TEXT, into_body('<a href="../../" ping="/count">首页</a>'), "outside-request"),
    "led away": (TEXT, put_in("</head>", '<meta http-equiv="Refresh" content="0;url=/x"></head>'), "outside-request"),
    "outside font": (STYLE, lambda css: css + "\n@font-face { src: url('https://example.org/a.woff2') }", "outside-style"),
    "outside import": (STYLE, lambda css: '@import "https://example.org/a.css";\n' + css, "outside-style"),
    "inline handler": (TEXT, into_body('<p onclick="go()">文字</p>'), "inline-handler"),
    "inline handler in capitals": (TEXT, into_body(f'<img src="{IMAGE}" alt="" ONERROR=go()>'), "inline-handler"),
    "script address": (TEXT, into_body('<a href="javascript:go()">文字</a>'), "inline-handler"),
    "disguised script address": (TEXT, into_body('<a href="&#106;avascript:go()">文字</a>'), "inline-handler"),
    "missing alt": (RECORD, into_body(f'<img src="{IMAGE}">'), "image-text"),
    "chart without text": (VILLAGE, into_body('<svg role="img"><rect/></svg>'), "image-text"),
    "two h1": (RECORD, into_body("<h1>又一个</h1>"), "one-main-heading"),
    "no h1": (TEXT, put_in(r"<h1>(.*?)</h1>", r"<p>\1</p>"), "one-main-heading"),
    "empty h1": (TEXT, put_in(r"<h1>.*?</h1>", "<h1></h1>"), "one-main-heading"),
    "skipped heading": (TEXT, put_in(r'<h2 id="本站">(.*?)</h2>', r'<h4 id="本站">\1</h4>'), "heading-order"),
    "empty heading": (RECORD, into_body("<h2> </h2>"), "heading-order"),
    "duplicate id": (RECORD, into_body('<p id="content">文字</p>'), "unique-ids"),
    "label of nothing": (RECORD, put_in('aria-labelledby="head"', 'aria-labelledby="heads"'), "unique-ids"),
    "missing lang": (RECORD, put_in(r'<html lang="zh-CN"', "<html"), "page-language"),
    "wrong lang": (ENGLISH, put_in(r'<html lang="en"', '<html lang="zh-CN"'), "page-language"),
    "missing title": (TEXT, put_in(r"<title>.*?</title>", ""), "page-title"),
    "empty title": (TEXT, put_in(r"<title>.*?</title>", "<title>\n</title>"), "page-title"),
    "title of another page": (TEXT, put_in(r"<title>.*?</title>", "<title>示例镇法治公开</title>"), "unique-title"),
    "head without scope": (ENGLISH, put_in(r'<th scope="col">', "<th>"), "table-heads"),
    "table without heads": (RECORD, into_body("<table><tr><td>一</td></tr></table>"), "table-heads"),
    "link that says more": (HOME, into_body('<a href="regulations/">更多</a>'), "link-text"),
    "link that says click": (ENGLISH, into_body('<a href="../../../">Click here</a>'), "link-text"),
    "link without text": (HOME, into_body('<a href="regulations/"><svg></svg></a>'), "link-text"),
    "field without label": (HOME, put_in(r'(class="fz-search__input"[^>]*?) aria-label="[^"]*"', r"\1"), "form-labels"),
    "button without name": (HOME, into_body("<button><svg></svg></button>"), "form-labels"),
    "positive tabindex": (HOME, put_in('tabindex="-1"', 'tabindex="3"'), "tab-order"),
    "no viewport": (HOME, put_in(meta("viewport"), ""), "viewport"),
    "no zoom": (HOME, put_in("width=device-width", "user-scalable=no,width=device-width"), "viewport"),
    "little zoom": (HOME, put_in("width=device-width", "maximum-scale=1.5, width=device-width"), "viewport"),
    "site tag removed": (RULE, put_in(meta("SiteName"), ""), "meta-tags"),
    "column tag removed": (LISTING, put_in(meta("ColumnType"), ""), "meta-tags"),
    "column tag empty": (HOME, put_in(meta("ColumnName"), '<meta name="ColumnName" content="">'), "meta-tags"),
    "unknown column type": (LISTING, put_in('content="政策文件"', 'content="政策"'), "meta-tags"),
    "article tag removed": (RECORD, put_in(meta("ArticleTitle"), ""), "meta-tags"),
    "source removed": (RECORD, put_in(meta("ContentSource"), ""), "meta-tags"),
    "date removed": (RECORD, put_in(meta("PubDate"), ""), "meta-tags"),
    "made-up site code": (TEXT, put_in("</head>", '<meta name="SiteIDCode" content="1408250001"></head>'), "meta-tags"),
    "lost page indexed": (LOST, put_in(meta("robots"), ""), "meta-tags"),
    "date without time": (RECORD, put_in(r'(name="PubDate" content="[\d-]+) 00:00"', r'\1"'), "publication-date"),
    "date back": (RECORD, put_in(r'name="PubDate" content="2026', 'name="PubDate" content="2025'), "publication-date"),
    "date ahead": (RECORD, put_in(r'name="PubDate" content="2026', 'name="PubDate" content="2036'), "publication-date"),
    "undated row": (LISTING, put_in(r'(fz-row__day">)[^<]*', r"\1"), "undated-item"),
    "row with a word for a date": (LISTING, put_in(r'(fz-row__day">)[^<]*', r"\1最近"), "undated-item"),
    "pale text": (STYLE, put_in(r"--muted: #55626a", "--muted: #98a3aa"), "palette-contrast"),
    "pale text in the dark": (STYLE, put_in(r"(color-scheme: light;.*?)--accent: #7cc6dc", r"\1--accent: #28525e"), "palette-contrast"),
    "colour taken out": (STYLE, put_in(r"--late-soft: #fdf3dc;", ""), "palette-contrast"),
    "small large type": (STYLE, put_in(r"html\.elder \{ font-size: [\d.]+%", "html.elder { font-size: 105%"), "large-type"),
    "claim in the footer": (TEXT, put_in("</footer>", "<p>示例镇人民政府官方网站</p></footer>"), "official-claim"),
    "emblem": (TEXT, into_body(f'<img src="{IMAGE}" alt="国徽">'), "official-claim"),
}  # fmt: skip


def test_the_site_comes_out_clean(site):
    assert [each for each in problems_of(site) if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_page_is_found_under_its_code(site, name):
    path, spoil, code = SPOILED[name]
    before = problems_of(replace(site, pages={each: site.pages[each] for each in PAGES}))
    found = set(problems_of(spoiled(site, path, spoil))) - set(before)
    assert {each.code for each in found} == {code}
    assert {each.path for each in found} == {path}


@pytest.mark.parametrize("path", ["assets/fazhi.css", "assets/icon.svg", "regulations/index.html"])
def test_a_removed_file_is_missed(site, path):
    found = problems_of(without(site, path))
    assert {each.code for each in found if each.severity is Severity.ERROR} == {"dead-links"}


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=80)


@given(TEXTS)
def test_words_alone_never_spoil_a_page(site, words):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    page = BuiltPage(
        TEXT, lambda: into_body("@@")(site.pages[TEXT].source).replace("@@", f"<p>{escaped}</p>")
    )
    found = problems_of(replace(site, pages={TEXT: page}))
    assert [each for each in found if each.severity is Severity.ERROR] == []


def test_a_page_with_errors_keeps_the_old_site_and_is_told(town, capsys, monkeypatch):
    before = tree(town / "site")
    real = __import__("fazhi.doors.mkdocs_plugin", fromlist=["render"]).render

    def render(site, staged, overrides, aside, step):
        real(site, staged, overrides, aside, step=step)
        page = aside / TEXT
        page.write_text(into_body("<h1>二</h1>")(page.read_text(encoding="utf-8")), encoding="utf-8")

    monkeypatch.setattr("fazhi.doors.mkdocs_plugin.render", render)
    assert main(["build", "--root", str(town), "--as-of", AS_OF.isoformat()]) == 1
    said = capsys.readouterr()
    assert TEXT in said.out
    assert "one-main-heading" in said.out
    assert "保持原样" in said.err
    assert tree(town / "site") == before


def test_the_flow_gives_the_errors_as_values(town):
    def render(site, staged, overrides, aside):
        aside.mkdir(parents=True)
        (aside / "index.html").write_text("<p>半页</p>", encoding="utf-8")

    before = tree(town / "site")
    built = build(check_town(town, AS_OF), town / "site", render)
    assert {each.path for each in built.problems} == {"index.html"}
    assert tree(town / "site") == before


def test_check_built_tells_what_is_wrong_with_a_folder(town, capsys, tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html><p>半页", encoding="utf-8")
    assert main(["check", "--root", str(town), "--built", str(tmp_path)]) == 1
    assert "index.html:1:1: 错误" in capsys.readouterr().out
    assert (
        main(["check", "--root", str(town), "--built", str(town / "site"), "--as-of", AS_OF.isoformat()]) == 0
    )


@pytest.mark.parametrize("folder", ["docs", "no-such"])
def test_a_folder_without_a_site_is_wrong_use(town, capsys, folder):
    assert main(["check", "--root", str(town), "--built", str(town / folder)]) == 2
    assert "index.html" in capsys.readouterr().err


def test_explain_and_the_page_of_a_rule_say_the_same(town, site, capsys):
    assert main(["explain", "dead-links", "--root", str(town)]) == 0
    said = capsys.readouterr().out
    shown = " ".join(site.pages[RULE].tree.text(separator=" ").split())
    for line in (each for each in said.splitlines() if not each.endswith("：")):
        words = line.partition("：")[2] or line.strip()
        assert words.removesuffix("（未与原文核对）") in shown or " · " in line


def test_personal_data_that_only_building_put_together_is_found(town, tmp_path, capsys):
    folder = shutil.copytree(town / "site", tmp_path / "site")
    page = folder / TEXT
    spoil = into_body("<p>联系电话 139<b>1234</b>5678</p>")
    page.write_text(spoil(page.read_text(encoding="utf-8")), encoding="utf-8")
    assert main(["check", "--root", str(town), "--built", str(folder), "--as-of", AS_OF.isoformat()]) == 1
    said = capsys.readouterr().out
    assert TEXT in said
    assert "13912345678" not in said
