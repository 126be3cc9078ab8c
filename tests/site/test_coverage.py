"""Coverage in a real browser: the clock goes on where the page stopped, with or without script, on a small phone."""

import gzip
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from example_town import lay
from fazhi.doors.cli import main
from fazhi.flows.build import HOUSE
from fazhi.nouns.rule import Example
from project import tree

pytestmark = pytest.mark.browser
NOON = "{}T12:00:00+08:00"
PHONE = {"width": 320, "height": 640}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=PHONE, locale="zh-CN")
    yield context.new_page()
    context.close()


def first_due(page: Page) -> date:
    """The first day on which something open on the page is still in time."""
    days = page.locator("[data-due]").evaluate_all("all => all.map(each => each.dataset.due)")
    return min(date.fromisoformat(day) for day in days)


def on(page: Page, day: date, address: str) -> None:
    """Open a page as if it were noon of a day in China."""
    page.clock.set_fixed_time(datetime.fromisoformat(NOON.format(day)))
    page.goto(address)


def overdue(page: Page) -> int:
    return int(page.locator(".fz-standing .fz-st--overdue b").inner_text())


@pytest.mark.parametrize("path", ["villages/demo-1/", "en/villages/demo-1/"])
def test_what_falls_due_after_the_build_turns_overdue_in_the_browser(page, address, path):
    page.goto(address + path)
    due = first_due(page)
    many = page.locator(f'[data-due="{due}"]').count()
    on(page, due, address + path)
    before = overdue(page)
    expect(page.locator(f'.fz-st--not-due[data-due="{due}"]')).to_have_count(many)
    on(page, due + timedelta(days=1), address + path)
    expect(page.locator(f'.fz-st--overdue[data-due="{due}"]')).to_have_count(many)
    expect(page.locator(f'[data-due="{due}"]').first).to_contain_text(
        "overdue" if path.startswith("en") else "逾期"
    )
    expect(page.locator(f'[data-due="{due}"]').first).to_contain_text("✕")
    assert overdue(page) == before + many


def test_the_home_page_counts_on_and_leads_to_the_list(page, address):
    page.goto(address + "coverage/")
    due = first_due(page)
    on(page, due, address)
    before = int(page.locator(".fz-overdue b").inner_text())
    on(page, due + timedelta(days=1), address)
    assert int(page.locator(".fz-overdue b").inner_text()) > before
    page.locator(".fz-overdue a").click()
    expect(page).to_have_url(address + "coverage/")


def test_days_overdue_are_counted_in_the_browser_only(page, address, built):
    page.goto(address + "coverage/")
    since = date.fromisoformat(str(page.locator("[data-since]").first.get_attribute("data-since")))
    on(page, since + timedelta(days=400), address + "coverage/")
    expect(page.locator("[data-since]").first).to_contain_text("400")
    source = (built / "coverage/index.html").read_text(encoding="utf-8")
    assert f'data-since="{since}"></span>' in source


def test_the_day_is_that_of_the_town(chromium, address):
    """Late in the evening of the last day in China it is still in time; a traveller's phone knows that too."""
    context = chromium.new_context(timezone_id="America/Los_Angeles")
    page = context.new_page()
    page.goto(address + "villages/demo-1/")
    due = first_due(page)
    page.clock.set_fixed_time(datetime.fromisoformat(f"{due}T23:59:00+08:00"))
    page.reload()
    expect(page.locator(f'.fz-st--overdue[data-due="{due}"]')).to_have_count(0)
    page.clock.set_fixed_time(datetime.fromisoformat(f"{due + timedelta(days=1)}T00:01:00+08:00"))
    page.reload()
    expect(page.locator(f'.fz-st--not-due[data-due="{due}"]')).to_have_count(0)
    context.close()


def test_without_script_a_page_says_up_to_which_day_it_knows_records(chromium, address):
    context = chromium.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + "coverage/2025/")
    expect(page.get_by_text("以前发布的记录")).to_be_visible()
    expect(page.get_by_text("由您的手机或电脑")).to_be_hidden()
    for table in page.get_by_role("table").all():
        assert table.evaluate("each => each.parentElement.scrollWidth <= each.parentElement.clientWidth")
    page.get_by_role("link", name="迟 6 天").first.click()
    expect(page).to_have_url(address + "villages/demo-2/2025/finance-Q3/")
    expect(page.locator(".fz-state")).to_contain_text("迟 6 天")
    context.close()


def test_every_cell_leads_to_its_record(page, address, built):
    page.goto(address + "coverage/2026/")
    told = json.loads((built / "data/coverage.json").read_text(encoding="utf-8"))["duties"]
    wanted = {each["record"] for each in told if each["period"].startswith("2026") and "record" in each}
    links = page.locator(".fz-matrix td a").evaluate_all("all => all.map(each => each.href)")
    assert {link.removeprefix(address).removesuffix("/") for link in links} == wanted


def test_the_query_form_is_one_sheet_of_its_own(chromium, address):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + "villages/demo-1/2026/finance-Q3/")
    expect(page.locator("#query")).to_be_hidden()
    page.get_by_role("link", name="打印查询反映单").click()
    expect(page.locator("#query")).to_contain_text("140825107/2026-90155")
    page.emulate_media(media="print")
    expect(page.locator("#query")).to_be_visible()
    expect(page.locator("article")).to_be_hidden()
    assert page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    page.goto(address + "villages/demo-1/2026/finance-Q3/#content")
    expect(page.locator("#query")).to_be_hidden()
    context.close()


def test_the_law_is_that_of_the_records_date(page, address):
    page.goto(address + "villages/demo-2/2025/finance-Q3/")
    expect(page.locator(".fz-ask")).to_contain_text("第三十一条")
    expect(page.locator(".fz-ask")).to_contain_text("现在是《村民委员会组织法》（2025年修正）第三十六条")
    expect(page.locator(".fz-ask")).to_contain_text("电话：没有提供")
    page.goto(address + "villages/demo-2/2026/finance-Q3/")
    expect(page.locator(".fz-ask")).to_contain_text("第三十六条")
    expect(page.locator(".fz-ask")).not_to_contain_text("第三十一条")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record, one for the quarter before, and a reply to it; the second village was dissolved."""
    root = tmp_path_factory.mktemp("town")
    reply = {
        "index": "140825107/2027-00009",
        "item": "decisions",
        "period": "2027-05-08",
        "answers": "villages/demo-1/2026/finance-Q3",
    }
    days = {
        "formed": "2027-05-08",
        "published": "2027-05-10",
        "review": "{by: reviewer, on: 2027-05-09, secrecy: ok, privacy: ok}",
    }
    lay(
        root,
        Example(
            values={**reply, **days, "title": "关于第三季度账目的答复"},
            name="villages/demo-1/2027/decisions-0508",
        ),
    )
    nothing = {
        "title": "补贴",
        "index": "140825107/2027-00010",
        "item": "subsidies",
        "period": "2026-Q4",
        "formed": "2027-01-08",
        "published": "2027-01-10",
        "review": "{by: reviewer, on: 2027-01-09, secrecy: ok, privacy: ok}",
        "nil": "{by: demo-1, on: 2027-01-08}",
        "posted": None,
    }
    lay(root, Example(values=nothing, name=NOTHING, body="发放12户，共4800.00元。\n"))
    villages = (
        "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01}, "
        "demo-2: {name: {zh: 示范二村, en: Demo Two}, since: 2021-01-01, until: 2026-12-31}}"
    )
    lay(root, Example(town={"villages": villages}))
    (root / "mkdocs.yml").write_bytes((HOUSE / "mkdocs.yml").read_bytes())
    return root


NOTHING = "villages/demo-1/2026/subsidies-Q4"


def build(town: Path, day: str, to: str) -> dict[str, bytes]:
    assert main(["build", "--root", str(town), "--as-of", day, "--site", str(town.parent / to)]) == 0
    return tree(town.parent / to)


def test_the_next_day_gives_the_same_bytes_and_a_reply_is_linked_both_ways(town):
    first = build(town, "2027-06-30", "first")
    assert build(town, "2027-07-20", "second") == first
    turned = build(town, "2027-07-21", "third")
    assert {path for path in first if turned[path] != first[path]} >= {
        "index.html",
        "coverage/index.html",
        "data/coverage.json",
    }
    for path, said in (("", "不适用"), ("en/", "not owed")):
        page = first[f"{path}coverage/2027/index.html"].decode()
        assert (
            f'fz-st--not-applicable"><span class="fz-st__sign" aria-hidden="true">—</span> <span class="fz-st__word">{said}'
            in page
        )
    assert "不算无事项" in first[f"{NOTHING}/index.html"].decode()
    assert "没有发生，不是没有公开" not in first[f"{NOTHING}/index.html"].decode()
    asked, reply = (
        first[f"villages/demo-1/{path}/index.html"].decode()
        for path in ("2026/finance-Q3", "2027/decisions-0508")
    )
    ended = first["villages/demo-2/index.html"].decode()
    assert "这个村到2026年12月31日为止" in ended and "已撤并" in first["villages/index.html"].decode()
    assert "关于第三季度账目的答复" in asked
    assert "本页是对下面这份公开的答复" in reply


def test_a_years_page_is_small(built):
    for path in sorted(built.glob("coverage/*/index.html")):
        assert len(gzip.compress(path.read_bytes())) < 150_000 // 6, (
            "three villages take a sixth of twenty at the most"
        )
