"""Representatives of a village meet every quarter, and since 2026 its assembly once a year at least.

Counted (nouns/meetings.py) for years that are over; what is missing may have been held and not been disclosed.
A village that records no meetings at all is shown so in coverage, and not warned of.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.meetings import AMENDED, has_meetings, yearly_meetings
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_ONE_VILLAGE = {"villages": "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01}}"}
_FIRST = {
    "title": "示范一村村民代表会议决定",
    "item": "decisions",
    "period": "2026-10-08",
    "meeting": "{members: 42, present: 40, votes_for: 40}",
}


def _other(month: str, serial: int, title: str) -> str:
    """The text of one more meeting."""
    day = f"2026-{month}-10"
    return (
        f"---\ntitle: 示范一村{title}决定\nindex: 140825107/2026-{serial:05d}\nformed: {day}\npublished: {day}\n"
        f"source: demo-1\ntopic: 农业、林业、水利\naccess: 主动公开\nvillage: demo-1\nitem: decisions\nperiod: {day}\n"
        f"review: {{by: reviewer, on: {day}, secrecy: ok, privacy: ok}}\n"
        f"meeting: {{members: 42, present: 40, votes_for: 40}}\n---\n\n决定修路。\n"
    )


_OTHERS = {
    f"villages/demo-1/2026/decisions-{month}10.md": _other(month, serial, title)
    for serial, (month, title) in enumerate(
        (("02", "村民代表会议"), ("04", "村民代表会议"), ("07", "村民代表会议"), ("12", "村民会议")), 101
    )
}

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-11",
    on="village",
    what=Words(
        "村民代表会议每季度一次，2026年起村民会议每年至少一次",
        "a village's representatives meet every quarter, since 2026 its assembly every year",
    ),
    why=Words("应由村民决定的事，要有会可开", "what villagers are to decide needs a meeting"),
    sources=(
        Provision(VILLAGES, {AMENDED: "25"}, {"25": "村民会议每年至少召开一次"}),
        Provision(
            VILLAGES,
            {date.min: "26", AMENDED: "30"},
            {"26": "村民代表会议每季度召开一次", "30": "村民代表会议每季度召开一次"},
        ),
    ),
    bad=(
        Example(values=_FIRST, town=_ONE_VILLAGE),
        Example(values=_FIRST, town=_ONE_VILLAGE, files=dict(list(_OTHERS.items())[1:])),
    ),
    good=(
        Example(values=_FIRST, town=_ONE_VILLAGE, files=_OTHERS, name="villages/demo-1/2026/decisions-1008"),
        Example(town=_ONE_VILLAGE),
    ),
)


def check(village: str, register: Register) -> Iterator[Found]:
    if not has_meetings(village, register):
        return
    for each in yearly_meetings(village, register, register.as_of.year - 1):
        if not each.is_enough:
            words = _FEWER.fill(year=each.year, name=each.name, n=each.held, least=each.least)
            yield Found(f"villages.{village}", words)


_FEWER = Words(
    "{year}年公开的{name}有{n}次，应不少于{least}次；开过的请补登",
    "{n} {name} are disclosed for {year}, {least} are due; add those that were held",
)
