"""Numbers that belong to someone are found however they are written; amounts, codes and document numbers are not."""

import random
import re
import string
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.ground.bank_card import is_bank_card, passes_luhn
from fazhi.ground.credit_code import is_credit_code
from fazhi.ground.digits import fold
from fazhi.ground.identity import check_digit, is_identity_number, is_old_identity_number
from fazhi.ground.numbers import MANY
from fazhi.ground.personal import find, hide, numbers

CREDIT_CODE = "91350100M000100Y43"


def identity(region: str = "140825", born: str = "19000101", serial: str = "001") -> str:
    number = region + born + serial
    return number + check_digit(number)


def misprinted(number: str) -> str:
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def card(prefix: str = "622200", length: int = 19) -> str:
    body = prefix + "0" * (length - len(prefix) - 1)
    return next(body + digit for digit in string.digits if passes_luhn(body + digit))


ID, MOBILE, CARD = identity(), "13800138000", card()
OLD = "140825000101001"

WRITTEN = {
    "plain": lambda number: number,
    "in a sentence": lambda number: f"领取人{number}，已核对。",
    "after a colon": lambda number: f"：{number}",
    "in brackets": lambda number: f"（{number}）",
    "before a full stop": lambda number: f"{number}.",
    "in a table": lambda number: f"| 张* | {number} | 一组 |",
    "in code": lambda number: f"`{number}`",
    "full-width": lambda number: number.translate({ord(c): ord(c) + 0xFEE0 for c in string.digits + "X"}),
    "digit by digit": lambda number: " ".join(number),
    "zero width": lambda number: "\u200b".join(number),
    "soft hyphen": lambda number: number[:6] + "\xad" + number[6:],
    "byte-order mark": lambda number: number[:5] + "\ufeff" + number[5:],
    "ideographic space": lambda number: number[:3] + "\u3000" + number[3:7] + "\u3000" + number[7:],
    "hyphens": lambda number: f"{number[:3]}-{number[3:7]}-{number[7:]}",
    "spaces": lambda number: f"{number[:3]} {number[3:7]} {number[7:]}",
    "spaced hyphen": lambda number: f"{number[:3]} - {number[3:]}",
    "en dash": lambda number: f"{number[:3]}–{number[3:]}",
    "broken line": lambda number: f"联系 {number[:6]}\n{number[6:]} 即可",
    "broken and indented": lambda number: f"联系 {number[:6]}\n  {number[6:]} 即可",
    "emphasis": lambda number: f"{number[:3]}**{number[3:7]}**{number[7:]}",
    "beside another": lambda number: f"{number} {number}",
    "after a list number": lambda number: f"1. {number}",
    "in a file name": lambda number: f"名单_{number}.xlsx",
    "after a label": lambda number: f"No{number}",
    "English": lambda number: f"call {number} now",
}
NUMBERS = {
    "identity": ("identity", ID),
    "identity with X": (
        "identity",
        next(n for s in range(1000) if (n := identity(serial=f"{s:03}"))[-1] == "X"),
    ),
    "identity of a foreigner": ("identity", identity(region="911000")),
    "identity of a resident of Taiwan": ("identity", identity(region="830000")),
    "mobile": ("mobile", MOBILE),
    "mobile 199": ("mobile", "19900000000"),
    "card of 19": ("card", CARD),
    "card of 16": ("card", card("622200", 16)),
    "Visa": ("card", card("400000", 16)),
}


@pytest.mark.parametrize("how", WRITTEN, ids=list(WRITTEN))
@pytest.mark.parametrize(("sort", "number"), NUMBERS.values(), ids=list(NUMBERS))
def test_is_found_however_it_is_written(sort, number, how):
    text = WRITTEN[how](number)

    found = find(text)

    assert {hit.sort for hit in found} == {sort}
    assert {hit.number for hit in found} == {number}
    assert all(text[hit.start : hit.end] == hit.written for hit in found)
    assert number not in hide(text)


BESIDE_WORDS = [
    ("identity-misprinted", f"身份证号：{misprinted(ID)}"),
    ("identity-misprinted", f"公民身份号码 {misprinted(ID)}"),
    ("identity-misprinted", f"{misprinted(ID)}（身份证）"),
    ("identity-misprinted", f"| 姓名 | 证件号码 |\n|---|---|\n| 张* | {misprinted(ID)} |"),
    (
        "identity-misprinted",
        f"2026年名单\n| 姓名 | 身份证号 |\n|---|---|\n| 王* | — |\n| 张* | {misprinted(ID)} |",
    ),
    ("old-identity", f"身份证 {OLD}"),
    ("old-identity", f"| 证件号 | 名 |\n|---|---|\n| {OLD} | 张* |".replace("证件号", "证件号码")),
    ("old-identity-bare", f"编号 {OLD}"),
    ("account", "一折通账号：140825000000012345"),
    ("account", "社保卡 140825000000012345"),
    ("account", "开户行新绛，账号 1408 2500 0000 0123 45"),
    ("account", "| 姓名 | 账号 |\n|---|---|\n| 张* | 140825000000012345 |"),
    ("landline", "0359-7000000"),
    ("landline", "（0359）7000000"),
    ("landline", "(0359) 7000000"),
    ("landline", "03597000000"),
    ("landline", "010-60000000"),
    ("landline", "0359 — 7000000"),
    ("mobile", "+86 138-0013-8000"),
    ("mobile", "0086 13800138000"),
    ("mobile", "8613800138000"),
    ("mobile", "tel:13800138000"),
    ("mobile", "https://example.cn/x?phone=13800138000"),
    ("mobile", "0359-7000000/13800138000"),
    ("identity", f"https://example.cn/{ID}.html"),
]


@pytest.mark.parametrize(("sort", "text"), BESIDE_WORDS, ids=range(len(BESIDE_WORDS)))
def test_is_found_by_the_words_beside_it(sort, text):
    assert sort in [hit.sort for hit in find(text)]


NOTHING = [
    *(
        "13834567890.00元",
        "138,345,678.90",
        "13800138000元",
        "¥13800138000",
        "0.13812345678",
        "收入 138,001,380.00",
    ),
    *("示政发〔2021〕13号", "新政办发〔2026〕138号", "2026-10-08", "2026年10月8日", "2026.10.08", "20261008"),
    *("t20211204_13812345678", "t20211204_13812345678.html", "./t20211204_13812345678.html"),
    *("http://example.gov.cn/202112/t20211204_13812345678.html", "https://example.cn/13812345678"),
    *("140825107201", "140825107", "140825107/2026-00012", "2021-140825-48-01-123456"),
    *(
        CREDIT_CODE,
        f"统一社会信用代码：{CREDIT_CODE}",
        f"开户单位 {CREDIT_CODE}",
        "12620600MB0523338C/2025-04735",
    ),
    *("15012345678901234567", "对公账号：15012345678901234567", "财政专户账号 15012345678901234567"),
    *("12345", "12348", "110、119、120", "12388", "400-800-1234", "95588", "0801 20260811"),
    *("138****8000", "140825********0010", "1408**********0010", "622200*********0004"),
    *("1380013800", "138001380000", "23800138000", "12800138000", "138-00"),
    *("a13800138000b", "e3b0c44298fc13800138000c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    *("1 2 3 4 5 6 7 8 9 10 11 12", "2024 2025 2026 2027"),
    *("978-7-5093-1234-5", "192.168.100.200", "GB/T 9704-2012", "GB15834", "IMG_20211204_153012.jpg"),
    *("mmexport1612345678901.jpg", "13800138000个".replace("13800138000", "1380")),
    *(
        misprinted(ID),
        f"项目编号 {misprinted(ID)}",
        identity(region="990000")[:-1] + "?",
        f"合同号 {OLD[:6]}139901001",
    ),
    *("62220000000000000", "6222000000000000", "4000000000000000", "订单 123456789012345678901234567890"),
    *("140825189912310010", "140825190013010010", "160825190001010010", "身份证 160825190001010010"),
    *("30户12345人", "电话：（空）", "第138001380000001号令"),
]


@pytest.mark.parametrize("text", NOTHING, ids=range(len(NOTHING)))
@pytest.mark.parametrize(
    "around", ["{}", "见{}。", "| 甲 | {} |", "（{}）"], ids=["bare", "prose", "table", "brackets"]
)
def test_is_no_ones_number(text, around):
    assert find(around.format(text)) == ()


@pytest.mark.parametrize("text", ["1500\n2000\n300", "150000\n20000", "合计\n150000\n20000\n"])
def test_figures_below_each_other_are_no_number(text):
    assert find(text) == ()


ODDLY = [
    *("138 00 138 000", "联系 138 00 138 000，", "138-00-138-000", "138_00_138_000", "138　00　138　000", "电话 138 0 01 38000"),
    *("电话 1 38 0013 8000", "手机：13 80 01 38 000", "王某 13-800-13-8000（联系人）", "| 姓名 | 电话 |\n|---|---|\n| 张* | 13 80 01 38 000 |"),
    *("⑬ 一三八 〇〇 一三八 〇〇〇", "138 00 138 000 "),
]  # fmt: skip
FIGURES = [
    *("13 20 35 40 152", "138 50 200 300", "13 800 138 000", "1 380 013 8000", "150 15 20 30 15", "139 120 45 330"),
    *("1999 01 15 100", "1999 1 15 1000", "1999-01-15-100", "2024 01 15 138", "138 00 138 000元", "合同编号 150-01-000123"),
    *("138 00 138 0000", "138 00 138 00", "138 00-138 000", "138 00\n138 000", "13 80 01\n38 000", "128 00 138 000"),
    *("公示天数 13 20 35 40 152", "16 17 18 19 200", "160 0 0 0 0 0 120 5"),
]  # fmt: skip


@pytest.mark.parametrize("text", ODDLY)
def test_a_mobile_number_is_found_in_any_groups_of_one_sort(text):
    assert [(hit.sort, hit.number) for hit in find(text)] == [("mobile", MOBILE)]


@pytest.mark.parametrize("text", FIGURES)
@pytest.mark.parametrize("around", ["{}", "见 {}。", "| 甲 | {} |"])
def test_figures_beside_each_other_are_no_mobile_number(text, around):
    assert find(around.format(text)) == ()


birthdays = st.dates(min_value=date(1900, 1, 1), max_value=date(2025, 12, 31))
identities = st.builds(
    lambda region, born, serial: identity(region, f"{born:%Y%m%d}", f"{serial:03}"),
    st.sampled_from(["110101", "140825", "230100", "440300", "654321", "820000"]),
    birthdays,
    st.integers(0, 999),
)
mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True).filter(str.isascii)
cards = st.builds(
    lambda body: next(body + digit for digit in string.digits if passes_luhn(body + digit)),
    st.from_regex(r"62[0-9]{13,16}", fullmatch=True).filter(str.isascii),
)


@given(identities)
def test_every_identity_number_is_found_and_none_with_another_check_digit(number):
    others = [number[:-1] + digit for digit in "0123456789X" if digit != number[-1]]

    assert is_identity_number(number)
    assert not any(map(is_identity_number, others))


@given(identities | mobiles | cards, st.sampled_from(list(WRITTEN.values())))
def test_no_number_that_is_hidden_can_still_be_read(number, write):
    hidden = hide(write(number))

    assert number not in "".join(char for char in hidden if char.isalnum())


@given(st.text(alphabet="0123456789 -\n\u200b１*X年元", max_size=60))
def test_what_is_found_stands_where_it_says(text):
    for hit in find(text):
        assert text[hit.start : hit.end] == hit.written
        assert 0 <= hit.start < hit.end <= len(text)


@st.composite
def in_groups(draw: st.DrawFn, numbers: st.SearchStrategy[str]) -> tuple[str, str]:
    """A number, and how it is written in groups of any size with one sign between."""
    number = draw(numbers)
    cuts = sorted(draw(st.sets(st.integers(1, len(number) - 1), min_size=1, max_size=6)))
    between = draw(st.sampled_from([" ", "-", "\u3000", "–", "_", "\u2009", " - "]))
    return number, between.join(
        map("".join, (number[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)))
    )


@given(in_groups(identities))
def test_an_identity_number_is_found_in_any_groups(written):
    number, text = written
    assert number in {hit.number for hit in find(f"号码 {text}，")}


@given(in_groups(mobiles))
def test_a_mobile_number_called_one_is_found_in_any_groups(written):
    number, text = written
    if not text.startswith("19"):
        assert [hit.number for hit in find(f"电话：{text}，")] == [number]


@given(
    st.lists(st.integers(1, 99_999), min_size=2, max_size=9), st.sampled_from([" ", "  ", " | ", "-", "\n"])
)
def test_figures_in_a_row_are_in_no_odd_groups(figures, between):
    """None begins with a nought: three groups and more of three digits each may still be a number."""
    if any(figure < 100 for figure in figures) and between != "\n":
        found = find(between.join(map(str, figures)))
        assert not any(
            min(map(len, re.findall("[0-9]+", hit.written))) in (1, 2)
            for hit in found
            if hit.sort == "mobile"
        )


def test_random_numbers_of_eighteen_digits_hardly_ever_are_identity_numbers():
    chance = random.Random(1)

    found = sum(is_identity_number(f"{chance.randrange(10**18):018}") for _ in range(50_000))

    assert found <= 5


@pytest.mark.parametrize(
    ("code", "valid"),
    [
        (CREDIT_CODE, True),
        ("91350100M000100Y34", False),
        ("91350100M000100Y4", False),
        ("91350100M000100I43", False),
        (ID, False),
    ],
)
def test_credit_codes(code, valid):
    assert is_credit_code(code) is valid


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        (CARD, True),
        (CARD[:-1] + str((int(CARD[-1]) + 1) % 10), False),
        ("7" + CARD[1:], False),
        (CARD[:12], False),
    ],
)
def test_bank_cards(number, valid):
    assert is_bank_card(number) is valid


@pytest.mark.parametrize(
    ("number", "valid"),
    [(OLD, True), ("990825000101001", False), ("140825001301001", False), ("140825000230001", False)],
)
def test_old_identity_numbers(number, valid):
    assert is_old_identity_number(number) is valid


ROWS = (
    "〇一二三四五六七八九",
    "零壹贰叁肆伍陆柒捌玖",
    "〇幺二三四五六七八九",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "⁰¹²³⁴⁵⁶⁷⁸⁹",
    "₀₁₂₃₄₅₆₇₈₉",
    "Ol23456789",
    "٠١٢٣٤٥٦٧٨٩",
)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize(("sort", "number"), NUMBERS.values(), ids=list(NUMBERS))
def test_is_found_in_other_signs_for_digits(row, sort, number):
    spelt = number.translate({ord(digit): row[int(digit)] for digit in string.digits})
    mixed = "".join(
        sign if at % 2 else digit for at, (digit, sign) in enumerate(zip(number, spelt, strict=True))
    )

    for text in (
        f"联系{spelt}。",
        f"{spelt[:3]} {spelt[3:7]} {spelt[7:]}",
        f"手机：{mixed}",
        f"| 甲 | {mixed} |",
    ):
        assert [(hit.sort, hit.number) for hit in find(text)] == [(sort, number)], text
        assert number not in "".join(filter(str.isalnum, hide(text)))


@pytest.mark.parametrize(
    "text", [f"①{MOBILE}", f"一{MOBILE}", f"{MOBILE}①", f"一、{MOBILE}；二、{MOBILE}", f"{MOBILE}二"]
)
def test_a_sign_that_counts_does_not_hide_the_number_beside_it(text):
    assert {hit.number for hit in find(text)} == {MOBILE}


def test_an_identity_number_beside_a_sign_is_not_taken_for_an_account():
    assert [hit.sort for hit in find(f"账号 {ID}①")] == ["identity"]


@pytest.mark.parametrize(
    "text",
    [
        "二〇二一年一月一日至二〇二一年十二月三十一日",
        "壹拾叁万捌仟零壹拾叁元捌角",
        "一三五七九，二四六八十",
        "①②③④⑤⑥⑦⑧⑨⑩",
        "一二三四五六七八九十",
        "| 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 |",
        "一 二 三 四 五 六 七 八 九 〇 一 二",
        "IllIOOlIllI oil 101 Oslo",
        "一九四九、一九七八、二〇一二",
        "一三八〇〇一三八〇〇",
        "一三八〇〇一三八〇〇〇〇",
        "二三八〇〇一三八〇〇〇",
    ],
)
def test_signs_for_digits_that_are_no_ones_number(text):
    assert find(text) == ()


@settings(max_examples=20)
@given(st.integers(1, 3), st.integers(600, 1_300), st.booleans())
def test_of_thousands_of_numbers_as_many_are_told_as_anyone_needs_and_none_is_printed(groups, many, same):
    """What is told of one text is bounded; hiding is not."""
    whole = [f"138{0 if same else at:08}" for at in range(many)]
    text = "、".join(
        " ".join(each[i : i + 11 // groups + 1] for i in range(0, 11, 11 // groups + 1)) for each in whole
    )

    told = {hit.number for hit in numbers(fold(text), text)}

    assert len(told) == len({*whole}) if len({*whole}) <= 2 * MANY else len(told) == 2 * MANY
    assert not find(hide(text))
