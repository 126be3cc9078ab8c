"""`fazhi samples`: list the demonstration data, or clear it."""

import sys
from argparse import ArgumentParser

from fazhi.doors.command import FINE, Call, Command, WrongUse
from fazhi.flows.check_town import register_of
from fazhi.ground.files import write_text
from fazhi.ground.words import Words
from fazhi.nouns.register import Register
from fazhi.nouns.town import FILE
from fazhi.verbs.samples import sample_paths, sample_schools, sample_villages, without


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("--remove", action="store_true", help=_REMOVE.in_(lang))


def _run(call: Call) -> int:
    register = register_of(call.root, call.as_of)
    if register.town.findings:
        raise WrongUse(_TOWN)
    paths, villages = sample_paths(register), sample_villages(register)
    places = [
        *(f"{FILE}: villages.{id}" for id in villages),
        *(f"{FILE}: schools.{id}" for id in sample_schools(register)),
    ]
    for line in (*paths, *places):
        print(line)
    if call.args.remove:
        remove(register, paths, villages)
    said = _REMOVED if call.args.remove else _LISTED
    print(call.say(said, files=len(paths), villages=len(villages)), file=sys.stderr)
    return FINE


def remove(register: Register, paths: list[str], villages: list[str]) -> None:
    """Clear sample files, the folders they leave empty, and fictional villages and schools."""
    file = register.root / FILE
    text = without(file.read_text(encoding="utf-8"), "villages", villages)
    write_text(file, without(text, "schools", sample_schools(register)))
    for path in paths:
        (register.root / path).unlink()
    folders = {
        folder
        for path in paths
        for folder in (register.root / path).parents
        if folder.is_relative_to(register.root / "docs")
    }
    for folder in sorted(folders - {register.root / "docs"}, reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


_REMOVE = Words("删除全部演示数据（可用 git 恢复）", "remove all demonstration data (git can bring it back)")
_LISTED = Words(
    "演示数据：{files} 个文件，{villages} 个村；fazhi samples --remove 删除",
    "demonstration data: {files} files, {villages} villages; fazhi samples --remove clears them",
)
_REMOVED = Words(
    "已删除 {files} 个文件、{villages} 个村的演示数据；请运行 fazhi check",
    "removed {files} files and {villages} villages; now run fazhi check",
)
_TOWN = Words("town.yml 有错误，请先运行 fazhi check", "town.yml has faults; run fazhi check first")

COMMAND = Command(Words("列出或删除演示数据", "list or remove the demonstration data"), _run, _arguments)
