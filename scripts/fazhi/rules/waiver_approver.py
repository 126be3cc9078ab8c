"""A waiver is approved by a post that may approve, where town.yml says which posts may."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule


def _example(by: str, town: dict[str, str] | None = None) -> Example:
    entry = f"{{rule: mobile-number, hash: {'0' * 64}, basis: 依法公开, by: {by}, until: 2027-06-30}}"
    return Example(values={"waivers": f"[{entry}]"}, town=town)


RULE = Rule(
    severity=Severity.ERROR,
    what=Words("豁免由可以批准的岗位批准", "a waiver is approved by a post that may approve"),
    why=Words(
        "登记的人自己批准自己，谁的号码都能放出去",
        "whoever writes records could let anybody's number out alone",
    ),
    sources=(OWN,),
    bad=(_example("clerk"), _example("demo-1")),
    good=(
        _example("reviewer"),
        _example("clerk", {"posts": "{clerk: {office: government}, reviewer: {office: justice}}"}),
    ),
    keys=frozenset(("waivers",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    may = register.town.approvers
    for number, waiver in enumerate(record.get("waivers", ())):
        by = waiver.get("by")
        if may and by and by not in may:
            yield Found(f"waivers.{number}.by", _MAY_NOT.fill(by=quote(by), may="、".join(may)))


_MAY_NOT = Words(
    "{by} 不是可以批准豁免的岗位（town.yml 的 may_approve）；可以批准的岗位：{may}",
    "{by} is no post that may approve a waiver (may_approve in town.yml); these may: {may}",
)
