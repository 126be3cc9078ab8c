"""What is told of a month, quarter or year is told when it is over: before that nobody knows what is still to come.

Such a record meets no duty. A notice of putting off may be early, and so may what is approved beforehand.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.coverage import cell_of
from fazhi.nouns.duty import IN_TIME
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_ITEMS = "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, due_days: 20, channel: web, since: 2026-07-01}}"
_TOWN = {
    "villages": "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01, sample: true}}",
    "items": _ITEMS,
}
_EARLY = {
    "formed": "2026-09-28",
    "review": "{by: reviewer, on: 2026-09-28, secrecy: ok, privacy: ok}",
    "published": "2026-09-29",
}

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-07",
    what=Words(
        "一期的事项在这一期结束以后公开、签署",
        "what is told of a period is published and signed when it is over",
    ),
    why=Words(
        "期间没有结束，剩下几天的收支和事项还不知道",
        "before that nobody knows what the days that are left will bring",
    ),
    sources=(IN_TIME,),
    bad=(
        Example(values=_EARLY, town=_TOWN),
        Example(body="\n", values={"nil": "{by: demo-1, on: 2026-09-29}"}, town=_TOWN),
    ),
    good=(
        Example(values={**_EARLY, "published": "2026-09-30"}, town=_TOWN),
        Example(values={**_EARLY, "extended": "{until: 2026-10-31, ground: 单据不全}"}, town=_TOWN),
        Example(body="\n", values={"nil": "{by: demo-1, on: 2026-09-30}"}, town=_TOWN),
    ),
    kinds=frozenset(("disclosure",)),
    keys=frozenset(("period",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    cell = cell_of(record, register) if _may_be_early(record) else None
    if cell and record in cell.early:
        nil, last = record.get("nil") or {}, cell.duty.period.last
        key = "nil.on" if nil.get("on") and nil["on"] < last else "published"
        yield Found(key, _EARLY_SAID.fill(period=cell.duty.period.words, last=last))


def _may_be_early(record: Record) -> bool:
    """A cheap sign: the cell takes longer to make out."""
    if (period := record.get("period")) is None:
        return False
    days = (getattr(record.get("published"), "last", None), (record.get("nil") or {}).get("on"))
    return any(day is not None and day < period.last for day in days)


_EARLY_SAID = Words(
    "{period}到 {last} 才结束，在这以前公开或签署的不算公开；请到期后再公开一份，文件名后面加 -2",
    "{period} ends on {last}; what is published or signed before does not count: publish it again afterwards, with -2 after the file's name",
)
