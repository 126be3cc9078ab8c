"""What is owed for a period came after its deadline: a fact for ever, to be shown and not to be mended.

So it is a note. Events, regulations and reports have rules of their own. Of several records for one period the first in
time counts; a notice that came in time moves the deadline, though not beyond the law's.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.coverage import came_after, cell_of
from fazhi.nouns.duty import IN_TIME
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_ITEMS = "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, due_days: 20, channel: web, since: 2026-07-01}}"
_TOWN = {
    "villages": "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01, sample: true}}",
    "items": _ITEMS,
}
_LATE = {"published": "2026-10-26"}


def _notice(until: str) -> dict[str, str]:
    """A notice in time that puts the example off until a day."""
    return {
        "villages/demo-1/2026/finance-Q3-2.md": "---\ntitle: 示范一村2026年第三季度财务收支延期公开的通知\n"
        "index: 140825107/2026-00102\nformed: 2026-10-09\npublished: 2026-10-20\nsource: demo-1\n"
        "topic: 农业、林业、水利\naccess: 主动公开\n"
        "review: {by: reviewer, on: 2026-10-09, secrecy: ok, privacy: ok}\n"
        f"village: demo-1\nitem: finance\nperiod: 2026-Q3\nextended: {{until: {until}, ground: 单据不全}}\n---\n\n"
        "单据没有送齐。\n"
    }


RULE = Rule(
    severity=Severity.NOTE,
    ref="LAW-07",
    what=Words("按期应当公开的事项在期限以前公开", "what is owed for a period is public by its deadline"),
    why=Words("迟了多少天，一直让人看得到", "how many days it was late stays to be seen"),
    sources=(IN_TIME,),
    bad=(
        Example(values=_LATE, town=_TOWN),
        Example(values={**_LATE, "extended": "{until: 2026-10-31, ground: 单据不全}"}, town=_TOWN),
        Example(values=_LATE, town=_TOWN, files=_notice("2026-10-25")),
    ),
    good=(
        Example(town=_TOWN),
        Example(values={"published": "2026-10-20"}, town=_TOWN),
        Example(values=_LATE, town=_TOWN, files=_notice("2026-10-31")),
    ),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    cell = cell_of(record, register) if came_after(record, register.town) else None
    if cell and cell.state == "late" and cell.record == record:
        least, most = cell.late
        days = str(least) if least == most else f"{least}–{most}"
        yield Found("published", _CAME.fill(due=cell.due.latest, published=record.published_text, days=days))


_CAME = Words(
    "最晚应在 {due} 公开，发布日期是 {published}，迟 {days} 天；日期如实保留即可，不要改早",
    "due by {due}, published {published}, {days} days late; leave the dates as they are",
)
