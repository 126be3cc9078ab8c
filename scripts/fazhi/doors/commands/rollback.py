"""`fazhi rollback`: let the content of an earlier release be served again; the ledger says so."""

import sys
from argparse import ArgumentParser

from fazhi.doors import publishing
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command
from fazhi.doors.progress import Progress
from fazhi.flows.publish import rolled_back
from fazhi.ground.words import Words
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.release import Release
from fazhi.verbs.open_release import current


def _arguments(parser: ArgumentParser, lang: str) -> None:
    publishing.to_argument(parser, lang)
    parser.add_argument("release", nargs="?", metavar="RELEASE", help=_RELEASE.in_(lang))
    publishing.signing_arguments(parser, lang)


def _run(call: Call) -> int:
    root = publishing.root_of(call)
    register = publishing.town_of(call)
    try:
        last = current(root)
        to = call.args.release or _before(last)
        order = publishing.order(call, register, root, samples=last is not None and last.manifest.samples)
        with Progress(call.say(_WRITING)) as progress:
            done = rolled_back(order, to, progress.step)
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return CONTENT_FAULT
    print(done.manifest.release)
    print(call.say(_DONE, id=done.manifest.release, to=to), file=sys.stderr)
    return FINE


def _before(last: Release | None) -> str:
    """The release before the one that is served. Raises Refused where there is none."""
    if last is None or last.manifest.previous is None:
        raise Refused(Fault("--to", "no-release", _NONE))
    return last.manifest.previous


_RELEASE = Words("回到哪次发布，不写就是前一次", "which release; default: the one before")
_WRITING = Words("正在写入", "writing")
_DONE = Words(
    "已发布 {id}，内容回到 {to}；台账已记下", "published {id} with the content of {to}; the ledger says so"
)
_NONE = Words("没有更早的发布", "there is no earlier release")

COMMAND = Command(Words("回到以前的一次发布", "let an earlier release be served again"), _run, _arguments)
