"""Short codes: the same for ever, easy to read, and a slip in copying is always noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.short_code import LETTERS, SIGNS, read_code, short_code

TEXTS = st.text(max_size=60)


def test_codes_that_hang_on_boards_never_change():
    assert short_code("villages/demo-1/2026/finance-Q3") == "SHAV-N3LE"
    assert short_code("") == "Z7R9-3J7U"


@given(TEXTS)
def test_a_code_is_read_however_it_is_typed(text):
    code = short_code(text)
    assert read_code(code) == read_code(f" {code.lower().replace('-', '')} ") == code
    assert code[0] in LETTERS and not set(code) & set("01OIQ")


@given(TEXTS, st.integers(0, 7), st.sampled_from(SIGNS))
def test_one_sign_misread_is_noticed(text, at, other):
    signs = short_code(text).replace("-", "")
    wrong = signs[:at] + other + signs[at + 1 :]
    assert (read_code(wrong) is None) == (wrong != signs)


@given(TEXTS, st.integers(0, 7), st.integers(0, 7))
def test_two_signs_changed_over_are_noticed(text, one, other):
    signs = [*short_code(text).replace("-", "")]
    wrong = signs.copy()
    wrong[one], wrong[other] = signs[other], signs[one]
    assert (read_code("".join(wrong)) is None) == (wrong != signs)


@pytest.mark.parametrize(
    "typed", ["", "K7", "2ABC-DEFG", "OOOO-OOOO", "K7HM-2XPD-2", "示范一村", "../../etc"]
)
def test_what_is_no_code(typed):
    assert read_code(typed) is None
