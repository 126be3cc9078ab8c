"""Only a restatement of a text that is not at hand may leave its dates open (DESIGN §4)."""

from collections.abc import Iterator

from fazhi.ground.days import When
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    what=Words("成文日期和发布日期写明年月日", "a record says on which day it was formed and published"),
    why=Words(
        "期限从成文之日算起；只有转述的记录才可能不知道",
        "deadlines run from the day; only a restatement may not know it",
    ),
    sources=(OWN,),
    bad=(Example(values={"formed": "unknown"}), Example(values={"published": "2026-10"})),
    good=(
        Example(),
        Example(
            kind="outreach",
            values={"restated": "true", "formed": "unknown", "published": "unknown", "index": None},
        ),
    ),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("restated"):
        return
    for key in ("formed", "published"):
        value = record.get(key)
        if isinstance(value, When) and value.exact is None:
            yield Found(key, _OPEN.fill(key=key, found=value.text))


_OPEN = Words(
    "{key} 写作 {found}；请写明年月日，只有 restated: true 的记录可以不详",
    "{key} is {found}; give the day, only a record with restated: true may leave it open",
)
