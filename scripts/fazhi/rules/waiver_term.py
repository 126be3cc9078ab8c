"""A waiver ends within a year: then somebody looks again whether it is still right."""

from collections.abc import Iterator

from fazhi.ground.days import a_year_after
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule


def _example(until: str) -> Example:
    entry = f"{{rule: mobile-number, hash: {'0' * 64}, basis: 依法公开, by: reviewer, until: {until}}}"
    return Example(values={"waivers": f"[{entry}]"})


RULE = Rule(
    severity=Severity.WARNING,
    what=Words("豁免最长一年", "a waiver holds for a year at most"),
    why=Words("没有尽头的豁免，没有人再看一遍", "nobody looks again at a waiver without an end"),
    sources=(OWN,),
    bad=(_example("2099-12-31"),),
    good=(_example("2027-12-31"), Example()),
    keys=frozenset(("waivers",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    latest = a_year_after(register.as_of)
    for number, waiver in enumerate(record.get("waivers", ())):
        until = waiver.get("until")
        if until and until > latest:
            yield Found(f"waivers.{number}.until", _LONG.fill(until=until, latest=latest))


_LONG = Words(
    "豁免到 {until}，超过一年；请改为 {latest} 或更早，到期再批准一次",
    "waived until {until}, longer than a year; write {latest} or earlier and approve it anew then",
)
