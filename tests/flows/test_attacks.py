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
from fazhi.flows.verify_root import verify
from fazhi.nouns.fault import Refused
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
    "the salts gone": (lambda at: (at.served / "salts.json").unlink(), "salts-missing"),
    "salts of nothing": (lambda at: (at.served / "salts.json").write_text("[]"), "manifest-form"),
    "an older manifest": (lambda at: _replay(at, "manifest.json"), "manifest-replayed"),
    "an older release whole": (lambda at: _point(at, "releases/2027-06-30-1"), "set-back"),
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


META = [
    "a mark in the manifest",
    "an older manifest",
    "an older ledger",
    "the ledger reordered",
    "no signature",
    "a stranger's key",
    "an older release whole",
    "current leads elsewhere",
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
