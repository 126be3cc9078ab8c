"""Verify what is served, or any release: files, manifest, signature, ledger, shared assets, search against pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fazhi.flows.make_release import leads_through, set_back
from fazhi.ground.files import write_text
from fazhi.ground.words import Words
from fazhi.nouns import chain, manifest, witness
from fazhi.nouns.chain import Ledger
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.manifest import Manifest
from fazhi.nouns.release import ASSETS, CURRENT, RELEASES, Release, releases_below
from fazhi.nouns.witness import Witness
from fazhi.verbs import sign
from fazhi.verbs.name_assets import HASHED
from fazhi.verbs.open_release import current, hold, kept, open_release
from fazhi.verbs.search_against import search_against
from fazhi.verbs.verify import Reader, assets_against, files_against, from_folder


@dataclass(frozen=True, slots=True)
class Verified:
    """What was verified: the release, where its ledger stands, how many files, and whether a signature was held.

    `is_emptied`: a withdrawal took every file of it, so none was verified.
    """

    release: str
    lines: int
    head: str
    files: int
    is_signed: bool
    faults: list[Fault]
    is_emptied: bool = False


Step = Callable[[], None]


def verify(place: Path, signers: str, noted: Witness | None, step: Step) -> Verified:
    """Verify a publish root, or one release's folder. Raises Refused where there is nothing to begin with."""
    if (place / manifest.FILE).exists():
        return _of_release(open_release(place.resolve()), signers, noted, step)
    release = current(place)
    if release is None:
        raise Refused(Fault(str(place), "no-release", _NOTHING))
    found = _of_release(release, signers, noted, step)
    found.faults.extend((*_around(place, release), *_assets(place, release), *_witnesses(place, release)))
    return found


def _of_release(release: Release, signers: str, noted: Witness | None, step: Step) -> Verified:
    faults = files_against(release.manifest, release.salts, from_folder(release.folder), step)
    if release.salts:
        faults += search_against(release.manifest.files.keys(), release.content, step)
    elif not _was_emptied(release):
        faults.append(Fault(manifest.SALTS, "salts-missing", _NO_SALTS))
    signature = release.folder / manifest.SIGNATURE
    signed = signature.read_bytes() if signature.is_file() else None
    faults.extend(sign.held(release.manifest.data, signed, signers) if signers else ())
    found = _verified(release.manifest, bool(signers), [*faults, *_against(release.ledger, noted)])
    return found if release.salts else replace(found, files=0, is_emptied=True)


def _was_emptied(release: Release) -> bool:
    """Whether the release that is served now took a record of this one back."""
    served = release.folder.parent.parent / CURRENT / chain.FILE
    ledger = chain.read(served.read_bytes())[0] if served.is_file() else Ledger()
    follows = ledger.lines[: len(release.ledger.lines)] == release.ledger.lines
    return follows and bool(ledger.taken_since(release.manifest.lines) & release.manifest.records.keys())


def _verified(told: Manifest, signed: bool, faults: list[Fault]) -> Verified:
    return Verified(told.release, told.lines, told.head, len(told.files), signed, faults)


def _around(root: Path, release: Release) -> Iterator[Fault]:
    """What does not fit the release that is served: where `current` leads, the ledger beside it, other kept releases."""
    if fault := set_back(root, release):
        yield fault
    beside = root / chain.FILE
    if (beside.exists() or beside.is_symlink()) and not leads_through(beside):
        yield Fault(chain.FILE, "ledger-link", _NO_LINK)
    for folder in releases_below(root):
        if folder.name in release.ledger.releases:
            yield from _kept(folder, release.ledger)


def _kept(folder: Path, ledger: Ledger) -> Iterator[Fault]:
    try:
        kept(folder, ledger)
    except Refused as error:
        yield from (replace(each, path=f"{RELEASES}/{folder.name}") for each in error.faults)


def _witnesses(root: Path, release: Release) -> list[Fault]:
    """Whether the ledger fits everything that outsiders are known to hold."""
    file = root / witness.FILE
    try:
        held = witness.kept(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else []
    except ValueError:
        return [Fault(witness.FILE, "witness-form", _WITNESS_FORM)]
    return [
        Fault(f"{witness.FILE} {each}", "witness", _WITNESS) for each in held if not each.fits(release.ledger)
    ]


def _assets(root: Path, release: Release) -> list[Fault]:
    folders = [folder / ASSETS for folder in releases_below(root)]
    known = {
        name: [folder / name for folder in folders]
        for name in (path.relative_to(root / ASSETS).as_posix() for path in (root / ASSETS).rglob("*"))
    }
    needed = [
        path for path in release.manifest.files if path.startswith(f"{ASSETS}/") and HASHED.search(path)
    ]
    gone = [Fault(path, "asset-missing", _NO_ASSET) for path in needed if not (root / path).exists()]
    return [*assets_against(root / ASSETS, known), *(gone if release.salts else [])]


def verify_served(reader: Reader, signers: str, noted: Witness | None, step: Step) -> Verified:
    """Verify what a web server gives. Raises Refused where there is no manifest or ledger that can be read."""
    try:
        told = manifest.read(reader.fetch(manifest.FILE) or b"")
        salts = manifest.read_salts(reader.fetch(manifest.SALTS) or b"")
    except ValueError as error:
        raise Refused(Fault(manifest.FILE, "manifest-form", _FORM)) from error
    ledger, faults = chain.read(reader.fetch(chain.FILE) or b"\n")
    faults = [*(faults or hold(told, ledger)), *files_against(told, salts, reader, step)]
    faults += search_against(told.files.keys(), reader.fetch, step)
    faults.extend(sign.held(told.data, reader.fetch(manifest.SIGNATURE), signers) if signers else ())
    return _verified(told, bool(signers), [*faults, *_against(ledger, noted)])


def _against(ledger: Ledger, noted: Witness | None) -> list[Fault]:
    """Whether a ledger still has the lines that somebody noted the root of."""
    return [] if noted is None or noted.fits(ledger) else [Fault(chain.FILE, "witness", _WITNESS)]


def keep_witness(root: Path, noted: Witness, on: date, by: str) -> None:
    """Note what an outsider holds of the ledger that is served. Raises Refused where it does not fit."""
    release = current(root)
    if release is None:
        raise Refused(Fault(str(root), "no-release", _NOTHING))
    if faults := _against(release.ledger, noted):
        raise Refused(*faults)
    file = root / witness.FILE
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    write_text(file, before + witness.line_of(noted, on, by))


_NOTHING = Words("这里没有发布", "nothing was published here")
_NO_SALTS = Words(
    "缺少 salts.json，而台账没有说明撤下", "salts.json is missing, and the ledger tells of no withdrawal"
)
_WITNESS_FORM = Words(
    "有一行不是“行数:根值”开头", "a line of it does not begin with what somebody noted (N:ROOT)"
)
_NO_LINK = Words(
    "ledger.jsonl 应是指向 current/ledger.jsonl 的链接；请删去，下次发布会重做",
    "ledger.jsonl should be a link to current/ledger.jsonl; remove it, the next publication makes it anew",
)
_NO_ASSET = Words(
    "网页要用的文件不在发布目录的 assets/ 里；再发布一次会补上",
    "pages load this file, and it is not in the publish root’s assets/; publishing again puts it back",
)
_FORM = Words("没有可读的清单或盐值", "there is no manifest, or no salts, that can be read")
_WITNESS = Words(
    "台账与记下的根值不符：台账被改过或截短",
    "the ledger does not fit the root that was noted: it was changed or cut",
)
