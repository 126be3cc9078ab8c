"""`fazhi coverage`: what must be public by when, and how it stands."""

import sys
from argparse import ArgumentParser

from fazhi.doors.command import FINE, Call, Command, WrongUse
from fazhi.flows.check_town import register_of
from fazhi.ground.words import Words
from fazhi.nouns.coverage import coverage
from fazhi.verbs.coverage_data import as_data, as_json, as_text


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("places", nargs="*", metavar="PLACE", help=_PLACES.in_(lang))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_(lang))


def _run(call: Call) -> int:
    register = register_of(call.root, call.as_of)
    town, places = register.town, call.args.places
    if town.findings:
        raise WrongUse(_TOWN)
    for place in places:
        if place not in town.villages and place not in town.offices:
            known = "、".join((*town.villages, *town.offices))
            raise WrongUse(_NO_PLACE.fill(place=place, known=known))
    found = coverage(register)
    if call.args.format == "json":
        print(as_json({"as_of": found.as_of.isoformat(), **as_data(found, places)}), end="")
        return FINE
    for line in as_text(found, town, call.lang, places):
        print(line)
    print(call.say(_AS_OF, day=found.as_of), file=sys.stderr)
    return FINE


_PLACES = Words(
    "只看这些村或机关（编号），不写就是全部", "these villages or offices only, by id; all where none is named"
)
_FORMAT = Words("输出格式：text 或 json", "output: text or json")
_TOWN = Words("town.yml 有错误，请先运行 fazhi check", "town.yml has faults; run fazhi check first")
_NO_PLACE = Words(
    "没有村或机关 {place}；有：{known}", "there is no village or office {place}; there are: {known}"
)
_AS_OF = Words("截至 {day}", "as of {day}")

COMMAND = Command(
    Words("各村和镇应当公开的事项：按时、迟、逾期", "what must be public by when: in time, late, overdue"),
    _run,
    _arguments,
)
