"""`fazhi witness`: the short root of the ledger, to be pinned to the notice board and noted by outsiders."""

from pathlib import Path

from fazhi.doors import publishing
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command
from fazhi.ground.words import Words
from fazhi.nouns.fault import Fault, Refused
from fazhi.verbs.open_release import current


def _run(call: Call) -> int:
    try:
        last = current(Path(call.args.to).resolve())
        if last is None:
            raise Refused(Fault("--to", "no-release", _NONE))
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return CONTENT_FAULT
    print(f"{last.manifest.lines}:{last.manifest.head[:16]}")
    return FINE


_NONE = Words("这里没有发布", "nothing was published here")

COMMAND = Command(
    Words("印出台账的短根值，供公开栏张贴", "print the ledger's short root for the notice board"),
    _run,
    publishing.to_argument,
)
