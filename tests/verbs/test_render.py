"""What the renderer makes of hostile Markdown: no script, no handler, no address that does more than show.

And of sound Markdown: links in the right language, mail addresses that work, amounts that stand under each other.
"""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser as Page

from fazhi.ground.markdown import Markdown as Scan
from fazhi.ground.markdown import is_local, is_safe
from fazhi.ground.visible import visible
from fazhi.verbs.render import SafeMarkdown

EXTENSIONS = ["tables", "footnotes", "sane_lists", "toc", "fenced_code"]
"""Those of mkdocs.yml and those MkDocs adds."""

ALLOWED = set(
    "p a img em strong code pre h1 h2 h3 h4 h5 h6 ul ol li blockquote hr br table thead tbody tr th td div sup".split()
)


def render(text: str, resolve: Callable[[str], tuple[str, str | None]] | None = None) -> str:
    safe = SafeMarkdown()
    if resolve:
        safe.resolve = resolve
    return Markdown(extensions=[*EXTENSIONS, safe]).convert(text)


class Elements(HTMLParser):
    """Every element of a page with its attributes, as a browser would take them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data):
        self.found.append(("!--", {}))

    def handle_decl(self, decl):
        self.found.append(("!", {}))

    def handle_pi(self, data):
        self.found.append(("?", {}))


def faults(html: str) -> list[str]:
    """What a page must not hold, by two parsers."""
    elements = Elements(html).found
    elements += [
        (node.tag, {name: value or "" for name, value in node.attributes.items()})
        for node in Page(html).css("body *")
    ]
    found = [f"<{tag}>" for tag, _ in elements if tag not in ALLOWED]
    for tag, attributes in elements:
        found += [
            f"{tag} {name}" for name in attributes if name.startswith(("on", "style", "srcdoc", "form"))
        ]
        found += [f"{tag} href={to}" for name, to in attributes.items() if name == "href" and not is_safe(to)]
        found += [f"{tag} src={to}" for name, to in attributes.items() if name == "src" and not is_local(to)]
    return found


ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "&#106avascript:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)",
    "java&Tab;script:alert(1)", "java&NewLine;script:x", "java&amp;Tab;script:x", "javascript%3Aalert(1)", "java%73cript:alert(1)",
    "\x01javascript:alert(1)", "\u200bjavascript:x", "\xa0javascript:x", "java\\script:x", "java`script`:alert(1)", "java*script*:x", "java\x02script:x",
    "data:text/html,<script>alert(1)</script>", "data:image/svg+xml,<svg onload=x>", "vbscript:x", "file:///etc/passwd", "blob:x",
    "//example.org/x", "\\\\example.org", "/\\example.org", "javascript://example.org/%0aalert(1)", "javascript:alert((1))", "x:y",
]  # fmt: skip
FRAMES = [
    "[x]({})", "[x](<{}>)", '[x]({} "t")', "[x]({} 't)", "[x](\n{})", "![x]({})", "![x](<{}>)", "[![x]({})]({})", "[a [b]({}) c]({})", "[x][r]\n\n[r]: {}\n",
    "[x][r]\n\n[r]: <{}>\n", "[x][r]\n\n[r]:\n  {}\n", "[x]\n\n> [x]: {}\n", "[x]\n\n- [x]: {}\n", "![x][r]\n\n[r]: {} 't'\n", "<{}>", "[x]({}", "# [x]({})", "| [x]({}) |\n| --- |\n| ![y]({}) |",
    "x[^1]\n\n[^1]: [y]({})", "*[x]({})*", "[`c`]({})", "a ` b\nc ` [x]({}) ` d", "\\`[x]({})\\`",
]  # fmt: skip
HTML = [
    "<script>alert(1)</script>", "<ScRiPt src=//x>", "<script\n>alert(1)</script\n>", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)//", "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
    "<a href='javascript:x'>a</a>", "<iframe srcdoc='<script>x</script>'>", "<!-- <b> -->", "<!--><script>x</script>-->", "<!DOCTYPE x [<!ENTITY y 'z'>]>", "<?php x ?>",
    "<![CDATA[<script>x</script>]]>", "<div>\n\n<script>x</script>\n\n</div>", "<div markdown='1'>*x*</div>", "<style>*{}</style>", "<base href=//x>", "<meta http-equiv=refresh content=0>",
    "<form action=javascript:x>", "<math><a xlink:href=javascript:x>", "<details open ontoggle=x>", "&lt;script&gt;", "&#60;script&#62;", "<scr<script>ipt>", "<b>x</b>", "</p><script>",
    "<x@y.z onclick=x>", "<https://x onclick=y>", "<a@b\" onclick=x>", "{: onclick=alert(1) }", "# a {: onclick=x }", "[a](b){: onclick=x }", "![a](b 'x\" onerror=\"y')", "[a](b \"x' onclick='y\")",
    "![x\" onerror=\"y](z)", "`<script>`", "```\n<script>\n```", "``` html onclick=x\n<b>\n```", "```{ .a onclick=x }\n<b>\n```", "    <script>", "[^<b>]\n\n[^<b>]: <i>", "# <script>alert(1)</script>", "[TOC]\n\n# <b>",
    "[a\" onclick=\"x]: b\n\n[a\" onclick=\"x]", "\x02klzzwxh:0\x03", "\x02wzxhzdk:0\x03", "*<b>*", "<*b*>", "\\<script>",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("frame", FRAMES)
def test_no_address_of_a_page_does_more_than_show(frame, address):
    assert faults(render(frame.replace("{}", address))) == []


@pytest.mark.parametrize("html", HTML)
def test_no_html_passes_through(html):
    assert faults(render(html)) == []
    assert faults(render(f"文字 {html} 文字\n\n- {html}\n\n| {html} |\n| --- |\n| {html} |\n")) == []


FRAGMENTS = st.lists(
    st.sampled_from([*ADDRESSES, *FRAMES, *HTML, "`", "``", "```\n", "\n", "\n\n", "[", "]", "(", ")", "<", ">", "!", "\\", "&", "'", '"', "> ", "- ", "    "])
    | st.text(max_size=3),
    min_size=1, max_size=12,
).map("".join)  # fmt: skip


@given(FRAGMENTS)
def test_nothing_made_of_hostile_pieces_passes_through(text):
    assert faults(render(text)) == []


HIDING = st.lists(
    st.sampled_from(
        [
            "`",
            "`",
            "``",
            "```",
            "```\n",
            "````\n",
            "~~~\n",
            "  ```\n",
            "```a b\n",
            "\n",
            "\n",
            "\n\n",
            "\\",
            " ",
            "    ",
            "a",
            "> ",
            "- ",
            "[",
            "]",
            "[a]: ",
            "| ",
            "# ",
        ]
    ),
    max_size=6,
).map("".join)
"""What could make a scan believe that something stands in code."""


def hidden(payloads: list[str]) -> st.SearchStrategy[str]:
    """A hostile piece between pieces that could hide it."""
    return st.builds(
        "{}{}{}{}".format, HIDING, st.sampled_from(payloads), HIDING, st.sampled_from(["", *payloads])
    )


class Careless(SafeMarkdown):
    """The same renderer without its net: what reaches the page if nobody drops anything."""

    def extendMarkdown(self, md):  # noqa: N802
        super().extendMarkdown(md)
        md.treeprocessors.deregister("fazhi_links")


LINKS = [
    "[x](javascript:y)",
    "[x](<data:y>)",
    "![x](//example.org/y)",
    "[a]\n\n[a]: javascript:y\n",
    "![a]\n\n[a]:\nhttps://example.org/y\n",
    "<javascript://y>",
]
TAGS = ["<b>", "<b\n>", "<!-- x -->", "<!doctype x>", "<?x?>", "<b/x=y>", "<img src=x>"]


@given(hidden(LINKS))
def test_checking_reports_every_address_that_the_renderer_had_to_drop(text):
    page = Page(Markdown(extensions=[*EXTENSIONS, Careless()]).convert(text))
    links = [node.attributes.get("href") or "" for node in page.css("a")]
    images = [node.attributes.get("src") or "" for node in page.css("img")]
    if not all(map(is_safe, links)) or not all(map(is_local, images)):
        scan = Scan(text)
        refused = [
            link.to for link in scan.links() if not is_safe(link.to) or (link.image and not is_local(link.to))
        ]
        assert refused or list(scan.raw_html())


@given(hidden(TAGS))
def test_checking_reports_html_that_any_renderer_would_take(text):
    elements = {tag for tag, _ in Elements(Markdown(extensions=EXTENSIONS).convert(text)).found}
    if elements & {"b", "!--", "!", "?"}:
        assert list(Scan(text).raw_html())


SOUND = {
    "link": ("[a](https://www.gov.cn/)", '<a href="https://www.gov.cn/">a</a>'),
    "autolink": ("<https://www.gov.cn/>", '<a href="https://www.gov.cn/">https://www.gov.cn/</a>'),
    "mail link": ("[a](mailto:x@example.gov.cn)", '<a href="mailto:x@example.gov.cn">a</a>'),
    "anchor": ("[a](#下文)", '<a href="#下文">a</a>'),
    "comparison": ("3 < 5 & 6 > 4", "3 &lt; 5 &amp; 6 &gt; 4"),
    "entity": ("&lt;b&gt;", "&lt;b&gt;"),
    "code": ("`<b>`", "<code>&lt;b&gt;</code>"),
    "html as text": ("<b>", "&lt;b&gt;"),
    "escaped sign in an address": ("[a](b\\_c.pdf)", '<a href="b_c.pdf">a</a>'),
    "unsafe link keeps its words": ("[a](javascript:x)", "<a>a</a>"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "html"), SOUND.values(), ids=SOUND)
def test_sound_markdown_comes_out_as_meant(text, html):
    assert render(text) == f"<p>{html}</p>"


def test_a_mail_address_in_angle_brackets_can_be_written_to():
    (link,) = Page(render("<x@example.gov.cn>")).css("a")
    assert link.attributes["href"] == "mailto:x@example.gov.cn"
    assert link.text() == "x@example.gov.cn"


def test_a_link_to_a_page_in_the_other_language_says_so():
    html = render("[a](b.md)", lambda to: ("../../b/", "zh"))
    assert '<a href="../../b/" hreflang="zh">' in html


def test_footnotes_lead_there_and_back():
    page = Page(render("甲[^1]\n\n[^1]: 乙\n"))
    for link in page.css("a"):
        target = (link.attributes["href"] or "").removeprefix("#")
        assert page.css_first(f'[id="{target}"]') is not None


def test_tables_have_scopes_and_marked_amounts():
    page = Page(render("| 摘要 | 收入 |\n| --- | --- |\n| 补贴 | 1,234.50 |\n| 2026 | — |\n"))
    assert [head.attributes["scope"] for head in page.css("th")] == ["col", "col"]
    assert [cell.text() for cell in page.css("td.amount")] == ["1,234.50"]


PIECES = (
    "12|元|\n|\n\n|  |    |[|]|(|)|](|]: |[^1]|[^1]: |[1]: |[注]: |\N{VERTICAL LINE}|```|~~~\n|`|*|__|\\|- |1. |> |# |===\n|"
    "a.md|<https://e.org/6>|\"题7\"|'8'|![图9](x.png \"2题\")|[乙](b.md '3')|[丙][1]|[丁][]|&#50;|<b>|{: .x }|!"
).split("|")


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12).map("".join), st.randoms())
@settings(max_examples=400)
def test_no_figure_that_is_shown_changes_while_the_text_reads_the_same(text, random):
    """What is held against the last release is found without rendering: it must see what the renderer shows."""
    figures = [at for at, sign in enumerate(text) if sign.isdigit()]
    assume(figures)
    at = random.choice(figures)
    other = f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"
    if visible(text) == visible(other):
        assert _read(text) == _read(other)


def _read(text: str) -> tuple[str, ...]:
    """What a page says, and what it shows where the pointer rests or a picture cannot be seen."""
    page = Page(f"<body>{render(text)}")
    said = (str(node.attributes.get(name)) for node in page.css("[alt],[title]") for name in ("alt", "title"))
    return (page.body.text() if page.body else "", *said)
