"""`fazhi check`: every problem of every record."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from fazhi import rules
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.flows.build import Checked, check_town
from fazhi.ground.problem import Problem
from fazhi.ground.words import Words
from fazhi.verbs import tell


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS.in_(lang))
    parser.add_argument("--format", choices=tell.FORMATS, default="text", help=_FORMAT.in_(lang))


def _run(call: Call) -> int:
    checked = check_town(call.root, call.as_of)
    problems = _within(checked, call)
    if text := tell.tell(problems, rules.discover(), call.args.format, call.lang):
        print(text)
    print(summary(checked, problems, call), file=sys.stderr)
    return CONTENT_FAULT if tell.has_errors(problems) else FINE


def summary(checked: Checked, problems: list[Problem], call: Call) -> str:
    """How much was checked and how much was found."""
    counts = tell.counts(problems)
    register = checked.register
    return call.say(_SUMMARY, records=len(register.records), pages=len(register.pages), **counts)


def _within(checked: Checked, call: Call) -> list[Problem]:
    root = checked.register.root
    wanted = [_relative(path, root) for path in call.args.paths]
    if not wanted:
        return checked.problems
    return [
        problem
        for problem in checked.problems
        if any(Path(problem.path).is_relative_to(path) for path in wanted)
    ]


def _relative(path: str, root: Path) -> Path:
    found = next((each for each in (Path(path), root / path) if each.exists()), None)
    if found is None or not found.resolve().is_relative_to(root):
        raise WrongUse(_NO_PATH.fill(path=path))
    return found.resolve().relative_to(root)


_PATHS = Words(
    "只报告这些文件或目录的问题（仍读取全部记录）",
    "report on these files or folders only (all records are read)",
)
_FORMAT = Words("输出格式：text、json 或 sarif", "output: text, json or sarif")
_SUMMARY = Words(
    "已检查 {records} 份记录、{pages} 个页面：错误 {error}，警告 {warning}，提示 {note}",
    "checked {records} records and {pages} pages: {error} errors, {warning} warnings, {note} notes",
)
_NO_PATH = Words(
    "没有文件 {path}，或不在本镇的目录里", "there is no {path}, or it is outside this town's folder"
)

COMMAND = Command(Words("检查全部记录", "check every record"), _run, _arguments)
