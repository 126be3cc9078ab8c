"""What a regulation names as its basis is an article that was in force when the regulation was.

The text of the article cannot be compared with the regulation; which duty is meant is told by its title and summary.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.citation import Citation, fault
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import find
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-21",
    what=Words(
        "制度文件的依据（basis）在施行时有效，条号正确",
        "the basis of a regulation was in force with it, under the right article",
    ),
    why=Words(
        "依据写错，文件能不能适用就说不清", "with a wrong basis nobody can tell whether the document holds"
    ),
    sources=(OWN,),
    bad=(
        Example(kind="regulation", values={"basis": "[{law: 村民委员会组织法, article: 30}]"}),
        Example(kind="regulation", values={"basis": "[{law: 中华人民共和国社会救助法, article: 79}]"}),
        Example(kind="regulation", values={"basis": "[{law: 物权法, article: 59}]"}),
        Example(
            kind="regulation",
            values={
                "basis": "[{law: 社会救助法, article: 45}]",
                "index": "140825107/2025-00012",
                "number": "示政发〔2025〕3号",
                "formed": "2025-10-08",
                "adopted": "2025-10-08",
                "effective": "2025-11-01",
                "legality_review": "{by: justice, on: 2025-09-25}",
                "consultation": "{from: 2025-08-10, to: 2025-09-10}",
            },
        ),
    ),
    good=(
        Example(
            kind="regulation",
            values={
                "basis": "[{law: 村民委员会组织法, article: 35}, {law: 行政诉讼法, article: 3}, {law: 某省条例, article: 900}]"
            },
        ),
    ),
    keys=frozenset(("basis",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for number, basis in enumerate(record.get("basis", ())):
        law, article = find(basis.get("law", "")), basis.get("article")
        if not law or not article:
            continue
        cited = Citation(law, article, 0, "", f"{record.get('title', '')} {record.get('summary', '')}")
        faults = [fault(cited, day) for day in _days(record, register.as_of)]
        if faults[0] and all(faults):
            yield Found(f"basis.{number}.article", faults[0], f"{law.name} {article}")


def _days(record: Record, today: date) -> list[date]:
    """The days on which the basis may hold: that of the record, and that on which it takes effect."""
    days = [day for day in (record.day, record.get("effective")) if day]
    return [*days, *([today] if not days or record.get("restated") else [])]
