"""What the scan sees in Markdown: links, raw HTML and headings at their places, nothing in code, never slowly.

How the renderer takes the same texts is asked in verbs/test_render.py.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import seconds
from fazhi.ground.markdown import Markdown, is_local, is_safe
from fazhi.ground.problem import Place


def links(text: str) -> list[str]:
    return [link.to for link in Markdown(text).links()]


def tags(text: str) -> list[str]:
    return [tag for tag, _ in Markdown(text).raw_html()]


SCRIPTS = {
    "plain": "javascript:alert(1)",
    "capitals": "JaVaScRiPt:alert(1)",
    "vbscript": "vbscript:x",
    "data": "data:text/html,x",
    "data in capitals": "DATA:text/html;base64,PHM+",
    "file": "file:///etc/passwd",
    "blob": "blob:x",
    "ftp": "ftp://example.org/",
    "entity for the colon": "javascript&colon;alert(1)",
    "number for the colon": "javascript&#58;alert(1)",
    "hex number": "javascript&#x3a;alert(1)",
    "entity for a letter": "&#106;avascript:alert(1)",
    "entity without semicolon": "&#106avascript:alert(1)",
    "entity with zeros": "&#0000106;avascript:alert(1)",
    "entity of an entity": "javascript&amp;colon;alert(1)",
    "percent": "java%73cript:alert(1)",
    "percent for the colon": "javascript%3Aalert(1)",
    "entity for a tab": "java&Tab;script:alert(1)",
    "entity for a line end": "java&NewLine;script:alert(1)",
    "tab": "java\tscript:alert(1)",
    "control": "java\x01script:alert(1)",
    "control first": "\x01javascript:alert(1)",
    "escape first": "\x1bjavascript:alert(1)",
    "no-break space first": "\xa0javascript:alert(1)",
    "zero width": "java\u200bscript:alert(1)",
    "mark first": "\ufeffjavascript:alert(1)",
    "soft": "java\u2060script:alert(1)",
    "with a comment": "javascript://example.org/%0aalert(1)",
    "other host": "//example.org/x",
    "other host, backslashes": "\\\\example.org/x",
    "other host, mixed": "/\\example.org/x",
    "other host, entity": "&#47;/example.org/x",
    "other host, tab": "/\t/example.org/x",
}


@pytest.mark.parametrize("to", SCRIPTS.values(), ids=SCRIPTS)
def test_an_address_that_could_do_more_than_show_is_not_safe(to):
    assert not is_safe(to)


SOUND = [
    "a.md",
    "../x/y.md#标题",
    "#下文",
    "a.pdf",
    "",
    "?x=1",
    "附件：1.pdf",
    "2026/a.md",
    "a/b:c.md",
    "a%20b.pdf",
    "./javascript.md",
]
OUTSIDE = [
    "https://www.gov.cn/",
    "HTTP://example.org",
    "mailto:x@example.gov.cn",
    "tel:12345",
    "https://example.org/?to=javascript:x",
]


@pytest.mark.parametrize("to", SOUND)
def test_addresses_of_this_site_are_safe_and_local(to):
    assert is_safe(to) and is_local(to)


@pytest.mark.parametrize("to", OUTSIDE)
def test_addresses_that_only_show_are_safe_and_not_local(to):
    assert is_safe(to) and not is_local(to)


LINKS = {
    "inline": ("见[文](a.md)。", ["a.md"]),
    "image": ("![图](a.png)", ["a.png"]),
    "with title": ('[文](a.md "题")', ["a.md"]),
    "spaces": ("[文](  a.md  )", ["a.md"]),
    "next line": ("[文](\na.md)", ["a.md"]),
    "angle brackets": ("[文](<a b.md>)", ["a b.md"]),
    "angle brackets over lines": ("[x](<java\nscript:y>)", ["java\nscript:y"]),
    "brackets in the address": ("[文](a(1).md)", ["a(1).md"]),
    "nested brackets in the text": ("[a [b] c](d.md)", ["d.md"]),
    "image as text": ("[![图](a.png)](b.md)", ["a.png", "b.md"]),
    "two on a line": ("[a](b) [c](d)", ["b", "d"]),
    "empty": ("[a]()", [""]),
    "code as text": ("[`a`](b.md)", ["b.md"]),
    "escaped sign": ("[a](b\\_c.md)", ["b_c.md"]),
    "reference": ("[a][b]\n\n[b]: c.md\n", ["c.md"]),
    "reference with title": ("[b]: c.md '题'\n", ["c.md"]),
    "reference over two lines": ("[b]:\n  c.md\n", ["c.md"]),
    "reference in angle brackets": ("[b]: <c.md>\n", ["c.md"]),
    "reference in a quotation": ("> [b]: c.md\n", ["c.md"]),
    "reference in a list": ("- [b]: c.md\n1. [c]: d.md\n", ["c.md", "d.md"]),
    "prose after a colon": ("[注]: 见 附件 三\n", []),
    "footnote": ("文[^1]\n\n[^1]: 见附件\n", []),
    "escaped bracket": ("[a\\](b.md)", []),
    "no opening": ("a](b.md)", []),
    "space between": ("[a] (b.md)", []),
    "code": ("`[a](b.md)`", []),
    "double code": ("``a ` [a](b.md)``", []),
    "fence": ("```\n[a](b.md)\n```\n", []),
    "fence with language": ("```yaml\n[a](b.md)\n```\n", []),
    "tildes": ("~~~\n[a](b.md)\n~~~~\n[c](d.md)\n~~~\n", []),
    "no address": ("数组a[1]，函数f(x)", []),
}


@pytest.mark.parametrize(("text", "found"), LINKS.values(), ids=LINKS)
def test_links(text, found):
    assert links(text) == found


def test_a_link_knows_its_place_text_and_whether_it_is_an_image():
    first, second = Markdown("甲\n见[文](a.md)\n\n![图](b.png)\n", first_line=10).links()
    assert (first.place, first.text, first.image) == (Place(11, 6), "文", False)
    assert (second.place, second.text, second.image) == (Place(13, 6), "图", True)


@pytest.mark.parametrize(
    "text",
    ["![a][r]\n\n[r]: b.png", "![r][]\n\n[r]: b.png", "![r]\n\n[r]: b.png", "![a] [R]\n\n[r]: b.png"],
    ids=["full", "collapsed", "short", "spaced"],
)
def test_a_reference_shown_as_an_image_is_one(text):
    (link,) = Markdown(text).links()
    assert link.image


def test_a_reference_only_linked_is_no_image():
    found = Markdown("[a][r] ![b](c)\n\n[r]: b.png").links()
    assert [(link.to, link.image) for link in found] == [("c", True), ("b.png", False)]


HIDDEN = {
    "code left open on the line before": "a ` b\nc ` [x](javascript:y) ` d",
    "escaped backticks": "\\`[x](javascript:y)\\`",
    "backticks of other length": "`` [x](javascript:y) `",
    "code left open": "` [x](javascript:y)",
    "fence left open": "```\n\n[x](javascript:y)\n",
    "indented fence": "  ```\n\n[x](javascript:y)\n\n  ```\n",
    "fence opened further in": "  ```\n\n[x](javascript:y)\n\n```\n",
    "fence closed by a longer one": "```\na\n````\n\n[x](javascript:y)\n\n````\n",
    "fence with a sentence": "``` no fence at all\n[x](javascript:y)\n```\n\n```\n\n",
    "fence with options": "```{a}b}\n[x](javascript:y)\n```\n",
    "line separator before a fence": "a\u2028```\n\n[x](javascript:y)\n\n```\n",
    "title left open": '[x](javascript:alert(1) "y)',
    "reference with half a title": '[x]: javascript:y"a b"\n',
    "reference named like code": "[`]: javascript:y`\n",
    "unbalanced text": "[a `]` b ` c](javascript:y)",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_a_script_is_seen_however_it_is_hidden(text):
    assert any(not is_safe(to) for to in links(text))


HTML = {
    "script": ("<script>alert(1)</script>", 2),
    "capitals": ("<ScRiPt>", 1),
    "no end": ("<img src=x onerror=alert(1)", 1),
    "over lines": ("<img\nsrc=x\nonerror=alert(1)>", 1),
    "svg": ("<svg onload=alert(1)>", 1),
    "slash for a space": ("<svg/onload=alert(1)>", 1),
    "closing": ("</div>", 1),
    "comment": ("<!-- x -->", 1),
    "declaration": ("<!DOCTYPE html>", 1),
    "instruction": ("<?php x ?>", 1),
    "CDATA": ("<![CDATA[x]]>", 1),
    "custom": ("<x-y>", 1),
    "script in angle brackets": ("<javascript:alert(1)>", 1),
    "script as autolink": ("<javascript://%0aalert(1)>", 1),
    "autolink with a space": ("<https://a b>", 1),
    "in a heading": ("# a <b>c</b>", 2),
    "in a table": ("| a | <b> |", 1),
    "after a lone backtick": ("a ` <b>", 1),
    "attributes": ("[a](b){: onclick=alert(1) }", 1),
    "attributes, capitals": ("# a {: OnClick = alert(1) }", 1),
    "attributes of a class first": ("a {.b onmouseover=x}", 1),
}
NO_HTML = {
    "comparison": "3 < 5，a > b",
    "comparison without space": "3<5",
    "Chinese": "收入<支出>余额",
    "code": "`<script>`",
    "double code": "`` <b> ` <i> ``",
    "fence": "```html\n<script>\n```",
    "tildes": "~~~\n<b>\n~~~",
    "autolink": "<https://www.gov.cn/>",
    "mail": "<x.y+z@example.gov.cn>",
    "mailto": "<mailto:x@example.gov.cn>",
    "entity": "&lt;b&gt;",
    "arrow": "a <- b，a <= b",
    "braces": "{甲} {a=b} {once = 1}",
    "quotation": "> 引文",
}


@pytest.mark.parametrize(("text", "count"), HTML.values(), ids=HTML)
def test_raw_html_is_found(text, count):
    assert len(tags(text)) == count


@pytest.mark.parametrize("text", NO_HTML.values(), ids=NO_HTML)
def test_what_only_looks_like_html_is_not(text):
    assert tags(text) == []


def test_raw_html_knows_its_place():
    assert [place for _, place in Markdown("甲\n乙<b>丙</b>\n", first_line=5).raw_html()] == [
        Place(6, 2),
        Place(6, 6),
    ]


def test_headings():
    text = "# 一\n\n正文 # 不是\n\n### 三 ##\n\n```\n# 代码\n```\n\n#六\n####### 七\n"
    assert [(each.level, each.text, each.place.line) for each in Markdown(text).headings()] == [
        (1, "一", 1),
        (3, "三", 5),
        (1, "六", 11),
        (6, "七", 12),
    ]


def test_blanking_code_moves_nothing():
    text = "a `b` c\n```\nd\n```\ne"
    assert Markdown(text).prose == "a     c\n   \n \n   \ne"


MARKDOWNISH = st.lists(
    st.sampled_from(
        [
            "`",
            "``",
            "```",
            "```\n",
            "~~~\n",
            "\n",
            "\n\n",
            "[",
            "]",
            "](",
            ")",
            "!",
            "[a]:",
            " ",
            "    ",
            "<b>",
            "<",
            ">",
            "\\",
            "{",
            "x",
            "甲",
            "javascript:x",
            "(",
            '"',
            "#",
            "> ",
            "- ",
            "| ",
        ]
    ),
    max_size=40,
).map("".join)


@given(MARKDOWNISH, st.integers(1, 99))
def test_whatever_is_found_stands_where_it_says(text, first_line):
    page = Markdown(text, first_line)
    lines = text.split("\n")
    assert len(page.prose) == len(text)
    found = [*((tag, place) for tag, place in page.raw_html()), *(("", link.place) for link in page.links())]
    for tag, (line, column) in found:
        assert lines[line - first_line][column - 1 :].startswith(tag.split("\n")[0])


N = 100_000
LIMIT = 0.5
SLOW = {
    "backticks": "`" * N,
    "runs of backticks": "` `` ``` " * (N // 9),
    "pairs of backticks": "`a`" * (N // 3),
    "lines of code": "`a`\n" * (N // 4),
    "escapes": "\\" * N,
    "escaped backticks": "\\`" * (N // 2),
    "opening brackets": "[" * N,
    "closing brackets": "]" * N,
    "nested links": "[" * (N // 6) + "](a)" * (N // 6),
    "half links": "](" * (N // 2),
    "links": "[a](b)" * (N // 6),
    "images": "![a](b" * (N // 6),
    "brackets in links": "]((" * (N // 3),
    "angle links": "[a](<" * (N // 5),
    "references": "[a]: b\n" * (N // 7),
    "half references": "[a\n" * (N // 3),
    "reference and spaces": "[a]:" + " " * N,
    "reference and quotations": "[a]: " + '"' * N + " x",
    "reference and line ends": "[a]:" + "\n" * N,
    "image references": "![a]" * (N // 4),
    "tags": "<a" * (N // 2),
    "one tag": "<" + "a" * N,
    "comments": "<!--" * (N // 4),
    "mails": "<a@" * (N // 3),
    "autolinks": "<http://a" * (N // 9),
    "attributes": "{:" * (N // 2),
    "handlers": "{on" * (N // 3),
    "handler and spaces": "{onabc" + " " * N,
    "hashes": "#" * N,
    "headings": "# a\n" * (N // 4),
    "fences": "```\n" * (N // 4),
    "fence and spaces": "```" + " " * N + "x y",
    "fences with options": "```{\n" * (N // 5),
    "growing fences": "\n".join("`" * n for n in range(3, 440)),
    "tildes": "~" * N,
    "quotation": "> " * (N // 2) + "[",
    "dashes": "-" * N,
    "spaces": " " * N + "x",
    "lines": "\n" * N,
    "percents": "[a](" + "%25" * (N // 3) + ")",
    "entities": "[a](" + "&amp;" * (N // 5) + ")",
}  # fmt: skip


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_no_text_makes_the_scan_slow(text):
    def scan() -> None:
        page = Markdown(text)
        for _ in (*page.links(), *page.raw_html(), *page.headings()):
            pass

    assert seconds(scan, LIMIT) < LIMIT
