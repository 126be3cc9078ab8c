"""The path of a record agrees with its fields: `villages/demo-1/2026/finance-Q3.md` (DESIGN §3, §4)."""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    what=Words("文件的位置和名字与内容一致", "the place and name of a file agree with what it says"),
    why=Words(
        "路径就是记录的永久地址，不能与内容不符",
        "the path is the permanent address and must not say otherwise",
    ),
    sources=(OWN,),
    bad=(
        Example(values={"period": "2026-Q2"}),
        Example(values={"village": "demo-2"}),
        Example(kind="outreach", values={"date": "2025-03-15"}),
    ),
    good=(Example(name="villages/demo-1/2026/finance-Q3-2"),),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if not record.kind.agrees(record.id, record.values):
        home = (record.kind.home(record.values) or "").replace("*", "…")
        yield Found(Place(), _ELSEWHERE.fill(right=f"docs/{home}.md"))


_ELSEWHERE = Words("文件位置与内容不符，按内容应为 {right}", "by what it says this file belongs at {right}")
