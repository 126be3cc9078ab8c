"""Publishing: what is served is always one whole release, changes only with a correction, and can be verified."""

import errno
import gzip
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from itertools import cycle, product
from pathlib import Path

import brotli
import pytest

from example_release import IDS, Small, correction, nothing
from example_town import AS_OF
from fazhi.flows.publish import foresee, rolled_back
from fazhi.ground import durable
from fazhi.nouns.fault import Refused
from project import tree


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """Without waiting for the disk: a killed process loses nothing by it, only its place in the order counts here."""
    monkeypatch.setattr(os, "fsync", nothing)
    return Small(tmp_path)


def refused(act: Callable[[], object]) -> set[str]:
    """The names of the faults for which something is refused."""
    with pytest.raises(Refused) as told:
        act()
    return {fault.code for fault in told.value.faults}


def test_a_release_is_the_site_with_compressed_copies_and_can_be_verified(small):
    small.publish()
    page = (small.site / IDS[0] / "index.html").read_bytes()
    served = small.served / IDS[0] / "index.html"
    css = next(path.name for path in (small.served / "assets").glob("own.????????????.css"))
    assert served.read_bytes() == page.replace(b"own.css", css.encode())
    assert gzip.decompress(served.with_name("index.html.gz").read_bytes()) == served.read_bytes()
    assert brotli.decompress(served.with_name("index.html.br").read_bytes()) == served.read_bytes()
    assert (small.root / "assets" / css).read_bytes() == (small.site / "assets/own.css").read_bytes()
    assert small.verify().faults == []
    assert json.loads((small.root / "current/release.json").read_text())["release"] == "2027-06-30-1"
    assert (small.root / "ledger.jsonl").read_bytes() == (small.served / "ledger.jsonl").read_bytes()


def test_what_did_not_change_is_the_same_file_as_before(small):
    small.publish()
    before = small.served
    small.write(IDS[0], {"corrections": correction()}, body="发放资料 30 份。\n")
    small.build()
    done = small.publish()
    assert done.manifest.release == "2027-06-30-2"
    written = {
        path for path in tree(small.served) if not os.path.samestat(*_stats(small.served, before, path))
    }
    changed = {f"{IDS[0]}/index.html", "search/search_index.json"}
    copies = {f"{path}{suffix}" for path in changed for suffix in (".gz", ".br")}
    own = {"manifest.json", "salts.json", "ledger.jsonl", "release.json"}
    assert written == changed | copies | own
    assert small.verify().faults == []


def _stats(one: Path, other: Path, path: str) -> tuple[os.stat_result, os.stat_result]:
    return (one / path).stat(), (other / path).stat() if (other / path).exists() else one.stat()


def test_a_changed_file_of_the_same_size_is_dated_later(small):
    small.publish()
    path = "search/search_index.json"
    before = (small.served / path).stat().st_mtime
    small.put(path, (small.site / path).read_text(encoding="utf-8").replace("12.30", "12.31"))
    small.publish()
    assert (small.served / path).stat().st_mtime > before


def test_a_page_of_the_release_before_still_finds_its_own_assets(small):
    small.publish()
    old = {path.name for path in (small.root / "assets").iterdir()}
    small.put("assets/own.css", "body{color:#222}" * 30)
    small.publish()
    assert old < {path.name for path in (small.root / "assets").iterdir()}
    small.publish(on=AS_OF + timedelta(200), keep=1)
    assert len(list((small.root / "releases").iterdir())) == 1
    assert not old <= {path.name for path in (small.root / "assets").iterdir()}


def test_old_releases_go_by_count_and_age_and_never_the_current_one(small):
    for days in (0, 10, 20, 300):
        small.publish(on=AS_OF + timedelta(days), keep=2, keep_days=100)
    assert sorted(path.name[-1] for path in (small.root / "releases").iterdir()) == ["3", "4"]
    assert small.verify().faults == []


def test_samples_are_refused_unless_asked_for(small):
    small.write(IDS[0], {"sample": "true"})
    small.build()
    assert refused(small.publish) == {"samples"}
    assert not small.root.exists()
    small.publish(samples=True)


def test_a_dry_run_tells_and_writes_nothing(small):
    changes = foresee(small.register, small.site, small.order())
    assert set(IDS) <= set(changes.first)
    assert not small.root.exists()
    small.publish()
    before = tree(small.root)
    small.write(IDS[1], {"corrections": correction()}, body="改了 1 处。\n")
    small.build()
    changes = foresee(small.register, small.site, small.order())
    assert (changes.first, changes.corrected) == ([], [IDS[1]])
    assert changes.changed == [f"{IDS[1]}/index.html", "search/search_index.json"]
    assert tree(small.root) == before


def test_going_back_is_a_release_of_its_own_that_the_ledger_tells(small):
    first = small.publish().manifest
    small.write(IDS[0], {"corrections": correction()}, body="改了 1 处。\n")
    small.build()
    small.publish()
    done = rolled_back(small.order(), first.release, nothing)
    assert done.manifest.release == "2027-06-30-3"
    assert done.manifest.records == first.records
    event = json.loads((small.root / "ledger.jsonl").read_bytes().splitlines()[-1])
    assert (event["what"], event["to"]) == ("rollback", first.release)
    assert small.verify().faults == []
    small.publish()
    assert small.verify().faults == []


def test_what_was_rolled_back_is_not_told_a_second_time(small):
    """A correction, and a record with one, that come back after a release without them was served again."""
    first = small.publish().manifest
    small.write(IDS[0], {"corrections": correction()}, body="改了 1 处。\n")
    added = "outreach/2026/talk-7"
    small.write(added)
    small.build()
    small.publish()
    small.write(added, {"corrections": correction(what="改正地点")}, body="改了 2 处。\n")
    small.build()
    small.publish()
    told = _told(small)
    assert sorted(what for what, record in told if record in (IDS[0], added)) == [
        "correction",
        "correction",
        "first",
        "first",
    ]
    rolled_back(small.order(), first.release, nothing)
    assert foresee(small.register, small.site, small.order()).corrected == []
    small.publish()
    assert _told(small) == told
    assert small.verify().faults == []


def _told(small: Small) -> list[tuple[str, str]]:
    """What the ledger tells of records, line by line."""
    events = map(json.loads, (small.root / "ledger.jsonl").read_bytes().splitlines())
    return [(each["what"], each["record"]) for each in events if "record" in each]


def test_everything_new_is_on_the_disk_before_it_is_served(small, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda file: asked.append(str(Path(f"/proc/self/fd/{file}").readlink())))
    small.publish()
    new = small.root / "releases/.new-2027-06-30-1"
    files = {str(new / path) for path in tree(small.served)}
    folders = {
        str(path).replace(str(small.served), str(new)) for path in small.served.rglob("*") if path.is_dir()
    }
    before = asked[: asked.index(str(small.root / "releases"))]
    assert files | folders | {str(new)} == set(before)
    assert asked.index(str(small.root)) > len(before)


def test_one_publication_at_a_time(small):
    small.publish()
    context = multiprocessing.get_context("fork")
    ready, done = context.Event(), context.Event()

    def hold() -> None:
        from fazhi.flows.make_release import alone

        with alone(small.root):
            ready.set()
            done.wait(30)

    other = context.Process(target=hold)
    other.start()
    assert ready.wait(30)
    assert refused(small.publish) == {"busy"}
    os.kill(other.pid or 0, signal.SIGKILL)  # a dead process holds nothing
    other.join()
    small.publish()


def test_a_disk_that_is_too_small_is_told_first(small, monkeypatch):
    usage = shutil.disk_usage(small.site)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage._replace(free=1000))
    assert refused(small.publish) == {"disk-full"}
    assert list(small.root.glob("releases/*")) == []


# --- a kill, or a disk that fails, at any step

EVERY = "FAZHI_LONG" in os.environ
"""Whether every single step is tried, as CONTRIBUTING tells; else every third or so."""
_STEPS = "fsync link rename replace symlink unlink mkdir utime chmod rmdir".split()


def _at_step(act: Callable[[], object], number: int, happen: Callable[[], None]) -> int:
    """Do something, letting something happen before its system call of that number; how many calls there were.

    A file that is being written is half written then.
    """
    seen = 0

    def halved(real: Callable[[Path, bytes, int], None]) -> Callable[[Path, bytes, int], None]:
        def write(path: Path, data: bytes, moment: int) -> None:
            nonlocal seen
            seen += 1
            if seen == number:
                path.write_bytes(data[: len(data) // 2])
                happen()
            real(path, data, moment)

        return write

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            nonlocal seen
            seen += 1
            if seen == number:
                happen()
            return real(*arguments, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in _STEPS:
            patch.setattr(os, name, counted(getattr(os, name)))
        patch.setattr(durable, "write", halved(durable.write))
        act()
    return seen


def _changed(small: Small) -> None:
    """A second release that adds, changes and removes files."""
    small.write(IDS[0], {"corrections": correction()}, body="改了 1 处。\n")
    small.build()
    small.put("assets/own.css", "body{color:#333}" * 30)
    small.put("data/new.csv", "村,金额\n" * 60)


def _copy_of(small: Small, number: int) -> Small:
    copy = object.__new__(Small)
    copy.town, copy.site, copy.register = small.town, small.site, small.register
    copy.root = small.root.with_name(f"www-{number}")
    shutil.copytree(small.root, copy.root, symlinks=True)
    return copy


def _points(small: Small) -> int:
    copy = _copy_of(small, 0)
    return _at_step(lambda: copy.publish(keep=1, keep_days=-1), 0, nothing)


def test_a_kill_at_any_step_leaves_one_whole_release_and_no_hand_work(small):
    small.publish()
    _changed(small)
    points = _points(small)
    assert points >= 40
    for number in range(1, points + 1, 1 if EVERY else points // 40):
        copy = _copy_of(small, number)
        child = multiprocessing.get_context("fork").Process(target=_die_at_step, args=(copy, number))
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        assert copy.verify().faults == [], number
        assert copy.served.name in ("2027-06-30-1", "2027-06-30-2")
        copy.publish(keep=1, keep_days=-1)
        assert copy.verify().faults == [], number
        assert [path.name for path in (copy.root / "releases").iterdir()] == [copy.served.name]
        shutil.rmtree(copy.root)


def test_two_kills_one_after_the_other_need_no_hand_work_either(small):
    """The first release is served but not noted, the second whole but not served: no sign of somebody setting it back."""
    small.publish()
    (small.root / ".head").unlink()
    assert small.verify().faults == []
    _changed(small)
    points = _points(small)
    for number in range(points - 12, points + 1):
        copy = _copy_of(small, number)
        child = multiprocessing.get_context("fork").Process(target=_die_at_step, args=(copy, number))
        child.start()
        child.join()
        assert copy.verify().faults == [], number
        copy.publish()
        assert copy.verify().faults == [], number


def _die_at_step(copy: Small, number: int) -> None:
    _at_step(lambda: copy.publish(keep=1, keep_days=-1), number, _die)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_disk_that_fails_at_any_step_leaves_one_whole_release(small):
    small.publish()
    _changed(small)
    points = _points(small)
    wanted = (
        product(range(1, points + 1), _FAULTS)
        if EVERY
        else zip(range(1, points + 1, 8), cycle(_FAULTS), strict=False)
    )
    for number, fault in wanted:
        copy = _copy_of(small, number)
        with suppress(OSError):  # some steps can be done without
            _at_step(copy.publish, number, partial(_fail, fault))
        assert copy.verify().faults == [], number
        copy.publish()
        assert copy.verify().faults == [], number
        shutil.rmtree(copy.root)


_FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS)


def _fail(number: int) -> None:
    raise OSError(number, "fails")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB, in memory; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k,mode=755", "tmpfs", folder],
        check=False,
        capture_output=True,
    )
    if made.returncode != 0:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_leaves_what_is_served_and_room_is_all_it_takes(small, tiny_disk, monkeypatch):
    monkeypatch.setattr(
        "fazhi.flows.publish._SPARE", -10_000_000
    )  # as if the room had gone after it was looked at
    small.root = tiny_disk / "www"
    small.publish()
    before = tree(small.served)
    filler = tiny_disk / "filler"
    with suppress(OSError):
        filler.write_bytes(b"x" * 400_000)
    small.put("data/new.csv", "村,金额\n" * 9000)
    with pytest.raises(OSError, match="No space left"):
        small.publish()
    assert tree(small.served) == before
    assert small.verify().faults == []
    filler.unlink()
    small.publish()
    assert small.verify().faults == []
    assert small.served.name == "2027-06-30-2"


@pytest.fixture
def read_only(tiny_disk: Path) -> Iterator[Callable[[bool], None]]:
    """Lets the small disk be only read, or written again: to root a folder's mode is no hindrance."""

    def remount(is_shut: bool) -> None:
        mode = "ro" if is_shut else "rw"
        subprocess.run(["mount", "-o", f"remount,{mode}", tiny_disk], check=True)

    yield remount
    remount(False)


def test_a_disk_that_may_only_be_read_leaves_what_is_served(small, tiny_disk, read_only, monkeypatch):
    monkeypatch.setattr("fazhi.flows.publish._SPARE", -10_000_000)
    small.root = tiny_disk / "www"
    small.publish()
    before = tree(small.root)
    _changed(small)
    read_only(True)
    with pytest.raises(OSError, match="Read-only file system"):
        small.publish()
    assert small.verify().faults == []
    read_only(False)
    assert tree(small.root) == before
    small.publish()
    assert small.verify().faults == []
    assert small.served.name == "2027-06-30-2"


def test_a_folder_of_another_user_is_not_written(monkeypatch):
    """As a user who may only read it, in a process of its own; what pytest makes is for its own user's eyes only."""
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    monkeypatch.setattr(os, "fsync", nothing)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        small = Small(Path(folder))
        small.publish()
        before = tree(small.root)
        _changed(small)
        child = multiprocessing.get_context("fork").Process(target=_as_nobody, args=(small,))
        child.start()
        child.join()
        assert child.exitcode == errno.EACCES
        assert tree(small.root) == before
        small.publish()
        assert small.verify().faults == []


def _as_nobody(small: Small) -> None:
    os.setgid(65534)
    os.setuid(65534)
    try:
        (small.site / "index.html").read_bytes()
        small.served.joinpath("manifest.json").read_bytes()
    except OSError:
        os._exit(1)
    try:
        small.publish()
    except PermissionError as error:
        os._exit(error.errno or 1)
    os._exit(0)
