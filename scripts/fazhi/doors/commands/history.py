"""`fazhi history`: the releases of a publish root, as the ledger tells of them."""

from pathlib import Path

from fazhi.doors import publishing
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command
from fazhi.ground.words import Words
from fazhi.nouns.fault import Refused
from fazhi.nouns.release import releases_below
from fazhi.verbs.open_release import current


def _run(call: Call) -> int:
    root = Path(call.args.to).resolve()
    try:
        last = current(root)
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return CONTENT_FAULT
    kept = {folder.name for folder in releases_below(root)}
    for id, event in last.ledger.releases.items() if last else ():
        state = _CURRENT if last and id == last.id else _KEPT if id in kept else _GONE
        back = f" ← {event['to']}" if event["what"] == "rollback" else ""
        print(f"{id}  {event['on']}  {event['root'][:16]}  {state.in_(call.lang)}{back}")
    return FINE


_CURRENT = Words("正在提供", "served")
_KEPT = Words("保存", "kept")
_GONE = Words("已不保存", "no longer kept")

COMMAND = Command(Words("列出历次发布", "list the releases"), _run, publishing.to_argument)
