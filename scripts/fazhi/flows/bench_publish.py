"""Measure publishing: a town of generated records, then one of them corrected, and what the second release costs.

Building is not measured: MkDocs renders every page anew, and takes some minutes for ten thousand. The site is made here
from the same records, with pages as large as real ones, each record's own file, and search; so a correction changes here
what it changes there. Publishing is the real one, down to the disk.
"""

import time
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from fazhi import kinds
from fazhi.flows import bench_town
from fazhi.flows.bench_check import Benched, Bound
from fazhi.flows.make_release import Order
from fazhi.flows.publish import Published, publish
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.verbs import read
from fazhi.verbs.record_texts import record_texts
from fazhi.verbs.search_entries import searched
from fazhi.verbs.search_files import search_files

_FRAME = '<li><a href="../../../../{number}/">公开事项 {number}</a><span class="fz-quiet">示例</span></li>\n'
_ROWS = 180
"""Lines around a text: with them a page is as large as a real one, about 20 kB."""
_CHANGED = "更正：另有一笔支出12.30元漏记。"
_OWN = 5
"""Files of a release that are written each time: manifest, salts, ledger, release.json, and a signature."""


def bench_publish(records: int = 10_000) -> Benched:
    """Publish a town, and publish it again with one record corrected."""
    with bench_town.town(records) as root:
        first = _published(root)
        before = {path.relative_to(root / "site"): path.stat().st_mtime_ns for path in _files(root / "site")}
        _correct(root)
        second = _published(root)
        touched = {path.relative_to(root / "site"): path.stat().st_mtime_ns for path in _files(root / "site")}
    changed = len(touched.items() - before.items())
    seconds = {f"first: {step}": spent for step, spent in first.seconds.items()}
    seconds |= {f"one corrected: {step}": spent for step, spent in second.seconds.items()}
    counts = {
        "first: files written": first.written,
        "first: bytes written": first.size,
        "one corrected: files of the site that changed": changed,
        "one corrected: files written": second.written,
        "one corrected: bytes written": second.size,
        "one corrected: of these, the manifest": len(second.manifest.data),
        "one corrected: files kept by a hard link": second.linked,
    }
    return Benched(_bounds(first, second, changed), seconds, {}, counts)


def _bounds(first: Published, second: Published, changed: int) -> tuple[Bound, ...]:
    lists = 2.0 * len(second.manifest.data)  # the salts are as long as the manifest at most
    return (
        Bound(
            "files written for one correction / changed files with copies and lists, at most",
            second.written / (3 * changed + _OWN),
            1.0,
        ),
        Bound(
            "bytes written beside the lists / bytes of the first release, at most",
            max(0.0, second.size - lists) / first.size,
            0.02,
        ),
        Bound(
            "time for one correction / time for the first release, at most", _sum(second) / _sum(first), 0.5
        ),
    )


def _sum(done: Published) -> float:
    return sum(done.seconds.values())


def _published(root: Path) -> Published:
    register = _register(root)
    _write_site(register, root / "site")
    order = Order(root / "www", register.as_of, int(time.time()), samples=True)
    return publish(register, root / "site", order, lambda: None)


def _register(root: Path) -> Register:
    town = read.read_town(root)
    return read.read_register(root, kinds.discover(), town, town.today)


def _correct(root: Path) -> None:
    """The newest record of the town gets another line and the entry that owns up to it."""
    path = max((root / "docs").rglob("*.md"), key=lambda path: (path.parent.name, path.as_posix()))
    head, body = path.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    today = read.read_town(root).today
    entry = f"corrections: [{{on: {today}, what: 补记一笔, why: 漏记, by: reviewer}}]"
    path.write_text(f"---\n{head}\n{entry}\n---\n{body}\n{_CHANGED}\n", encoding="utf-8")


def _write_site(register: Register, site: Path) -> None:
    """Write what differs from what is there, as `fazhi build` does, and remove what is no part of it any more."""
    wanted = _site(register)
    for path, data in wanted.items():
        target = site / path
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    for file in _files(site):
        if file.relative_to(site).as_posix() not in wanted:
            file.unlink()


def _site(register: Register) -> Mapping[str, bytes]:
    frame = "".join(_FRAME.format(number=number) for number in range(_ROWS))
    pages = {f"{id}/index.html": _page(record, frame) for id, record in register.records.items()}
    return {
        "index.html": f"<!doctype html>{frame}".encode(),
        **pages,
        **dict(record_texts(register)),
        **dict(search_files(searched(register))),
    }


def _page(record: Record, frame: str) -> bytes:
    text = escape(record.original.body.text)
    return f"<!doctype html><h1>{escape(record.original.title)}</h1><p>{text}</p><ul>{frame}</ul>".encode()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
