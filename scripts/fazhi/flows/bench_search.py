"""Measure search in a real Chromium: what is found, what it costs to download, how long it takes.

Generated pages, queries of fourteen sorts whose answers are told by the visible text, the reader's own scripts.
"""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, NamedTuple

from fazhi.flows.bench_check import Benched, Bound
from fazhi.flows.search_browser import Traffic, chromium, opened, page_files, serve
from fazhi.ground.words import Words
from fazhi.nouns.entry import Entry, Searched
from fazhi.verbs.generate_entries import generate
from fazhi.verbs.search_edit import search_edit
from fazhi.verbs.search_files import search_files, segments_of
from fazhi.verbs.search_queries import NEAR, Query, queries

SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""A village's mobile network: 400 kbit/s, 400 ms."""
PHONE = 4
"""An old phone is so many times slower than this machine; what takes less than 100 ms still seems to come at once."""
SCRIPTS, INDEX = "assets/search", "/search/"
"""Parts of the addresses of what a search downloads."""


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


Tell = Callable[[Words], None]
"""Hears what is being done."""
_Measured = tuple[list[Bound], dict[str, float]]


def bench_search(
    records: int = 10_000,
    each: int = 25,
    firsts: int = 3,
    timed: int = 14,
    parts: Sequence[str] = ("quality", "growth"),
    tell: Tell = lambda step: None,
) -> Benched:
    """Measure with so many pages.

    `parts`: "quality" asks `each` queries of each sort, and `firsts` of them as the first on a page; those of `timed`
    sorts also on a slow line and typed sign by sign. "growth" compares the bytes with those of ten times the pages.
    """
    measured = [_PARTS[part](records, _Sample(each, firsts, timed), tell) for part in parts]
    bounds = tuple(bound for found, _ in measured for bound in found)
    return Benched(bounds, {name: spent for _, seconds in measured for name, spent in seconds.items()}, {})


class _Sample(NamedTuple):
    """How many queries of each sort are asked, how many as the first on a page, and of how many sorts on a slow line.

    Of the bytes of these the most counts, of their times on a slow line the median.
    """

    each: int
    firsts: int
    timed: int


def _quality(records: int, sample: _Sample, tell: Tell) -> _Measured:
    searched, files, spent = built(records, tell)
    tell(_ASKING.fill(queries=14 * sample.each))
    asking = list(queries(searched, sample.each))
    with serve({**files, **page_files()}) as address, chromium() as browser:
        asked = _ask_all(browser, address, searched, asking)
        tell(_FIRSTS)
        chosen = some_of_each_sort(asking, sample.firsts)
        firsts = {
            sort: max(_first_bytes(browser, address, each) for each in some) for sort, some in chosen.items()
        }
        timed = dict(islice(chosen.items(), sample.timed))
        slow = {
            sort: statistics.median(_first_slow(browser, address, each) for each in some)
            for sort, some in timed.items()
        }
        typed = [some[-1] for some in timed.values()]
        stalls = [_longest_task(browser, address, typed, slower) for slower in (1, PHONE)]
    bounds = [*_found(asked), *_cost(asked, firsts, slow), *_typing(*stalls), *_build(searched, spent)]
    seconds = {f"{sort}, first result on a slow line": seconds for sort, seconds in slow.items()}
    return [*bounds, *_edit(searched, files)], {**_seconds(asked), **seconds, "building": spent}


def _growth(records: int, _: _Sample, tell: Tell) -> _Measured:
    """The same queries asked of so many pages and of ten times as many, which hold the same pages and more."""
    asking: list[Query] = []
    sizes, spent = [], {}
    for count in (records, 10 * records):
        searched, files, spent[f"building {count} pages"] = built(count, tell)
        asking = asking or list(queries(searched, 3))
        tell(_COMPARING.fill(records=count))
        with serve({**files, **page_files()}) as address, chromium() as browser:
            chosen = some_of_each_sort(asking, 1).values()
            firsts = [_first_bytes(browser, address, typed) for (typed,) in chosen]
            asked = _ask_all(browser, address, searched, asking)
        sizes.append((statistics.median(firsts), statistics.median(each.index for each in asked)))
    (first, later), (first_of_many, later_of_many) = sizes
    return [
        Bound("first result, bytes of ten times the records, at most", first_of_many / first, 2),
        Bound("later queries, bytes of ten times the records, at most", later_of_many / later, 2),
    ], spent


_PARTS = {"quality": _quality, "growth": _growth}


def built(records: int, tell: Tell) -> tuple[Searched, dict[str, bytes], float]:
    """Pages, their index, and the seconds of computing it took."""
    tell(_BUILDING.fill(records=records))
    searched = generate(records)
    begun = time.process_time()
    files = dict(search_files(searched))
    return searched, files, time.process_time() - begun


def some_of_each_sort(asking: Iterable[Query], many: int) -> Mapping[str, list[str]]:
    """The last so many queries of each sort, as typed."""
    found: dict[str, list[str]] = defaultdict(list)
    for query in asking:
        found[query.sort] = [*found[query.sort], query.typed][-many:]
    return found


def _build(searched: Searched, spent: float) -> Iterator[Bound]:
    """The floor: every two characters of every page as a set, which any index of pairs begins with."""
    begun = time.process_time()
    for entry in searched.entries:
        {*zip(entry.text, entry.text[1:], strict=False)}
    floor = time.process_time() - begun
    yield Bound("building the index, ms a record, at most", spent * 1000 / len(searched.entries), 1.0)
    yield Bound("building the index, its ms / those of taking pairs alone, at most", spent / floor, 10.0)


def _edit(searched: Searched, files: Mapping[str, bytes]) -> Iterator[Bound]:
    """One sentence more in one page of every segment: of the newest year, and of earlier ones."""
    segments = list(segments_of(searched.entries))
    edits = [_edited(files, segments, entries) for entries in segments]
    yield Bound("one record changed, ms, at most", max(took for took, _ in edits) * 1000, 100)
    yield Bound("one record changed, kB rewritten, at most", max(size for _, size in edits) / 1000, 300)


def _edited(
    files: Mapping[str, bytes], segments: Sequence[Sequence[Entry]], entries: Sequence[Entry]
) -> tuple[float, int]:
    """The seconds and the bytes written for the first page, from the middle on, that a sentence more leaves in as many passages."""
    for before in entries[len(entries) // 2 :]:
        after = replace(before, text=f"{before.text}\n另外补写一句，金额1,234.56元。")
        begun = time.perf_counter()
        written = search_edit(files, segments, before, after)
        if written is not None:
            return time.perf_counter() - begun, sum(map(len, written.values()))
    raise ValueError("no page can be changed")


def _found(asked: Sequence[Asked]) -> Iterator[Bound]:
    exact = [each for each in asked if each.query.sort != NEAR]
    near = [each for each in asked if each.query.sort == NEAR]
    yield _worst("true pages not found, of 1", exact, lambda each: each.missed, 0.0)
    yield _worst("wrong pages among the first ten, of 1", exact, lambda each: each.wrong, 0.01)
    yield _worst("1 - reciprocal rank", near, lambda each: 1 - each.reciprocal, 0.1)


def _worst(name: str, asked: Sequence[Asked], value: Callable[[Asked], float], bound: float) -> Bound:
    """The mean of the sort that does worst."""
    means = {sort: statistics.fmean(map(value, some)) for sort, some in by_sort(asked).items()}
    sort = max(means, key=lambda each: means[each])
    return Bound(f"{name}, worst sort ({sort}), at most", means[sort], bound)


def by_sort(asked: Sequence[Asked]) -> Mapping[str, list[Asked]]:
    """What was asked, by the sort of its query."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for each in asked:
        found[each.query.sort].append(each)
    return found


def _cost(asked: Sequence[Asked], firsts: Mapping[str, int], slow: Mapping[str, float]) -> Iterator[Bound]:
    took = sorted(each.took for each in asked)
    texts = [size for each in asked for size in each.texts]
    yield from _firsts("first result, kB in all", {sort: size / 1000 for sort, size in firsts.items()}, 80)
    index = statistics.median(each.index for each in asked) / 1000
    yield Bound("later queries, median kB of index, at most", index, 25)
    yield Bound("an excerpt, mean kB, at most", statistics.fmean(texts or [0]) / 1000, 2)
    yield Bound("a query, median ms, at most", statistics.median(took), 30)
    yield Bound("a query, 95th of 100, ms, at most", took[int(len(took) * 0.95)], 120)
    yield from _firsts("first result at 400 kbit/s and 400 ms, s", slow, 2.5)


def _firsts(name: str, by_sort: Mapping[str, float], bound: float) -> Iterator[Bound]:
    worst = max(by_sort, key=lambda sort: by_sort[sort])
    yield Bound(f"{name}, median of the sorts, at most", statistics.median(by_sort.values()), bound)
    yield Bound(f"{name}, worst sort ({worst}), at most", by_sort[worst], bound)


def _typing(here: float, on_a_phone: float) -> Iterator[Bound]:
    yield Bound("longest stall while typing, ms (0: none of 50), at most", here, 50)
    yield Bound("the same at a quarter of the speed, ms, at most", on_a_phone, 100)


def _seconds(asked: Sequence[Asked]) -> Mapping[str, float]:
    return {
        sort: statistics.median(each.took for each in some) / 1000 for sort, some in by_sort(asked).items()
    }


def _ask_all(browser: Any, address: str, searched: Searched, asking: Sequence[Query]) -> list[Asked]:
    """Every query, one after the other, on one page."""
    order = numbered(searched)
    with opened(browser, address) as (page, _, traffic):
        page.keyboard.press("/")
        page.wait_for_selector("#fz-search[data-ready]")
        return [_ask(page, traffic, query, order) for query in asking]


def numbered(searched: Searched) -> Sequence[Sequence[int]]:
    """The numbers of all entries as the index holds them: by segment."""
    numbers = {id(entry): at for at, entry in enumerate(searched.entries)}
    return [[numbers[id(entry)] for entry in segment] for segment in segments_of(searched.entries)]


def _first_bytes(browser: Any, address: str, typed: str) -> int:
    """The bytes until a first query's results stand there: scripts, list of files, index, texts."""
    with opened(browser, address) as (page, _, traffic):
        _type(page, typed)
        page.wait_for_load_state("networkidle")
        return traffic.of(SCRIPTS, INDEX)


def _first_slow(browser: Any, address: str, typed: str) -> float:
    """The seconds until the first result stands there on a slow line."""
    with opened(browser, address) as (page, tools, _):
        tools.send("Network.emulateNetworkConditions", SLOW)
        return _type(page, typed)


def _type(page: Any, typed: str) -> float:
    """Open the search and type; the seconds until the first result, by the page's own clock: playwright asks twice a second."""
    page.evaluate(_WATCH)
    page.keyboard.press("/")
    page.keyboard.insert_text(typed)
    return float(page.evaluate("window.fzFirst")) / 1000


def _longest_task(browser: Any, address: str, all_typed: Sequence[str], slower: int) -> float:
    """The milliseconds of the longest stall while the queries are typed sign by sign, 0 for none of 50 or more.

    `slower`: how many times slower than this machine.
    """
    with opened(browser, address) as (page, tools, _):
        tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.keyboard.press("/")
        page.wait_for_selector("#fz-search[data-ready]")
        page.evaluate(_STALLS)
        for typed in all_typed:
            page.locator("#fz-search input").fill("")
            page.locator("#fz-search input").press_sequentially(typed, delay=90)
        page.wait_for_load_state("networkidle")
        return float(page.evaluate("Math.max(0, ...window.fzStalls)"))


def _ask(page: Any, traffic: Traffic, query: Query, order: Sequence[Sequence[int]]) -> Asked:
    before = set(traffic.sizes)
    got = page.evaluate(QUERY, [query.typed, 1 if query.lang == "en" else 0])
    new = {url: size for url, size in traffic.sizes.items() if url not in before}
    is_text: Callable[[str], bool] = lambda url: url.rpartition(INDEX)[2].count("/") == 1  # noqa: E731
    return Asked(
        query,
        frozenset(order[segment][entry] for segment, entry in got["hits"]),
        tuple(order[segment][entry] for segment, entry in got["shown"]),
        sum(size for url, size in new.items() if not is_text(url)),
        tuple(size for url, size in new.items() if is_text(url)),
        got["took"],
    )


QUERY = """async ([typed, lang]) => {
  const reader = FazhiSearch.reader, begun = performance.now();
  const number = (hit) => [hit.span.segment.number, hit.span.from + hit.entry];
  const shown = [];
  let answer = await reader.search(typed, { lang, narrowed: {}, sort: "" }), took = 0;
  for (let next = 0; shown.length < 10; next += 10) {
    while (next >= answer.hits.length && answer.rest.length) answer = await reader.further(answer);
    const some = answer.hits.slice(next, next + 10);
    if (!some.length) break;
    const texts = await Promise.all(some.map((hit) => reader.show(hit, answer).then((text) => {
      if (text && !took) took = performance.now() - begun;
      return text;
    })));
    some.forEach((hit, at) => { if (texts[at] && shown.length < 10) shown.push(number(hit)); });
  }
  return { hits: answer.hits.map(number), shown, took: took || performance.now() - begun };
}"""
"""Asks the page's reader: the hits read until ten are shown, which are all where no list is cut, and those of the first ten as segment and entry, the milliseconds to the first text."""

_WATCH = """() => {
  const list = document.querySelector(".fz-search__hits"), begun = performance.now();
  window.fzFirst = new Promise((done) => {
    const seen = () => list.children.length && done(performance.now() - begun);
    new MutationObserver(seen).observe(list, { childList: true });
  });
}"""

_STALLS = """() => {
  window.fzStalls = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.fzStalls.push(task.duration);
  }).observe({ type: "longtask" });
}"""

_BUILDING = Words("正在生成 {records} 页并建索引 …", "making {records} pages and their index …")
_ASKING = Words("正在提 {queries} 个问题 …", "asking {queries} queries …")
_FIRSTS = Words("正在测第一次搜索 …", "measuring first searches …")
_COMPARING = Words("正在测 {records} 页时的下载量 …", "measuring downloads with {records} pages …")
