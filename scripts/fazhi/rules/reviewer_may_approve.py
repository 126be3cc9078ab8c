"""The review before publication is signed by a post that may approve, where town.yml says which posts may."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_FROM = date(2019, 5, 15)

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-05",
    since=_FROM,
    what=Words(
        "公开前审查由可以批准的岗位负责", "the review before publication is by a post that may approve"
    ),
    why=Words(
        "登记的人自己审自己，审查就没有意义", "a review by whoever wrote the record would review nothing"
    ),
    sources=(Provision(INFORMATION, {_FROM: "17"}, {"17": "明确审查的程序和责任"}),),
    bad=(Example(values={"review": "{by: clerk, on: 2026-10-09, secrecy: ok, privacy: ok}"}),),
    good=(
        Example(),
        Example(values={"review": "{by: justice, on: 2026-10-09, secrecy: ok, privacy: ok}"}),
        Example(
            values={"review": "{by: clerk, on: 2026-10-09, secrecy: ok, privacy: ok}"},
            town={"posts": "{clerk: {office: government}, reviewer: {office: justice}}"},
        ),
    ),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    by, may = record.get("review", {}).get("by"), register.town.approvers
    if may and by in register.town.posts and by not in may:
        yield Found("review.by", _MAY_NOT.fill(by=quote(by), may="、".join(may)))


_MAY_NOT = Words(
    "岗位 {by} 在 town.yml 里没有写可以批准（may_approve）；可以批准的岗位：{may}",
    "town.yml does not say that {by} may approve (may_approve); these may: {may}",
)
