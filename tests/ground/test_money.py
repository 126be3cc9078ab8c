"""Money in 分: what tables and front matter write is read exactly, or refused; nothing is ever guessed as zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.money import FEN, read_amount, show_fen, to_fen

AMOUNTS = {
    "1": 100, "1.5": 150, "0.01": 1, "1,234.50": 123450, "1，234.50": 123450, "１２３．５０": 12350, "1.000000": 100, "¥12.00": 1200,
    "12.00元": 1200, "-1.00": -100, "−1.00": -100, "(1.00)": -100, "（1.00）": -100, "**12.00**": 1200, " 1 234.50 ": 123450, "12 345 678": 1234567800, "- 100": -10000, "¥ 100 元": 10000, "( 1 234.50 )": -123450,
    "0": 0, "-0.00": 0, "999,999,999,999.99": 99999999999999, "1234": 123400,
}  # fmt: skip
NILS = ["", " ", "-", "—", "——", "–", "－", "/", "*"]
WRONG = [
    "约200",
    "100 50",
    "1 0050",
    "100 500 50",
    "1000 000",
    "1 234 . 50 0",
    "1 234,567",
    "100.50 200",
    "100  500",
    "100, 500",
    "12.345",
    "1,23",
    "1,2345",
    "12..0",
    "1.2.3",
    "1e3",
    "十元",
    "12.00万",
    "--1",
    "((1))",
    "()",
    "1-",
    "+1",
    "￥",
    "0x10",
    "1/2",
    "NaN",
    "٣",
]


@pytest.mark.parametrize(("text", "fen"), AMOUNTS.items())
def test_an_amount_is_read_exactly(text, fen):
    assert read_amount(text) == fen


@pytest.mark.parametrize("text", NILS)
def test_an_empty_cell_is_nil_and_not_zero(text):
    assert read_amount(text) is None


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError):
        read_amount(text)


@pytest.mark.parametrize(("text", "fen"), [("1.5", 1_500_000), ("0.000001", 1), ("-0.01", -10_000)])
def test_ten_thousands(text, fen):
    assert read_amount(text, "万元") == fen


def test_finer_than_a_fen_is_refused():
    with pytest.raises(ValueError):
        to_fen(Decimal("0.001"))
    assert to_fen(Decimal("0.000001"), "万元") == 1


@given(st.integers(-(10**14), 10**14))
def test_what_is_shown_reads_back(fen):
    assert read_amount(show_fen(fen)) == fen


@given(st.integers(-(10**12), 10**12), st.sampled_from(sorted(FEN)))
def test_front_matter_and_tables_agree(fen, unit):
    amount = Decimal(fen) / FEN[unit]
    assert to_fen(amount, unit) == fen == read_amount(f"{amount:f}", unit) or fen == 0


@given(st.text(alphabet="0123456789.,，-()（）—¥元 ", max_size=12))
def test_any_cell_is_an_amount_nil_or_refused(text):
    try:
        found = read_amount(text)
    except ValueError:
        return
    assert found is None or isinstance(found, int)
