"""Figures as Chinese reports write them: a number with what it counts (4次, 四十小时, 1,200人), or a part (九成, 百分之五).

Days, articles, ordinals and document numbers are none. A small number of 个, 项, 条 or 件事 mostly counts the list that
follows (三项制度, 办好四件事) or is part of a name (两个确立), and is none unless it counts villages or the like.
"""

import re

_NUMERALS = "一二两三四五六七八九十百千万亿〇零"
_LARGE = "十百千万亿"
_UNITS = (
    r"(?:人次?|场次?|次(?!产业|全会)|件|份|名|起|宗|期(?!工程)|户|处|块|天|倍|册|幅|家|所|辆|张|篇|座|批|轮|例|台|本|只"
    r"|套(?!班子)|支(?!部|一扶|队(?!伍))|部(?!门|委|署)|面(?=[锦红旗墙])|个?(?:小时|学时|课时)|分钟|元|公里|平方米|米|吨|亩)"
)
_MANY = r"(?:个(?!月)|项|条)"
_PLACES = r"个(?:行政村|自然村|村|社区|网格|小组|单位|部门)"
_PART = r"成(?=以上|以下|左右|多|的|村民|群众|农户|干部|党员|[，。；、])"

_DIGITS = (
    rf"(?<![第\d.·])(?:\d{{1,3}}(?:[,，]\d{{3}}){{1,4}}(?!\d)|\d{{1,9}})(?:\.\d{{1,4}})?\s?[余多来几]?[{_LARGE}]{{0,2}}[余多]?\s?"
    rf"(?:[%％]|{_UNITS}|个|项|条|{_PART})"
)
_ONE_WORD = rf"(?<![第{_NUMERALS}几数\d.·])"
_SEVERAL = (
    rf"(?:[二两三四五六七八九十][{_NUMERALS}]{{1,11}}|一[{_LARGE}][{_NUMERALS}]{{0,10}}|[几数][{_LARGE}]{{1,3}}"
    rf"|(?<=[上近超逾过])[{_LARGE}]{{1,3}})[余多来几]?[{_LARGE}]{{0,2}}(?:{_UNITS}|{_MANY})"
)
_FEW = rf"(?!二次|.件事)[二两三四五六七八九十][余多来几]?(?:{_UNITS}|{_PLACES})"
_ONCE = r"(?<![每这那另同任某哪逐])一(?:人次?|场次?|次|件|份|期|册|幅|家|所|辆)(?=[，。；、！）)\n]|\Z)"
_PARTS = (
    rf"(?:[{_NUMERALS}]{{1,6}}分之(?:[{_NUMERALS}点]{{1,10}}|\d{{1,3}}(?:\.\d{{1,4}})?)"
    rf"|(?<!统)[一二两三四五六七八九]{_PART})"
)

FIGURE = f"(?:{_DIGITS}|{_ONE_WORD}(?:{_SEVERAL}|{_FEW}|{_ONCE}|{_PARTS}))"
"""The pattern of a figure; its time grows with the length of a line and nothing else."""

_VARYING = re.compile(rf"{FIGURE}|(?<!\d)\d{{4}}\s?年度?")


def without_figures(text: str) -> str:
    """A sentence with its figures and years taken out: what stays the same from one year's report to the next."""
    return _VARYING.sub("", text)
