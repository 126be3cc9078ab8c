"""On a slow line a first result stands there before all of the index has come, and what is told in the end is the same."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from fazhi.flows.search_browser import chromium, opened, page_files, serve
from fazhi.nouns.entry import Entry, Searched
from fazhi.verbs.search_files import ONE_SEGMENT, search_files

pytestmark = pytest.mark.browser

OLD, NEW = "槐荫桥头的泵站已经报废", "枣岭水渠的闸门已经更换"
ASKED = {
    "a phrase": OLD[:8],
    "a sentence": OLD,
    "a wrong character": OLD.replace("泵", "喆"),
    "unspaced": "槐荫桥头已经报废",
    "of the newest year alone": NEW,
    "short": "泵站",
}
ASK = """async (typed) => {
  const reader = FazhiSearch.reader, answer = await reader.search(typed, { lang: 0, narrowed: {}, sort: "" });
  const shown = await Promise.all(answer.hits.map((hit) => reader.show(hit, answer)));
  return { titles: shown.filter(Boolean).map((each) => each.title) };
}"""
WATCH = """() => {
  const list = document.querySelector(".fz-search__hits");
  window.fzFirst = new Promise((done) => {
    const seen = () => list.children.length && done([list.querySelector("a").textContent, document.querySelector(".fz-search__status").textContent]);
    new MutationObserver(seen).observe(list, { childList: true });
  });
}"""
SLOW = {"offline": False, "latency": 400, "downloadThroughput": -1, "uploadThroughput": -1}


def entries() -> Iterator[Entry]:
    yield Entry("pages/old", "zh", "旧事", OLD, "page", year=2020, published="2020-01-01")
    yield Entry("pages/new", "zh", "新事", NEW, "page", year=2026, published="2026-01-01")
    for at in range(ONE_SEGMENT):
        text = f"甲乙丙丁{signs(at)}"
        yield Entry(f"pages/{at}", "zh", "另一件", text, "page", published="2021-01-01")
    for at in range(100):
        yield Entry(f"pages/this-{at}", "zh", "今年的", signs(at), "page", published="2026-02-01")


def signs(at: int) -> str:
    """A text that shares signs with its neighbours: enough of them fill the files of a segment."""
    return "".join(chr(0x4E00 + 10 * at + each) for each in range(40))


def ask() -> dict[str, Any]:
    searched = Searched(tuple(sorted(entries(), key=lambda each: each.order)))
    with (
        serve({**dict(search_files(searched)), **page_files()}) as address,
        chromium() as browser,
    ):
        return {case: _asked(browser, address, typed) for case, typed in ASKED.items()}


def _asked(browser: Any, address: str, typed: str) -> Any:
    with opened(browser, address) as (page, tools, _):
        page.keyboard.press("/")
        page.wait_for_selector("#fz-search[data-ready]")
        tools.send("Network.emulateNetworkConditions", SLOW)
        page.evaluate(WATCH)
        page.keyboard.insert_text(typed)
        return {"first": page.evaluate("window.fzFirst"), **page.evaluate(ASK, typed)}


@pytest.fixture(scope="module")
def slowly() -> dict[str, Any]:
    """For each query the first row that stood there, the line above it then, and the titles in the end."""
    with ThreadPoolExecutor(1) as thread:  # another test's browser may be open in this one
        return thread.submit(ask).result()


@pytest.mark.parametrize("case", ["a phrase", "a sentence", "a wrong character", "unspaced"])
def test_a_page_of_earlier_years_stands_there_while_the_newest_are_looked_through(slowly, case):
    title, status = slowly[case]["first"]
    assert title == "旧事"
    assert status.startswith("正在查找")
    assert slowly[case]["titles"][0] == "旧事"


@pytest.mark.parametrize("case", ["of the newest year alone", "short"])
def test_what_is_not_known_yet_or_comes_at_once_is_not_told_early(slowly, case):
    title, status = slowly[case]["first"]
    assert title == slowly[case]["titles"][0] == ("旧事" if case == "short" else "新事")
    assert not status.startswith("正在查找")
