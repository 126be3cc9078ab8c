"""`fazhi init DIR`: an empty town that builds."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from fazhi.doors.command import FINE, Call, Command, WrongUse
from fazhi.flows.found import found
from fazhi.ground.words import Words


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("folder", metavar="DIR", help=_FOLDER.in_(lang))


def _run(call: Call) -> int:
    target = Path(call.args.folder).resolve()
    try:
        files = found(target)
    except FileExistsError as error:
        raise WrongUse(_NOT_EMPTY.fill(target=target)) from error
    except OSError as error:
        raise WrongUse(_CANNOT.fill(target=target, why=error.strerror or "")) from error
    for path in files:
        print(path.relative_to(target))
    print(call.say(_NEXT, target=target), file=sys.stderr)
    return FINE


_FOLDER = Words("新目录，须不存在或为空", "a new folder: absent or empty")
_NOT_EMPTY = Words(
    "{target} 已存在且不为空，没有改动", "{target} exists and is not empty; nothing was changed"
)
_CANNOT = Words("不能写入 {target}：{why}", "cannot write to {target}: {why}")
_NEXT = Words(
    "新镇已建好。先改 {target}/town.yml 的名称和代码，再运行 fazhi site --root {target}",
    "the town is there. Edit the names and code in {target}/town.yml, then run fazhi site --root {target}",
)

COMMAND = Command(Words("新建一个空的镇", "start an empty town"), _run, _arguments)
