"""`fazhi verify`: hold a publish root, a release, or what a web server gives, against manifest, signature and ledger."""

import sys
import urllib.error
import urllib.request
from argparse import ArgumentParser
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.parse import quote

from fazhi.doors import publishing
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.doors.progress import Progress
from fazhi.flows.verify_root import Verified, verify, verify_served
from fazhi.ground.words import Words
from fazhi.nouns.fault import Refused
from fazhi.nouns.register import Register
from fazhi.nouns.witness import Witness, read_witness
from fazhi.verbs.verify import Reader

_LONGEST = 200_000_000
_SECONDS = 30


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("place", metavar="DIR|URL", help=_PLACE.in_(lang))
    publishing.signers_argument(parser, lang)
    parser.add_argument("--witness", metavar="N:ROOT", type=read_witness, help=_WITNESS.in_(lang))


def _run(call: Call) -> int:
    signers = publishing.signers(call, _town(call))
    place: str = call.args.place
    try:
        with Progress(call.say(_VERIFYING)) as progress:
            found = _verify(place, signers, call.args.witness, progress.step)
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return CONTENT_FAULT
    if found.faults:
        publishing.tell_faults(sorted(set(found.faults)), call)
        return CONTENT_FAULT
    words = _EMPTIED if found.is_emptied else _FINE
    print(call.say(words, release=found.release, files=found.files, lines=found.lines, root=found.head[:16]))
    print(call.say(_SIGNED if found.is_signed else _UNSIGNED), file=sys.stderr)
    return FINE


def _verify(place: str, signers: str, witness: Witness | None, step: Callable[[], None]) -> Verified:
    if place.startswith(("http://", "https://")):
        return verify_served(Reader(_fetcher(place), None), signers, witness, step)
    if "://" in place or not place.strip():
        raise WrongUse(_NO_PLACE.fill(place=place))
    return verify(Path(place), signers, witness, step)


def _fetcher(base: str) -> Callable[[str], bytes | None]:
    """Files as the server sends them, as they lie there; raises WrongUse where none answers as a web server does."""
    base = base.rstrip("/") + "/"

    def fetch(path: str) -> bytes | None:
        try:
            request = urllib.request.Request(base + quote(path), headers={"Accept-Encoding": "identity"})
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
                data: bytes = answer.read(_LONGEST)
                return data
        except urllib.error.HTTPError:
            return None
        except (OSError, HTTPException, ValueError, OverflowError) as error:
            raise WrongUse(_NO_ANSWER.fill(place=base)) from error

    return fetch


def _town(call: Call) -> Register | None:
    """The town whose posts may sign; outsiders have none."""
    try:
        return publishing.town_of(call)
    except WrongUse:
        if call.args.root:
            raise
        return None


_PLACE = Words(
    "发布目录、其中一次发布的目录，或网站地址", "a publish root, a release in it, or a site’s address"
)
_WITNESS = Words(
    "以前记下的根值（fazhi witness 所印），台账必须仍与它相符",
    "a root noted earlier (as fazhi witness prints it) that the ledger must still fit",
)
_VERIFYING = Words("正在核对", "verifying")
_NO_ANSWER = Words("{place} 没有像网页服务器那样回应", "{place} does not answer as a web server does")
_NO_PLACE = Words(
    "“{place}”既不是目录，也不是 http:// 或 https:// 开头的网址",
    "'{place}' is no folder, and no address that begins with http:// or https://",
)
_FINE = Words(
    "{release}：{files} 个文件与清单一致，台账 {lines} 行，根值 {root}",
    "{release}: {files} files are as published; ledger of {lines} lines, root {root}",
)
_EMPTIED = Words(
    "{release} 因撤下或个人信息更正已经清空，没有文件可核对；清单与台账相符，台账 {lines} 行，根值 {root}",
    "{release} was emptied by a withdrawal or a correction for privacy, so no files were verified; manifest and ledger "
    "fit, ledger of {lines} lines, root {root}",
)
_SIGNED = Words("签名有效", "the signature is good")
_UNSIGNED = Words(
    "没有核对签名：没有给出允许的签名人", "no signature was checked: no allowed signers were given"
)

COMMAND = Command(Words("核对已发布的网站", "verify what was published"), _run, _arguments)
