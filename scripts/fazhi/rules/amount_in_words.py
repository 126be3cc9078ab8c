"""An amount in capital characters is the amount in figures on its line (大写与小写一致)."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

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
        Example(body="工程款1,234.50元（大写：壹仟贰佰叁拾肆元伍角整），另有5万元、上万元的项目。\n"),
    ),
    kinds=frozenset(("disclosure",)),
)

SIGNS = frozenset("壹贰叁肆伍陆柒捌玖拾")


def check(record: Record, register: Register) -> Iterator[Found]:
    text = record.original.body.prose
    start = 0
    for line in text.split("\n"):
        yield from _in_line(line, start)
        start += len(line) + 1


def _in_line(line: str, start: int) -> Iterator[Found]:
    """What is wrong with the amounts in capitals of a line; its figures are read once, however many they are."""
    figures = [*_figures(line)] if WRITTEN.search(line) else []
    amounts = {amount for _, amount in figures}
    for written in WRITTEN.finditer(line) if figures else ():
        fen = _read(written[0])
        if fen is not None and fen not in amounts:
            nearest = _nearest(figures, written.start())
            yield Found(start + written.start(), _differs(written[0], fen, nearest), written[0])


@lru_cache(1_000)
def _read(written: str) -> int | None:
    """The amount in 分; None for what counts nothing, like the 万元 of 5万元."""
    try:
        return read_capitals(written)
    except ValueError:
        return None


def _nearest(figures: list[tuple[int, int]], at: int) -> int:
    behind = bisect_left(figures, (at, 0))
    return min(figures[max(behind - 1, 0) : behind + 1], key=lambda figure: abs(figure[0] - at))[1]


def _differs(written: str, fen: int, nearest: int) -> Words:
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
        scale = 1_000_000 if _MYRIADS.match(line, figure.end()) else 100
        yield figure.start(), _fen(figure[0], scale)


@lru_cache(1_000)
def _fen(figure: str, scale: int) -> int:
    return int(Decimal(figure.replace(",", "").replace("，", "")) * scale)


_MYRIADS = re.compile(" *万元")
_FIGURE = re.compile(
    r"\d(?<![\d.,，-].)(?:\d{0,2}(?>(?:[,，]\d{3}){1,4})|\d{0,12}+)(?:\.\d{1,2}+)?(?![\d.年月日号组户亩-])",
    re.ASCII,
)
_DIFFERS = Words(
    "大写“{written}”是{fen}元，同一行的数字是{found}元，相差{difference}元；按数字应写作“{right}”",
    "'{written}' is {fen} yuan, the figure on the line is {found}, a difference of {difference}; for the figure it is '{right}'",
)
