"""The shares of the states of claims add up to a hundred."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.nouns.claim_note import in_hundred


@pytest.mark.parametrize(
    ("counts", "percents"),
    [
        ((5, 2, 0, 0, 1), (63, 25, 0, 0, 12)),
        ((1, 1, 1, 0, 0), (34, 33, 33, 0, 0)),
        ((0, 0, 0, 0, 0), (0, 0, 0, 0, 0)),
        ((0, 0, 7, 0, 0), (0, 0, 100, 0, 0)),
    ],
)
def test_the_largest_remainders_are_rounded_up(counts, percents):
    assert in_hundred(counts) == percents


@given(st.lists(st.integers(0, 300), min_size=5, max_size=5).map(tuple).filter(any))
def test_shares_add_up_and_are_less_than_one_off(counts):
    found = in_hundred(counts)
    assert sum(found) == 100
    assert all(abs(part - 100 * count / sum(counts)) < 1 for part, count in zip(found, counts, strict=True))
