"""What a message repeats of a record: short, on one line, everything seen, no number that could be someone's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.quote import quote


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("财务收支", "财务收支"),
        ("两\n行\t字", "两 行 字"),
        ("2026-10-08", "2026-10-08"),
        ("2026-13-01", "2026-13-01"),
        ("示政发〔2026〕3号", "示政发〔2026〕3号"),
        ("1,234.50元", "1,234.50元"),
        ("电话13800138000", "电话138********"),
        ("138 0013 8000", "138**********"),
        ("138-0013-8000", "138**********"),
        ("138\u200b0013\u200b8000", "138**********"),
        ("14082519900307123X", "140***************"),
        ("１３８００１３８０００", "１３８********"),
        ("2026-10-08 13800138000", "202*******************"),
        ("tit\u200ble", "tit<U+200B>le"),
        ("\u202e", "<U+202E>"),
        ("字" * 50, "字" * 40 + "…"),
    ],
)
def test_quote(text, shown):
    assert quote(text) == shown


@given(st.text())
def test_a_quote_is_one_short_line_that_can_be_seen(text):
    shown = quote(text)
    assert len(shown) <= 41
    assert shown.isprintable()


@given(st.text(max_size=10), st.from_regex(r"[1-9][0-9]{10,17}", fullmatch=True), st.text(max_size=10))
def test_no_long_number_is_passed_on(before, number, after):
    assert number[:7] not in quote(f"{before}{number}{after}")
