"""A record that is blank, or repeats the period before word for word, is no publication.

Where there was nothing to report, somebody signs for it (`nil`). Only the record that counts for its period is told.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.coverage import cell_of, may_be_flawed
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_ITEMS = "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, due_days: 20, channel: web, since: 2026-07-01}}"
_TOWN = {
    "villages": "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01, sample: true}}",
    "items": _ITEMS,
}
_NEXT = "villages/demo-1/2026/finance-Q4.md"


def _fourth(body: str) -> dict[str, str]:
    """The quarter after the example's, with a text."""
    return {
        _NEXT: "---\ntitle: 示范一村2026年第四季度财务收支\nindex: 140825107/2027-00101\nformed: 2027-01-08\n"
        "published: 2027-01-10\nsource: demo-1\ntopic: 农业、林业、水利\naccess: 主动公开\n"
        "review: {by: reviewer, on: 2027-01-09, secrecy: ok, privacy: ok}\n"
        f"village: demo-1\nitem: finance\nperiod: 2026-Q4\n---\n\n{body}"
    }


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-07",
    what=Words(
        "公开的内容不空白，也不照抄上一期",
        "what is published is neither blank nor a copy of the period before",
    ),
    why=Words("空白和照抄不能当作已经公开", "neither tells villagers anything"),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "30", date(2026, 1, 1): "35"},
            {"30": "接受村民的监督", "35": "接受村民的监督"},
        ),
    ),
    bad=(
        Example(body="## 收支明细\n\n| 日期 | 摘要 |\n|---|---|\n", town=_TOWN),
        Example(body="本期无此事项。\n", town=_TOWN),
        Example(body="2026年第三季度修路。\n", town=_TOWN, files=_fourth("2026年第四季度 修路。\n")),
    ),
    good=(
        Example(town=_TOWN),
        Example(body="\n", values={"nil": "{by: demo-1, on: 2026-10-09}"}, town=_TOWN),
        Example(body="2026年第三季度修路。\n", town=_TOWN, files=_fourth("2026年第四季度修渠。\n")),
    ),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not may_be_flawed(record, register):  # the whole cell takes longer to make out
        return
    cell = cell_of(record, register)
    if cell and cell.record == record and cell.state in _SAID:
        yield Found(0, _SAID[cell.state])


_SAID = {
    "empty": Words(
        "正文没有内容，不算公开；请写明内容，没有发生的请签署 nil: {by: 村或机关, on: 日期}",
        "nothing is said here, which is no publication; say what there is, or sign nil: {by: …, on: …}",
    ),
    "copied": Words(
        "正文与上一期完全相同，不算公开；请核对，没有发生的请签署 nil",
        "word for word the period before, which is no publication; check it, or sign nil where there was nothing",
    ),
}
