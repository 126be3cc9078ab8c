"""Days: those the calendar has, in one form; and days known only to the month, the year, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.days import day, last_whole_year, when

WRONG = [
    "", "2026-13-01", "2026-00-01", "2026-02-30", "2025-02-29", "2026-1-1", "26-01-01", "2026/10/08", "2026.10.08", "20261008",
    "2026年10月8日", " 2026-10-08", "2026-10-08\n", "2026-10-08T00:00", "２０２６-10-08", "0000-01-01", "2026-W01-1", "today",
]  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_anything_else_is_no_day(text):
    with pytest.raises(ValueError):
        day(text)
    with pytest.raises(ValueError):
        when(text)


@given(st.dates())
def test_every_day_reads_back(that):
    assert day(that.isoformat()) == that
    assert when(that.isoformat()).exact == that


@pytest.mark.parametrize(
    ("text", "first", "last", "exact", "year"),
    [
        ("2026-10-08", date(2026, 10, 8), date(2026, 10, 8), date(2026, 10, 8), 2026),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), None, 2024),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), None, 2026),
        ("unknown", None, None, None, None),
    ],
)
def test_when_bounds_what_is_known(text, first, last, exact, year):
    found = when(text)
    assert (found.text, found.first, found.last, found.exact, found.year) == (text, first, last, exact, year)


@pytest.mark.parametrize("text", ["2026-13", "0000", "0000-01", "Unknown", "不详", "202"])
def test_half_a_date_must_exist_too(text):
    with pytest.raises(ValueError):
        when(text)


@pytest.mark.parametrize(
    ("until", "year"), [("2025-12-31", 2025), ("2025-12-30", 2024), ("2026-01-01", 2025)]
)
def test_the_last_whole_year(until, year):
    assert last_whole_year(date.fromisoformat(until)) == year
