"""A translation has the figures and headings of its original, or says that it is behind (DESIGN §7)."""

import re
from collections import Counter
from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH_NAME = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_FIGURE = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")

RULE = Rule(
    severity=Severity.WARNING,
    on="document",
    what=Words(
        "译文的数字、日期和标题层级与原文相同",
        "a translation has the figures, dates and headings of its original",
    ),
    why=Words("数字不同的译文会误导读者", "a translation with other figures misleads"),
    sources=(OWN,),
    bad=(
        Example(
            body="共3项，2026年10月8日。\n",
            files={
                "villages/demo-1/2026/finance-Q3.en.md": "---\ntitle: T\n---\n4 in all, 8 October 2026.\n"
            },
        ),
        Example(
            body="## 一\n\n## 二\n",
            files={"villages/demo-1/2026/finance-Q3.en.md": "---\ntitle: T\n---\n## One\n"},
        ),
    ),
    good=(
        Example(
            body="共3项，2026年10月8日。\n",
            files={
                "villages/demo-1/2026/finance-Q3.en.md": "---\ntitle: T\n---\n3 in all, 8 October 2026.\n"
            },
        ),
        Example(
            body="共3项。\n",
            files={"villages/demo-1/2026/finance-Q3.en.md": "---\ntitle: T\nbehind: true\n---\nNothing.\n"},
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    owner = register.get(document.id)
    if owner is None or not owner.original.values or document.lang == "zh" or document.values.get("behind"):
        return
    ours, theirs = _figures(document.body.prose), _figures(owner.original.body.prose)
    if ours != theirs:
        yield Found(
            Place(document.body.first_line),
            _FIGURES.fill(missing=_list(theirs - ours), extra=_list(ours - theirs)),
        )
    levels = [[heading.level for heading in each.body.headings()] for each in (document, owner.original)]
    if levels[0] != levels[1]:
        yield Found(
            Place(document.body.first_line), _HEADINGS.fill(ours=len(levels[0]), theirs=len(levels[1]))
        )


def _figures(text: str) -> Counter[str]:
    numbered = _MONTH_NAME.sub(lambda name: str(_MONTHS.index(name[1]) + 1), text)
    without_addresses = re.sub(r"\]\([^()\s]*\)", "]", numbered)
    return Counter(
        figure.replace(",", "").replace("，", "").lstrip("0") for figure in _FIGURE.findall(without_addresses)
    )


def _list(figures: Counter[str]) -> str:
    return " ".join(quote(figure) for figure in sorted(figures)[:8]) or "—"


_FIGURES = Words(
    "译文与原文数字不同：缺 {missing}，多 {extra}；尚未译完请写 behind: true",
    "figures differ from the original: missing {missing}, extra {extra}; if it is not finished, say behind: true",
)
_HEADINGS = Words(
    "译文有 {ours} 个标题，原文有 {theirs} 个，或层级不同",
    "{ours} headings here, {theirs} in the original, or of other levels",
)
