"""Open a release: its manifest, salts and ledger as values, or what is wrong with them."""

from pathlib import Path

from fazhi.ground.words import Words
from fazhi.nouns import chain, manifest
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.release import CURRENT, RELEASES, Release


def current(root: Path) -> Release | None:
    """The release that is served; None where nothing was published yet. Raises Refused where it cannot be trusted."""
    link = root / CURRENT
    if not link.is_symlink():
        if link.exists():
            raise Refused(Fault(CURRENT, "current-no-link", _NO_LINK))
        return None
    folder = Path(link.readlink())
    if folder.parent != Path(RELEASES) or not manifest.ID.fullmatch(folder.name):
        raise Refused(Fault(CURRENT, "current-elsewhere", _ELSEWHERE))
    return open_release(root / folder)


def open_release(folder: Path) -> Release:
    """The release in a folder, its manifest and ledger held against each other. Raises Refused."""
    try:
        told = manifest.read((folder / manifest.FILE).read_bytes())
        salts_file = folder / manifest.SALTS
        salts = manifest.read_salts(salts_file.read_bytes()) if salts_file.exists() else None
    except FileNotFoundError as error:
        raise Refused(Fault(manifest.FILE, "manifest-missing", _MISSING)) from error
    except ValueError as error:
        raise Refused(Fault(manifest.FILE, "manifest-form", _FORM)) from error
    if told.release != folder.name:
        raise Refused(Fault(manifest.FILE, "manifest-replayed", _REPLAYED.fill(release=told.release)))
    ledger_file = folder / chain.FILE
    ledger, faults = chain.read(ledger_file.read_bytes() if ledger_file.is_file() else b"\n")
    faults = faults or hold(told, ledger)
    if faults:
        raise Refused(*faults)
    return Release(folder, told, salts, ledger)


def kept(folder: Path, ledger: chain.Ledger) -> Release:
    """The release in a folder, held against the ledger that is served now. Raises Refused."""
    release = open_release(folder)
    told = ledger.releases.get(release.id)
    if told is None or told["root"] != release.manifest.root:
        raise Refused(Fault(f"{RELEASES}/{folder.name}", "release-forged", _FORGED))
    return release


def hold(told: manifest.Manifest, ledger: chain.Ledger) -> list[Fault]:
    """What keeps a manifest and a whole ledger from belonging together."""
    last = next(reversed(ledger.releases.values()), None)
    if (told.lines, told.head) != (len(ledger.lines), ledger.head) or last is None:
        return [Fault(chain.FILE, "ledger-head", _HEAD)]
    if (last["id"], last["root"]) != (told.release, told.root):
        return [Fault(manifest.FILE, "manifest-root", _ROOT)]
    return []


_NO_LINK = Words(
    "current 应是指向 releases/ 中一次发布的链接", "current should be a link to a release in releases/"
)
_ELSEWHERE = Words("current 没有指向 releases/ 中的发布", "current leads to no release in releases/")
_MISSING = Words("缺少清单", "the manifest is missing")
_FORM = Words(
    "清单不是本工具写的样子，或其根值与内容不符",
    "the manifest is not as this tool writes it, or its root does not fit its content",
)
_REPLAYED = Words("这份清单属于另一次发布 {release}", "this manifest belongs to another release, {release}")
_HEAD = Words("台账与清单所记的位置不符", "the ledger does not stand where the manifest says")
_FORGED = Words(
    "这次保存的发布与台账里记的根值不符",
    "this kept release does not fit its root in the ledger that is served",
)
_ROOT = Words(
    "清单与台账中这次发布的根值不符",
    "the manifest does not fit the root in the ledger's line of this release",
)
