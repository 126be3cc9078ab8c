"""Periods: a year, a quarter, a month or an event's day, with bounds, file name and words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.period import period


@pytest.mark.parametrize(
    ("text", "cadence", "first", "last", "slug", "zh", "en"),
    [
        ("2026", "year", date(2026, 1, 1), date(2026, 12, 31), "year", "2026年", "2026"),
        ("2026-Q1", "quarter", date(2026, 1, 1), date(2026, 3, 31), "Q1", "2026年第一季度", "Q1 2026"),
        ("2026-Q4", "quarter", date(2026, 10, 1), date(2026, 12, 31), "Q4", "2026年第四季度", "Q4 2026"),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29), "02", "2024年2月", "February 2024"),
        ("2026-12", "month", date(2026, 12, 1), date(2026, 12, 31), "12", "2026年12月", "December 2026"),
        ("2026-09-10", "event", date(2026, 9, 10), date(2026, 9, 10), "0910", "2026-09-10", "2026-09-10"),
    ],
)
def test_period(text, cadence, first, last, slug, zh, en):
    found = period(text)
    assert (found.cadence, found.first, found.last, found.slug) == (cadence, first, last, slug)
    assert (found.words.zh, found.words.en) == (zh, en)
    assert found.year == first.year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026Q3",
        "2026-Q0",
        "2026-Q5",
        "2026-q3",
        "2026-13",
        "2026-00",
        "2026-9",
        "0000",
        "2026-09-31",
        "2026年",
        "２０２６",
        "unknown",
        "2026\n",
    ],
)
def test_anything_else_is_no_period(text):
    with pytest.raises(ValueError):
        period(text)


@given(st.integers(1, 9998), st.integers(1, 4))
def test_quarters_follow_each_other_without_gap(year, quarter):
    here = period(f"{year:04d}-Q{quarter}")
    following = period(f"{year:04d}-Q{quarter + 1}" if quarter < 4 else f"{year + 1:04d}-Q1")
    assert (following.first - here.last).days == 1


@pytest.mark.parametrize("text", ["0001", "0001-Q1", "0001-01", "0001-01-01"])
def test_nothing_came_before_the_first_period_of_all(text):
    assert period(text).before == period(text)
