"""`fazhi history`: the releases of a publish root, as the ledger tells of them."""

from fazhi.doors import publishing
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.ground.words import Words
from fazhi.nouns.fault import Refused
from fazhi.nouns.manifest import SALTS
from fazhi.nouns.release import releases_below
from fazhi.verbs.open_release import current


def _run(call: Call) -> int:
    root = publishing.root_of(call)
    try:
        last = current(root)
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return CONTENT_FAULT
    if last is None:
        raise WrongUse(_NOTHING.fill(root=root))
    states = {
        folder.name: _KEPT if (folder / SALTS).is_file() else _EMPTIED for folder in releases_below(root)
    }
    states[last.id] = _CURRENT
    for id, event in last.ledger.releases.items():
        state = states.get(id, _GONE)
        back = f" ← {event['to']}" if event["what"] == "rollback" else ""
        print(f"{id}  {event['on']}  {event['root'][:16]}  {state.in_(call.lang)}{back}")
    return FINE


_NOTHING = Words("{root} 里没有发布", "nothing was published in {root}")
_CURRENT = Words("正在提供", "served")
_KEPT = Words("保存", "kept")
_EMPTIED = Words("已清空，不能恢复", "emptied, cannot come back")
_GONE = Words("已不保存", "no longer kept")

COMMAND = Command(Words("列出历次发布", "list the releases"), _run, publishing.to_argument)
