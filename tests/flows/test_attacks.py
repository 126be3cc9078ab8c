"""Whoever changes what was published is found out, by name; and what is not as it must be is not published."""

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from example_release import IDS, Small, correction, nothing
from fazhi.flows.publish import rolled_back
from fazhi.flows.verify_root import verify
from fazhi.nouns.fault import Refused
from fazhi.nouns.manifest import Salts
from fazhi.nouns.witness import Witness
from fazhi.verbs.sign import NAMESPACE
from project import tree

PAGE = f"{IDS[0]}/index.html"


class Signed(Small):
    """A small town whose releases are signed; two of them were published."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.key, self.stranger = _key(folder / "key"), _key(folder / "stranger")
        public = self.key.with_suffix(".pub").read_text(encoding="utf-8")
        self.signers = f'clerk namespaces="{NAMESPACE}" {public}'
        self.go()
        self.write(IDS[1], {"corrections": correction()}, body="改了 1 处。\n")
        self.build()
        self.go()

    def go(self, **changes: object) -> None:
        self.publish(**{"key": self.key, "signers": self.signers, **changes})

    def found(self) -> set[str]:
        """The names under which a verifier tells what is wrong."""
        try:
            return self.codes(self.signers)
        except Refused as told:
            return {fault.code for fault in told.faults}

    @property
    def before(self) -> Path:
        return self.root / "releases/2027-06-30-1"

    def sign(self, key: Path, namespace: str = NAMESPACE) -> None:
        """Sign the served manifest anew."""
        manifest = self.served / "manifest.json"
        (self.served / "manifest.json.sig").unlink(missing_ok=True)
        subprocess.run(
            ["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", namespace, manifest],
            check=True,
            stderr=subprocess.DEVNULL,
        )


def _key(path: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
    return path


@pytest.fixture(scope="module")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", nothing)
        return Signed(tmp_path_factory.mktemp("signed"))


@pytest.fixture
def signed(_template: Signed, tmp_path: Path) -> Signed:
    """A copy to attack, files of two releases one as before."""
    copy = object.__new__(Signed)
    copy.__dict__.update(_template.__dict__)
    copy.root = tmp_path / "www"
    subprocess.run(["cp", "-a", _template.root, copy.root], check=True)
    return copy


def in_place(path: Path, edit: Callable[[bytes], bytes]) -> None:
    """Change a file as an intruder would: in place, in every release that it is part of."""
    path.write_bytes(edit(path.read_bytes()))


def a_digit(data: bytes) -> bytes:
    assert b"5.60" in data
    return data.replace(b"5.60", b"5.61", 1)


def lines(edit: Callable[[list[bytes]], list[bytes]]) -> Callable[[Signed], None]:
    return lambda at: in_place(
        at.served / "ledger.jsonl", lambda data: b"".join(edit(data.splitlines(keepends=True)))
    )


def told(edit: Callable[[dict], object]) -> Callable[[Signed], None]:
    def change(at: Signed) -> None:
        value = json.loads((at.served / "manifest.json").read_bytes())
        edit(value)
        (at.served / "manifest.json").write_text(
            json.dumps(value, ensure_ascii=False, indent=0), encoding="utf-8"
        )

    return change


def _swap(at: Signed) -> None:
    one, other = at.served / f"{IDS[0]}/index.html", at.served / f"{IDS[1]}/index.html"
    data = one.read_bytes(), other.read_bytes()
    one.write_bytes(data[1])
    other.write_bytes(data[0])


def _link(at: Signed, path: str, to: str) -> None:
    (at.served / path).unlink(missing_ok=True)
    (at.served / path).symlink_to(to)


def _point(at: Signed, to: str) -> None:
    (at.root / "current").unlink()
    (at.root / "current").symlink_to(to)


def _asset(at: Signed, where: Path) -> Path:
    return next(
        path for path in (where / "assets").iterdir() if path.name.endswith(".css") and len(path.name) > 10
    )


def _replace(path: Path, data: bytes) -> None:
    path.unlink()
    path.write_bytes(data)


def _replay(at: Signed, *names: str) -> None:
    for name in names:
        (at.served / name).write_bytes((at.before / name).read_bytes())


def _record_salt(at: Signed) -> None:
    path = at.served / "salts.json"
    told = json.loads(path.read_bytes())
    told["records"][IDS[0]] = "0" * 32
    path.write_bytes(Salts(told["files"], told["records"]).data)


def _more_salts(at: Signed) -> None:
    path = at.served / "salts.json"
    told = json.loads(path.read_bytes())
    path.write_bytes(Salts({**told["files"], "something else": "words"}, told["records"]).data)


def _relink(path: Path, to: str) -> None:
    path.unlink()
    path.symlink_to(to)


def _as_link(path: Path) -> None:
    """The same bytes, but whoever may write elsewhere can change them."""
    elsewhere = path.with_name("elsewhere")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def _forge_kept(at: Signed) -> None:
    """A release that fits itself in the place of one that is kept, for somebody to go back to."""
    other = object.__new__(Small)
    other.__dict__.update(at.__dict__)
    other.root = at.root.with_name("forged")
    other.site = Path(shutil.copytree(at.site, at.root.with_name("forged-site")))
    other.put(PAGE, "<h1>forged</h1>")
    Small.publish(other)
    shutil.rmtree(at.before)
    shutil.copytree(other.root / "releases/2027-06-30-1", at.before)


ATTACKS: dict[str, tuple[Callable[[Signed], object], str]] = {
    "a digit of a page": (lambda at: in_place(at.served / PAGE, a_digit), "file-changed"),
    "a byte of an asset": (
        lambda at: in_place(_asset(at, at.served), lambda data: data + b" "),
        "file-changed",
    ),
    "a byte of a shared asset": (
        lambda at: _replace(_asset(at, at.root), b"body{display:none}"),
        "asset-changed",
    ),
    "a shared asset gone": (lambda at: _asset(at, at.root).unlink(), "asset-missing"),
    "a shared asset as a link": (lambda at: _as_link(_asset(at, at.root)), "asset-changed"),
    "an asset nobody published": (
        lambda at: (at.root / "assets/x.js").write_text("alert()"),
        "asset-changed",
    ),
    "search data": (lambda at: in_place(at.served / "search/search_index.json", a_digit), "file-changed"),
    "a brotli copy only": (
        lambda at: in_place(at.served / f"{PAGE}.br", lambda data: data[:-1]),
        "file-changed",
    ),
    "a gzip copy only": (
        lambda at: in_place(
            at.served / f"{PAGE}.gz", lambda data: gzip.compress(a_digit(gzip.decompress(data)))
        ),
        "file-changed",
    ),
    "a page added": (lambda at: (at.served / "new.html").write_text("x"), "file-added"),
    "a hidden file added": (lambda at: (at.served / ".htaccess").write_text("x"), "file-added"),
    "a compressed copy added": (
        lambda at: (at.served / "release.json.gz").write_bytes(gzip.compress(b"{}")),
        "file-added",
    ),
    "a page that the server may not read": (lambda at: (at.served / PAGE).chmod(0o600), "file-closed"),
    "a folder that the server may not enter": (
        lambda at: (at.served / "outreach").chmod(0o700),
        "file-closed",
    ),
    "a page removed": (lambda at: (at.served / PAGE).unlink(), "file-missing"),
    "pages swapped": (_swap, "file-changed"),
    "a page emptied": (lambda at: in_place(at.served / PAGE, lambda _: b""), "file-changed"),
    "a link out of the tree": (lambda at: _link(at, PAGE, "/etc/passwd"), "file-missing"),
    "a link to a folder": (lambda at: _link(at, "etc", "/etc"), "file-added"),
    "release.json": (
        lambda at: in_place(at.served / "release.json", lambda data: data.replace(b"null", b'"2099-01-01"')),
        "file-changed",
    ),
    "a salt": (
        lambda at: in_place(at.served / "salts.json", lambda data: data.replace(b'": "', b'": "0', 1)),
        "file-changed",
    ),
    "a record's salt": (_record_salt, "salts-changed"),
    "the salts written otherwise": (
        lambda at: in_place(at.served / "salts.json", lambda data: data + b" "),
        "manifest-form",
    ),
    "words hidden among the salts": (_more_salts, "salts-changed"),
    "the salts gone": (lambda at: (at.served / "salts.json").unlink(), "salts-missing"),
    "salts of nothing": (lambda at: (at.served / "salts.json").write_text("[]"), "manifest-form"),
    "an older manifest": (lambda at: _replay(at, "manifest.json"), "manifest-replayed"),
    "an older release whole": (lambda at: _point(at, "releases/2027-06-30-1"), "set-back"),
    "an older release whole, and the note of the last one gone": (
        lambda at: (_point(at, "releases/2027-06-30-1"), (at.root / ".head").unlink()),
        "head-missing",
    ),
    "the note of the last release gone": (lambda at: (at.root / ".head").unlink(), "head-missing"),
    "the ledger beside it another file": (
        lambda at: _replace(at.root / "ledger.jsonl", b"{}\n"),
        "ledger-link",
    ),
    "the ledger beside it another link": (
        lambda at: _relink(at.root / "ledger.jsonl", "releases/2027-06-30-1/ledger.jsonl"),
        "ledger-link",
    ),
    "a kept release forged whole": (_forge_kept, "release-forged"),
    "the manifest of a kept release": (
        lambda at: in_place(at.before / "manifest.json", lambda data: data.replace(b"2027", b"2026", 1)),
        "manifest-replayed",
    ),
    "an older ledger": (lambda at: _replay(at, "ledger.jsonl"), "ledger-head"),
    "an older signature": (lambda at: _replay(at, "manifest.json.sig"), "signature-wrong"),
    "a mark in the manifest": (told(lambda told: told["files"][PAGE].update(size=1)), "manifest-form"),
    "a record left out of the manifest": (told(lambda told: told["records"].popitem()), "manifest-form"),
    "a path that climbs": (
        told(lambda told: told["files"].update({"../../x": {"sha256": "0" * 64, "size": 1}})),
        "manifest-form",
    ),
    "the manifest's date": (told(lambda told: told.update(date="2027-07-01")), "signature-wrong"),
    "no manifest": (lambda at: (at.served / "manifest.json").unlink(), "manifest-missing"),
    "a manifest of nothing": (lambda at: (at.served / "manifest.json").write_text("{}"), "manifest-form"),
    "the ledger cut": (lines(lambda each: each[:-1]), "ledger-head"),
    "the ledger's last line broken off": (
        lambda at: in_place(at.served / "ledger.jsonl", lambda data: data[:-9]),
        "ledger-cut",
    ),
    "the ledger reordered": (lines(lambda each: [each[1], each[0], *each[2:]]), "ledger-chain"),
    "a line of the ledger gone": (lines(lambda each: each[1:]), "ledger-chain"),
    "a day of the ledger": (
        lines(lambda each: [each[0].replace(b"2027-06-30", b"2027-06-01"), *each[1:]]),
        "ledger-chain",
    ),
    "a line forged at the end": (lines(lambda each: [*each, each[-1]]), "ledger-chain"),
    "a line of another form": (
        lines(lambda each: [each[0].replace(b'":', b'": ', 1), *each[1:]]),
        "ledger-line",
    ),
    "no ledger": (lambda at: (at.served / "ledger.jsonl").unlink(), "ledger-line"),
    "a stranger's key": (lambda at: at.sign(at.stranger), "signer-unknown"),
    "the right key for something else": (lambda at: at.sign(at.key, "git"), "signature-wrong"),
    "no signature": (lambda at: (at.served / "manifest.json.sig").unlink(), "signature-missing"),
    "a signature of nothing": (
        lambda at: (at.served / "manifest.json.sig").write_text("x"),
        "signer-unknown",
    ),
    "current leads elsewhere": (lambda at: _point(at, "/tmp"), "current-elsewhere"),
    "current leads out": (lambda at: _point(at, "releases/../../x"), "current-elsewhere"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_told_by_name(signed, attack):
    act, name = ATTACKS[attack]
    assert signed.found() == set()
    act(signed)
    assert name in signed.found()


def test_an_expired_signer_is_told(signed):
    parts = signed.signers.split(" ", 1)
    signed.signers = f'{parts[0]} valid-before="20200101" {parts[1]}'
    assert signed.found() & {"signer-unknown", "signature-wrong"}


def test_a_witness_from_outside_sees_a_whole_history_forged(signed, tmp_path):
    """Whoever holds the key can write everything anew; not what somebody noted."""
    lines, head = signed.verify().lines, signed.verify().head
    shutil.rmtree(signed.root)
    signed.go()
    signed.go()
    assert signed.found() == set()
    found = verify(signed.root, signed.signers, Witness(lines, head[:16]), nothing)
    assert [fault.code for fault in found.faults] == ["witness"]


def test_what_was_changed_in_place_is_not_carried_on(signed):
    in_place(signed.served / PAGE, a_digit)
    in_place(signed.served / f"{IDS[1]}/index.html.br", lambda data: data[:-1])
    signed.go()
    assert signed.found() == set()


@pytest.mark.parametrize("attack", ["a page of it", "all of it"])
def test_nobody_goes_back_to_what_was_forged(signed, attack):
    """The older release is not looked at by who reads the site, until it comes back."""
    if attack == "all of it":
        _forge_kept(signed)
    else:
        _replace(signed.before / PAGE, a_digit((signed.before / PAGE).read_bytes()))
    before = tree(signed.root)
    with pytest.raises(Refused) as told:
        order = signed.order(key=signed.key, signers=signed.signers)
        rolled_back(order, "2027-06-30-1", nothing)
    assert {fault.code for fault in told.value.faults} <= {"file-changed", "release-forged"}
    served = {path: data for path, data in tree(signed.root).items() if ".new-" not in path}
    assert served == before
    signed.go()
    assert signed.found() == ({"release-forged"} if attack == "all of it" else set())


def test_what_the_server_could_not_read_is_written_anew(signed):
    (signed.served / PAGE).chmod(0o600)
    signed.go()
    assert signed.found() == set()


def test_whatever_the_mask_the_server_may_read(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", nothing)
    mask = os.umask(0o077)
    try:
        small = Small(tmp_path)
        small.publish()
        assert small.codes() == set()
        small.root.chmod(small.root.stat().st_mode)
        folders = [small.root, *(path for path in small.root.rglob("*") if path.is_dir())]
        assert {path.stat().st_mode & 0o777 for path in folders} == {0o755}
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(mask)


META = [
    "a mark in the manifest",
    "an older manifest",
    "an older ledger",
    "the ledger reordered",
    "no signature",
    "a stranger's key",
    "an older release whole",
    "current leads elsewhere",
    "the note of the last release gone",
]


@pytest.mark.parametrize("attack", META)
def test_nothing_is_published_on_top_of_a_forgery(signed, attack):
    ATTACKS[attack][0](signed)
    before = tree(signed.root)
    with pytest.raises(Refused):
        signed.go()
    assert tree(signed.root) == before


SITES: dict[str, tuple[Callable[[Signed], object], str]] = {
    "a link": (lambda at: (at.site / "x.html").symlink_to("/etc/passwd"), "no-plain-file"),
    "a folder that is a link": (lambda at: (at.site / "x").symlink_to("/etc"), "no-plain-file"),
    "a hidden file": (lambda at: at.put(".env", "x"), "unsafe-name"),
    "a hidden folder": (lambda at: at.put(".git/config", "x"), "unsafe-name"),
    "a name that reads as another": (lambda at: at.put("a\n.html", "x"), "unsafe-name"),
    "a name that turns the writing": (lambda at: at.put("a\u202efdp.html", "x"), "unsafe-name"),
    "a backslash": (lambda at: at.put("a\\b.html", "x"), "unsafe-name"),
    "a manifest": (lambda at: at.put("manifest.json", "{}"), "reserved-name"),
    "a ledger": (lambda at: at.put("ledger.jsonl", "{}"), "reserved-name"),
}


@pytest.mark.parametrize("attack", SITES)
def test_a_site_that_holds_such_a_thing_is_refused(signed, tmp_path, attack):
    act, name = SITES[attack]
    shutil.copytree(signed.site, tmp_path / "site")
    signed.site = tmp_path / "site"
    act(signed)
    before = tree(signed.root)
    with pytest.raises(Refused) as told:
        signed.go()
    assert {fault.code for fault in told.value.faults} == {name}
    assert tree(signed.root) == before
