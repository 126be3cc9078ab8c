"""What the commands about a publish root share: its arguments, how to publish, and how faults are told."""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from fazhi.doors.command import Call, WrongUse
from fazhi.flows.check_town import register_of
from fazhi.flows.make_release import KEEP, KEEP_DAYS, Order
from fazhi.ground.words import Words
from fazhi.nouns.fault import Fault
from fazhi.nouns.register import Register
from fazhi.verbs.sign import allowed


def to_argument(parser: ArgumentParser, lang: str) -> None:
    """`--to`: the publish root."""
    parser.add_argument("--to", metavar="ROOT", required=True, help=_TO.in_(lang))


def root_of(call: Call) -> Path:
    """The publish root named. Raises WrongUse for a name that no folder can have."""
    named: str = call.args.to
    if not named.strip() or not named.isprintable():
        raise WrongUse(_NO_ROOT)
    return Path(named).resolve()


def signing_arguments(parser: ArgumentParser, lang: str) -> None:
    """`--key`, `--signers` and `--accept-last`."""
    parser.add_argument("--key", metavar="FILE", help=_KEY.in_(lang))
    signers_argument(parser, lang)
    parser.add_argument("--accept-last", action="store_true", help=_ACCEPT.in_(lang))


def signers_argument(parser: ArgumentParser, lang: str) -> None:
    """`--signers`: whose signatures are good."""
    parser.add_argument("--signers", metavar="FILE", help=_SIGNERS.in_(lang))


def signers(call: Call, register: Register | None) -> str:
    """The allowed signers: those of the file named, else the posts of town.yml that have a key. Raises WrongUse."""
    if not call.args.signers:
        return allowed(register.town) if register else ""
    try:
        return Path(call.args.signers).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise WrongUse(_NO_FILE.fill(path=call.args.signers)) from error


def order(call: Call, register: Register, root: Path, *, samples: bool) -> Order:
    """How to publish, by the arguments and town.yml. Raises WrongUse for a key that is not there."""
    key = Path(call.args.key).resolve() if call.args.key else None
    if key and not key.is_file():
        raise WrongUse(_NO_FILE.fill(path=key))
    told = {name: int(value) for name, value in (register.town.values.get("releases") or {}).items()}
    return Order(
        root,
        register.as_of,
        int(time.time()),
        samples,
        key,
        signers(call, register),
        call.args.accept_last,
        told.get("every_days"),
        max(1, told.get("keep", KEEP)),
        told.get("keep_days", KEEP_DAYS),
    )


def town_of(call: Call) -> Register:
    """The register of the town. Raises WrongUse where town.yml cannot be read."""
    register = register_of(call.root, call.as_of)
    if register.town.findings:
        raise WrongUse(_TOWN)
    return register


def tell_faults(faults: Sequence[Fault], call: Call) -> None:
    """Every fault, a line each."""
    for fault in faults:
        print(f"{fault.path}: {fault.message.in_(call.lang)} [{fault.code}]")
    print(call.say(_COUNT, count=len(faults)), file=sys.stderr)


_TO = Words("发布到哪个目录", "the publish root")
_NO_ROOT = Words("--to 后面写发布目录", "--to names the publish root")
_KEY = Words("用这个 OpenSSH 私钥签名", "sign with this OpenSSH private key")
_SIGNERS = Words(
    "允许的签名人（OpenSSH 的 allowed signers 文件）；不写就用 town.yml 中岗位的 key",
    "allowed signers (OpenSSH); default: the keys of the posts of town.yml",
)
_ACCEPT = Words(
    "不核对上次发布的签名：第一次签名、更换钥匙时用",
    "do not check the last release's signature: for the first signed one, or a new key",
)
_NO_FILE = Words("不能读取文件 {path}", "{path} cannot be read")
_TOWN = Words("town.yml 有错误，请先运行 fazhi check", "town.yml has faults; run fazhi check first")
_COUNT = Words("{count} 处问题", "{count} faults")
