"""What looking through the documents came to is borne out by the document: one that was to be repealed is, one that was kept held."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.life import HOLDS, Life, life
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard


def _cleaned(result: str, **values: str) -> Example:
    own = {"clean_ups": f"[{{on: 2027-03-01, result: {result}}}]", **values}
    return Example(kind="regulation", values=own)


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-15",
    what=Words("清理的结论与文件的日期相符", "what a clean-up came to agrees with the document’s dates"),
    why=Words(
        "清理目录说废止、文件还写有效的，读者不知道按哪个办",
        "where a list says repealed and the document in force, nobody knows which to go by",
    ),
    sources=(Standard(Words("国发〔2010〕33号", "State Council notice 33 (2010)"), False),),
    bad=(
        _cleaned("废止"),
        _cleaned("宣布失效"),
        _cleaned("继续有效", expires="2026-12-31"),
        _cleaned("继续有效", effective="2027-04-01"),
    ),
    good=(
        _cleaned("继续有效"),
        _cleaned("修改"),
        _cleaned("废止", repealed="{on: 2027-03-20, by: 示例镇人民政府}", status="已废止"),
        _cleaned("废止", repealed="{on: 2027-12-31, by: 示例镇人民政府}"),
        _cleaned("宣布失效", expires="2027-02-28", status="已失效"),
        Example(
            kind="regulation",
            values={
                "restated": "true",
                "clean_ups": "[{on: 2027-03-01, result: 继续有效}]",
                "effective": None,
            },
        ),
    ),
    keys=frozenset(("clean_ups",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    cleaned = record.get("clean_ups", ())
    own = life(record, register) if cleaned else None
    for at, each in enumerate(cleaned):
        if own and {"on", "result"} <= each.keys() and (words := _fault(each, own, register.as_of)):
            yield Found(f"clean_ups.{at}.result", words.fill(on=each["on"]))


def _fault(cleaned: dict[str, Any], own: Life, today: date) -> Words | None:
    state = own.on(cleaned["on"])
    if cleaned["result"] == "继续有效":
        return None if state is None or state in HOLDS else _NOT_HELD
    if cleaned["result"] in ("废止", "宣布失效"):
        end = own.end(today) or own.end()
        is_told = end is not None and (end.on <= today or end.step != "expired")
        return None if is_told else _NOT_ENDED
    return None


_NOT_HELD = Words(
    "清理结论是继续有效，{on} 那天文件却不在有效期内；请核对清理日期和施行、失效、废止的日期",
    "the clean-up kept it, but on {on} it was not in force; look at the day of the clean-up and at its own dates",
)
_NOT_ENDED = Words(
    "{on} 清理结论是不再有效，文件没有写何时失效；请补写 repealed（日期和决定机关）或者 expires",
    "the clean-up of {on} ended it, and nothing tells when; write repealed (the day, and by whom) or expires",
)
