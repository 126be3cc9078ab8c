"""`fazhi rules`: every rule, a line each."""

from fazhi import rules
from fazhi.doors.command import FINE, Call, Command
from fazhi.ground.words import Words
from fazhi.verbs import tell


def _run(call: Call) -> int:
    print(tell.catalogue(rules.discover(), call.lang))
    return FINE


COMMAND = Command(Words("列出全部规则", "list the rules"), _run)
