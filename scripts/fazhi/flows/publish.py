"""Publish a built site: what changed silently is refused, the rest becomes the next release (DESIGN §8)."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fazhi.flows.make_release import (
    Content,
    Draft,
    Order,
    alone,
    clear_leftovers,
    hold_day,
    last_release,
    make_release,
)
from fazhi.ground.laps import Laps
from fazhi.ground.words import Words
from fazhi.nouns.build_list import FILE as BUILD
from fazhi.nouns.facts import Facts, facts_of, new_salt, salted
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.manifest import SMALLER, Manifest, bare
from fazhi.nouns.register import Register
from fazhi.nouns.release import STATE, Release, releases_below
from fazhi.verbs import name_assets
from fazhi.verbs.open_release import kept
from fazhi.verbs.pack import Packed, site_files
from fazhi.verbs.silent import corrections_since, mark, silent_edits

Step = Callable[[], None]
Withdrawn = Mapping[str, Mapping[str, Any]]
"""What town.yml says was taken back, by the record's id."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a release changes: paths of files of the site that are new, other and gone, and ids of records."""

    added: list[str]
    changed: list[str]
    removed: list[str]
    first: list[str]
    corrected: list[str]


@dataclass(frozen=True, slots=True)
class Published:
    """A release that is served; how many files were written, with how many bytes, and how many are one with the last
    release's; and the seconds that each step took."""

    manifest: Manifest
    written: int
    size: int
    linked: int
    seconds: Mapping[str, float]


def publish(register: Register, site: Path, order: Order, step: Step) -> Published:
    """Let the site in a folder be served below a publish root. Raises Refused; what is served stays then.

    `site` was built from `register`, and its pages were held against the rules.
    """
    laps = Laps()
    facts, withdrawn = gate_register(register, order), register.town.withdrawn
    laps.done("facts")
    with alone(order.root):
        last = last_release(order)
        laps.done("last release")
        hold(facts, withdrawn, last, order)
        planned = draft(facts, withdrawn, last)
        laps.done("silent edits")
        clear_leftovers(order.root, last)
        names = site_files(site)
        _hold_withdrawn(site, withdrawn, last)
        _hold_space(site, names, last, order)
        laps.done("site")
        told, packed = make_release(order, last, _content(site, names), planned, step, laps)
    return _published(told, packed, laps)


def _published(told: Manifest, packed: Packed, laps: Laps) -> Published:
    return Published(told, len(packed.written), packed.size, packed.linked, laps.seconds)


def foresee(register: Register, site: Path, order: Order) -> Changes:
    """What publishing would change; nothing is written. Raises Refused where it would be refused."""
    facts, withdrawn = gate_register(register, order), register.town.withdrawn
    last = last_release(order)
    hold(facts, withdrawn, last, order)
    old = last.manifest.files if last else {}
    there: dict[str, bool] = {
        path: path in old and _same(path, data, last) for path, data in _content(site, site_files(site))
    }
    told = draft(facts, withdrawn, last).events
    return Changes(
        sorted(there.keys() - old.keys()),
        sorted(path for path, same in there.items() if path in old and not same),
        sorted(path for path in old.keys() - there.keys() if bare(path) == path and path != STATE),
        [event["record"] for event in told if event["what"] == "first"],
        [event["record"] for event in told if event["what"] == "correction"],
    )


def _same(path: str, data: bytes, last: Release | None) -> bool:
    salt = last.salts.of_file(path) if last and last.salts else None
    return last is not None and salt is not None and salted(salt, data) == last.manifest.files[path].sha256


def gate_register(register: Register, order: Order) -> dict[str, Facts]:
    """The facts of a register that may go out. Raises Refused for demonstration data that nobody asked for, and for a day
    that is past."""
    hold_day(order)
    if register.has_samples and not order.samples:
        raise Refused(Fault("town.yml", "samples", _SAMPLES))
    return facts_of(register)


def hold(facts: dict[str, Facts], withdrawn: Withdrawn, last: Release | None, order: Order) -> None:
    """Raises Refused for silent edits, and for a day before the last release's."""
    if last is None:
        return
    if order.on < last.manifest.on:
        raise Refused(Fault("--as-of", "backwards", _BACKWARDS.fill(last=last.manifest.on)))
    if last.salts is None:
        raise Refused(Fault("salts.json", "salts-missing", _NO_SALTS))
    if faults := silent_edits(facts, withdrawn, last, order.on):
        raise Refused(*faults)


def draft(facts: dict[str, Facts], withdrawn: Withdrawn, last: Release | None) -> Draft:
    """What a release says of its records, and what the ledger will say of it."""
    known = _salts(facts, last) if last else {}
    salts = {id: known.get(id) or new_salt() for id in facts}
    published = last.ledger.first_published if last else {}
    first = [{"what": "first", "record": id} for id in sorted(facts.keys() - published.keys())]
    old = {(each["record"], each["digest"]) for each in last.ledger.told("correction")} if last else set()
    corrected = [
        {"what": "correction", "record": id, "digest": digest, **_private(entry)}
        for id in sorted(facts)
        for entry in corrections_since(id, facts[id], last)
        if (id, digest := salted(salts[id], entry)) not in old  # told before a release was rolled back
    ]
    told = last.ledger.withdrawn if last else {}
    taken = [
        {"what": "withdrawal", "record": id, "reason": withdrawn[id]["reason"], "by": withdrawn[id]["by"]}
        for id in sorted(withdrawn.keys() & published.keys() - told.keys())
    ]
    return Draft(
        {id: mark(each, salts[id]) for id, each in facts.items()}, salts, [*first, *corrected, *taken]
    )


def _salts(facts: Mapping[str, Facts], last: Release) -> Mapping[str, str]:
    """The salts of records, of those too that the last release, rolled back, has not and a kept one before it has."""
    known = dict(last.salts.records) if last.salts else {}
    missing = (facts.keys() & last.ledger.first_published.keys()) - known.keys()
    for folder in reversed(releases_below(last.folder.parent.parent)) if missing else ():
        with suppress(Refused):  # of another form, or damaged: its salts are not known any more
            salts = kept(folder, last.ledger).salts
            known |= (
                {id: salts.records[id] for id in (missing & salts.records.keys()) - known.keys()}
                if salts
                else {}
            )
    return known


def _private(entry: str) -> dict[str, str]:
    return {"private": "yes"} if json.loads(entry).get("privacy") else {}


def _content(site: Path, names: list[str]) -> Content:
    """The files of the site, those that pages load under names with their hash too."""
    new = name_assets.renamed(site)
    rewrite = name_assets.rewriter(new)
    here = set(names)
    for path in names:
        if path in (STATE, BUILD) or (path.endswith(SMALLER) and bare(path) in here):
            continue
        data = (site / path).read_bytes()
        yield path, rewrite(data) if path.endswith(".html") else data
        if name := new.get(path.removeprefix("assets/")) if path.startswith("assets/") else None:
            yield f"assets/{name}", data


def _hold_withdrawn(site: Path, withdrawn: Withdrawn, last: Release | None) -> None:
    """Raises Refused where the site still has the page of a record that is being withdrawn: it was built before."""
    taken = withdrawn.keys() & (last.manifest.records.keys() if last else set())
    rewrite = name_assets.rewriter(name_assets.renamed(site) if taken else {})
    pages = {f"{way}{id}/index.html" for id in taken for way in ("", "en/")}
    old = last.manifest.files if last else {}
    here = [path for path in sorted(pages & old.keys()) if (site / path).is_file()]
    faults = [path for path in here if _same(path, rewrite((site / path).read_bytes()), last)]
    if faults:
        raise Refused(*(Fault(path, "withdrawn-page", _STILL_THERE) for path in faults))


def _hold_space(site: Path, names: list[str], last: Release | None, order: Order) -> None:
    """Raises Refused where the disk has no room for what is likely new, its compressed copies, and the lists."""
    old = last.manifest.files if last else {}
    sizes = {path: (site / path).stat().st_size for path in names}
    new = sum(size for path, size in sizes.items() if path not in old or old[path].size != size)
    needed = 2 * new + 600 * len(names) + _SPARE
    if (free := shutil.disk_usage(order.root).free) < needed:
        words = _NO_SPACE.fill(needed=needed // 1_000_000, free=free // 1_000_000)
        raise Refused(Fault(str(order.root), "disk-full", words))


def rolled_back(order: Order, to: str, step: Step) -> Published:
    """Let the content of an earlier release be served again, as a release of its own that says so. Raises Refused."""
    hold_day(order)
    with alone(order.root):
        last = last_release(order)
        if last is None or to not in last.ledger.releases or not (order.root / "releases" / to).is_dir():
            raise Refused(Fault(to, "no-release", _NO_RELEASE))
        back = kept(last.folder.with_name(to), last.ledger)
        if back.salts is None or back.manifest.records.keys() & last.ledger.taken_since(back.manifest.lines):
            raise Refused(Fault(to, "withdrawn", _HAS_WITHDRAWN))
        clear_leftovers(order.root, last)
        again = Draft(back.manifest.records, back.salts.records, [], back_to=to)
        laps = Laps()
        told, packed = make_release(order, _as_base(back, last), _kept(back), again, step, laps)
    return _published(told, packed, laps)


def _as_base(back: Release, last: Release) -> Release:
    """The earlier release's files, with the ledger as it stands now."""
    return Release(back.folder, back.manifest, back.salts, last.ledger)


def _kept(back: Release) -> Iterator[tuple[str, bytes]]:
    """Every file of an earlier release. Raises Refused for one that is not as it was published."""
    for path in back.manifest.files:
        if path != STATE and bare(path) not in back.manifest.files.keys() - {path}:
            if (data := back.content(path)) is None:
                raise Refused(Fault(path, "file-changed", _NOT_AS_WAS.fill(release=back.id)))
            yield path, data


_SPARE = 2_000_000
_STILL_THERE = Words(
    "撤下的记录还在网站里；请重新生成", "the site still has the withdrawn record; build it again"
)
_SAMPLES = Words(
    "有演示数据；正式发布前用 fazhi samples --remove 清除，或加 --samples 作演示发布",
    "there is demonstration data; clear it with fazhi samples --remove, or publish a demonstration with --samples",
)
_BACKWARDS = Words("发布日期早于上次发布（{last}）", "the day is before that of the last release ({last})")
_NO_SALTS = Words(
    "上次发布缺少 salts.json，无法比较", "the last release has no salts.json: nothing can be compared"
)
_NO_SPACE = Words(
    "磁盘空间不够：约需 {needed} MB，只有 {free} MB",
    "not enough room: about {needed} MB needed, {free} MB free",
)
_NO_RELEASE = Words("没有这次发布，或已不再保存", "there is no such release, or it is no longer kept")
_NOT_AS_WAS = Words(
    "保存的 {release} 里，这个文件不是当时发布的内容，不能恢复到这次发布",
    "in the kept release {release} this file is not what was published; it cannot come back",
)
_HAS_WITHDRAWN = Words(
    "这次发布含有后来撤下、或因个人信息更正的记录，不能恢复",
    "this release holds a record that was withdrawn, or corrected for the sake of privacy, later; it cannot come back",
)
