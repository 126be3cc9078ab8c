"""What makes the search for numbers quick loses none of them: the test of a whole text, and the search for places."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.ground.bank_card import luhn
from fazhi.ground.checksum import Check
from fazhi.ground.classes import Classes, by_page, members
from fazhi.ground.digits import SEPARATORS, fold, joined
from fazhi.ground.dotted import dotted
from fazhi.ground.forms import Rows
from fazhi.ground.identity import CHECK
from fazhi.ground.numbers import SORTS
from fazhi.ground.personal import find
from fazhi.ground.spelt import SIGNS, as_digits, may_hold_number

GROUPS = [
    *"0123456789",
    "13",
    "138",
    "0013",
    "8000",
    "140825",
    "1900",
    "0101",
    "001X",
    "6222",
    "0359",
    "86",
    "000000",
]
BETWEEN = [" ", "-", "\n", "  \n> ", "\\\n", "      \n", " - ", "\u3000", "\u2009", "–", "**", ") ", "_"]
OTHERS = ["，", "|", "元", "村", "a", "Ob", ".", "\0", "\U0001f600", "\ud800", "https://a/?phone="]
texts = st.lists(
    st.sampled_from([*GROUPS, *BETWEEN, *OTHERS]) | st.sampled_from(sorted(SIGNS)) | st.text(max_size=2),
    max_size=50,
).map("".join)  # fmt: skip


@settings(max_examples=400)
@given(texts)
def test_no_text_is_passed_over_in_which_a_number_can_be_found(text):
    folded = fold(text).text
    if joined(folded) or as_digits(folded) or find(text):
        assert may_hold_number(folded) or list(dotted(folded))


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_a_sign_for_a_digit_counts_as_one(sign):
    assert may_hold_number(sign * 10)
    assert not may_hold_number(sign * 9)


@pytest.mark.parametrize("sign", SEPARATORS)
def test_what_may_stand_between_digits_does_not_part_them(sign):
    assert may_hold_number(sign.join("1380013800"))


@pytest.mark.parametrize("sign", "，。|、：月日元号村./,%a章")
def test_what_parts_digits_is_seen(sign):
    assert not may_hold_number(sign.join(["138001380"] * 3))


@settings(max_examples=400)
@given(texts)
def test_a_form_is_found_in_the_same_places_as_by_its_pattern_alone(text):
    text = fold(text).text
    whole = joined(as_digits(text) or text)
    if whole is None:
        return
    rows = Rows(whole.text)
    for sort in SORTS:
        spans = [(match.start(), match.end(1)) for match in sort.form.pattern.finditer(whole.text)]
        check = sort.form.check
        if check is not None:
            spans = [span for span in spans if check.passes(digits(whole.text[slice(*span)]))]
        assert list(rows.spans(sort.form, bytearray(len(whole.text)))) == spans, sort.sort


def digits(written: str) -> str:
    return "".join(sign for sign in written.upper() if sign.isalnum())


@pytest.mark.parametrize("check", [CHECK, luhn(16), luhn(19)], ids=["identity", "card of 16", "card of 19"])
def test_numbers_of_a_row_pass_that_pass_alone(check: Check):
    chance = random.Random(3)
    numbers = ["".join(chance.choices("0123456789", k=len(check.weights))) for _ in range(300)]
    row = bytes(int(digit) for digit in "".join(numbers))

    passing = check.passing(row).to_bytes(len(row), "little")[:: len(check.weights)]

    assert [bool(each) for each in passing] == [check.passes(number) for number in numbers]
    assert any(passing)


@given(st.text(min_size=1, max_size=8), st.text(max_size=60))
def test_a_member_of_a_class_is_always_seen(signs, text):
    classes = Classes(by_page(signs, 0x00, 0x4E))

    assert all(classes.have_any(sign) for sign in signs)
    assert classes.have_any(text) or not {*signs} & {*text}


def test_ranges_are_read_as_patterns_read_them():
    assert members("a-cx\\-*") == "abcx-*"


@pytest.mark.parametrize(
    "sign", ["\u200b", "\xad", "\ufeff", "\U000e0041", "１", "Ａ", "＊", "٣", "𝟗", "\x00", "\x7f"]
)
def test_a_sign_that_is_not_as_it_seems_is_folded(sign):
    assert fold(f"村{sign}庄").text != f"村{sign}庄"
