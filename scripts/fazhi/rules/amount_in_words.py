"""An amount in capital characters is the amount in figures on its line (大写与小写一致)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from fazhi.ground.capitals import WRITTEN, read_capitals, write_capitals
from fazhi.ground.money import show_fen
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    ref="FIN-10",
    what=Words("大写金额与小写金额一致", "an amount in capitals is the amount in figures"),
    why=Words(
        "大写是为了防止改数字，两者不同就起不到作用",
        "capitals are written so that figures cannot be altered: that fails where the two differ",
    ),
    sources=(TRUTH,),
    bad=(
        Example(body="工程款1,234.50元（大写：壹仟贰佰叁拾肆元伍角壹分）。\n"),
        Example(body="| 项目 | 金额 | 大写 |\n|---|---|---|\n| 路灯 | 10,500.00 | 壹万伍仟元整 |\n"),
    ),
    good=(
        Example(body="工程款1,234.50元（大写：壹仟贰佰叁拾肆元伍角整）。\n"),
        Example(body="| 项目 | 金额 | 大写 |\n|---|---|---|\n| 路灯 | 10,500.00 | 壹万零伍佰元整 |\n"),
    ),
    kinds=frozenset(("disclosure",)),
)

SIGNS = frozenset("壹贰叁肆伍陆柒捌玖拾")


def check(record: Record, register: Register) -> Iterator[Found]:
    text = record.original.body.prose
    for written in WRITTEN.finditer(text):
        if SIGNS.isdisjoint(written[0]):  # 12万元
            continue
        start = text.rfind("\n", 0, written.start()) + 1
        line = text[start : (text + "\n").index("\n", start)]
        if found := _fault(written[0], line, written.start() - start):
            yield Found(written.start(), found, written[0])


def _fault(written: str, line: str, at: int) -> Words | None:
    """What is wrong with an amount in capitals, given the figures on its line."""
    try:
        fen = read_capitals(written)
    except ValueError:
        return _UNREAD.fill(written=quote(written))
    figures = [*_figures(line)]
    if not figures or any(fen == amount for _, amount in figures):
        return None
    _, nearest = min(figures, key=lambda figure: abs(figure[0] - at))
    return _DIFFERS.fill(
        written=quote(written),
        fen=show_fen(fen),
        found=show_fen(nearest),
        right=write_capitals(abs(nearest)),
        difference=show_fen(abs(fen - nearest)),
    )


def _figures(line: str) -> Iterator[tuple[int, int]]:
    """The amounts of a line in 分, with where they stand."""
    for figure in _FIGURE.finditer(line):
        scale = 1_000_000 if line[figure.end() :].lstrip(" ").startswith("万元") else 100
        yield figure.start(), int(Decimal(figure[0].replace(",", "").replace("，", "")) * scale)


_FIGURE = re.compile(
    r"\d(?<![\d.,，-].)(?:\d{0,2}(?:[,，]\d{3}){1,4}+|\d{0,12}+)(?:\.\d{1,2}+)?(?![\d.年月日号组户亩-])",
    re.ASCII,
)
_UNREAD = Words(
    "大写金额“{written}”认不出；请写作零壹贰叁……元角分整的形式",
    "the amount in capitals '{written}' cannot be read",
)
_DIFFERS = Words(
    "大写“{written}”是{fen}元，同一行的数字是{found}元，相差{difference}元；按数字应写作“{right}”",
    "'{written}' is {fen} yuan, the figure on the line is {found}, a difference of {difference}; for the figure it is '{right}'",
)
