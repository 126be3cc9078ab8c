"""Representatives of a village meet every quarter, and since 2026 its assembly once a year at least.

Counted for years that are over and that the town's records cover whole, from the item under which meetings are
disclosed; what is missing may have been held and not been disclosed. A village need not have representatives: it is
asked for their meetings only where one was ever recorded. Which meeting a record is of is told by its title.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from fazhi.ground.days import first_whole_year
from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.town import Town

_AMENDED = date(2026, 1, 1)
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
    on="town",
    what=Words(
        "村民代表会议每季度一次，2026年起村民会议每年至少一次",
        "a village's representatives meet every quarter, since 2026 its assembly every year",
    ),
    why=Words("应由村民决定的事，要有会可开", "what villagers are to decide needs a meeting"),
    sources=(
        Provision(VILLAGES, {_AMENDED: "25"}, {"25": "村民会议每年至少召开一次"}),
        Provision(
            VILLAGES,
            {date.min: "26", _AMENDED: "30"},
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
_ASSEMBLY, _REPRESENTATIVES = "村民会议", "村民代表会议"
_A_YEAR = {_ASSEMBLY: 1, _REPRESENTATIVES: 4}
_ENGLISH = {_ASSEMBLY: "assemblies of villagers", _REPRESENTATIVES: "meetings of representatives"}


def check(town: Town, register: Register) -> Iterator[Found]:
    held = [(record, name) for record in register.of_kind("disclosure") if (name := _meeting(record))]
    count = Counter((record.get("village"), record.year, name) for record, name in held)
    have_representatives = {record.get("village") for record, name in held if name == _REPRESENTATIVES}
    begins = [town.items[item]["since"] for record, _ in held if (item := record.get("item")) in town.items]
    for village, values in town.villages.items() if begins else ():
        for year in range(first_whole_year(max(min(begins), values["since"])), register.as_of.year):
            for name, least in _A_YEAR.items():
                is_due = year >= _AMENDED.year if name == _ASSEMBLY else village in have_representatives
                if is_due and (n := count[village, year, name]) < least:
                    yield Found(
                        f"villages.{village}",
                        _FEWER.fill(year=year, name=Words(name, _ENGLISH[name]), n=n, least=least),
                    )


def _meeting(record: Record) -> str | None:
    """Which of the two meetings a record is of; None where it is of none, or does not say which."""
    title = record.get("title", "") if record.get("meeting") else ""
    return next((name for name in (_REPRESENTATIVES, _ASSEMBLY) if name in title), None)


_FEWER = Words(
    "{year}年公开的{name}有{n}次，应不少于{least}次；开过的请补登",
    "{n} {name} are disclosed for {year}, {least} are due; add those that were held",
)
