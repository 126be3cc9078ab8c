"""Accounts over time: which periods are drawn, what changed, and a drawing that stays in its picture."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_accounts import account
from example_town import lay, put, read
from fazhi.ground.period import period
from fazhi.nouns.account_series import Point, Series
from fazhi.nouns.book import Book
from fazhi.nouns.chart import HEIGHT, WIDTH, chart
from fazhi.nouns.coverage import coverage
from fazhi.nouns.rule import Example
from fazhi.nouns.village import village

QUARTERS = [f"{year}-Q{quarter}" for year in range(2024, 2027) for quarter in range(1, 5)]
FEN = st.one_of(st.none(), st.integers(-(10**10), 10**12))


@st.composite
def series(draw: st.DrawFn) -> Series:
    books = st.one_of(st.none(), st.builds(Book, st.just("main"), FEN, FEN, FEN, FEN))
    points = draw(st.lists(books, min_size=1, max_size=12))
    return Series(
        "main", tuple(Point(period(text), book) for text, book in zip(QUARTERS, points, strict=False)), None
    )


@given(series())
def test_everything_stays_in_the_picture(made):
    drawn = chart(made)
    if drawn is None:
        assert len([point for point in made.points if point.book]) < 2
        return
    for bar in drawn.bars:
        assert bar.x >= 0 and bar.x + bar.width <= WIDTH and bar.y >= 0 and bar.y + bar.height <= HEIGHT
        assert bar.height >= 1
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in drawn.dots)
    assert all(0 <= label.x <= WIDTH and 0 < label.y <= HEIGHT for label in drawn.labels)
    assert len(drawn.dots) == len(
        [point for point in made.points if point.book and point.book.closing is not None]
    )
    assert drawn.line.count("M") + drawn.line.count("L") == len(drawn.dots)


def test_a_balance_below_zero_is_drawn_below_the_base():
    closings = [50_00, -50_00, 0]
    points = [
        Point(period(text), Book("main", 0, fen, 0, 0)) for text, fen in zip(QUARTERS, closings, strict=False)
    ]
    drawn = chart(Series("main", tuple(points), None))
    assert drawn
    above, below, at = (dot.y for dot in drawn.dots)
    assert (above < drawn.line_base < below, at) == (True, drawn.line_base)
    every = [Point(each.period, Book("main", 0, 1_00, 0, 0)) for each in points]
    whole = chart(Series("main", tuple(every), None))
    assert whole and whole.line_base > whole.dots[0].y


def test_a_missing_period_breaks_the_line_and_keeps_its_place():
    book = Book("main", 100, 200, 300, 200)
    points = [Point(period(text), told) for text, told in zip(QUARTERS, [book, None, book], strict=False)]
    drawn = chart(Series("main", tuple(points), None))
    assert drawn and drawn.line.count("M") == 2
    assert [label.words.en for label in drawn.labels if label.role == "period"] == ["Q1", "Q2", "Q3"]


def test_figures_stand_by_every_bar_that_has_room():
    book = Book("main", 100_00, 200_00, 300_00, 200_00)
    points = [Point(period(text), book) for text in QUARTERS[:8]]
    drawn = chart(Series("main", tuple(points), None))
    assert (
        drawn
        and len([label for label in drawn.labels if label.role == "income" and label.fen is not None]) == 8
    )
    large = [Point(period(text), Book("main", 0, 0, 10**10 + at, 1)) for at, text in enumerate(QUARTERS)]
    crowded = chart(Series("main", tuple(large), None))
    assert crowded and [label.fen for label in crowded.labels if label.role == "income" and label.fen] == [
        10**10 + 11
    ]


def drawn_of(root: Path, slugs: list[tuple[int, str]]) -> list[tuple[str, str]]:
    """The first and last period of every chart of a village that published these accounts of one book."""
    lay(root, Example(kind="outreach"))
    chance, balance = random.Random(3), 5_000_000
    for number, (year, slug) in enumerate(slugs):
        made = account("demo-1", year, slug, balance, chance)
        made.number = number + 1
        put(root, made.id, made.text)
    register = read(root)
    series = village("demo-1", register, coverage(register)).series
    assert all(drawn for _, drawn in series)
    return [(each.points[0].period.text, each.points[-1].period.text) for each, _ in series]


OF_QUARTERS = [(year, f"Q{quarter}") for year in (2024, 2025) for quarter in range(1, 5)]
OF_MONTHS = [(2026, f"{month:02d}") for month in range(1, 7)]


@pytest.mark.parametrize(
    ("slugs", "charts"),
    [
        (OF_QUARTERS, [("2024-Q1", "2025-Q4")]),
        (OF_QUARTERS + OF_MONTHS, [("2026-01", "2026-06"), ("2024-Q1", "2025-Q4")]),
        ([*OF_MONTHS, (2026, "Q1"), (2026, "Q2")], [("2026-01", "2026-06")]),
    ],
)
def test_a_village_that_changes_its_periods_keeps_the_years_before_in_a_chart_of_their_own(
    tmp_path, slugs, charts
):
    assert drawn_of(tmp_path, slugs) == charts
