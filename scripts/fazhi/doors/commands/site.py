"""`fazhi site`: check, build, serve on this machine, and build again whenever something is saved."""

import socket
import sys
from argparse import ArgumentParser

from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.doors.commands.build import check_and_tell, make, target_of
from fazhi.flows.build import overrides
from fazhi.ground.words import Words

HOST = "127.0.0.1"


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("--site", metavar="DIR", help=_SITE.in_(lang))
    parser.add_argument("--port", type=_port, default=8000, help=_PORT.in_(lang))


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ValueError(text)
    return int(text)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _run(call: Call) -> int:
    from fazhi.doors.mkdocs_plugin import serve

    target, port = target_of(call), call.args.port
    if not _is_free(port):
        raise WrongUse(_BUSY.fill(port=port, next=port % 65535 + 1))
    rebuild(call)
    if not target.exists():
        return CONTENT_FAULT
    root = call.root
    watched = [root / "docs", root / "town.yml", root / "mkdocs.yml", overrides(root)]
    said = call.say(_SERVING, host=HOST, port=port)
    serve(lambda: rebuild(call), target, watched, HOST, port, ready=lambda: print(said, file=sys.stderr))
    return FINE


def rebuild(call: Call) -> None:
    """Check and build; with errors the last good site stays and goes on being served."""
    checked = check_and_tell(call)
    if checked.has_errors:
        print(call.say(_WAITING), file=sys.stderr)
    else:
        make(checked, target_of(call), call)


_SITE = Words("网站放在哪个目录，默认 site/", "where the site goes; default site/")
_PORT = Words("端口，默认 8000", "port, default 8000")
_SERVING = Words(
    "请打开 http://{host}:{port}/ ，保存文件后自动更新；按 Ctrl+C 结束",
    "open http://{host}:{port}/ ; saved files rebuild it; Ctrl+C ends",
)
_BUSY = Words(
    "端口 {port} 用不了，可能已被占用；试试 --port {next}",
    "port {port} cannot be used, perhaps it is taken; try --port {next}",
)
_WAITING = Words(
    "改正后保存，网站会自动更新；在此之前显示上一次的内容",
    "mend and save, and the site follows; until then the last good one is shown",
)

COMMAND = Command(
    Words("检查、生成并在本机打开网站", "check, build and serve on this machine"), _run, _arguments
)
