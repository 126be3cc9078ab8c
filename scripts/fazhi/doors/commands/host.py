"""`fazhi host nginx`: the configuration of a web server for a publish root."""

import sys
from argparse import ArgumentParser

from fazhi.doors import publishing
from fazhi.doors.command import FINE, WRONG_USE, Call, Command
from fazhi.ground.words import Words
from fazhi.nouns.fault import Refused
from fazhi.verbs.nginx import configuration, has_brotli


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("server", choices=("nginx",), help=_SERVER.in_(lang))
    publishing.to_argument(parser, lang)
    parser.add_argument("--listen", metavar="PORT", default="80", help=_LISTEN.in_(lang))
    parser.add_argument("--name", metavar="HOST", default="_", help=_NAME.in_(lang))
    parser.add_argument("--brotli", choices=("yes", "no"), help=_BROTLI.in_(lang))


def _run(call: Call) -> int:
    try:
        text = configuration(publishing.root_of(call), call.args.listen, call.args.name, brotli=_brotli(call))
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return WRONG_USE
    print(text, end="")
    return FINE


def _brotli(call: Call) -> bool:
    if call.args.brotli:
        return bool(call.args.brotli == "yes")
    found = has_brotli()
    if not found:
        print(call.say(_WITHOUT), file=sys.stderr)
    return found


_SERVER = Words("哪种服务器", "which server")
_LISTEN = Words("端口，或“地址:端口”，默认 80", "a port or address:port; default 80")
_BROTLI = Words(
    "nginx 有没有 brotli_static 模块；不写就看本机有没有",
    "whether nginx has the module for brotli_static; default: as this machine has it",
)
_WITHOUT = Words(
    "本机的 nginx 没有 brotli_static 模块，配置里没有写它；装 libnginx-mod-http-brotli-static 以后再写一次，网页会小七分之一",
    "nginx of this machine has no module for brotli_static, so it is left out; install libnginx-mod-http-brotli-static "
    "and write the file again for pages a seventh smaller",
)
_NAME = Words("主机名，默认任意", "a host name; default any")

COMMAND = Command(Words("印出网页服务器的配置", "print the configuration of a web server"), _run, _arguments)
