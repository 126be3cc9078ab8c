"""`fazhi witness`: the short root of the ledger, to be pinned to the notice board; and keeping what outsiders noted of it."""

import sys
from argparse import ArgumentParser

from fazhi.doors import publishing
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.flows.verify_root import keep_witness
from fazhi.ground.words import Words
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.witness import read_witness
from fazhi.verbs.open_release import current


def _arguments(parser: ArgumentParser, lang: str) -> None:
    publishing.to_argument(parser, lang)
    parser.add_argument("--keep", metavar="N:ROOT", type=read_witness, help=_KEEP.in_(lang))
    parser.add_argument("--by", metavar="WHO", help=_BY.in_(lang))


def _run(call: Call) -> int:
    root = publishing.root_of(call)
    by = " ".join((call.args.by or "").split())
    if bool(call.args.keep) != bool(by):
        raise WrongUse(_TOGETHER)
    try:
        if call.args.keep:
            keep_witness(root, call.args.keep, publishing.town_of(call).as_of, by)
            print(call.say(_KEPT), file=sys.stderr)
            return FINE
        last = current(root)
        if last is None:
            raise Refused(Fault("--to", "no-release", _NONE))
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return CONTENT_FAULT
    print(f"{last.manifest.lines}:{last.manifest.head[:16]}")
    return FINE


_KEEP = Words(
    "记下有人抄走的根值；以后每次 verify 都用它核对台账",
    "keep a root that somebody noted; every later verification holds the ledger against it",
)
_BY = Words(
    "与 --keep 合用：谁抄的，写机关或岗位，不要写个人姓名",
    "with --keep: who noted it; an office, no person’s name",
)
_TOGETHER = Words("--keep 和 --by 要一起用", "--keep and --by go together")
_KEPT = Words("已记下，台账与它相符", "kept; the ledger fits it")
_NONE = Words("这里没有发布", "nothing was published here")

COMMAND = Command(
    Words(
        "印出台账的短根值，供公开栏张贴；或记下外人抄走的",
        "print the ledger's short root for the notice board, or keep one that was noted",
    ),
    _run,
    _arguments,
)
