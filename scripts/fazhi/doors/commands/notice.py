"""`fazhi notice RECORD…`: sheets for the notice board, as PDF; `--verify CODE` answers for one that hangs there."""

import sys
from argparse import ArgumentParser
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from fazhi import rules
from fazhi.doors import answering
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.doors.progress import Progress
from fazhi.flows.asked import CONTRADICTED, Asked, NotFound, asked, joined, problems
from fazhi.flows.check_town import register_of
from fazhi.ground.files import Unreadable, write_bytes, write_text
from fazhi.ground.paper import PAPERS
from fazhi.ground.problem import Problem, Severity
from fazhi.ground.words import Words
from fazhi.nouns.notice import BOARD, SHEETS, posting
from fazhi.nouns.register import Register
from fazhi.verbs import tell
from fazhi.verbs.post import CannotNote, with_posting

if TYPE_CHECKING:
    from fazhi.flows.notice import Press


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("records", nargs="*", metavar="RECORD", help=_RECORD.in_(lang))
    parser.add_argument("--to", metavar="DIR", help=_TO.in_(lang))
    parser.add_argument("--paper", choices=sorted(PAPERS, reverse=True), help=_PAPER.in_(lang))
    parser.add_argument("--posted-now", action="store_true", help=_POSTED_NOW.in_(lang))
    parser.add_argument("--place", help=_PLACE.in_(lang))
    answering.arguments(parser, lang)


def _run(call: Call) -> int:
    if answering.is_asked(call):
        return answering.tell(call)
    if call.args.place and not call.args.posted_now:
        raise WrongUse(_PLACE_ALONE)
    press = _press()
    register = register_of(call.root, call.as_of)
    try:
        wanted = asked(register, call.args.records)
        noted = {each.path: text for each in wanted if (text := _noted(each, register, call))}
        wanted = [each.with_text(noted[each.path]) if each.path in noted else each for each in wanted]
    except (NotFound, CannotNote, Unreadable) as error:
        raise WrongUse(error.words) from error
    register = joined(register, wanted)
    found, codes = problems(register, wanted), []
    with Progress(call.say(_PRINTING)) as progress:
        for each in wanted:
            codes.append(_print(each, found[each.path], press(register), noted.get(each.path), call))
            progress.step()
    return max(codes)


def _press() -> "type[Press]":
    """What prints. Raises WrongUse where its libraries are not there: they are wanted for this command only."""
    try:
        with redirect_stdout(StringIO()):  # where Pango is missing, WeasyPrint prints a banner of its own
            from fazhi.flows.notice import Press
    except ImportError as error:
        if (error.name or "").startswith("fazhi"):
            raise
        raise WrongUse(_NO_LIBRARY.fill(name=error.name or error)) from error
    except OSError as error:  # WeasyPrint looks for Pango while it is imported
        raise WrongUse(_NO_PANGO) from error
    return Press


def _print(each: Asked, found: list[Problem], press: "Press", noted: str | None, call: Call) -> int:
    """Print one record on every paper asked for; nothing is written unless all of it can be."""
    from fazhi.flows.notice import NoFont, NotPrinted

    _tell(found, call)
    if tell.has_errors(found):
        return _refused(each, _ERRORS, call)
    if any(problem.code == CONTRADICTED for problem in found):
        return _refused(each, _CONTRADICTED, call)
    try:
        sheets = {name: press.print(each.record, PAPERS[name]) for name in _papers(call)}
    except NotPrinted as error:
        return _refused(each, error.words, call)
    except NoFont as error:
        raise WrongUse(_NO_FONT) from error
    for name, pdf in sheets.items():
        path = _folder(call) / f"{each.slug}-{name}.pdf"
        write_bytes(path, pdf)
        print(path)
    _note(each, noted, call)
    return FINE


def _note(each: Asked, noted: str | None, call: Call) -> None:
    """Write the posting that was printed, or tell that none was."""
    path = each.record.original.path
    if noted:
        write_text(each.path.resolve(), noted)
        print(call.say(_NOTED, path=path, **_dates(each)), file=sys.stderr)
    elif each.is_posted and not each.record.get("posted"):
        print(call.say(_BY_HAND, path=path), file=sys.stderr)


def _noted(each: Asked, register: Register, call: Call) -> str | None:
    """The file's text with today's posting; None where none is asked for, or the record names one already."""
    if not call.args.posted_now or each.record.original.findings:  # a file that cannot be read stays as it is
        return None
    path = each.record.original.path
    if not each.is_posted or each.record.get("posted"):
        print(call.say(_HAS_POSTED if each.is_posted else _NEVER_POSTED, path=path), file=sys.stderr)
        return None
    text = each.path.read_bytes().decode()
    return with_posting(text, posting(register.as_of, call.args.place or BOARD))


def _dates(each: Asked) -> dict[str, object]:
    posted = each.record.values["posted"]
    return {"start": posted["from"], "end": posted["to"], "place": posted["place"]}


def _tell(found: list[Problem], call: Call) -> None:
    told = [each for each in found if each.severity is not Severity.NOTE]
    if told:
        print(tell.tell(told, rules.discover(), "text", call.lang), file=sys.stderr)


def _refused(each: Asked, words: Words, call: Call) -> int:
    print(f"{each.record.original.path}: {call.say(words)}", file=sys.stderr)
    return CONTENT_FAULT


def _papers(call: Call) -> list[str]:
    return [call.args.paper] if call.args.paper else list(PAPERS)


def _folder(call: Call) -> Path:
    return Path(call.args.to) if call.args.to else call.root / SHEETS


_RECORD = Words(
    "要打印的记录：文件或目录的路径、编号，或记录页上的短码；只上公开栏的名单放在 docs/ 之外，写文件路径",
    "records to print: path of a file or folder, id, or short code; lists for the board only lie outside docs/",
)
_TO = Words("PDF 放在哪个目录，默认 notices/", "where the PDF files go; default notices/")
_PAPER = Words(
    "只出一种纸。默认两种都出：A4 给办公室打印机，A3 贴公开栏（1.5 米外看得清）",
    "one paper only. By default both are made: A4 for office printers, A3 to be read from 1.5 m before the board",
)
_POSTED_NOW = Words(
    "今天张贴：打印前在记录里写入 posted（今天起15日）；已经写了的不改",
    "posted today: note posted (15 days from today) in the record before printing; what is noted stays",
)
_PLACE = Words(
    "与 --posted-now 合用：张贴地点，默认村务公开栏",
    "with --posted-now: where; default the board of the village",
)
_PLACE_ALONE = Words("--place 要与 --posted-now 合用", "--place goes with --posted-now")
_PRINTING = Words("正在排版", "setting")
_ERRORS = Words(
    "记录有错误，没有打印；改正后再试", "the record has errors and was not printed; mend them first"
)
_CONTRADICTED = Words(
    "一边签署“本期无此事项”，一边有金额，没有打印；请删去不对的一个",
    "nothing to report is signed and amounts stand below it; not printed: take out the one that is wrong",
)
_NOTED = Words(
    "已在 {path} 写入张贴：{start} 至 {end}，{place}", "noted in {path}: posted {start} to {end}, {place}"
)
_BY_HAND = Words(
    "{path} 没有写张贴日期，纸上留空手填；今天就贴的，加 --posted-now；以后贴的，贴出时补写 posted",
    "{path} names no posting: the dates are left to fill in by hand; --posted-now notes today's; "
    "where it hangs later, note `posted` then",
)
_HAS_POSTED = Words("{path} 已写有张贴日期，没有改动", "{path} names its posting already and was not changed")
_NEVER_POSTED = Words(
    "{path} 这类记录不写张贴日期，没有改动", "{path} is of a kind that names no posting; not changed"
)
_APT = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
_NO_LIBRARY = Words(
    "打印公示纸要用的库还没有安装（{name}）。用 python3 run.py notice 会自动安装，或运行：pip install 'fazhi[notices]'；"
    f"Debian 还要：{_APT}",
    "the libraries that set notices are not installed ({name}). `python3 run.py notice` installs them, or run: "
    f"pip install 'fazhi[notices]'; on Debian also: {_APT}",
)
_NO_PANGO = Words(
    f"排版要用的 Pango 还没有安装。Debian 上运行：{_APT}",
    f"Pango, which sets the text, is missing. On Debian: {_APT}",
)
_NO_FONT = Words(
    "没有中文字体，印出来全是空框，没有打印。Debian 上运行：sudo apt-get install fonts-noto-cjk",
    "there is no font with Chinese characters; nothing was printed. On Debian: sudo apt-get install fonts-noto-cjk",
)

COMMAND = Command(Words("打印公示纸（PDF）", "print sheets for the notice board"), _run, _arguments)
