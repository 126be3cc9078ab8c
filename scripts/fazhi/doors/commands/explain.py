"""`fazhi explain CODE`: what a rule asks, why, and on what ground."""

import difflib
from argparse import ArgumentParser

from fazhi import rules
from fazhi.doors.command import FINE, Call, Command, WrongUse
from fazhi.ground.words import Words
from fazhi.verbs import tell


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("code", metavar="CODE", help=_CODE.in_(lang))


def _run(call: Call) -> int:
    known, code = rules.discover(), call.args.code
    found = [rule for rule in known.values() if code.lower() == rule.code or code.upper() == rule.ref]
    if not found:
        close = ", ".join(difflib.get_close_matches(code.lower(), known, n=3)) or "fazhi rules"
        raise WrongUse(_UNKNOWN.fill(code=code, close=close))
    print("\n\n".join(tell.explain(rule, call.lang) for rule in found))
    return FINE


_CODE = Words(
    "规则代码，如 number-form，或编号，如 META-04",
    "a rule's code such as number-form, or its id such as META-04",
)
_UNKNOWN = Words("没有规则 {code}；可看：{close}", "there is no rule {code}; see: {close}")

COMMAND = Command(
    Words("说明一条规则的要求、原因和依据", "tell what a rule asks, why, and on what ground"),
    _run,
    _arguments,
)
