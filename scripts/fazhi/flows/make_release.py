"""Make a release and let it be served: everything is written and on the disk before one rename makes it count.

A kill at any step leaves what was served before, or the new release whole; what is left over is cleared by the next.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from fazhi.ground import durable
from fazhi.ground.laps import Laps
from fazhi.ground.words import Words
from fazhi.nouns import chain, manifest
from fazhi.nouns.chain import Ledger
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.manifest import Manifest, RecordMark, Salts, root_of
from fazhi.nouns.release import ASSETS, BESIDE, CURRENT, RELEASES, STATE, Release, releases_below
from fazhi.verbs import open_release, sign
from fazhi.verbs.name_assets import HASHED
from fazhi.verbs.pack import Packed, folders

HEAD = ".head"
"""Which release was current last: who sets `current` back by hand is found out."""
KEEP, KEEP_DAYS = 10, 90
"""How many releases are kept, and for how many days, unless town.yml says otherwise."""
Content = Iterable[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Order:
    """How to publish: on which day, and what moment it is by the clock (seconds since 1970).

    `signers`: an allowed-signers file's text. `every_days`: when the next release is due.
    """

    root: Path
    on: date
    moment: int
    samples: bool = False
    key: Path | None = None
    signers: str = ""
    accept_last: bool = False
    every_days: int | None = None
    keep: int = KEEP
    keep_days: int = KEEP_DAYS


@dataclass(frozen=True, slots=True)
class Draft:
    """What goes into a release beside its files: marks and salts of records, and what the ledger will say."""

    records: Mapping[str, RecordMark]
    salts: Mapping[str, str]
    events: Sequence[dict[str, str]]
    back_to: str | None = None


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep other publications out. The lock is the system's: it goes with its process, however that ends.

    The web server is another user: whatever our mask, it may enter the folders that are made meanwhile.
    """
    mask = os.umask(0o022)
    try:
        root.mkdir(parents=True, exist_ok=True)
        with FileLock(root / ".lock", timeout=0):
            yield
    except Timeout as error:
        raise Refused(Fault(str(root), "busy", _BUSY)) from error
    finally:
        os.umask(mask)


def hold_day(order: Order) -> None:
    """Raises Refused for a day that is past: the ledger notes when something was really public."""
    today = datetime.fromtimestamp(order.moment, UTC).date()
    if order.on < today - _ELSEWHERE:
        raise Refused(Fault("--as-of", "backdated", _BACKDATED.fill(on=order.on, today=today)))


def last_release(order: Order) -> Release | None:
    """The release that is served, held against what must not be: set back by hand, signed by a stranger."""
    last = open_release.current(order.root)
    if fault := set_back(order.root, last):
        raise Refused(fault)
    if last and order.signers and not order.accept_last:
        signature = last.folder / manifest.SIGNATURE
        faults = sign.held(
            last.manifest.data, signature.read_bytes() if signature.is_file() else None, order.signers
        )
        if faults:
            raise Refused(*faults)
    return last


def set_back(root: Path, last: Release | None) -> Fault | None:
    """Whether `current` no longer leads to what was served last, or nobody can tell any more.

    The first release alone may be served without its note: whoever made it was stopped just there.
    """
    head = root / HEAD
    if not head.is_file():
        is_first = last is None or releases_below(root) == [last.folder] and len(last.ledger.releases) == 1
        return None if is_first else Fault(HEAD, "head-missing", _NO_HEAD)
    is_known = last and head.read_text(encoding="utf-8", errors="replace").strip() in last.ledger.releases
    return None if is_known else Fault(CURRENT, "set-back", _SET_BACK)


def clear_leftovers(root: Path, last: Release | None) -> None:
    """Remove what a killed publication left: half a release, a whole one that was never served, a link not yet moved;
    and note the first release, where that was not done any more."""
    if last and not (root / HEAD).is_file():
        _note(root, last.id)
    known = last.ledger.releases if last else {}
    below = root / RELEASES
    hidden = [path for path in below.iterdir() if path.name.startswith(".")] if below.is_dir() else []
    _remove(root, [path for path in releases_below(root) if path.name not in known])
    for folder in hidden:
        shutil.rmtree(folder)


def make_release(
    order: Order, last: Release | None, content: Content, draft: Draft, step: Callable[[], None], laps: Laps
) -> tuple[Manifest, Packed]:
    """Write the release of some content and let it be served. Raises Refused, OSError; what is served stays then.

    `step` is called for each file; `laps` takes the time.
    """
    ledger = last.ledger if last else Ledger()
    id = f"{order.on.isoformat()}-{len(ledger.releases) + 1}"
    aside = order.root / RELEASES / f".new-{id}"
    aside.mkdir(parents=True)
    packed = Packed(aside, last, order.moment)
    for path, data in (*content, (STATE, _state(order, id))):
        packed.add(path, data)
        step()
    laps.done("files")
    told = _finish(order, id, ledger, packed, draft)
    laps.done("lists")
    durable.sync(packed.written)
    durable.sync(folders(packed.files, aside))
    laps.done("disk")
    _serve(order, aside, id, laps)
    return told, packed


def _serve(order: Order, aside: Path, id: str, laps: Laps) -> None:
    switch(order.root, aside, id)
    laps.done("switch")
    empty_withdrawn(order.root, id)
    retire(order)
    laps.done("old releases")


def _state(order: Order, id: str) -> bytes:
    """release.json: what the pages' script asks for (DESIGN §7)."""
    due = order.on + timedelta(order.every_days) if order.every_days else None
    told = {"release": id, "date": order.on.isoformat(), "next_due": due.isoformat() if due else None}
    return json.dumps(told).encode() + b"\n"


def _finish(order: Order, id: str, ledger: Ledger, packed: Packed, draft: Draft) -> Manifest:
    """Write salts, ledger, manifest and signature."""
    event = {"what": "release", "id": id, "root": root_of(packed.files, draft.records)}
    if draft.back_to:
        event |= {"what": "rollback", "to": draft.back_to}
    longer, salts = ledger.added(order.on, [*draft.events, event]), Salts(packed.salts, draft.salts)
    previous = next(reversed(ledger.releases), None)
    where, said = (len(longer.lines), longer.head), (packed.files, draft.records)
    told = Manifest(id, order.on, previous, order.samples, *where, *said, salts.digest)
    beside = {
        manifest.SALTS: salts.data,
        chain.FILE: longer.data,
        manifest.FILE: told.data,
    }
    for name, data in beside.items():
        durable.write(packed.folder / name, data, order.moment)
        packed.written.append(packed.folder / name)
        packed.size += len(data)
    _sign(order, packed)
    return told


def _sign(order: Order, packed: Packed) -> None:
    file = packed.folder / manifest.FILE
    signature = file.with_name(manifest.SIGNATURE)
    if order.key:
        sign.sign(file, order.key)
        packed.written.append(signature)
    if order.signers:
        faults = sign.held(
            file.read_bytes(), signature.read_bytes() if signature.is_file() else None, order.signers
        )
        if faults:
            raise Refused(*faults)


def keep_assets(root: Path, release: Path) -> None:
    """Let files whose names bear their hash be found as long as any kept release has them."""
    for file in _hashed(release):
        shared = root / ASSETS / file.relative_to(release / ASSETS)
        if shared.is_file() and not shared.is_symlink() and shared.read_bytes() == file.read_bytes():
            continue
        shared.parent.mkdir(parents=True, exist_ok=True)
        shared.unlink(missing_ok=True)
        shared.hardlink_to(file)


def _hashed(release: Path) -> Iterator[Path]:
    return (file for file in (release / ASSETS).rglob("*") if file.is_file() and HASHED.search(file.name))


def switch(root: Path, aside: Path, id: str) -> None:
    """Give a release its name, and let it be served: the second rename is the one that counts."""
    release = aside.rename(root / RELEASES / id)
    keep_assets(root, release)
    durable.sync([root / RELEASES])
    durable.point(root / CURRENT, f"{RELEASES}/{id}")
    if not leads_through(root / chain.FILE):
        durable.point(root / chain.FILE, f"{CURRENT}/{chain.FILE}")
    _note(root, id)


def _note(root: Path, id: str) -> None:
    """Note which release was served last."""
    head = root / f"{HEAD}.new"
    head.write_text(f"{id}\n", encoding="utf-8")
    head.replace(root / HEAD)


def leads_through(ledger: Path) -> bool:
    """Whether the ledger below a publish root is that of the release that is served, whichever it is."""
    return ledger.is_symlink() and ledger.readlink() == Path(CURRENT, chain.FILE)


def empty_withdrawn(root: Path, id: str) -> None:
    """Take every file and salt out of earlier releases that hold a record that was withdrawn, or corrected for the sake
    of privacy, since; and shared assets that nobody has any more.

    Their manifests, signatures and ledgers stay as they were and say nothing of what was in it.
    """
    ledger = open_release.open_release(root / RELEASES / id).ledger
    if not ledger.taken_since(0):
        return
    for folder in releases_below(root):
        told = manifest.read((folder / manifest.FILE).read_bytes())
        if folder.name != id and told.records.keys() & ledger.taken_since(told.lines):
            _empty(folder)
    _remove(root, [])


def _empty(folder: Path) -> None:
    """The salts first: without them no digest can be tried out, whatever happens to us then."""
    (folder / manifest.SALTS).unlink(missing_ok=True)
    for path in list(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name not in BESIDE:
            path.unlink()


def retire(order: Order) -> None:
    """Remove releases that are neither young nor among the newest, never the current one."""
    served = (order.root / CURRENT).resolve()
    older = releases_below(order.root)[: -order.keep]
    _remove(order.root, [each for each in older if each != served and _age(each, order.on) > order.keep_days])


def _remove(root: Path, releases: list[Path]) -> None:
    """Remove releases; first the shared assets that only they have, so that none is ever left that nobody knows."""
    others = (each for each in releases_below(root) if each not in releases)
    kept = {file.relative_to(each) for each in others for file in _hashed(each)}
    for file in (root / ASSETS).rglob("*"):
        if file.is_file() and file.relative_to(root) not in kept:
            file.unlink()
    for folder in releases:
        gone = folder.rename(folder.with_name(f".old-{folder.name}"))
        shutil.rmtree(gone)


def _age(folder: Path, on: date) -> int:
    return (on - date.fromisoformat(folder.name[:10])).days


_ELSEWHERE = timedelta(1)
"""So much behind the day of Greenwich the day of a time zone may be."""
_BACKDATED = Words(
    "不能按过去的日期 {on} 发布（今天是 {today}）：台账记的是真正公开的日期",
    "nothing is published as of a day that is past, {on} (this is {today}): the ledger tells when it was really public",
)
_BUSY = Words("另一个发布正在进行，请等它结束", "another publication is under way; wait for it to end")
_NO_HEAD = Words(
    "缺少 .head，看不出 current 有没有被改回较早的发布；请从备份恢复，或用 fazhi witness 留下的根值核对后，把最后一次发布的编号写进去",
    ".head is missing, so nobody can tell whether `current` was set back; restore it from a backup, or hold the ledger "
    "against what outsiders noted and write the last release's id into it",
)
_SET_BACK = Words(
    "current 被手工改回了较早的发布；请把它指回最后一次发布，再用 fazhi rollback",
    "`current` was set back by hand; let it lead to the last release again and use fazhi rollback",
)
