"""Telephone numbers with an area code that are neither an office's nor listed in town.yml.

Service numbers (110, 119, 12345, 12348 …) have no area code and are free.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import NUMBER

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-04",
    what=Words(
        "固定电话是 town.yml 列明的公开电话", "a telephone number is one that town.yml lists as public"
    ),
    why=Words(
        "住宅电话是个人信息；办公电话登记在一处，才不会过时",
        "a home number is personal; an office number listed in one place does not grow old",
    ),
    sources=NO_PUBLICATION,
    bad=(Example(body="电话：0359-7000000\n"), Example(body="电话：（0359）7000000\n")),
    good=(
        Example(body="电话：0359-7000000\n", town={"public_phones": '["0359-7000000"]'}),
        Example(body="监督电话12388、12345、110。\n"),
    ),
)

SIGNS = frozenset((NUMBER,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for hit in passage.numbers("landline"):
        if hit.number not in register.town.public_numbers:
            yield Found(hit.start, _NUMBER.fill(shown=hit.shown), hit.written)


_NUMBER = Words(
    "电话 {shown} 不在 town.yml 的公开电话里；住宅电话请删去，办公电话请登入 offices 或 public_phones",
    "the telephone {shown} is not among town.yml's public ones; remove a home number, list an office's under offices or public_phones",
)
