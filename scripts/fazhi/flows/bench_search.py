"""Measure search in a real Chromium: what is found, what it costs to download, how long it takes.

Generated pages, queries of fourteen sorts whose answers are told by the visible text, the reader's own scripts.
"""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fazhi.flows.bench_check import Benched, Bound
from fazhi.flows.search_browser import Traffic, chromium, opened, page_files, serve
from fazhi.nouns.entry import Searched
from fazhi.verbs.generate_entries import generate
from fazhi.verbs.search_edit import search_edit
from fazhi.verbs.search_files import search_files, segments_of
from fazhi.verbs.search_queries import NEAR, Query, queries

SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""A village's mobile network: 400 kbit/s, 400 ms."""
_SCRIPTS = "assets/search"
_INDEX = "/search/"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with what came back: numbers of all entries found, of the first ten shown; bytes; milliseconds."""

    query: Query
    found: frozenset[int]
    shown: tuple[int, ...]
    index: int
    texts: tuple[int, ...]
    took: float

    @property
    def missed(self) -> float:
        """The part of what is true that was not found."""
        return len(self.query.truth - self.found) / max(1, len(self.query.truth))

    @property
    def wrong(self) -> float:
        """The part of the first ten that is not true."""
        return sum(each not in self.query.truth for each in self.shown) / max(1, len(self.shown))

    @property
    def reciprocal(self) -> float:
        """One divided by the rank of the first true answer."""
        return next((1 / rank for rank, each in enumerate(self.shown, 1) if each in self.query.truth), 0.0)


def bench_search(records: int = 10_000, each: int = 25, grown: int = 10) -> Benched:
    """Measure with so many pages and queries of each sort; sizes again with `grown` times the pages, unless it is 0."""
    searched = generate(records)
    begun = time.process_time()
    files = dict(search_files(searched))
    built = time.process_time() - begun
    asked, first, slow = _run(searched, files, list(queries(searched, each)))
    bounds = [
        *_quality(asked),
        *_cost(asked, first, slow),
        Bound("building the index, ms a record, at most", built * 1000 / records, 1.0),
        *_edit(searched, files),
    ]
    if grown:
        many = generate(records * grown)
        more, first_of_many, _ = _run(many, dict(search_files(many)), list(queries(many, 2)))
        bounds += _growth(asked, more, first, first_of_many)
    return Benched(tuple(bounds), {**_seconds(asked), "building": built}, {})


def _edit(searched: Searched, files: Mapping[str, bytes]) -> Iterator[Bound]:
    """One sentence more in one page of the newest year."""
    before = max(searched.entries, key=lambda entry: entry.published)
    after = replace(before, text=f"{before.text}\n另外补写一句，金额1,234.56元。")
    segments = list(segments_of(searched.entries))
    begun = time.perf_counter()
    written = search_edit(files, segments, before, after) or {}
    took = time.perf_counter() - begun
    yield Bound("one record changed, ms, at most", took * 1000, 100)
    yield Bound("one record changed, kB rewritten, at most", sum(map(len, written.values())) / 1000, 300)


def _quality(asked: Sequence[Asked]) -> Iterator[Bound]:
    exact = [each for each in asked if each.query.sort != NEAR]
    near = [each for each in asked if each.query.sort == NEAR]
    yield Bound("true pages not found, of 1, at most", _mean(each.missed for each in exact), 0.0)
    yield Bound("wrong pages among the first ten, of 1, at most", _mean(each.wrong for each in exact), 0.01)
    yield Bound(
        "1 - reciprocal rank with one character wrong, at most",
        1 - _mean(each.reciprocal for each in near),
        0.1,
    )


def _cost(asked: Sequence[Asked], first: int, slow: float) -> Iterator[Bound]:
    took = sorted(each.took for each in asked)
    texts = [size for each in asked for size in each.texts]
    yield Bound("first result, kB in all, at most", first / 1000, 80)
    yield Bound(
        "later queries, median kB of index, at most", _median(each.index for each in asked) / 1000, 25
    )
    yield Bound("an excerpt, mean kB, at most", _mean(texts) / 1000, 2)
    yield Bound("a query, median ms, at most", statistics.median(took), 30)
    yield Bound("a query, 95th of 100, ms, at most", took[int(len(took) * 0.95)], 120)
    yield Bound("first result at 400 kbit/s and 400 ms, s, at most", slow, 2.5)


def _growth(asked: Sequence[Asked], more: Sequence[Asked], first: int, first_of_many: int) -> Iterator[Bound]:
    yield Bound("first result, bytes of ten times the records, at most", first_of_many / first, 2)
    growth = _median(each.index for each in more) / _median(each.index for each in asked)
    yield Bound("later queries, bytes of ten times the records, at most", growth, 2)


def _seconds(asked: Sequence[Asked]) -> Mapping[str, float]:
    by_sort: dict[str, list[float]] = defaultdict(list)
    for each in asked:
        by_sort[each.query.sort].append(each.took / 1000)
    return {sort: statistics.median(took) for sort, took in by_sort.items()}


def _mean(values: Any) -> float:
    found = list(values)
    return statistics.fmean(found) if found else 0.0


def _median(values: Any) -> float:
    return float(statistics.median(list(values)))


def _run(
    searched: Searched, files: Mapping[str, bytes], asking: Sequence[Query]
) -> tuple[list[Asked], int, float]:
    """Every query, one after the other; the bytes of a first result; its seconds on a slow network."""
    numbers = {id(entry): at for at, entry in enumerate(searched.entries)}
    order = [[numbers[id(entry)] for entry in segment] for segment in segments_of(searched.entries)]
    with serve({**files, **page_files()}) as address, chromium() as browser:
        first, slow = _first(browser, address, asking[len(asking) // 3].typed)
        with opened(browser, address) as (page, _, traffic):
            _open(page)
            page.wait_for_selector("#fz-search[data-ready]")
            return [_ask(page, traffic, query, order) for query in asking], first, slow


def _first(browser: Any, address: str, typed: str) -> tuple[int, float]:
    with opened(browser, address) as (page, _, traffic):
        _type(page, typed)
        page.wait_for_load_state("networkidle")
        first = traffic.of(_SCRIPTS, _INDEX)
    with opened(browser, address) as (page, tools, _):
        tools.send("Network.emulateNetworkConditions", SLOW)
        begun = time.perf_counter()
        _type(page, typed)
        return first, time.perf_counter() - begun


def _open(page: Any) -> None:
    page.keyboard.press("/")


def _type(page: Any, typed: str) -> None:
    _open(page)
    page.keyboard.insert_text(typed)
    page.wait_for_selector(".fz-search__hit", timeout=60_000)


def _ask(page: Any, traffic: Traffic, query: Query, order: Sequence[Sequence[int]]) -> Asked:
    before = set(traffic.sizes)
    got = page.evaluate(_QUERY, [query.typed, 1 if query.lang == "en" else 0])
    new = {url: size for url, size in traffic.sizes.items() if url not in before}
    is_text: Callable[[str], bool] = lambda url: url.rpartition(_INDEX)[2].count("/") == 1  # noqa: E731
    return Asked(
        query,
        frozenset(order[segment][entry] for segment, entry in got["hits"]),
        tuple(order[segment][entry] for segment, entry in got["shown"]),
        sum(size for url, size in new.items() if not is_text(url)),
        tuple(size for url, size in new.items() if is_text(url)),
        got["took"],
    )


_QUERY = """async ([typed, lang]) => {
  const reader = FazhiSearch.reader, begun = performance.now();
  const answer = await reader.search(typed, { lang, narrowed: {}, sort: "" });
  const number = (hit) => [reader.segments.indexOf(hit.segment), hit.entry];
  const shown = [];
  let took = 0;
  for (let next = 0; shown.length < 10 && next < answer.hits.length; next += 10) {
    const some = answer.hits.slice(next, next + 10);
    const texts = await Promise.all(some.map((hit) => reader.show(hit, answer).then((text) => {
      if (text && !took) took = performance.now() - begun;
      return text;
    })));
    some.forEach((hit, at) => { if (texts[at] && shown.length < 10) shown.push(number(hit)); });
  }
  return { hits: answer.hits.map(number), shown, took: took || performance.now() - begun };
}"""
