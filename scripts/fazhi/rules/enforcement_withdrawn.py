"""A penalty decision that was changed, annulled or found unlawful or void is withdrawn in three days, with the reason.

The record stays: it says when the decision was withdrawn and why, and its text no longer repeats the decision.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import PENALTIES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_FROM = date(2021, 7, 15)


def _example(changed: str, sort: str = "行政处罚", name: str = "") -> Example:
    return Example(
        values={"enforcement": f"{{sort: {sort}, party: 法人或者其他组织{name}, changed: {{{changed}}}}}"}
    )


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-17",
    since=_FROM,
    what=Words(
        "被变更、撤销、确认违法或者无效的处罚决定，三日内撤回并说明理由",
        "a penalty that was changed, annulled or found unlawful or void is withdrawn in three days, with the reason",
    ),
    why=Words("错了的处罚不应继续挂在网上", "a penalty that was wrong must not stay on the web"),
    sources=(Provision(PENALTIES, {_FROM: "48"}, {"48": "应当在三日内撤回行政处罚决定信息并公开说明理由"}),),
    bad=(
        _example("how: 撤销, on: 2026-10-12, withdrawn: 2026-10-16, reason: 证据不足"),
        _example("how: 撤销, on: 2026-10-12, withdrawn: 2026-10-15"),
        _example("how: 确认违法, on: 2026-10-12, reason: 程序违法"),
        _example("how: 撤销, on: 2026-10-12, withdrawn: 2026-10-15, reason: 证据不足", name=", name: 甲公司"),
    ),
    good=(
        _example("how: 撤销, on: 2026-10-12, withdrawn: 2026-10-15, reason: 证据不足"),
        _example("how: 变更, on: 2026-10-12", "行政许可"),
        _example("how: 变更, on: 2027-06-28, reason: 金额有误"),
        Example(),
    ),
    keys=frozenset(("enforcement",)),
)
_DAYS = timedelta(days=3)


def check(record: Record, register: Register) -> Iterator[Found]:
    decision = record.get("enforcement", {})
    changed = decision.get("changed", {})
    if decision.get("sort") != "行政处罚" or (on := changed.get("on")) is None:
        return
    withdrawn, due = changed.get("withdrawn"), on + _DAYS
    if withdrawn is None and register.as_of > due:
        yield Found("enforcement.changed", _NOT_YET.fill(how=changed.get("how", ""), on=on, due=due))
    elif withdrawn is not None and withdrawn > due:
        yield Found("enforcement.changed.withdrawn", _LATE.fill(on=on, due=due, withdrawn=withdrawn))
    if withdrawn is not None and decision.get("name"):
        yield Found("enforcement.name", _STILL_NAMED)
    if not changed.get("reason"):
        yield Found("enforcement.changed", _NO_REASON)


_NOT_YET = Words(
    "{on} 已{how}，应在 {due} 以前撤回；撤回后写 withdrawn: 日期，正文只留撤回的说明",
    "{how} on {on}, to be withdrawn by {due}; then write withdrawn: and the day, and leave only the reason in the text",
)
_LATE = Words(
    "{on} 改变，至迟 {due} 撤回，撤回日期是 {withdrawn}；日期如实保留即可",
    "changed on {on}, to be withdrawn by {due}, withdrawn {withdrawn}. Leave the dates as they are",
)
_STILL_NAMED = Words(
    "决定已经撤回，当事人名称（name）和正文里的决定也请删去，只留撤回的说明",
    "the decision is withdrawn, so take the party's name (name) and the decision itself out, and leave the reason only",
)
_NO_REASON = Words("没有公开撤回的理由；请写 reason: 理由", "the reason is not told; write reason: and why")
