"""Working days by the real calendar, with the town's own days over it, and bounds where no calendar is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.workdays import Deadline, Workdays

OFFICIAL = Workdays({})
WITH_2027 = Workdays({"2027": {"off": [date(2027, 1, 1), date(2027, 2, 8)], "work": [date(2027, 2, 14)]}})
KNOWN = st.dates(date(2005, 1, 1), date(2025, 12, 31))
UNKNOWN = st.dates(date(2090, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2025, 9, 28), True),  # a Sunday worked for National Day
        (date(2025, 10, 1), False),
        (date(2025, 10, 6), False),  # 中秋, a Monday
        (date(2025, 10, 8), False),
        (date(2025, 10, 9), True),
        (date(2025, 10, 11), True),  # a Saturday worked for National Day
        (date(2025, 10, 12), False),
        (date(2026, 2, 14), True),  # a Saturday worked for Spring Festival
        (date(2026, 2, 15), False),
        (date(2026, 2, 16), False),  # New Year's Eve, a Monday
        (date(2026, 2, 23), False),
        (date(2026, 2, 24), True),
        (date(2026, 2, 28), True),  # a Saturday worked for Spring Festival
        (date(2026, 11, 21), False),
        (date(2026, 11, 23), True),
    ],
    ids=str,
)
def test_days_of_the_official_calendar(day, worked):
    assert OFFICIAL.is_worked(day) is worked


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (date(2025, 9, 26), 7, date(2025, 10, 13)),  # over National Day, two worked days at weekends
        (date(2025, 9, 30), 20, date(2025, 11, 4)),
        (date(2026, 2, 13), 7, date(2026, 3, 2)),  # over Spring Festival
        (date(2026, 1, 30), 20, date(2026, 3, 5)),
        (date(2026, 11, 2), 20, date(2026, 11, 30)),  # no holiday: four weeks
        (date(2026, 11, 7), 5, date(2026, 11, 13)),  # from a Saturday
        (date(2026, 11, 2), 0, date(2026, 11, 2)),
    ],
    ids=str,
)
def test_the_last_working_day_of_a_term(start, days, last):
    due = OFFICIAL.after(start, days)
    assert due == Deadline(last, last)
    assert due.exact


def test_the_towns_own_days_lie_over_the_official_ones():
    own = Workdays({"2026": {"off": [date(2026, 11, 3)], "work": [date(2026, 11, 7), date(2026, 10, 1)]}})
    assert not own.is_worked(date(2026, 11, 3))
    assert own.is_worked(date(2026, 11, 7))
    assert own.is_worked(date(2026, 10, 1))
    assert own.is_worked(date(2026, 11, 4))
    assert own.after(date(2026, 11, 2), 4) == Deadline(date(2026, 11, 7), date(2026, 11, 7))


@pytest.mark.parametrize(("days", "earliest", "latest"), [(7, 9, 18), (20, 28, 45)])
def test_a_year_that_nobody_knows_has_bounds(days, earliest, latest):
    start = date(2098, 3, 3)
    due = OFFICIAL.after(start, days)
    assert due == Deadline(start + timedelta(earliest), start + timedelta(latest))
    assert not due.exact


def test_a_term_that_runs_into_an_unknown_year_has_bounds():
    start = date(2098, 12, 20)
    own = Workdays({"2098": {}})
    assert own.after(start, 5).exact
    assert not own.after(start, 20).exact


def test_a_year_that_town_yml_names_is_known():
    assert not OFFICIAL.knows(2098)
    assert WITH_2027.knows(2027)
    assert WITH_2027.after(date(2027, 2, 5), 5) == Deadline(date(2027, 2, 14), date(2027, 2, 14))


@given(KNOWN, st.integers(1, 30))
def test_a_term_has_exactly_so_many_working_days(start, days):
    due = OFFICIAL.after(start, days)
    assert due.exact
    span = (start + timedelta(n) for n in range(1, (due.latest - start).days + 1))
    assert sum(map(OFFICIAL.is_worked, span)) == days
    assert OFFICIAL.is_worked(due.latest)


@given(
    KNOWN.filter(lambda day: day.year != 2020), st.sampled_from([7, 20])
)  # 2020: a holiday made longer by decree
def test_no_real_term_has_outlasted_the_upper_bound(start, days):
    bounds = OFFICIAL.after(date(2098, 3, 3), days).latest - date(2098, 3, 3)
    assert OFFICIAL.after(start, days).latest - start <= bounds


@given(UNKNOWN, st.integers(0, 60), st.integers(0, 60))
def test_longer_terms_end_no_earlier(start, one, other):
    shorter, longer = (OFFICIAL.after(start, days) for days in sorted((one, other)))
    assert shorter.earliest <= longer.earliest
    assert shorter.latest <= longer.latest
    assert shorter.earliest <= shorter.latest
