"""Amounts in capitals: what is written reads back, and what receipts write is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.capitals import WRITTEN, read_capitals, write_capitals


@given(st.integers(100, 10**13))
def test_what_is_written_reads_back(fen):
    assert read_capitals(write_capitals(fen)) == fen
    assert WRITTEN.search(f"大写：{write_capitals(fen)}。")


RECEIPTS = {
    "壹元整": 100, "壹圆正": 100, "拾元整": 1_000, "壹拾元整": 1_000, "壹佰零伍元": 10_500, "壹万零伍佰元整": 1_050_000,
    "叁仟元零伍分": 300_005, "贰拾万元整": 20_000_000, "壹亿零壹元整": 10_000_000_100, "陆元伍角零分": 650, "零元整": 0,
    "壹仟贰佰叁拾肆元伍角陆分": 123_456,
}  # fmt: skip


@pytest.mark.parametrize(("text", "fen"), RECEIPTS.items())
def test_what_receipts_write_is_understood(text, fen):
    assert read_capitals(text) == fen


@pytest.mark.parametrize("text", ["", "元", "一百元", "壹佰", "壹佰元五角", "佰元整", "100元"])
def test_other_texts_are_refused(text):
    with pytest.raises(ValueError):
        read_capitals(text)
