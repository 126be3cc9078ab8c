"""`fazhi bench …`: measure this program on this machine, as ratios within one run."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.flows.bench_check import Benched, Figures, bench_check
from fazhi.flows.bench_engines import NoEngine, bench_engines
from fazhi.flows.bench_publish import bench_publish
from fazhi.flows.bench_search import bench_search
from fazhi.flows.search_browser import NoBrowser
from fazhi.ground.words import Words

BENCHES = ("check", "publish", "search")
PARTS = ("quality", "growth")
ENGINES = "engines"
"""A part of its own: it needs what no other does."""
MANY = 10_000
"""Pages to measure with unless told."""
_NAME = 44
"""Columns of a row's name."""


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument(
        "what", choices=sorted(BENCHES), metavar="WHAT", help=_WHAT.fill(names=" ".join(BENCHES)).in_(lang)
    )
    parser.add_argument("--records", type=int, metavar="N", help=_RECORDS.in_(lang))
    parser.add_argument("--part", choices=sorted((*PARTS, ENGINES)), help=_PART.in_(lang))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_(lang))


def _run(call: Call) -> int:
    print(call.say(_MEASURING), file=sys.stderr)
    benched = _measure(call)
    print(_json(benched) if call.args.format == "json" else _text(benched, call.lang))
    return FINE if all(bound.ok for bound in benched.bounds) else CONTENT_FAULT


def _measure(call: Call) -> Benched:
    what, records, part = call.args.what, call.args.records, call.args.part
    if part and what != "search":
        raise WrongUse(_SEARCH_ONLY)
    if records is not None and (what == "check" or not 100 <= records <= 1_000_000):
        raise WrongUse(_RECORDS_WRONG)
    if what == "check":
        return bench_check()
    return bench_publish(records or MANY) if what == "publish" else _search(call, records or MANY, part)


def _search(call: Call, records: int, part: str | None) -> Benched:
    def tell(step: Words) -> None:
        print(call.say(step), file=sys.stderr, flush=True)

    try:
        if part == ENGINES:
            return bench_engines(records, tell=tell)
        return bench_search(records, parts=(part,) if part else PARTS, tell=tell)
    except NoBrowser:
        raise WrongUse(_NO_BROWSER) from None
    except NoEngine:
        raise WrongUse(_NO_ENGINE) from None


def _json(benched: Benched) -> str:
    bounds = [
        {"name": bound.name, "measured": round(bound.measured, 3), "bound": bound.bound, "ok": bound.ok}
        for bound in benched.bounds
    ]
    report = {
        "ok": all(bound.ok for bound in benched.bounds),
        "bounds": bounds,
        "seconds": {name: round(spent, 4) for name, spent in benched.seconds.items()},
        "counts": dict(benched.counts),
        "rules": {code: round(spent, 4) for code, spent in benched.rules.items()},
        "tables": [_table(table) for table in benched.tables],
        "notes": [note.en for note in benched.notes],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _table(table: Figures) -> dict[str, object]:
    rows = {
        row.en: dict(zip(table.columns, (round(each, 4) for each in figures), strict=True))
        for row, figures in table.rows.items()
    }
    return {"title": table.title.en, "rows": rows}


def _text(benched: Benched, lang: str) -> str:
    lines = [
        f"{_OK[bound.ok].in_(lang)}  {bound.name}: {bound.measured:.2f} / {bound.bound:g}"
        for bound in benched.bounds
    ]
    spent = [f"  {seconds:8.3f} s  {name}" for name, seconds in benched.seconds.items()]
    counts = [f"  {count:10,}  {name}" for name, count in benched.counts.items()]
    slowest = [f"  {seconds * 1000:8.1f} ms  {code}" for code, seconds in list(benched.rules.items())[:12]]
    rules = [_RULES.in_(lang), *slowest] if slowest else []
    took = [_SECONDS.in_(lang), *spent] if spent else []
    tables = [line for table in benched.tables for line in _lines(table, lang)]
    notes = ["", *(f"- {note.in_(lang)}" for note in benched.notes)] if benched.notes else []
    return "\n".join([*lines, *took, *counts, *rules, *tables, *notes])


def _lines(table: Figures, lang: str) -> Iterator[str]:
    """A heading, the columns' names, and a line for each row; an empty line before."""
    rows = {row.in_(lang): [_digits(each) for each in figures] for row, figures in table.rows.items()}
    widths = [max(9, len(name)) + 1 for name in table.columns]
    yield ""
    yield table.title.in_(lang)
    for name, cells in {"": list(table.columns), **rows}.items():
        yield f"  {_padded(name)}{_cells(cells, widths)}"


def _cells(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))


def _padded(name: str) -> str:
    """A row's name in a column of its own; Han characters are two wide."""
    return name + " " * (_NAME - sum(2 if east_asian_width(sign) in "WF" else 1 for sign in name))


def _digits(figure: float) -> str:
    """Three decimals of what is less than ten, one of the rest."""
    return f"{figure:.3f}" if abs(figure) < 10 else f"{figure:,.1f}"


_WHAT = Words("测什么：{names}", "what to measure: {names}")
_FORMAT = Words("输出格式：text 或 json", "output: text or json")
_RECORDS = Words(
    "搜索、发布：用多少页来测，默认 10000", "search, publish: with how many pages, 10,000 without"
)
_PART = Words(
    "搜索：只测 quality（找得全不全、准不准、快不快）、growth（页数增为十倍时的下载量）或 engines（与别的搜索程序在同一次运行中比较，要用 node）",
    "search: measure only quality (what is found, how fast), growth (downloads with ten times the pages) or engines "
    "(beside other search engines in the same run; needs node)",
)
_RECORDS_WRONG = Words(
    "--records 只用于 bench search 和 bench publish，应是100到1000000之间的数",
    "--records belongs to bench search and bench publish and is a number from 100 to 1,000,000",
)
_SEARCH_ONLY = Words("--part 只用于 bench search", "--part belongs to bench search")
_NO_BROWSER = Words(
    "测搜索要用 chromium 和测试用的库；请先运行 python3 run.py test",
    "measuring search needs chromium and the libraries of the tests; run python3 run.py test first",
)
_NO_ENGINE = Words(
    "别的搜索程序一个也没有安装；请先安装 node 和 npm，再运行 python3 run.py test",
    "none of the other search engines is installed; install node and npm, then run python3 run.py test",
)
_MEASURING = Words(
    "正在生成记录并测量，要几分钟 …", "generating records and measuring, which takes some minutes …"
)
_OK = {True: Words("达到", "met"), False: Words("未达", "not met")}
_SECONDS = Words("用时：", "seconds:")
_RULES = Words("最慢的规则（一千份记录）：", "slowest rules (1,000 records):")

COMMAND = Command(Words("在本机上测量速度", "measure the speed on this machine"), _run, _arguments)
