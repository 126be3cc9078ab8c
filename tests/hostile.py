"""Lines of 100,000 signs as nobody writes them: what a rule takes longest over, and no rule may take long over."""

import random
import re
import sys
from collections.abc import Iterator
from itertools import count, islice

from fazhi.ground.identity import check_digit
from fazhi.nouns.rule import Rule

LONG = 100_000


def filled(unit: str) -> str:
    """A line of one thing over and over."""
    return (unit * (LONG // len(unit) + 1))[:LONG]


def filled_with(units: list[str], between: str) -> str:
    """A line of different things."""
    return between.join(units)[:LONG]


_WORD = re.compile(r"\\.|[一-鿿]{1,8}|[A-Za-z]{2,20}")


def signs_of(rule: Rule) -> list[str]:
    """What a rule looks for: its SIGNS, and the words in its patterns and lists."""
    named = vars(sys.modules[f"fazhi.rules.{rule.code.replace('-', '_')}"])
    own = (value for name, value in named.items() if name.lstrip("_").isupper() and name != "RULE")
    words = (word for text in _texts(list(own)) for word in _WORD.findall(text) if not word.startswith("\\"))
    return sorted({*rule.signs, *words})


def _texts(value: object) -> Iterator[str]:
    """The texts in patterns, in lists of any depth and in what they name."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, re.Pattern):
        yield value.pattern if isinstance(value.pattern, str) else value.pattern.decode()
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _texts(each)


def identities(many: int) -> list[str]:
    """Identity numbers with right check digits, all different."""
    chance = random.Random(1)
    bodies = (
        f"140825{chance.randrange(1930, 2020)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}{at % 1000:03}"
        for at in count()
    )
    return [body + check_digit(body) for body in islice(bodies, many)]


def mobiles(many: int) -> list[str]:
    """Numbers of the form of a mobile's, all different."""
    return [f"13{at:09}" for at in range(many)]


def _groups(sizes: tuple[int, ...]) -> str:
    chance = random.Random(2)
    words = ("".join(chance.choices("0123456789", k=chance.choice(sizes))) for _ in count())
    return filled_with(list(islice(words, LONG // (1 + min(sizes)))), " ")


_BETWEEN = {
    "spaces": " ",
    "pipes": " | ",
    "brackets": "）",
    "quotes": '"',
    "dots": ".",
    "Han": "电",
    "dashes": "-",
}
_NEAR = {
    "a mobile too long": "138001380000 ",
    "a mobile in wrong groups": "1 38 0013 8000 ",
    "a mobile cut short": "1380013800，",
    "a mobile before 元": "13800138000元",
    "half an identity": "140825 19000101 ",
    "an identity with a wrong check": "140825190001010018，",
    "a card with a wrong check": "6222000000000000，",
    "a card in groups": "6222 ",
    "groups of other cards": "4000 5100 ",
    "an old identity": "140825000101001，",
    "an identity's birthday": "19000101",
    "a landline": "0359-700000，",
    "a country's prefix": "0086 ",
    "an account": "账号14082500000001234567890，",
    "a credit code": "91350100M000100Y43",
    "a page of another site": "http://a/t20211204_13800138000.html ",
    "a parameter": "http://a/?phone=13800138000 ",
    "a mask": "138****800，",
    "a thin mask": "1380****000，",
    "a masked identity": "| 140825********001X ",
    "a plate": "晋M1234567 ",
    "a passport": "E123456789 ",
    "a mail address": "a.a@a.a",
    "an account of a chat": "微信：a ",
    "a door": "12组 12",
    "a lane": "巷 12",
    "a minor": "王小明（12岁",
    "a pupil": "三年级王小明",
    "a year in Han": "二〇二",
    "a mobile in Han": "一三八〇〇一三八〇〇",
    "a mobile in circles": "①③⑧⓪⓪①③⑧",
    "an amount": "1,380,013.80 ",
    "a mobile behind a sign": "一 138 0013 8000",
    "a mobile with a sign in it": "138 0013 8⓪00 ",
    "a mobile before a sign": "13800138①00 ",
    "a card with signs in it": "6222 O一O ",
    "an old identity behind a sign": "四140825000101001，",
    "a sum in letters": "1380013800O元",
    "signs over lines": "1 ①\n",
}  # fmt: skip
_REAL = {
    "a mobile in groups": "138 0013 8000 ",
    "a mobile spelt": "1 3 8 0 0 1 3 8 0 0 0，",
    "a mobile in full width": "１３８００１３８０００，",
    "a mobile in Han": "一三八〇〇一三八〇〇〇，",
    "an identity misprinted": "身份证140825190001010018，",
    "an old identity": "身份证140825000101001，",
    "a landline": "0359-7000000，",
    "an account": "账号140825000000012345，",
    "a mail address": "a@a.cn，",
    "a plate": "晋M12345，",
    "a passport": "E12345678，",
    "a door": "12号楼，在那里的。",
    "a minor": "王小明（12岁）。",
}

LINES = {
    **{f"digits and {name}": filled(f"1{sign}") for name, sign in _BETWEEN.items()},
    **{f"mobiles and {name}": filled_with(mobiles(9_000), sign) for name, sign in _BETWEEN.items()},
    **{f"identities and {name}": filled_with(identities(5_500), sign) for name, sign in _BETWEEN.items()},
    **{f"nearly {name}": filled(unit) for name, unit in _NEAR.items()},
    **{f"really {name}": filled(unit) for name, unit in _REAL.items()},
    "digits": filled("1"),
    "full-width digits": filled("１"),
    "digits of mobiles": filled("13"),
    "digits with nothing seen between": filled("1\u200b"),
    "digits that run into a word": filled("1 ")[:-3] + "1Ob",
    "signs that run into a word": filled("1 ①\n")[:-3] + "1Ob",
    "groups of two": _groups((2,)),
    "groups of every size": _groups((1, 2, 3, 4, 5, 6)),
    "groups of three and more": _groups((3, 4, 5)),
    "masks": filled("1" + "*" * 60 + "a"),
    "addresses": filled("http://"),
    "rows": "| 姓名 | 原因 |\n|---|---|\n" + filled("| 张** | 因病 |\n"),
    "cells": "| 姓名 " + filled("| 金额 ") + "|\n|---|\n" + "| 张** | 1 |\n" * 9,
    "counts": "| 救助原因 | 人数 |\n|---|---|\n" + filled("| 因病 | 1 |\n"),
    "Han": filled("张大山"),
    "brackets": filled("（1）"),
    "link openings": filled("](a("),
    "tags": filled("<a"),
    "backticks": filled("`1` "),
    "quoted": filled("> "),
    "spaces": "村" + " " * LONG + "村",
    "blank lines": filled("村\n\n"),
}
