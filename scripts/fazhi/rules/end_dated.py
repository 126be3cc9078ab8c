"""What no longer holds says from which day and by whose decision: 废止 ends on a day, 撤销 undoes from the start."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import OFFICIAL_DOCUMENTS
from fazhi.ground.words import Words
from fazhi.nouns.life import Step, life
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-15",
    what=Words(
        "已废止、已失效、已撤销的文件写明从哪一天起、由谁决定",
        "what is repealed, expired or annulled says from which day and by whom",
    ),
    why=Words(
        "废止前办的事仍然有效，撤销的自始无效，差别在于那一天",
        "what was done before a repeal stands, what was annulled never held: the day makes the difference",
    ),
    sources=(Provision(OFFICIAL_DOCUMENTS, {date(2012, 7, 1): "33"}, {}, confirmed=False),),
    bad=(
        Example(kind="regulation", values={"status": "已废止"}),
        Example(kind="regulation", values={"status": "已撤销"}),
        Example(kind="regulation", values={"status": "已失效", "expires": None}),
    ),
    good=(
        Example(
            kind="regulation", values={"status": "已废止", "repealed": "{on: 2027-05-01, by: 示例镇人民政府}"}
        ),
        Example(
            kind="regulation", values={"status": "已撤销", "annulled": "{on: 2027-05-01, by: 示例县人民政府}"}
        ),
        Example(kind="regulation", values={"status": "已失效", "expires": "2027-05-01"}),
    ),
    keys=frozenset(("status",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    step = _STEPS.get(record.get("status", ""))
    if step == "repealed" and record.get("repealed"):
        return  # a day that cannot be is told by relation-dates
    if step and not record.get("restated") and (own := life(record, register)) and not own.first(step):
        yield Found("status", _MISSING[step])


_STEPS: dict[str, Step] = {"已废止": "repealed", "已撤销": "annulled", "已失效": "expired"}
_MISSING: dict[Step, Words] = {
    "repealed": Words(
        "有效性写“已废止”，没有写从哪天起；请写 repealed: {on: 日期, by: 决定机关}，或写取代它的文件 replaced_by",
        "it says 已废止 without a day; write repealed: {on: day, by: who}, or what stands in its place: replaced_by",
    ),
    "annulled": Words(
        "有效性写“已撤销”，没有写哪天由谁撤销；请写 annulled: {on: 日期, by: 决定机关}",
        "it says 已撤销 without a day; write annulled: {on: day, by: who}",
    ),
    "expired": Words(
        "有效性写“已失效”，没有写有效期；请写 expires: 最后一天",
        "it says 已失效 without a term; write expires: its last day",
    ),
}
