"""Laws with their versions, and provisions that moved from article to article as laws changed.

The statutes themselves stand in ground/statutes.py. What is marked confirmed was read in the text; a test compares
every confirmed citation with it where the texts are at hand.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.ground.words import Words


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a law: when adopted, from when and until when in force (None: still), its last article.

    A decree is adopted on the day it is made public. `confirmed`: read in the text. `label` tells the version from
    its neighbours: 2018年修正, 2025年修订.
    """

    adopted: date
    since: date
    until: date | None
    articles: int
    confirmed: bool
    label: Words


@dataclass(frozen=True, slots=True)
class Law:
    """A law under its short Chinese name, oldest version first.

    `level`: 法律, 行政法规, 党内法规, 部门规章 or 司法解释. `also`: other names it is cited by. `first`: since when
    there has been any version of it, where the oldest are not among `versions`. `replaced_by`: the law in whose favour
    it ended, with the last version's `until`; None while it is in force.
    """

    name: str
    full_name: str
    english: str
    level: str
    versions: tuple[Version, ...]
    also: tuple[str, ...] = ()
    first: date | None = None
    replaced_by: "Law | None" = None

    @property
    def begins(self) -> date:
        """The day from which there has been this law at all."""
        return self.first or self.versions[0].since

    def on(self, day: date) -> Version | None:
        """The version in force on a day; None before the first and after the last."""
        return next(
            (
                each
                for each in self.versions
                if each.since <= day and (each.until is None or day <= each.until)
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Provision:
    """A duty as laws state it: the article for every stretch of time, and a phrase of each that proves it.

    `articles` maps the day from which an article holds the duty (date.min: from the first) to the article as cited
    (`35`, `45第一款`). `phrases` holds words of that article, by the article. `confirmed` is false where the text
    itself was not read.
    """

    law: Law
    articles: Mapping[date, str]
    phrases: Mapping[str, str]
    confirmed: bool = True

    def article(self, day: date | None) -> str:
        """The article that holds the duty on a day; the newest where no day is given."""
        starts = sorted(start for start in self.articles if day is None or start <= day)
        return self.articles[starts[-1] if starts else min(self.articles)]

    def on(self, day: date | None) -> Words:
        """The citation as of a day: 《村民委员会组织法》（2025年修正）第三十五条; before its first, that one."""
        version = self.law.on(max(day, min(self.articles))) if day else self.law.versions[-1]
        label = version.label if version else Words("", "")
        article = self.article(day)
        return Words(
            f"《{self.law.name}》（{label.zh}）第{han(article)}",
            f"{self.law.english} ({label.en}), art. {article}",
        )


def han(article: str) -> str:
    """An article number as statutes write it: 35 → 三十五条, 45第一款 → 四十五条第一款."""
    digits = "".join(char for char in article if char.isascii() and char.isdigit())
    return f"{han_number(int(digits))}条{article.removeprefix(digits)}"


def han_number(number: int) -> str:
    """A number from 1 to 9999 in Chinese figures: 10 → 十, 101 → 一百零一, 115 → 一百一十五, 1034 → 一千零三十四."""
    text = ""
    for size, unit in _UNITS:
        figure, number = divmod(number, size)
        if figure:
            text += _FIGURES[figure] + unit
        elif text and number and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def number_of(text: str) -> int | None:
    """The number an article is given in Chinese or Arabic figures; None where it is no number from 1 to 9999."""
    if text.isdecimal() and len(text) <= _LONGEST:
        return int(text) or None
    written = _NUMBER.fullmatch(text.replace("〇", "零").replace("两", "二"))
    if not written or not text:
        return None
    return sum(size * _count(figure) for (size, _), figure in zip(_UNITS, written.groups(), strict=True))


def _count(figure: str | None) -> int:
    """What a figure counts: none, where its unit is not there; one, where a unit stands alone (十五)."""
    return 0 if figure is None else _FIGURES.index(figure) if figure else 1


_LONGEST = 4
_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_FIGURES = "零一二三四五六七八九"
_NUMBER = re.compile(
    "(?:([一二三四五六七八九])千)?(?:零?([一二三四五六七八九])百)?(?:零?([一二三四五六七八九]?)十)?(?:零?([一二三四五六七八九]))?"
)
