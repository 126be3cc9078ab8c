"""`fazhi host nginx`: the configuration of a web server for a publish root."""

from argparse import ArgumentParser
from pathlib import Path

from fazhi.doors import publishing
from fazhi.doors.command import FINE, WRONG_USE, Call, Command
from fazhi.ground.words import Words
from fazhi.nouns.fault import Refused
from fazhi.verbs.nginx import configuration


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("server", choices=("nginx",), help=_SERVER.in_(lang))
    publishing.to_argument(parser, lang)
    parser.add_argument("--listen", metavar="PORT", default="80", help=_LISTEN.in_(lang))
    parser.add_argument("--name", metavar="HOST", default="_", help=_NAME.in_(lang))


def _run(call: Call) -> int:
    try:
        text = configuration(Path(call.args.to).resolve(), call.args.listen, call.args.name)
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return WRONG_USE
    print(text, end="")
    return FINE


_SERVER = Words("哪种服务器", "which server")
_LISTEN = Words("端口，或“地址:端口”，默认 80", "a port or address:port; default 80")
_NAME = Words("主机名，默认任意", "a host name; default any")

COMMAND = Command(Words("印出网页服务器的配置", "print the configuration of a web server"), _run, _arguments)
