"""What happens once is public within 20 working days of being formed, or the shorter days its item sets.

For regulations, reports and disclosures of events. What is due at the end of a period is counted from there, by the
duties; budgets and enforcement decisions have days of their own (approved_in_time, enforcement_in_time). The calendar is that of the State Council with town.yml's holidays; where a year is not known to either, a
deadline has two bounds (ground/workdays.py), and between them it is only said that it may be late.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.days import When
from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.ground.workdays import Deadline
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_REVIEWED = "{by: reviewer, on: 2026-10-09, secrecy: ok, privacy: ok}"
_SHORTER = "{decisions: {name: {zh: 会议决定, en: Decisions}, cadence: event, due_days: 10, channel: web, since: 2026-01-01}}"
_EVENT = {"item": "decisions", "period": "2026-09-08", "formed": "2026-09-08", "review": _REVIEWED}

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-03",
    since=date(2008, 5, 1),
    what=Words(
        "文件、报告和随时公开的事项，在形成后20个工作日内公开",
        "regulations, reports and events are public within 20 working days of being formed",
    ),
    why=Words(
        "逾期是要公开的事实，不是不公开的理由", "being late is a fact to be shown, no reason to hold back"
    ),
    sources=(
        Provision(
            INFORMATION,
            {date.min: "18", date(2019, 5, 15): "26"},
            {"26": "自该政府信息形成或者变更之日起20个工作日内及时公开"},
        ),
    ),
    bad=(
        Example(values={**_EVENT, "published": "2026-10-13"}),
        Example(values={**_EVENT, "published": "2026-10-10"}, town={"items": _SHORTER}),
        Example(
            values={**_EVENT, "published": "2026-10-12"}, town={"holidays": "{2026: {work: [2026-09-12]}}"}
        ),
        Example(kind="regulation", values={"published": "2026-11-05"}),
        Example(kind="report", values={"formed": "2027-01-15", "published": "2027-02-20"}),
    ),
    good=(
        Example(values={**_EVENT, "published": "2026-10-12"}, name="villages/demo-1/2026/decisions-0908"),
        Example(kind="regulation", values={"published": "2026-11-04"}),
        Example(values={"formed": "2026-07-01", "published": "2026-10-10"}),
        Example(kind="report", values={"restated": "true", "formed": "2027-01", "published": "2027-03-20"}),
    ),
)
_DAYS = 20


def check(record: Record, register: Register) -> Iterator[Found]:
    formed, published = (_exact(record.get(key)) for key in ("formed", "published"))
    days = _days(record, register)
    if not formed or not published or not days:
        return
    due = register.town.workdays.after(formed, days)
    late = {"days": days, "formed": formed, "published": published}
    if published > due.latest:
        yield Found("published", _LATE.fill(due=due.latest, **late).then(_since(due)))
    elif published > due.earliest:
        yield Found("published", _PERHAPS.fill(due=due.earliest, **late).then(_since(due)))


def _days(record: Record, register: Register) -> int | None:
    """The working days a record has; None where its time is counted from something else, or not at all."""
    if record.kind.name != "disclosure":
        return _DAYS if record.kind.name in ("regulation", "report") else None
    if record.get("approved") or record.get("enforcement"):
        return None
    item = register.town.items.get(record.get("item", ""), {})
    own: int = item.get("due_days", _DAYS)
    return min(own, _DAYS) if item.get("cadence") == "event" else None


def _exact(value: object) -> date | None:
    return value.exact if isinstance(value, When) else None


def _since(due: Deadline) -> Words:
    return Words("", "") if due.exact else _UNKNOWN


_LATE = Words(
    "自 {formed} 成文起{days}个工作日，至迟 {due} 公开，发布日期是 {published}；日期如实保留即可，不要改早",
    "formed {formed}; {days} working days end on {due}; published {published}. Leave the dates as they are",
)
_PERHAPS = Words(
    "自 {formed} 成文起{days}个工作日，最早在 {due} 届满，发布日期是 {published}，可能已晚",
    "formed {formed}; {days} working days end on {due} at the earliest; published {published}, which may be late",
)
_UNKNOWN = Words(
    "（当年放假安排不详，按任何年份都成立的上下限推算；可在 town.yml 的 holidays 写明）",
    " (the holidays of that year are not known, so bounds of any year were used; town.yml may give holidays)",
)
