"""Penalties and licences are public within 7 working days of the decision, other enforcement decisions within 20.

Counted from `formed`. Of a year whose holidays are not known there are two bounds (ground/workdays.py); only what is
late by both is said to be.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.days import When
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import ENFORCEMENT

_FROM = date(2018, 12, 5)
_DAYS = {"行政处罚": 7, "行政许可": 7}
_OTHERS = 20


def _example(sort: str, formed: str, published: str) -> Example:
    values = {"formed": formed, "published": published, "review": None, "restated": "true"}
    return Example(values={**values, "enforcement": f"{{sort: {sort}, party: 法人或者其他组织}}"})


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-17",
    since=_FROM,
    what=Words(
        "行政处罚、行政许可决定7个工作日内公开，其他执法决定20个工作日内公开",
        "penalties and licences are public within 7 working days, other enforcement decisions within 20",
    ),
    why=Words("执法结果及时公开，才便于监督", "enforcement can be watched only if its outcome is soon known"),
    sources=(ENFORCEMENT,),
    bad=(
        _example("行政处罚", "2026-09-08", "2026-09-18"),
        _example("行政检查", "2026-09-08", "2026-10-13"),
    ),
    good=(
        _example("行政许可", "2026-09-08", "2026-09-17"),
        _example("行政检查", "2026-09-08", "2026-10-12"),
        Example(),
    ),
    keys=frozenset(("enforcement",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    decision = record.get("enforcement")
    formed, published = record.get("formed"), record.get("published")
    if decision is None or not isinstance(formed, When) or not isinstance(published, When):
        return
    if formed.last is None or published.first is None or published.first <= formed.last:
        return
    days = _DAYS.get(decision.get("sort", ""), _OTHERS)
    due = register.town.workdays.after(formed.last, days).latest
    if published.first > due:
        late = {"sort": decision.get("sort", ""), "formed": formed.text, "days": days, "due": due}
        yield Found("published", _LATE.fill(published=published.text, **late))


_LATE = Words(
    "{sort}决定自 {formed} 起{days}个工作日，至迟 {due} 公开，发布日期是 {published}；日期如实保留即可，不要改早",
    "{sort}: {days} working days from {formed} end on {due}; published {published}. Leave the dates as they are",
)
