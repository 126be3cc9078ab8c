"""Search as a reader meets it, on the project's own site: what is found, how it is told, and what goes wrong gently."""

import functools
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from fazhi.ground.search_form import FORM
from fazhi.ground.search_terms import figures, fold

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, locale="zh-CN")
    yield context.new_page()
    context.close()


def search(page: Page, address: str, words: str) -> None:
    """Open a page and type."""
    page.goto(address)
    page.keyboard.press("/")
    page.locator("#fz-search input").press_sequentially(words)


def titles(page: Page) -> list[str]:
    """The titles found, once they stand there."""
    expect(page.locator(".fz-search__hit").first).to_be_visible()
    expect(page.locator(".fz-search__status")).to_have_text(re.compile(r"\d"))
    return page.locator(".fz-search__hit a").all_inner_texts()


FOUND = {
    "village first": ("示范二村", "示范二村"),
    "unspaced": ("示范一村财务收支", "示范一村"),
    "spaced": ("示范三村 财务", "示范三村"),
    "sentence": ("请问示范一村的财务收支有多少", "示范一村"),
    "amount": ("61004.81", "示范一村2026年第三季度"),
    "amount as written": ("61,004.81", "示范一村2026年第三季度"),
    "amount full-width": ("６１，００４．８１", "示范一村2026年第三季度"),
    "pinyin": ("xiaofeizhe", "消费者"),
    "initials": ("xfzqy", "消费者"),
    "synonym": ("账目", "财务"),
    "wrong character": ("示范一村2026年第三集度财务收支", "示范一村2026年第三季度财务收支"),
    "filter": ("财务 村:示范三村 年:2026", "示范三村2026"),
    "law day": ("12·4", "12·4"),
    "law day as typed": ("12.4", "12·4"),
    "exactly": ("“示范一村2026年第三季度”", "示范一村2026年第三季度"),
}


@pytest.mark.parametrize("case", FOUND)
def test_what_is_typed_is_found(page, address, case):
    typed, title = FOUND[case]
    search(page, address, typed)
    assert title in titles(page)[0]


def test_a_question_that_no_page_has_finds_pages_with_its_rarest_word(page, address):
    search(page, address, "怎么申请低保")
    assert any("协助人民政府开展工作" in title for title in titles(page))


@pytest.mark.parametrize(
    "spelt", ["示政发〔{}〕{}号", "示政发[{}]{}号", "{} {}号", "示政发（{}）{}号", "〔{}〕 {}号"]
)
def test_document_numbers_are_found_in_any_spelling(page, address, built, spelt):
    text = (built / "regulations/demo-waste-sorting/index.html").read_text(encoding="utf-8")
    number = re.search(r"示政发〔(\d+)〕(\d+)号", text)
    assert number
    search(page, address, spelt.format(*number.groups()))
    expect(page.locator(".fz-search__hit mark").first).to_be_visible()
    assert any("垃圾" in title for title in titles(page))


def test_a_minus_leaves_out(page, address):
    search(page, address, "示范一村 -财务")
    assert not [title for title in titles(page) if "财务" in title]


def test_nothing_found_offers_the_lists(page, address):
    search(page, address, "𠮷𠮷𠮷")
    expect(page.locator(".fz-search__status")).to_contain_text("没有找到")
    expect(page.locator(".fz-search__lists a").first).to_be_visible()


def test_the_first_result_stands_there_from_the_second_character_on(page, address):
    search(page, address, "财务")
    expect(page.locator(".fz-search__hit mark").first).to_have_text("财务")


def test_english_pages_find_english_first_and_chinese_after(page, address):
    search(page, address + "en/", "village")
    assert "Village" in titles(page)[0]
    page.locator("#fz-search input").fill("示范一村")
    expect(page.locator(".fz-search__hit a[lang=zh-CN]").first).to_be_visible()


def test_facets_count_narrow_and_stand_in_the_address(page, address):
    search(page, address, "财务")
    page.locator(".fz-search__facets summary").click()
    chip = page.locator(".fz-search__facets button", has_text="示范二村").first
    count = int(chip.locator(".fz-num").inner_text())
    chip.click()
    expect(page.locator(".fz-search__status")).to_have_text(f"找到 {count} 页")
    assert all(each in page.url for each in ("q=", "place=demo-2"))
    again = page.context.new_page()
    again.goto(page.url)
    expect(again.locator(".fz-search__status")).to_have_text(f"找到 {count} 页")
    page.keyboard.press("Escape")
    expect(page).to_have_url(address)


def test_newest_first(page, address):
    page.goto(f"{address}?q={quote('财务')}&sort=date")
    titles(page)
    days = page.locator(".fz-search__hit .fz-row__day").all_inner_texts()
    assert days == sorted(days, reverse=True)


def test_ten_at_first_and_more_on_demand(page, address):
    search(page, address, "公开")
    expect(page.locator(".fz-search__hit")).to_have_count(10)
    page.get_by_role("button", name="再看十条").click()
    expect(page.locator(".fz-search__hit")).to_have_count(20)
    expect(page.locator(".fz-search__hit a").nth(10)).to_be_focused()


def test_by_keyboard_alone(page, address):
    search(page, address, "示范一村")
    titles(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".fz-search__hit a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#fz-search input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#fz-search")).to_be_hidden()
    for key in "sf":
        page.keyboard.press(key)
        expect(page.locator("#fz-search input")).to_be_focused()
        page.keyboard.press("Escape")


@pytest.mark.parametrize(
    "typed", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "示范<b>一村", "村:(", '-"']
)
def test_a_query_is_never_markup(page, address, typed):
    said = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}?q={quote(typed)}")
    expect(page.locator("#fz-search input")).to_have_value(typed)
    expect(page.locator(".fz-search__status")).to_have_text(re.compile("找到|输入"))
    assert said == []
    assert page.locator("#fz-search img, #fz-search b, #fz-search script").count() == 0


@pytest.mark.parametrize("path", ["", "en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility_of_the_open_search(chromium, address, path, scheme):
    from axe_playwright_python.sync_playwright import Axe

    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{path}?q={quote('财务')}&place=demo-1")
    titles(page)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    context.close()
    assert [
        (each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found.response["violations"]
    ] == []


def test_nothing_runs_off_a_small_phone(chromium, address):
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    search(page, address, "示范一村")
    titles(page)
    page.locator(".fz-search__facets summary").click()
    assert page.evaluate("document.querySelector('.fz-search__body').scrollWidth") <= 320
    context.close()


@pytest.fixture(scope="module")
def fragile(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A copy of the site to break, and where it is served, under the strictest policy that the site itself needs."""
    site = tmp_path_factory.mktemp("fragile") / "site"
    shutil.copytree(built, site)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
            )
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield site, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def foreign(data: bytes) -> bytes:
    said = f'"form":{FORM}'.encode()
    assert said in data
    return data.replace(said, b'"form":999')


@pytest.mark.parametrize(
    ("broken", "how", "told"),
    [
        ("search/index.js", None, "没有取到"),
        ("search/index.js", cut, "没有取到"),
        ("search/index.js", foreign, "刷新"),
        ("search/[a-z]*.js", None, "没有取到"),
        ("search/[a-z]*.js", cut, "没有取到"),
        ("search/*/*.js", None, "没有取到"),
    ],
)
def test_what_is_missing_cut_or_foreign_is_told_and_tried_again(page, fragile, broken, how, told):
    site, address = fragile
    kept = {path: path.read_bytes() for path in site.glob(broken)}
    for path, data in kept.items():
        path.unlink()
        if how:
            path.write_bytes(how(data))
    page.goto(f"{address}?q={quote('财务')}")
    expect(page.locator(".fz-search__status")).to_contain_text(told)
    for path, data in kept.items():
        path.write_bytes(data)
    page.get_by_role("button", name="再试一次").click()
    assert titles(page)


def test_the_strictest_policy_will_do(page, fragile):
    _, address = fragile
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    search(page, address, "示范一村")
    assert titles(page)
    assert said == []


def test_it_works_from_a_disk(page, built):
    search(page, (built / "index.html").as_uri(), "示范一村")
    assert "示范一村" in titles(page)[0]
    page.locator(".fz-search__hit a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("示范一村")


TYPED = [
    "泉政发〔2021〕12号和示政办发[2026] 3 号",
    "140825107/2026-00012，2026-90012",
    "2026年10月8日、2026-10-08、2026.1.2、10月8日 2026年3月",
    "“12·4”国家宪法日 3·15 6 · 26 112·4 1·2·3",
    "61,004.81元 1，234.50 12 3.10 １２３．５",
]


@pytest.mark.parametrize("typed", TYPED)
def test_the_reader_takes_a_query_apart_as_the_index_was_made(page, address, typed):
    page.goto(address)
    page.keyboard.press("/")
    page.wait_for_selector("#fz-search[data-ready]")
    read = page.evaluate(
        "(text) => [...FazhiIndex.marked(FazhiIndex.fold(text))].map((each) => each.term)", typed
    )
    assert set(read) <= figures(fold(typed))
    assert len(set(read)) >= 2


def test_every_text_of_a_page_is_in_the_index(built):
    """Paragraphs, headings and cells of every record as the page shows them, found in the text that is searched."""
    indexed: dict[str, str] = {}
    for path in sorted(built.glob("search/*/*.js"), key=lambda path: (path.parent.name, int(path.stem))):
        title, address, _, text = json.loads(path.read_bytes()[12:-2])
        indexed[address] = indexed.get(address, "") + "".join(f"{title}\n{text}".split())
    missing = [
        (address, part)
        for address, text in indexed.items()
        for part in shown(built / unquote(address) / "index.html")
        if part not in text
    ]
    assert missing == []


def shown(path: Path) -> list[str]:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    nodes = tree.css(".fz-text p, .fz-text h2, .fz-text h3, .fz-text td, .fz-text li")
    return ["".join(node.text().split()) for node in nodes if node.css_first("p, li, sup, a") is None]
