"""成文日期 of a normative document is the day it was adopted by the meeting, or signed for issue."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import OFFICIAL_DOCUMENTS
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="META-05",
    what=Words("成文日期是会议通过或者签发的日期", "the day of formation is that of adoption or of signing"),
    why=Words("公开的期限从成文日期算起", "the time for publication is counted from it"),
    sources=(Provision(OFFICIAL_DOCUMENTS, {date(2012, 7, 1): "9"}, {}, confirmed=False),),
    bad=(Example(kind="regulation", values={"formed": "2026-10-09"}),),
    good=(
        Example(kind="regulation", values={"formed": "2026-10-08"}),
        Example(kind="regulation", values={"formed": "2026-10-09", "issued": "2026-10-09"}),
    ),
    keys=frozenset(("adopted",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    formed, adopted = record.get("formed"), record.get("adopted")
    if adopted and formed and formed.exact and formed.exact not in (adopted, record.get("issued")):
        yield Found("formed", _OTHER.fill(formed=formed.exact, adopted=adopted))


_OTHER = Words(
    "成文日期 {formed} 既不是通过日期 {adopted}，也不是印发日期；成文日期应为会议通过或者签发的日期",
    "formed {formed} is neither the day of adoption {adopted} nor that of issue; it should be one of them",
)
