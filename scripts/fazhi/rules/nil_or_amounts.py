"""Who signs `nil` says that nothing took place: no amount stands beside it. A sheet that says both is not printed."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.substance import has_amounts

_NIL = {"nil": "{by: demo-1, on: 2026-10-09}"}
_TABLE = "## 补贴\n\n| 项目 | 金额（元） |\n|---|---|\n"

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-07",
    what=Words("签署“本期无此事项”的，正文没有金额", "where nil is signed, no amount stands beside it"),
    why=Words(
        "一边说没有发生，一边有收支，看的人不知道该信哪一个",
        "nothing took place, or something did: readers cannot tell which to believe",
    ),
    sources=(TRUTH,),
    bad=(
        Example(body=f"{_TABLE}| 低保 | 1200.00 |\n", values=_NIL),
        Example(body="发放救助12户，共4800.00元。\n", values=_NIL),
    ),
    good=(
        Example(body="\n", values=_NIL),
        Example(body=f"{_TABLE}| 低保 | 0.00 |\n", values=_NIL),
        Example(body="本季度没有发放；高龄津贴由县级直接发给本人，共0元。\n", values=_NIL),
    ),
    keys=frozenset(("nil",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("nil") and has_amounts(record):
        yield Found("nil", _AMOUNTS)


_AMOUNTS = Words(
    "签署了“本期无此事项”，正文里却有金额；有事项的请删去 nil，没有的请删去金额；改正以前公示纸打印不出来",
    "nil is signed, and yet the text has amounts; take out the one that is wrong; until then no sheet is printed",
)
