"""A chart of accounts over time as plain numbers: the template only writes them down.

Two panels above each other: the balance as a line over a base of zero; what came in as bars up, what went out as bars
down. Labels stand by what they name. Drawn for a phone 360 wide, larger screens scale it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fazhi.ground.period import Period
from fazhi.ground.words import Words
from fazhi.nouns.account_series import Point, Series

WIDTH = 360
HEIGHT = 326
_LEFT, _RIGHT = 6, WIDTH - 6
_LINE_TOP, _LINE_BASE = 46, 116
_BARS_BASE, _BARS_TALL = 208, 46
_NAMES = {"balance": 14, "income": 142, "expense": 284}
_PERIODS, _YEARS = 304, 319
_LETTER = 6.2
"""The width of a figure in the chart's letters."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of income or expense."""

    role: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A balance."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """A figure in 分, or the words of a period, beside what it names."""

    role: str
    x: float
    y: float
    anchor: str
    fen: int | None = None
    words: Words = Words("", "")


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything to draw. `line` is an SVG path; `years` marks where a year begins."""

    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    line: str
    labels: tuple[Label, ...]
    years: tuple[float, ...]
    width: int = WIDTH
    height: int = HEIGHT
    line_base: float = _LINE_BASE
    bars_base: int = _BARS_BASE


def chart(series: Series) -> Chart | None:
    """The chart of a series; None where fewer than two periods have figures."""
    points = series.points
    if len([point for point in points if point.book]) < _ENOUGH:
        return None
    drawn = _Drawn(points)
    dots = drawn.dots()
    return Chart(
        tuple(drawn.bars()),
        tuple(dot for dot in dots if dot),
        _path(dots),
        (
            *drawn.period_labels(),
            *drawn.balance_labels(dots),
            *drawn.bar_labels("income"),
            *drawn.bar_labels("expense"),
        ),
        tuple(drawn.year_marks()),
        line_base=drawn.zero,
    )


def _path(dots: Sequence[Dot | None]) -> str:
    """A line through the dots, broken where a period has none."""
    steps = []
    for before, dot in zip([None, *dots], dots, strict=False):
        if dot:
            steps.append(f"{'L' if before else 'M'}{dot.x:g} {dot.y:g}")
    return "".join(steps)


class _Drawn:
    """Points on their scales."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points
        self.slot = (_RIGHT - _LEFT) / len(points)
        self.tallest = (
            max(self._fen(role, each) or 0 for role in ("income", "expense") for each in range(len(points)))
            or 1
        )
        balances = [fen for each in range(len(points)) if (fen := self._fen("closing", each)) is not None]
        self.low, self.high = min(0, *balances, 0), max(1, *balances, 1)

    def _fen(self, role: str, at: int) -> int | None:
        book = self.points[at].book
        fen: int | None = getattr(book, role) if book else None
        return fen

    def _x(self, at: int) -> float:
        return round(_LEFT + self.slot * (at + 0.5), 1)

    def dots(self) -> list[Dot | None]:
        """A dot for each balance."""
        found: list[Dot | None] = []
        for at in range(len(self.points)):
            fen = self._fen("closing", at)
            found.append(None if fen is None else Dot(self._x(at), self._level(fen)))
        return found

    def _level(self, fen: int) -> float:
        """How far down a balance stands."""
        share = (fen - self.low) / (self.high - self.low)
        return round(_LINE_BASE - share * (_LINE_BASE - _LINE_TOP), 1)

    @property
    def zero(self) -> float:
        """Where the base of the line stands: balances below zero are drawn below it."""
        return self._level(0)

    def bars(self) -> Iterator[Bar]:
        """Income up, expense down; a figure below zero has no bar, only its label."""
        width = round(min(self.slot * 0.62, 30), 1)
        for at in range(len(self.points)):
            for role in ("income", "expense"):
                if (fen := self._fen(role, at)) and fen > 0:
                    tall = round(max(fen / self.tallest * _BARS_TALL, 1), 1)
                    top = round(_BARS_BASE - tall, 1) if role == "income" else _BARS_BASE + 1
                    yield Bar(role, round(self._x(at) - width / 2, 1), top, width, tall)

    def bar_labels(self, role: str) -> Iterator[Label]:
        """The name of the bars, and figures on all of them, or on the last and the largest where these would touch."""
        yield Label(role, _LEFT, _NAMES[role], "start", words=_SAID[role])
        told = {at: fen for at in range(len(self.points)) if (fen := self._fen(role, at)) is not None}
        for at in self._labelled(told):
            reach = 1 if _width(told[at]) > self.slot else 0
            beside = [told.get(each, 0) for each in range(at - reach, at + reach + 1)]
            tall = max(0, *beside) / self.tallest * _BARS_TALL
            y = _BARS_BASE - tall - 4 if role == "income" else _BARS_BASE + tall + 13
            yield self._figure(role, at, round(y, 1), told[at])

    def balance_labels(self, dots: Sequence[Dot | None]) -> Iterator[Label]:
        """The name of the line, and its first and last figures."""
        yield Label("balance", _LEFT, _NAMES["balance"], "start", words=_SAID["balance"])
        told = {at: dot for at, dot in enumerate(dots) if dot}
        for at in sorted({min(told), max(told)}) if told else ():
            beside = [told[each].y for each in (at - 1, at + 1) if each in told]
            is_rising = bool(beside) and min(beside) < told[at].y - 2
            y = told[at].y + (17 if is_rising else -8)
            yield self._figure("balance", at, round(y, 1), self._fen("closing", at) or 0)

    def _figure(self, role: str, at: int, y: float, fen: int) -> Label:
        """A figure over the middle of its period, moved in where it would stand out of the picture."""
        half = _width(fen) / 2
        return Label(role, round(min(max(self._x(at), _LEFT + half), _RIGHT - half), 1), y, "middle", fen)

    def _labelled(self, told: dict[int, int]) -> list[int]:
        if all(_width(fen) < self.slot for fen in told.values()):
            return [*told]
        last, most = max(told), max(told, key=lambda at: told[at])
        apart = abs(self._x(last) - self._x(most)) > (_width(told[last]) + _width(told[most])) / 2 + _LETTER
        return [most, last] if apart else [last]

    def period_labels(self) -> Iterator[Label]:
        """Quarter or month under each place; its year under the first of each."""
        for at, point in enumerate(self.points):
            if point.period.cadence != "year":
                yield Label("period", self._x(at), _PERIODS, "middle", words=_short(point.period))
            if at == 0 or point.period.year != self.points[at - 1].period.year:
                year = Words(f"{point.period.year}年", str(point.period.year))
                yield Label("year", round(self._x(at) - self.slot / 2, 1), _YEARS, "start", words=year)

    def year_marks(self) -> Iterator[float]:
        """Where one year ends and the next begins."""
        for at in range(1, len(self.points)):
            if self.points[at].period.year != self.points[at - 1].period.year:
                yield round(_LEFT + self.slot * at, 1)


def _short(period: Period) -> Words:
    if period.cadence == "month":
        return Words(f"{period.first.month}月", f"{period.first:%b}")
    quarter = period.text[-1]
    return Words("一二三四"[int(quarter) - 1] + "季", f"Q{quarter}")


def _width(fen: int) -> float:
    return len(f"{fen // 100:,}") * _LETTER


_ENOUGH = 2
_SAID = {
    "balance": Words("结余", "Balance"),
    "income": Words("收入", "Income"),
    "expense": Words("支出", "Expenditure"),
}
