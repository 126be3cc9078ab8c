"""The project's own site as it is served: by our configuration, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)
PAGES = (
    "",
    "villages/demo-1/",
    "villages/demo-1/2026/finance-Q3/",
    "reports/2021/",
    "coverage/",
    "corrections/",
    "rules/",
    "en/",
    "en/corrections/",
)


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, locale="zh-CN")
    yield context
    context.close()


def test_no_page_breaks_the_strict_policy(context, published):
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.on("response", lambda got: complaints.append(got.url) if got.status >= 400 else None)
    for path in PAGES:
        page.goto(published + path)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
    page.goto(published)
    page.locator('[data-fz="search"]:visible').first.click()
    page.keyboard.type("示范一村")
    page.wait_for_load_state("networkidle")
    assert complaints == []


@pytest.mark.parametrize(
    ("path", "words"), [("", "本站上次更新是"), ("en/", "This site was last updated on")]
)
def test_a_page_says_when_its_release_is_overdue(context, published, path, words):
    page = context.new_page()
    page.goto(published + path)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(words)).to_be_hidden()
    page.route(
        "**/release.json",
        lambda route: route.fulfill(json={"release": "x", "date": "2020-01-01", "next_due": "2020-01-08"}),
    )
    page.goto(published + path)
    expect(page.get_by_text(words)).to_contain_text("2020-01-08")
    page.unroute("**/release.json")
    page.route("**/release.json", lambda route: route.abort())
    page.goto(published + path)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.get_by_text(words)).to_be_hidden()
