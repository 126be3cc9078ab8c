"""An amount and its unit fit: 元 with at most two decimals, 万元 of a township's size, one unit in one table row.

Prices by the piece (0.5583元/度) have more decimals; they name their measure beside them.
"""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-23",
    on="document",
    wording=True,
    what=Words("金额与单位相称：元不超过两位小数，同一行不混用元和万元", "an amount fits its unit"),
    why=Words("单位写错，差的是一万倍", "a wrong unit is wrong by ten thousand"),
    sources=(OWN,),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in (
            "支出12.345元。",
            "投资250000万元。",
            "| 项目 | 预算 | 支出 |\n|---|---|---|\n| 水渠 | 12万元 | 119000元 |",
        )
    ),
    good=(
        Example(
            body="支出12.34元，电价0.5583元/度，每度0.558元，投资25万元，单价为1.125元；合计120,000.00元。\n"
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.lang != "zh" or "元" not in document.prose.text:
        return
    text = document.prose.text
    for match in _FINE.finditer(text) if _MAY_BE_FINE.search(text) else ():
        if not _PRICE.search(text, max(0, match.start() - 12), match.start()):
            yield Found(document.prose.at(match.start()), _DECIMALS.fill(found=match[0]), match[0])
    for pattern, words in _WRONG.items() if "万" in text else ():
        for match in pattern.finditer(text):
            found = words.fill(found=match[0].strip(" |"))
            yield Found(document.prose.at(match.start()), found, match[0])


_MAY_BE_FINE = re.compile(r"\.\d{3,9}元")
_PRICE = re.compile("每|单价|电价|水价|价格|标准|均")
_FINE = re.compile(r"\d(?<![\d.,].)\d{0,12}+(?>(?:,\d{3}){0,5})\.\d{3,9}元(?! ?[/／每])")
_DECIMALS = Words(
    "“{found}”：元最多两位小数，单位是否应为万元？", "'{found}': 元 has at most two decimals; is it 万元?"
)
_HUGE = Words("“{found}”超过十亿元，单位是否应为元？", "'{found}' is over a thousand million; is it 元?")
_MIXED = Words("同一行里混用“万元”和“元”：{found}", "万元 and 元 in one row: {found}")
_AMOUNT = r"\d[\d,]{0,15}+(?:\.\d{1,6}+)?"
_WRONG = {
    re.compile(r"\d(?<![\d.,].)(?:\d{5,12}+|\d{2}(?>(?:,\d{3}){1,4}))(?:\.\d{1,6}+)? ?万元"): _HUGE,
    re.compile(
        rf"\| {{0,9}}(?:{_AMOUNT} ?万元 {{0,9}}\|(?:[^|\n]{{0,60}}\|){{0,3}}? {{0,9}}{_AMOUNT} ?元|"
        rf"{_AMOUNT} ?元 {{0,9}}\|(?:[^|\n]{{0,60}}\|){{0,3}}? {{0,9}}{_AMOUNT} ?万元)(?= {{0,9}}\|)"
    ): _MIXED,
}
