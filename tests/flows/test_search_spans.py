"""Where long lists are cut into spans, a query finds what it finds where they are whole, and fetches less for it."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import expect

from fazhi.flows.search_browser import chromium, opened, page_files, serve
from fazhi.verbs.generate_entries import generate
from fazhi.verbs.search_files import search_files, segments_of
from fazhi.verbs.search_queries import NEAR, Query, queries

pytestmark = pytest.mark.browser

TOWN = generate(1200)
SPAN = 128
ASKING = [*queries(TOWN, 3)]
ASK = """async ([typed, lang, sort]) => {
  const reader = FazhiSearch.reader, number = (hit) => [hit.span.segment.number, hit.span.from + hit.entry];
  let answer = await reader.search(typed, { lang, narrowed: {}, sort });
  const first = answer.hits.slice(0, 10).map(number), isOpen = answer.rest.length > 0;
  const shown = await Promise.all(answer.hits.slice(0, 10).map((hit) => reader.show(hit, answer)));
  if (isOpen) answer = await reader.further(answer, Infinity);
  return { how: answer.how, first, isOpen, trueOnes: shown.filter(Boolean).length, hits: answer.hits.map(number), counts: answer.counts };
}"""
TYPE, OTHER = "路灯", "梅花村 水渠"


def ask(span: int) -> dict[str, Any]:
    files = {**dict(search_files(TOWN, span)), **page_files()}
    with serve(files) as address, chromium() as browser:
        with opened(browser, address) as (page, _, _):
            page.keyboard.press("/")
            page.wait_for_selector("#fz-search[data-ready]")
            asked = [page.evaluate(ASK, [each.typed, int(each.lang == "en"), ""]) for each in ASKING]
            by_date = page.evaluate(ASK, [TYPE, 0, "date"])
        with opened(browser, address) as (page, _, traffic):
            cut = [path for path, data in files.items() if data.startswith(b'fazhiSearch("')]
            return {"cut": len(cut), "asked": asked, "by date": by_date, **shown(page, traffic)}


def shown(page: Any, traffic: Any) -> Mapping[str, Any]:
    """What a reader sees who types, goes on to the end of a query, and then opens what it can be narrowed by."""
    status = page.locator(".fz-search__status")
    page.keyboard.press("/")
    page.keyboard.insert_text(TYPE)
    page.wait_for_selector(".fz-search__more:not([hidden])")
    page.wait_for_load_state("networkidle")
    first, fetched = status.text_content(), len(traffic.sizes)
    page.locator(".fz-search__facets summary").click()
    page.wait_for_selector(".fz-search__facets .fz-chip")
    counted, fetched_in_all = status.text_content(), len(traffic.sizes)
    page.evaluate("for (const click of [1, 2, 3]) document.querySelector('.fz-search__more').click()")
    page.locator(".fz-search__hit").nth(19).wait_for()
    page.wait_for_load_state("networkidle")
    links = page.locator(".fz-search__hit a").evaluate_all("(all) => all.map((each) => each.href)")
    page.locator("#fz-search input").fill("")
    page.keyboard.insert_text(OTHER)
    expect(status).not_to_have_text(counted)
    page.wait_for_load_state("networkidle")
    told = {"first": first, "fetched": fetched, "counted": counted, "fetched in all": fetched_in_all}
    return {**told, "links": links, "other": status.text_content()}


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, Any]]:
    """What was answered, by how lists are kept."""
    with ThreadPoolExecutor(1) as thread:  # another test's browser may be open in this one
        return {
            name: thread.submit(partial(ask, span)).result()
            for name, span in (("whole", 1 << 14), ("cut", SPAN))
        }


def true_of(query: Query) -> set[tuple[int, int]]:
    order = [[TOWN.entries.index(entry) for entry in entries] for entries in segments_of(TOWN.entries)]
    return {
        (segment, at)
        for segment, numbers in enumerate(order)
        for at, each in enumerate(numbers)
        if each in query.truth
    }


def test_lists_are_cut_and_some_queries_stop_early(told):
    assert told["cut"]["cut"] > 100
    assert told["whole"]["cut"] == 0
    assert any(each["isOpen"] for each in told["cut"]["asked"])
    assert not any(each["isOpen"] for each in told["whole"]["asked"])


@pytest.mark.parametrize("at", range(len(ASKING)), ids=lambda at: f"{ASKING[at].sort} {at}")
def test_a_query_finds_the_same(told, at):
    whole, cut = (told[name]["asked"][at] for name in ("whole", "cut"))
    assert cut["how"] == whole["how"]
    if ASKING[at].sort == NEAR:
        assert cut["first"][0] == whole["first"][0]
    assert sorted(map(tuple, cut["hits"])) == sorted(map(tuple, whole["hits"]))
    assert cut["counts"] == whole["counts"]


@pytest.mark.parametrize("at", range(len(ASKING)), ids=lambda at: f"{ASKING[at].sort} {at}")
def test_what_stands_first_is_true(told, at):
    if ASKING[at].sort != NEAR:
        first = set(map(tuple, told["cut"]["asked"][at]["first"]))
        assert len(first) >= min(10, len(ASKING[at].truth))
        assert len(first - true_of(ASKING[at])) <= len(first) - told["cut"]["asked"][at]["trueOnes"]


def test_by_date_all_are_looked_through(told):
    assert told["cut"]["by date"]["hits"] == told["whole"]["by date"]["hits"]
    assert not told["cut"]["by date"]["isOpen"]


def test_hits_are_counted_when_somebody_wants_to_narrow_them(told):
    cut, whole = told["cut"], told["whole"]
    assert cut["first"].endswith("还有更多")
    assert cut["counted"] == whole["counted"] == whole["first"]
    assert cut["fetched"] < cut["fetched in all"]


def test_more_asked_for_twice_gives_ten_rows_and_none_twice(told):
    links = told["cut"]["links"]
    assert len(links) == 20
    assert len(set(links)) == 20


def test_another_query_typed_while_the_list_is_narrowed_has_its_own_number(told):
    assert told["cut"]["other"] == told["whole"]["other"]
    assert told["cut"]["other"] != told["cut"]["counted"]
