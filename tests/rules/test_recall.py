"""How much is found and how much is let be: at least 300 broken and 300 sound cases, for privacy and for wording.

Numbers are made from a seed when the tests run; none is written down.
"""

import random
import string
from collections import Counter
from collections.abc import Callable

import pytest

from fazhi.ground.bank_card import passes_luhn
from fazhi.ground.digits import fold
from fazhi.ground.identity import check_digit, is_identity_number
from fazhi.ground.masks import masks
from fazhi.ground.personal import find, hide
from rules.test_wording import BROKEN, SOUND
from wording import codes
from wording import found as found_by

ENOUGH = 300
CHANCE = random.Random(20261126)


def digits(many: int) -> str:
    return "".join(CHANCE.choices(string.digits, k=many))


def identity() -> str:
    born = f"{CHANCE.randrange(1920, 2020)}{CHANCE.randrange(1, 13):02}{CHANCE.randrange(1, 29):02}"
    body = CHANCE.choice(["110101", "140825", "230103", "440304", "510104", "654321"]) + born + digits(3)
    return body + check_digit(body)


def misprinted() -> str:
    right = identity()
    return right[:17] + CHANCE.choice([each for each in string.digits if each != right[17]])


def card() -> str:
    body = "62" + digits(CHANCE.choice([13, 16]))
    return next(body + last for last in string.digits if passes_luhn(body + last))


def mobile() -> str:
    return "1" + CHANCE.choice("3456789") + digits(9)


def landline() -> str:
    return CHANCE.choice(["0359", "0351", "010", "021"]) + CHANCE.choice("2345678") + digits(6)


def old_identity() -> str:
    return (
        f"140825{CHANCE.randrange(30, 99)}{CHANCE.randrange(1, 13):02}{CHANCE.randrange(1, 29):02}"
        + digits(3)
    )


def wide(number: str) -> str:
    return number.translate({ord(sign): ord(sign) + 0xFEE0 for sign in string.digits + "X"})


def han(number: str) -> str:
    return number.translate({ord(digit): "〇一二三四五六七八九"[int(digit)] for digit in string.digits})


MAKES: dict[str, tuple[Callable[[], str], str, str]] = {
    "identity": (identity, "identity", "{}"),
    "misprinted": (misprinted, "identity-misprinted", "身份证号{}"),
    "old": (old_identity, "old-identity", "证件号码：{}"),
    "card": (card, "card", "{}"),
    "mobile": (mobile, "mobile", "{}"),
    "landline": (landline, "landline", "{}"),
    "account": (lambda: "1408" + digits(14), "account", "一折通账号 {}"),
}
WRITE: dict[str, Callable[[str], str]] = {
    "plain": str,
    "full width": wide,
    "spaces": lambda number: f"{number[:4]} {number[4:8]} {number[8:]}",
    "hyphen": lambda number: f"{number[:4]}-{number[4:]}",
    "line break": lambda number: f"{number[:6]}\n{number[6:]}",
    "zero width": "\u200b".join,
    "hidden bidi": lambda number: f"{number[:5]}\u202d{number[5:]}\u2066",
    "Han": han,
    "Han in part": lambda number: number[:-4] + han(number[-4:]),
    "emphasis": lambda number: f"**{number[:4]}**{number[4:]}",
}
FRAMES = ("见{}。", "（{}）", "| 甲 | {} |", "联系人王某，{}，请核对", "- {}\n- 下一行")
FOUND_OF_PRIVACY = [
    pytest.param(frame.format(around.format(write(number))), sort, number, id=f"{name}-{how}-{at}")
    for name, (make, sort, around) in MAKES.items()
    for how, write in WRITE.items()
    for at, frame in enumerate(FRAMES)
    if (number := make())
]


@pytest.mark.parametrize(("text", "sort", "number"), FOUND_OF_PRIVACY)
def test_a_number_is_found_and_hidden(text, sort, number):
    hits = find(text)

    assert sort in {hit.sort for hit in hits}
    assert number not in "".join(filter(str.isalnum, fold(hide(text)).text))


@pytest.mark.parametrize("between", ["\\\n", " \\\n  ", "  \n", "      \n", "-\n"])
@pytest.mark.parametrize("make", [identity, mobile, misprinted])
def test_a_number_over_the_end_of_a_line_is_found(make, between):
    number = make()

    assert [hit.number for hit in find(f"证件或电话：{number[:6]}{between}{number[6:]}。")] == [number]


POINTED = (
    "{}.{}.{}",
    "{}·{}·{}",
    "{}・{}・{}",
    "{}．{}．{}",
    "{}。{}。{}",
    "{}/{}/{}",
    "{}（{}）{}",
    "{}({}){}",
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("points", POINTED)
def test_a_mobile_with_points_is_found_and_hidden(points, frame):
    number = mobile()
    text = frame.format(points.format(number[:3], number[3:7], number[7:]))

    assert [(hit.sort, hit.number) for hit in find(text)] == [("mobile", number)]
    assert number not in "".join(filter(str.isalnum, fold(hide(text)).text))


def test_what_stands_beside_a_mobile_does_not_make_it_another_number():
    number = mobile()
    pointed = ".".join((number[:3], number[3:7], number[7:]))

    assert [hit.number for hit in find(f"| 合同编号 | {pointed} | 合同到期 |")] == [number]


@pytest.mark.parametrize("mark", "/.·")
def test_an_identity_number_with_strokes_is_found_only_if_it_is_right(mark):
    right, wrong = identity(), misprinted()

    assert [hit.number for hit in find(f"证{mark.join((right[:6], right[6:14], right[14:]))}。")] == [right]
    assert not find(f"见{mark.join((wrong[:6], wrong[6:14], wrong[14:]))}。")


@pytest.mark.parametrize(
    "text",
    [
        "版本 1.2.3、13.4.5678",
        "2026.11.26",
        "地址 138.123.56.78、192.168.138.1",
        "第138.1.2节",
        "138.1234",
        "138.1234.5678.9",
        "1.138.1234.5678",
        "A138.1234.5678",
        "138.1234·5678",
        "合同编号 138.2026.1126",
        "金额 138（1234）元",
        "140825/2026/0001",
        "1,138.1234.5678",
        "138.1234.56元",
    ],
)
def test_other_figures_with_points_are_let_be(text):
    assert not find(text)


def test_figures_below_each_other_are_no_number():
    assert not find("面积\\\n13800\\\n138000\\\n25\n")


def test_the_letter_a_number_ends_in_is_no_mask():
    number = next(made for _ in range(1000) if (made := identity()).endswith("X"))

    assert [hit.sort for hit in find(number)] == ["identity"]
    assert not list(masks(fold(number), number))
    assert not list(masks(fold(number.lower()), number.lower()))
    assert list(masks(fold(number[:-2] + "XX"), number[:-2] + "XX"))


def amount() -> str:
    return f"{CHANCE.randrange(10**9, 10**11):,}.{digits(2)}"


def no_mobile() -> str:
    return CHANCE.choice("2456789") + digits(10)


def no_identity() -> str:
    made = "140825" + CHANCE.choice(["1890", "2190", "0000"]) + "0101" + digits(4)
    assert not is_identity_number(made)
    return made


SOUND_MAKES: dict[str, Callable[[], str]] = {
    "amount": amount,
    "amount in 元": lambda: f"1{CHANCE.choice('3456789')}{digits(9)}元",
    "amount with a point": lambda: f"1{CHANCE.choice('3456789')}{digits(9)}.{digits(2)}",
    "document number": lambda: f"示政发〔{CHANCE.randrange(2000, 2027)}〕{CHANCE.randrange(1, 400)}号",
    "index": lambda: f"140825107/{CHANCE.randrange(2000, 2027)}-{digits(5)}",
    "project": lambda: f"{CHANCE.randrange(2000, 2027)}-140825-48-01-{digits(6)}",
    "village": lambda: f"140825107{CHANCE.randrange(200, 399)}",
    "day": lambda: (
        f"{CHANCE.randrange(2000, 2027)}-{CHANCE.randrange(1, 13):02}-{CHANCE.randrange(1, 29):02}"
    ),
    "page": lambda: f"https://example.gov.cn/202112/t20211204_{mobile()}.html",
    "public account": lambda: f"对公账号：15{digits(18)}",
    "mask of a mobile": lambda: f"1{CHANCE.choice('3456789')}{digits(1)}****{digits(4)}",
    "mask of an identity": lambda: f"1408**********{digits(4)}",
    "no mobile": no_mobile,
    "no birthday": no_identity,
    "misprinted, not called one": misprinted,
    "hash": lambda: f"{CHANCE.choice('abcdef')}{mobile()}{CHANCE.choice('abcdef')}{digits(8)}",
    "long order": lambda: "9" + digits(29),
    "years": lambda: " ".join(str(CHANCE.randrange(1980, 2027)) for _ in range(4)),
    "figures of a column": lambda: "\n".join(str(CHANCE.randrange(100, 99_999)) for _ in range(4)),
    "year in Han": lambda: (
        f"{han(str(CHANCE.randrange(1990, 2027)))}年{CHANCE.choice('一二三四五六七八九')}月"
    ),
    "sum in Han": lambda: (
        f"人民币{CHANCE.choice('壹贰叁肆')}拾{CHANCE.choice('伍陆柒捌')}万{CHANCE.choice('壹贰叁肆')}仟元整"
    ),
    "service line": lambda: CHANCE.choice(["12345", "12348", "110", "95588", "400-800-1234"]),
}
SOUND_OF_PRIVACY = [
    pytest.param(frame.format(make()), id=f"{name}-{at}-{again}")
    for name, make in SOUND_MAKES.items()
    for at, frame in enumerate(FRAMES)
    for again in range(3)
]


@pytest.mark.parametrize("text", SOUND_OF_PRIVACY)
def test_what_is_no_ones_number_is_let_be(text):
    assert find(text) == ()
    assert all(mask.hides for mask in masks(fold(text), text))


AROUND: dict[str, str] = {
    "behind a paragraph": "镇政府按季度公布村级财务，接受村民监督。\n\n{}",
    "before a paragraph": "{}\n\n以上事项已经村民代表会议讨论通过。",
}
FOUND_OF_WORDING = [
    pytest.param(code, around.format(text), id=f"{code}-{at}-{how}")
    for code, texts in BROKEN.items()
    for at, text in enumerate(texts)
    for how, around in AROUND.items()
]
SOUND_OF_WORDING = [
    pytest.param(around.format(text), id=f"{at}-{how}")
    for at, text in enumerate(SOUND)
    for how, around in {**AROUND, "under a heading": "## 有关情况\n\n{}"}.items()
    if not text.startswith("目录")
]


@pytest.mark.parametrize(("code", "text"), FOUND_OF_WORDING)
def test_a_slip_is_found_wherever_it_stands(code, text):
    assert found_by(code, text)


@pytest.mark.parametrize("text", SOUND_OF_WORDING)
def test_a_sound_sentence_is_let_be_wherever_it_stands(text):
    assert not codes(text)


def test_there_are_enough_cases():
    tables = Counter(
        {
            "privacy, broken": len(FOUND_OF_PRIVACY),
            "privacy, sound": len(SOUND_OF_PRIVACY),
            "wording, broken": len(FOUND_OF_WORDING),
            "wording, sound": len(SOUND_OF_WORDING),
        }
    )
    assert min(tables.values()) >= ENOUGH, tables
