"""Amounts written out in the capital characters of receipts (大写金额): 壹仟贰佰叁拾肆元伍角陆分."""

import re

_DIGITS = {char: value for value, chars in enumerate(("零〇", "壹", "贰貳", "叁參", "肆", "伍", "陆陸", "柒", "捌", "玖")) for char in chars}  # fmt: skip
_PLACES = {"拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_SIGNS = "".join((*_DIGITS, *_PLACES, *_MYRIADS))

WRITTEN = re.compile(
    rf"(?P<yuan>[{_SIGNS}](?<![{_SIGNS}].)[{_SIGNS}]{{0,39}}+)[元圆圓](?P<rest>[零〇整正]|(?:[{_SIGNS}]角|[{_SIGNS}]分|[零整正]){{0,5}})"
)
"""An amount in capitals within a text; a longer run of such signs is none."""


def read_capitals(text: str) -> int:
    """The amount in 分. Raises ValueError for what is not written that way."""
    found = WRITTEN.fullmatch(text)
    if not found or not any(char in _DIGITS or char == "拾" for char in found["yuan"]):
        raise ValueError(text)
    return _number(found["yuan"]) * 100 + _fraction(found["rest"])


def _fraction(text: str) -> int:
    parts = re.findall(r"(.)([角分])", text)
    return sum(_DIGITS.get(char, 0) * (10 if place == "角" else 1) for char, place in parts)


def _number(text: str) -> int:
    """壹佰贰拾万叁仟 → 1,203,000: what stands before 万 counts ten thousandfold, before 亿 all so far."""
    total, section, digit = 0, 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            section += (digit or (1 if char == "拾" and not section else 0)) * _PLACES[char]
            digit = 0
        else:
            section += digit
            factor = _MYRIADS[char]
            total = (total + section) * factor if factor > 10_000 else total + section * factor
            section = digit = 0
    return total + section + digit


def write_capitals(fen: int) -> str:
    """An amount of 分, not below zero, as receipts write it."""
    yuan, jiao, cents = fen // 100, fen // 10 % 10, fen % 10
    head = _written(yuan) + "元" if yuan or not fen else ""
    tail = (_ONES[jiao] + "角" if jiao else "零" if cents and head else "") + (
        _ONES[cents] + "分" if cents else ""
    )
    return head + (tail or "整")


_ONES = "零壹贰叁肆伍陆柒捌玖"


def _written(number: int) -> str:
    if number == 0:
        return "零"
    parts: list[str] = []
    for factor, name in ((100_000_000, "亿"), (10_000, "万"), (1, "")):
        section, number = divmod(number, factor)
        if section:
            filler = "零" if parts and section < 1000 else ""
            parts.append(filler + (_written(section) if section > 9999 else _section(section)) + name)
    return "".join(parts)


def _section(number: int) -> str:
    digits = f"{number:04d}"
    parts = [
        _ONES[int(digit)] + place if digit != "0" else "零"
        for digit, place in zip(digits, "仟佰拾 ", strict=True)
    ]
    return re.sub("零+", "零", "".join(parts).replace(" ", "")).strip("零")
