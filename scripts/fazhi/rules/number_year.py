"""The year in a document number is that of its formation; what is numbered in January may still bear the old year."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import OFFICIAL_NUMBER

RULE = Rule(
    severity=Severity.WARNING,
    ref="META-05",
    what=Words("文号的年份与成文日期一致", "the year of a document number is that of its formation"),
    why=Words("按年份找文件的人会找错", "who looks for a document by its year would miss it"),
    sources=(OFFICIAL_NUMBER,),
    bad=(Example(kind="regulation", values={"number": "示政发〔2025〕3号"}),),
    good=(Example(kind="regulation", values={"number": "示政发〔2026〕3号"}),),
    keys=frozenset(("number",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    number, formed = record.get("number"), record.get("formed")
    if not number or not formed or not formed.first:
        return
    written, day = int(number.partition("〔")[2][:4]), formed.first
    if written != formed.year and not (written == day.year - 1 and day.month == 1):
        yield Found("number", _YEAR.fill(written=written, year=formed.year))


_YEAR = Words(
    "文号的年份是 {written}，成文日期在 {year} 年；请核对",
    "the number says {written}; it was formed in {year}; check",
)
