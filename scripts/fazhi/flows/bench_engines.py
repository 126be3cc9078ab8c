"""Measure our search beside others: the same pages, the same queries with the same truth, one Chromium, one run."""

import gzip
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fazhi.flows import other_engines
from fazhi.flows.bench_check import Benched, Bound, Figures
from fazhi.flows.bench_search import (
    INDEX,
    QUERY,
    SCRIPTS,
    Asked,
    Tell,
    built,
    by_sort,
    numbered,
    some_of_each_sort,
)
from fazhi.flows.other_engines import ENGINES, LIMIT, Engine, TooSlow
from fazhi.flows.search_browser import Traffic, chromium, opened, page_files, serve
from fazhi.ground.words import Words, same
from fazhi.nouns.entry import Searched
from fazhi.verbs.search_queries import NEAR, Query, queries

OURS = "fazhi"


class NoEngine(Exception):
    """None of the other engines is installed."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """An engine ready to be asked.

    `own` are parts of the addresses of what it downloads, `building` milliseconds a record. `open` and `ask` are run in
    the page; `number` tells the number of the entry that a hit stands for.
    """

    label: str
    files: Mapping[str, bytes]
    own: tuple[str, ...]
    building: float
    open: str
    ask: str
    number: Callable[[Any], int]
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """What an engine did: the queries with their answers, and what it costs.

    `opening`: seconds until it can be asked, the least of the times it was opened. `firsts`: bytes up to and with a first result, one of a sort, or one
    where all is downloaded whatever is asked. `building`: milliseconds a record. `sizes`: bytes of all its files, as
    they are and compressed.
    """

    label: str
    asked: Sequence[Asked]
    opening: float
    firsts: Sequence[int]
    building: float
    sizes: tuple[int, int]

    def recall(self, sort: str) -> float:
        """The part of what is true that was found, mean of a sort."""
        return statistics.fmean(1 - each.missed for each in by_sort(self.asked)[sort])

    def right(self, sort: str) -> float:
        """The part of the first ten that is true, mean of a sort; nothing shown is nothing right."""
        asked = by_sort(self.asked)[sort]
        return statistics.fmean(1 - each.wrong if each.shown else 0.0 for each in asked)

    @property
    def reciprocal(self) -> float:
        """One divided by the rank of the page that was meant, mean, where a character was wrong."""
        return statistics.fmean(each.reciprocal for each in by_sort(self.asked)[NEAR])


def bench_engines(
    records: int = 10_000,
    each: int = 25,
    firsts: int = 14,
    engines: Sequence[Engine] = ENGINES,
    tell: Tell = lambda step: None,
) -> Benched:
    """Ask ours and each of the others that is installed; raises NoEngine, NoBrowser.

    `each` queries of every sort are asked, and one of `firsts` sorts as the first on a page.
    """
    present = _present(engines, tell)
    with chromium() as browser:
        searched, files, spent = built(records, tell)
        run = _Run(browser, searched, list(queries(searched, each)), firsts, tell)
        ours = run.measure(_ours(searched, files, spent))
        others = [run.measure_other(engine) for engine in present]
    ready = [other for other in others if isinstance(other, Measured)]
    left_out = [other for other in others if isinstance(other, Words)]
    bounds = tuple(bound for other in ready for bound in _no_worse(ours, other))
    notes = (_TYPED, _AS_SHIPPED, *(engine.note for engine in present), *left_out)
    return Benched(bounds, {}, {}, tables=tuple(_tables([ours, *ready])), notes=notes)


def _present(engines: Sequence[Engine], tell: Tell) -> Sequence[Engine]:
    for absent in (engine for engine in engines if not engine.is_installed):
        tell(_NOT_INSTALLED.fill(engine=absent.label))
    present = [engine for engine in engines if engine.is_installed]
    if not present:
        raise NoEngine
    return present


@dataclass(frozen=True, slots=True)
class _Run:
    """One run: a browser, pages and queries, the same for every engine."""

    browser: Any
    searched: Searched
    asking: Sequence[Query]
    firsts: int
    tell: Tell

    def measure_other(self, engine: Engine) -> Measured | Words:
        """What an engine did, or why it did not."""
        self.tell(_BUILDING.fill(engine=engine.label))
        try:
            return self.measure(_other(engine, self.searched))
        except TooSlow:
            return _TOO_SLOW.fill(
                engine=engine.label, records=len(self.searched.entries), minutes=LIMIT // 60
            )
        except subprocess.CalledProcessError as failed:
            return _FAILED.fill(engine=engine.label, code=failed.returncode)

    def measure(self, stand: _Stand) -> Measured:
        """Ask all queries on one page, then some as the first on a page."""
        self.tell(_ASKING.fill(engine=stand.label, queries=len(self.asking)))
        chosen = [typed for (typed,) in some_of_each_sort(self.asking, 1).values()]
        sent = Traffic({})
        with serve(stand.files, sent) as address:
            with opened(self.browser, address) as (page, _, _):
                opening = _open(page, stand)
                asked = [_ask(page, stand, sent, query) for query in self.asking]
            some = chosen[: 1 if stand.is_whole else self.firsts]
            firsts = [_first(self.browser, address, stand, sent, typed) for typed in some]
        opening = min(opening, *(each for each, _ in firsts))
        sizes = [size for _, size in firsts]
        return Measured(stand.label, asked, opening, sizes, stand.building, _sizes(stand))


def _ours(searched: Searched, files: Mapping[str, bytes], spent: float) -> _Stand:
    order = numbered(searched)
    return _Stand(
        OURS,
        {**files, **page_files()},
        (SCRIPTS, INDEX),
        spent * 1000 / len(searched.entries),
        _OPEN_OURS,
        QUERY,
        lambda hit: order[hit[0]][hit[1]],
    )


def _other(engine: Engine, searched: Searched) -> _Stand:
    index = other_engines.build(engine, searched.entries)
    return _Stand(
        engine.label,
        {**index.files, **other_engines.page_files(engine)},
        ("/engine/", "/index/"),
        index.took / len(searched.entries),
        _OPEN,
        _ASK,
        lambda hit: index.names[hit] if index.names else int(hit),
        engine.is_whole,
    )


def _open(page: Any, stand: _Stand) -> float:
    """The seconds until it can be asked."""
    begun = time.perf_counter()
    if not page.evaluate(stand.open, LIMIT * 1000):
        raise TooSlow
    return time.perf_counter() - begun


def _ask(page: Any, stand: _Stand, sent: Traffic, query: Query) -> Asked:
    before = sent.of(*stand.own)
    got = page.evaluate(stand.ask, [query.typed, 1 if query.lang == "en" else 0])
    hits, shown = ([stand.number(hit) for hit in got[name]] for name in ("hits", "shown"))
    return Asked(query, frozenset(hits), tuple(shown), sent.of(*stand.own) - before, (), got["took"])


def _first(browser: Any, address: str, stand: _Stand, sent: Traffic, typed: str) -> tuple[float, int]:
    """The seconds until it can be asked, the bytes until the results of a first query stand there."""
    before = sent.of(*stand.own)
    with opened(browser, address) as (page, _, _):
        opening = _open(page, stand)
        page.evaluate(stand.ask, [typed, 0])
        return opening, sent.of(*stand.own) - before


def _sizes(stand: _Stand) -> tuple[int, int]:
    files = [data for path, data in stand.files.items() if any(part in f"/{path}" for part in stand.own)]
    return sum(map(len, files)), sum(len(gzip.compress(data, 6)) for data in files)


def _no_worse(ours: Measured, other: Measured) -> Iterator[Bound]:
    """Nothing that the other does better, sort by sort, and no more to download."""
    sorts = [sort for sort in by_sort(ours.asked) if sort != NEAR]
    for name, part in (("finds", Measured.recall), ("has right among the first ten", Measured.right)):
        more = {sort: part(other, sort) - part(ours, sort) for sort in sorts}
        worst = max(sorts, key=lambda sort: more[sort])
        yield Bound(
            f"{other.label} {name} more than ours, of 1, worst sort ({worst}), at most", more[worst], 0
        )
    less = statistics.median(ours.firsts) / statistics.median(other.firsts)
    yield Bound(f"first result, bytes of ours / of {other.label}, at most", less, 1)


def _tables(engines: Sequence[Measured]) -> Iterator[Figures]:
    labels = tuple(engine.label for engine in engines)
    sorts = [sort for sort in by_sort(engines[0].asked) if sort != NEAR]
    for title, part in ((_RECALL, Measured.recall), (_RIGHT, Measured.right)):
        yield Figures(title, labels, {same(sort): [part(each, sort) for each in engines] for sort in sorts})
    yield Figures(_NEAR, labels, {same(NEAR): [each.reciprocal for each in engines]})
    rows = {words: [cost(each) for each in engines] for words, cost in _COSTS.items()}
    yield Figures(_COST, labels, rows)


def _slowest(engine: Measured) -> float:
    """The milliseconds of the query that only 5 of 100 are slower than."""
    return sorted(each.took for each in engine.asked)[int(len(engine.asked) * 0.95)]


_COSTS: Mapping[Words, Callable[[Measured], float]] = {
    Words("首次结果，kB（中位数）", "first result, kB (median)"): lambda it: (
        statistics.median(it.firsts) / 1000
    ),
    Words("首次结果，kB（最多）", "first result, kB (most)"): lambda it: max(it.firsts) / 1000,
    Words("以后每次，kB（中位数）", "later queries, kB (median)"): lambda it: (
        statistics.median(each.index for each in it.asked) / 1000
    ),
    Words("可以提问之前，s", "until it can be asked, s"): lambda it: it.opening,
    Words("每次提问，ms（中位数）", "a query, ms (median)"): lambda it: statistics.median(
        each.took for each in it.asked
    ),
    Words("每次提问，ms（百分之九十五以内）", "a query, ms (95th of 100)"): _slowest,
    Words("建索引，每页计算 ms", "building the index, ms of computing a page"): lambda it: it.building,
    Words("全部文件，MB", "all files, MB"): lambda it: it.sizes[0] / 1e6,
    Words("全部文件压缩后，MB", "all files compressed, MB"): lambda it: it.sizes[1] / 1e6,
}

_OPEN_OURS = """async () => {
  document.querySelector("[data-fz=search]").click();
  while (!document.querySelector("#fz-search[data-ready]")) await new Promise((done) => setTimeout(done, 5));
  return true;
}"""

_OPEN = """(limit) => Promise.race([
  FazhiEngine.open().then((ask) => { window.fzAsk = ask; return true; }),
  new Promise((done) => setTimeout(() => done(false), limit)),
])"""

_ASK = """async ([typed]) => {
  const begun = performance.now();
  const { found, show } = await fzAsk(typed);
  const shown = found.slice(0, 10);
  let took = 0;
  const seen = () => { took ||= performance.now() - begun; };
  await Promise.all(shown.map((_, at) => Promise.resolve(show?.(at)).then(seen)));
  seen();
  return { hits: found, shown, took };
}"""

_BUILDING = Words("正在给 {engine} 建索引 …", "building the index of {engine} …")
_ASKING = Words("正在向 {engine} 提 {queries} 个问题 …", "asking {engine} {queries} queries …")
_NOT_INSTALLED = Words(
    "没有安装 {engine}，这次不测它；有了 node 和 npm，python3 run.py test 会安装",
    "{engine} is not installed and is left out; where node and npm are, python3 run.py test installs it",
)
_TOO_SLOW = Words(
    "{engine}：{records} 页在 {minutes} 分钟内没有准备好，没有测。",
    "{engine}: was not ready with {records} pages within {minutes} minutes and is left out.",
)
_FAILED = Words(
    "{engine}：建索引时出错（代码 {code}），没有测。",
    "{engine}: building its index failed (code {code}); it is left out.",
)
_TYPED = Words(
    "问题照打的样子交给每个引擎：文号、金额、日期不改写，也不另给拼音。",
    "Queries reach every engine as typed: document numbers, amounts and dates are not rewritten, no pinyin is added.",
)
_AS_SHIPPED = Words(
    "fazhi：页面自己的程序；一直读到有十条或读完为止（页面上要再往下看才继续），下载前十条的摘录。",
    "fazhi: the scripts of its pages; reads on until it has ten results or all is read, which a page does only for who "
    "asks for more; downloads the excerpts of the first ten.",
)
_RECALL = Words("找到的（应找到的中的比例，各类平均）", "found (part of what is true, mean of each sort)")
_RIGHT = Words("前十条中对的（比例，各类平均）", "right among the first ten (part, mean of each sort)")
_NEAR = Words("错一字的标题：名次的倒数（平均）", "a title with one character wrong: 1 / rank (mean)")
_COST = Words("代价", "what it costs")
