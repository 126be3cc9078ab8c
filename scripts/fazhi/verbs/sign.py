"""Sign a manifest and check a signature with OpenSSH: `ssh-keygen -Y` and a file of allowed signers."""

import subprocess
import tempfile
from pathlib import Path

from fazhi.ground.words import Words, same
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.manifest import FILE, SIGNATURE
from fazhi.nouns.town import Town

NAMESPACE = "fazhi-release"
"""What a key signs for: a signature made for mail or git does not pass."""


def allowed(town: Town) -> str:
    """The allowed-signers file that the posts of town.yml make: every post that has a key."""
    keys = {id: post["key"] for id, post in town.posts.items() if post.get("key")}
    return "".join(f'{id} namespaces="{NAMESPACE}" {" ".join(key.split())}\n' for id, key in keys.items())


def sign(manifest: Path, key: Path) -> None:
    """Lay the signature of a manifest beside it. Raises Refused with OpenSSH's words."""
    run = _ssh_keygen("sign", "-f", key, "-n", NAMESPACE, manifest)
    if run.returncode != 0:
        raise Refused(Fault(str(key), "not-signed", _NOT_SIGNED.fill(why=_last_line(run))))
    manifest.with_name(SIGNATURE).chmod(0o644)


def held(manifest: bytes, signature: bytes | None, signers: str) -> list[Fault]:
    """What is wrong with the signature of a manifest, by the text of an allowed-signers file."""
    if signature is None:
        return [Fault(SIGNATURE, "signature-missing", _MISSING)]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / SIGNATURE).write_bytes(signature)
        (place / "signers").write_text(signers, encoding="utf-8")
        by = _ssh_keygen("find-principals", "-s", place / SIGNATURE, "-f", place / "signers")
        names = by.stdout.decode(errors="replace").splitlines()
        if by.returncode != 0 or not names:
            return [Fault(SIGNATURE, "signer-unknown", _STRANGER)]
        asked = ("-s", place / SIGNATURE, "-f", place / "signers", "-n", NAMESPACE, "-I", names[0])
        run = _ssh_keygen("verify", *asked, data=manifest)
    return [] if run.returncode == 0 else [Fault(FILE, "signature-wrong", _WRONG.fill(why=_last_line(run)))]


def _ssh_keygen(what: str, *arguments: object, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["ssh-keygen", "-Y", what, *map(str, arguments)], input=data, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise Refused(Fault("ssh-keygen", "no-openssh", _NO_OPENSSH)) from error


def _last_line(run: subprocess.CompletedProcess[bytes]) -> Words:
    lines = (run.stderr + run.stdout).decode(errors="replace").strip().splitlines()
    return same(lines[-1] if lines else str(run.returncode))


_NOT_SIGNED = Words("没有签成：{why}", "could not be signed: {why}")
_MISSING = Words("没有签名", "there is no signature")
_STRANGER = Words(
    "签名人不在允许名单中，或其期限已过", "the signer is not among the allowed ones, or no longer is"
)
_WRONG = Words("签名与清单不符：{why}", "the signature does not fit the manifest: {why}")
_NO_OPENSSH = Words(
    "找不到 ssh-keygen；请安装 openssh-client", "there is no ssh-keygen; install openssh-client"
)
