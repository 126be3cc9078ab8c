"""The command line: finds the command, runs it, and tells a content fault, wrong use and our own bug apart."""

import difflib
import errno
import platform
import re
import sys
import traceback
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import NoReturn

from fazhi.doors import commands
from fazhi.doors.command import OWN_BUG, WRONG_USE, Call, WrongUse
from fazhi.ground.days import day
from fazhi.ground.words import LANGS, Words, same

VERSION = "0.1.0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    lang = _language(words)
    try:
        return _dispatch(words, lang)
    except WrongUse as error:
        _tell(error.words.in_(lang))
        return WRONG_USE
    except KeyboardInterrupt:
        _tell(_STOPPED.in_(lang))
        return 130
    except BrokenPipeError:
        return 0
    except OSError as error:
        if error.errno not in _MACHINE:
            return _own_bug(error, words, lang)
        _tell(_CANNOT.fill(path=error.filename or "", why=_MACHINE[error.errno]).in_(lang))
        return WRONG_USE
    except Exception as error:
        return _own_bug(error, words, lang)


def _own_bug(error: Exception, words: Sequence[str], lang: str) -> int:
    _tell(_report(error, words, lang))
    return OWN_BUG


def _dispatch(words: list[str], lang: str) -> int:
    if words and words[0] in ("--version", "-V"):
        print(f"fazhi {VERSION}")
        return 0
    if words[:1] == ["help"] and len(words) > 1:
        words = [words[1], "--help"]
    if not words or words[0] in ("--help", "-h", "help"):
        print(_overview(lang))
        return 0 if words else WRONG_USE
    name = words[0]
    if name not in commands.names():
        close = difflib.get_close_matches(name, commands.names(), n=1)
        raise WrongUse(_NO_COMMAND.fill(name=name).then(_CLOSE.fill(close=close[0]) if close else _SEE_HELP))
    command = commands.load(name)
    parser = _Parser(
        lang, prog=f"fazhi {name}", description=command.help.in_(lang), add_help=False, allow_abbrev=False
    )
    command.arguments(parser, lang)
    _common(parser, lang)
    args = parser.parse_intermixed_args(words[1:])
    return command.run(Call(args, lang, args.as_of))


def _language(words: Sequence[str]) -> str:
    for at, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else "".join(words[at + 1 : at + 2])
        if word.split("=")[0] == "--lang" and value in LANGS:
            return value
    return "zh"


def _common(parser: ArgumentParser, lang: str) -> None:
    group = parser.add_argument_group(_GENERAL.in_(lang))
    group.add_argument("--root", metavar="DIR", help=_ROOT.in_(lang))
    group.add_argument("--as-of", type=day, metavar="DATE", help=_AS_OF.in_(lang))
    group.add_argument("--lang", choices=LANGS, default="zh", help=_LANG.in_(lang))
    group.add_argument("-h", "--help", action="help", help=_HELP.in_(lang))


def _overview(lang: str) -> str:
    loaded = {name: commands.load(name) for name in commands.names()}
    width = max(map(len, loaded))
    lines = [f"  {name:<{width}}  {command.help.in_(lang)}" for name, command in loaded.items()]
    return "\n".join([_USAGE.in_(lang), "", *lines, "", _MORE.in_(lang)])


class _Parser(ArgumentParser):
    """An argument parser whose complaint is one line in the caller's language."""

    def __init__(self, lang: str, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._lang = lang

    def error(self, message: str) -> NoReturn:
        raise WrongUse(_WRONG.fill(why=_complaint(message), prog=self.prog))

    def format_help(self) -> str:
        """argparse's own words in the caller's language."""
        text = super().format_help()
        for words in _ARGPARSE:
            text = text.replace(words.en, words.in_(self._lang), 1)
        return text


def _complaint(message: str) -> Words:
    for pattern, words in _COMPLAINTS.items():
        if found := re.fullmatch(pattern, message):
            return words.fill(**found.groupdict())
    return same(message)


def _report(error: Exception, words: Sequence[str], lang: str) -> str:
    """A report to paste: where it happened, never what was in the records."""
    frames = [
        f"  {frame.filename.rpartition('fazhi/')[2]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    system = f"fazhi {VERSION} · Python {platform.python_version()} · {platform.system()}"
    return "\n".join(
        [_BUG.in_(lang), f"  {system} · fazhi {words[0]}", *frames[-12:], f"  {type(error).__name__}"]
    )


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


_MACHINE = {
    errno.ENOSPC: Words("磁盘已满", "the disk is full"),
    errno.EDQUOT: Words("磁盘配额已满", "the disk quota is used up"),
    errno.EACCES: Words("没有权限", "permission denied"),
    errno.EPERM: Words("不允许这样做", "operation not permitted"),
    errno.EROFS: Words("只读文件系统", "the file system is read-only"),
    errno.EIO: Words("磁盘出错", "the disk fails"),
    errno.EMFILE: Words("打开的文件太多", "too many open files"),
}
"""What the machine refuses is neither a fault of the records nor a bug of ours."""
_CANNOT = Words(
    "不能读写 {path}：{why}；没有改动任何记录", "cannot read or write {path}: {why}; no record was changed"
)
_STOPPED = Words("已停止", "stopped")
_NO_COMMAND = Words("没有命令 {name}", "there is no command {name}")
_CLOSE = Words("；是否想用 {close}？", "; did you mean {close}?")
_SEE_HELP = Words("；fazhi --help 列出全部命令", "; fazhi --help lists them all")
_USAGE = Words("用法：fazhi 命令 [参数]", "usage: fazhi COMMAND [ARGUMENTS]")
_MORE = Words("fazhi 命令 --help 说明该命令的参数。", "fazhi COMMAND --help tells its arguments.")
_GENERAL = Words("通用参数", "general")
_ROOT = Words(
    "含有 town.yml、mkdocs.yml 和 docs/ 的目录，默认为最近的上级目录",
    "folder with town.yml, mkdocs.yml and docs/; default: the nearest upward",
)
_AS_OF = Words(
    "按这一天检查，写作 2026-10-08，默认今天", "check as of this day, written 2026-10-08; default today"
)
_LANG = Words("说明文字的语言：zh 或 en", "language of messages: zh or en")
_HELP = Words("显示本说明", "show this help")
_WRONG = Words("用法不对：{why}。{prog} --help 有说明", "wrong use: {why}. See {prog} --help")
_ARGPARSE = (
    Words("用法：", "usage: "),
    Words("内容：", "positional arguments:"),
    Words("选项：", "options:"),
)
_COMPLAINTS = {
    r"the following arguments are required: (?P<names>.+)": Words("缺少 {names}", "missing {names}"),
    r"unrecognized arguments: (?P<names>.+)": Words("不认识 {names}", "unknown {names}"),
    r"argument (?P<name>.+): invalid choice: (?P<found>'.*?') \(choose from (?P<known>.+)\)": Words(
        "{name} 不能是 {found}，只能是 {known}", "{name} cannot be {found}; choose from {known}"
    ),
    r"argument (?P<name>.+): expected one argument": Words("{name} 后面要有一个值", "{name} needs a value"),
    r"argument (?P<name>.+): invalid (?P<type>\w+) value: (?P<found>.+)": Words(
        "{name} 的值 {found} 写法不对", "{name}: {found} is not written rightly"
    ),
}
_BUG = Words(
    "fazhi 自身出了错，没有改动任何记录。请把以下内容报告给维护者：",
    "fazhi itself failed; no record was changed. Please report this:",
)

if __name__ == "__main__":
    sys.exit(main())
