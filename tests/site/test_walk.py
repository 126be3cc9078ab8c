"""A resident's walk in a real browser: home, village, accounts, search, result; in both languages, on a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)


class Visit:
    """A page that notes every request and every complaint of the console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "response",
            lambda got: self.complaints.append(f"{got.status} {got.url}") if got.status >= 400 else None,
        )

    def assert_quiet(self) -> None:
        assert self.complaints == []
        assert {
            url.split("/")[2].split(":")[0] for url in self.asked if not url.startswith(("blob:", "data:"))
        } == {"127.0.0.1"}


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, locale="zh-CN")
    yield Visit(context.new_page())
    context.close()


@pytest.fixture
def without_script(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


WALKS = {
    "zh": ("", "示范一村", "2026年第三季度", "期末结余", "zh"),
    "en": ("en/", "Demo Village One", "Q3 2026", "Closing balance", "en"),
}


@pytest.mark.parametrize("lang", WALKS)
def test_home_village_accounts_search_result(phone, address, lang):
    start, village, period, last_row, tag = WALKS[lang]
    page = phone.page
    page.goto(address + start)
    expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{tag}"))
    page.get_by_role("link", name=village).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(village)
    page.get_by_role("link", name=period).first.click()
    expect(page.get_by_role("table").first).to_contain_text(last_row)
    expect(page.get_by_role("table").first).to_contain_text("61,004.81")
    find(page, village)
    page.locator(".fz-search__hit a", has_text=village).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(village)
    phone.assert_quiet()


def find(page: Page, words: str) -> None:
    """Type words into the search as a reader does."""
    page.locator('[data-fz="search"]:visible').first.click()
    page.locator("#fz-search input").press_sequentially(words)


@pytest.mark.parametrize("words", ["示范二村", "垃圾分类", "消费者", "财务收支", "Demo Village Two"])
def test_search_finds_words_from_the_middle_of_titles(phone, address, words):
    phone.page.goto(address)
    find(phone.page, words)
    expect(phone.page.locator(".fz-search__hit a").first).to_be_visible()
    phone.assert_quiet()


def test_the_language_switch_keeps_the_page_or_says_that_it_cannot(phone, address):
    page = phone.page
    page.goto(address + "reports/2021/")
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(address + "en/reports/2021/")
    page.goto(address + "villages/demo-1/2026/finance-Q2/")
    expect(page.locator("header")).to_contain_text("只有中文")


def test_an_english_listing_leads_to_the_chinese_record(phone, address):
    page = phone.page
    page.goto(address + "en/villages/demo-1/")
    page.get_by_role("link", name="Q2 2026").first.click()
    expect(page).to_have_url(address + "villages/demo-1/2026/finance-Q2/")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    phone.assert_quiet()


def test_large_type_is_larger_and_stays(phone, address):
    page = phone.page
    page.goto(address)

    def size() -> float:
        return float(
            page.evaluate("parseFloat(getComputedStyle(document.querySelector('.fz-page p')).fontSize)")
        )

    before = size()
    page.locator('[data-fz="type"]').first.click()
    assert size() >= 22 > before
    page.reload()
    assert size() >= 22


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2024-02-29", None),
        ("2024-03-01", "regulations/demo-waste-sorting@2024-03-01/"),
        ("2024-12-31", "regulations/demo-waste-sorting@2024-03-01/"),
        ("2025-01-01", "regulations/demo-waste-sorting/"),
        ("2029-12-31", "regulations/demo-waste-sorting/"),
        ("2030-01-01", None),
    ],
)
def test_a_day_leads_to_the_version_in_force_on_it(phone, address, day, found):
    page = phone.page
    page.goto(address + "regulations/demo-waste-sorting/versions/")
    page.get_by_label("查某一天适用的文本").fill(day)
    page.get_by_role("button", name="查看").click()
    if found:
        expect(page).to_have_url(re.compile(re.escape(address) + found.replace("@", "(?:@|%40)") + "$"))
    else:
        expect(page.get_by_role("status").filter(has_text=f"{day} 没有有效的文本")).to_be_visible()
    phone.assert_quiet()


def test_without_script_a_day_leads_to_the_list_of_versions(without_script, address):
    page = without_script
    page.goto(address + "regulations/demo-waste-sorting/")
    page.get_by_label("查某一天适用的文本").fill("2024-05-01")
    page.get_by_role("button", name="查看").click()
    expect(page).to_have_url(re.compile(r"/versions/\?day=2024-05-01$"))
    expect(page.get_by_text("2024年3月1日至2024年12月31日")).to_be_visible()
    expect(page.get_by_text("找起止日期包含那一天的一行")).to_be_visible()
    expect(page.get_by_label("查某一天适用的文本")).to_be_hidden()  # here it leads on with a script only


PAGES = [
    "",
    "villages/demo-1/",
    "villages/demo-1/2026/finance-Q3/",
    "regulations/",
    "regulations/demo-waste-sorting/",
    "regulations/demo-waste-sorting/versions/",
    "regulations/demo-waste-sorting/compare/2024-03-01-to-2025-01-01/",
    "coverage/",
    "coverage/2025/",
    "regulations/lists/in-force/",
    "regulations/lists/consultations/",
    "regulations/lists/clean-up/2024/",
    "regulations/lists/discretion/",
    "regulations/lists/discretion/by-law/",
    "laws/",
    "data/",
    "reports/2021/",
    "reports/claims/",
    "outreach/years/2026/",
    "calendar/2026/",
    "offices/",
    "plans/2026/",
    "outreach/",
    "pages/systems/",
    "en/",
    "en/coverage/",
    "en/coverage/2026/",
    "en/villages/demo-3/",
    "en/reports/2021/",
    "en/reports/claims/",
    "en/regulations/",
    "en/regulations/demo-village-roads/compare/2026-07-06-to-2027-01-01/",
    "en/data/",
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_everything_but_search_works_without_script_on_a_small_phone(without_script, address, path):
    page = without_script
    page.goto(address + path)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_text(re.compile("演示数据，非官方发布|Demonstration data")).first).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, f"{width} px wide on a 320 px phone"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_accessibility(chromium, address, path, scheme):
    from axe_playwright_python.sync_playwright import Axe

    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + path)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    context.close()
    assert [
        (each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found.response["violations"]
    ] == []


def test_a_claim_leads_to_its_note_and_back_without_script(without_script, address):
    page = without_script
    page.goto(address + "reports/2024/")
    mark = page.get_by_role("link", name=re.compile("计算相符")).nth(1)
    expect(mark).to_be_visible()
    mark.click()
    note = page.locator("#claim-3")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("学时合计：40")
    note.locator("a", has_text="机关干部集体学法：宪法").click()
    expect(page.get_by_role("heading", name="本页是哪些陈述的依据")).to_be_visible()
    page.get_by_role("link", name="2024年度报告的陈述 3").click()
    expect(page).to_have_url(re.compile(r"/reports/2024/#claim-3$"))


def test_on_a_phone_the_years_of_a_claim_stand_below_it(without_script, address):
    page = without_script
    page.goto(address + "reports/claims/")
    table = page.get_by_role("table")
    assert table.evaluate("each => each.parentElement.scrollWidth <= each.parentElement.clientWidth")
    row = page.get_by_role("row", name=re.compile("干部年度学法不少于40小时"))
    said, newest, earlier = row.get_by_role("rowheader"), *row.get_by_role("cell").all()
    expect(newest).to_contain_text("计算相符")
    expect(earlier).to_contain_text("领导干部、机关事业单位干部年度学法不少于40小时")
    tops = [each.bounding_box()["y"] for each in (said, newest, earlier)]
    assert tops == sorted(tops) and len(set(tops)) == 3


@pytest.mark.parametrize(
    ("path", "row", "cells"),
    [
        (
            "plans/2026/",
            "司法所每季度到每个村开展一次法律咨询",
            ["泉掌镇司法所", "2026-12-20", "四个季度都到了三个村"],
        ),
        ("outreach/years/2026/", "示范三村", ["2026-03-05", "2026-06-10", "2026-09-16", "2026-10-20"]),
        ("outreach/years/2026/", "示范小学", ["示范镇司法所 司法助理员", "2024-09-01"]),
        (
            "en/outreach/years/2026/",
            "Demo Village Three",
            ["2026-03-05", "2026-06-10", "2026-09-16", "2026-10-20"],
        ),
    ],
)
def test_on_a_phone_the_cells_of_a_row_stand_below_each_other(without_script, address, path, row, cells):
    page = without_script
    page.goto(address + path)
    found = page.get_by_role("row", name=re.compile(row))
    assert page.evaluate(
        "[...document.querySelectorAll('.fz-table--stacked')].every(each => each.parentElement.scrollWidth <= each.parentElement.clientWidth)"
    )
    tops = [found.get_by_role("rowheader").bounding_box()["y"]]
    for said, cell in zip(cells, found.get_by_role("cell").all(), strict=True):
        expect(cell).to_contain_text(said)
        assert cell.evaluate("each => getComputedStyle(each, '::before').content.length") > 3
        tops.append(cell.bounding_box()["y"])
    assert tops == sorted(set(tops))
