"""`fazhi check`: every problem of every record."""

import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path

from fazhi import rules
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.flows import mend
from fazhi.flows.build import check_site, standing
from fazhi.flows.check_town import Checked, check_town, register_of
from fazhi.ground.problem import Problem
from fazhi.ground.words import Words
from fazhi.verbs import repair, tell


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS.in_(lang))
    parser.add_argument("--built", metavar="DIR", help=_BUILT.in_(lang))
    parser.add_argument("--format", choices=tell.FORMATS, default="text", help=_FORMAT.in_(lang))
    parser.add_argument("--fix", action="store_true", help=_FIX.in_(lang))
    parser.add_argument("--write", action="store_true", help=_WRITE.in_(lang))


def _run(call: Call) -> int:
    if call.args.built:
        return _check_built(call)
    if call.args.write and not call.args.fix:
        raise WrongUse(_WRITE_ALONE)
    checked = check_town(call.root, call.as_of)
    if call.args.fix and not call.args.write:
        return _show_repair(checked, call)
    if call.args.fix:
        _repair(checked, call)
        checked = check_town(call.root, call.as_of)
    problems = _within(checked, call)
    if text := tell.tell(problems, rules.discover(), call.args.format, call.lang):
        print(text)
    print(summary(checked, problems, call), file=sys.stderr)
    return CONTENT_FAULT if tell.has_errors(problems) else FINE


def _show_repair(checked: Checked, call: Call) -> int:
    """What --fix would change, as a diff; the exit code is that of the check, for nothing is changed."""
    if call.args.format != "text":
        raise WrongUse(_DIFF_IS_TEXT)
    problems = _within(checked, call)
    files = mend.mended(checked.register, problems)
    for path, each in files.items():
        print(repair.difference(path, each.before, each.after))
    print(call.say(_WOULD if files else _NOTHING_TO_MEND, **_counted(files)), file=sys.stderr)
    print(summary(checked, problems, call), file=sys.stderr)
    return CONTENT_FAULT if tell.has_errors(problems) else FINE


def _repair(checked: Checked, call: Call) -> None:
    files = mend.mended(checked.register, _within(checked, call))
    try:
        mend.write(checked.register.root, files)
    except OSError as error:
        raise WrongUse(_NOT_WRITTEN.fill(path=error.filename)) from error
    for path, each in files.items():
        print(call.say(_MENDED, path=path, places=each.places), file=sys.stderr)
    print(call.say(_DID if files else _NOTHING_TO_MEND, **_counted(files)), file=sys.stderr)


def _counted(files: Mapping[str, mend.Mended]) -> dict[str, int]:
    return {"files": len(files), "places": sum(each.places for each in files.values())}


def _check_built(call: Call) -> int:
    """The pages of a built site, against the town they were built from."""
    folder = Path(call.args.built)
    if call.args.paths or call.args.fix or call.args.write:
        raise WrongUse(_BUILT_ALONE)
    try:
        register = register_of(call.root, call.as_of)
        if register.town.findings:
            problems = check_town(call.root).problems
        else:
            problems = check_site(folder, standing(register))
    except NotADirectoryError as error:
        raise WrongUse(_NO_SITE.fill(site=folder)) from error
    if text := tell.tell(problems, rules.discover(), call.args.format, call.lang):
        print(text)
    print(call.say(_BUILT_SUMMARY, **tell.counts(problems)), file=sys.stderr)
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
_BUILT = Words("检查这个目录里已生成的网站", "check the built site in this folder")
_BUILT_ALONE = Words(
    "--built 检查整个网站，不与文件、--fix 合用",
    "--built checks a whole site; no files and no --fix beside it",
)
_NO_SITE = Words("{site} 里没有生成好的网站（index.html）", "there is no built site (index.html) in {site}")
_BUILT_SUMMARY = Words(
    "已检查网站：错误 {error}，警告 {warning}，提示 {note}",
    "checked the site: {error} errors, {warning} warnings, {note} notes",
)
_FORMAT = Words("输出格式：text、json 或 sarif", "output: text, json or sarif")
_SUMMARY = Words(
    "已检查 {records} 份记录、{pages} 个页面：错误 {error}，警告 {warning}，提示 {note}",
    "checked {records} records and {pages} pages: {error} errors, {warning} warnings, {note} notes",
)
_FIX = Words(
    "列出可自动修复之处（文号括号、间隔号、全角数字），不改文件",
    "show as a diff what can be repaired (brackets of document numbers, middle dots, full-width digits)",
)
_WRITE = Words(
    "与 --fix 合用：写入修复；原文照录的记录不改",
    "with --fix: write the repairs; verbatim records are left alone",
)
_WRITE_ALONE = Words("--write 要与 --fix 合用", "--write goes with --fix")
_DIFF_IS_TEXT = Words("--fix 不加 --write 时只能用 text 格式", "--fix without --write prints text only")
_WOULD = Words(
    "可自动修复 {places} 处，在 {files} 个文件；加 --write 写入。已公开的记录改后请写更正（corrections）",
    "{places} places in {files} files can be repaired; write them with --write. What is public needs a correction entry",
)
_MENDED = Words("已修复 {path}：{places} 处", "repaired {path}: {places} places")
_DID = Words(
    "共修复 {places} 处，在 {files} 个文件。已公开的记录请写更正（corrections）",
    "repaired {places} places in {files} files. What is public needs a correction entry",
)
_NOTHING_TO_MEND = Words("没有可自动修复之处", "nothing can be repaired automatically")
_NOT_WRITTEN = Words(
    "不能写入 {path}，请检查权限；这个文件没有改动", "{path} cannot be written; check its permissions"
)
_NO_PATH = Words(
    "没有文件 {path}，或不在本镇的目录里", "there is no {path}, or it is outside this town's folder"
)

COMMAND = Command(Words("检查全部记录", "check every record"), _run, _arguments)
