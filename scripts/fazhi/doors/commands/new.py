"""`fazhi new KIND KEY=VALUE…`: a new record with its place and index number, ready to be filled in."""

import sys
from argparse import ArgumentParser

from fazhi import kinds
from fazhi.doors.command import FINE, Call, Command, WrongUse
from fazhi.flows.check_town import register_of
from fazhi.ground.files import write_text
from fazhi.ground.words import Words
from fazhi.verbs.start import CannotStart, draft


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument(
        "kind",
        choices=sorted(kinds.discover()),
        metavar="KIND",
        help=_KIND.fill(kinds=" ".join(kinds.discover())).in_(lang),
    )
    parser.add_argument("values", nargs="*", metavar="KEY=VALUE", help=_VALUES.in_(lang))
    parser.add_argument("--slug", help=_SLUG.in_(lang))
    parser.add_argument("--print", action="store_true", dest="only_print", help=_PRINT.in_(lang))


def _run(call: Call) -> int:
    register = register_of(call.root, call.as_of)
    if register.town.findings:
        raise WrongUse(_TOWN)
    try:
        made = draft(
            register.kinds[call.args.kind], dict(map(_pair, call.args.values)), call.args.slug, register
        )
    except CannotStart as error:
        raise WrongUse(error.words) from error
    if call.args.only_print:
        print(made.text, end="")
        return FINE
    path = register.root / "docs" / f"{made.id}.md"
    write_text(path, made.text)
    print(path.relative_to(register.root))
    print(call.say(_NEXT, path=path.relative_to(register.root)), file=sys.stderr)
    return FINE


def _pair(text: str) -> tuple[str, str]:
    key, mark, value = text.partition("=")
    if not mark:
        raise WrongUse(_NO_PAIR.fill(text=text))
    return key, value


_KIND = Words("种类：{kinds}", "kind: {kinds}")
_VALUES = Words(
    "已知的内容，例如 village=demo-1 item=finance period=2026-Q4",
    "what is known, such as village=demo-1 item=finance period=2026-Q4",
)
_SLUG = Words(
    "文件名（制度和活动需要），例如 notice-boards",
    "the file's name (regulations and outreach need one), such as notice-boards",
)
_PRINT = Words("只显示，不写文件", "show it, write nothing")
_NEXT = Words(
    "已写好 {path}；填完后运行 fazhi check {path}", "wrote {path}; fill it in, then run fazhi check {path}"
)
_NO_PAIR = Words(
    "“{text}”应写成 键=值，例如 period=2026-Q4", "'{text}' should read KEY=VALUE, such as period=2026-Q4"
)
_TOWN = Words("town.yml 有错误，请先运行 fazhi check", "town.yml has faults; run fazhi check first")

COMMAND = Command(Words("新建一份记录", "start a record"), _run, _arguments)
