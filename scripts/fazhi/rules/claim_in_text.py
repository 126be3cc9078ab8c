"""What a claim says stands in the text of its report, and what it says in English in the translation."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.claimed_text import claimed_spans, says
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_BODY = "## 一、主要举措\n\n全年**举办**[法治\n培训](../regulations/example.md)4 次。\n"
_CLAIM = "text: 全年举办法治培训4次"
_ENGLISH = "---\ntitle: Report\n---\n\n## I. Measures\n\nThere were 4 **sessions** of\ntraining.\n"

RULE = Rule(
    severity=Severity.ERROR,
    what=Words("陈述的文字在报告正文中", "the words of a claim stand in its report"),
    why=Words(
        "核对的必须是报告真正说过的话", "what is held against the records must be what the report says"
    ),
    sources=(OWN,),
    bad=(
        Example(kind="report", values={"claims": "[{text: 全年举办法治培训5次}]"}, body=_BODY),
        Example(kind="report", values={"claims": "[{text: “——”}]"}, body=_BODY),
        Example(kind="report", values={"claims": f"[{{{_CLAIM}, en: four sessions}}]"}, body=_BODY),
        Example(
            kind="report",
            values={"claims": f"[{{{_CLAIM}, en: five sessions}}]"},
            body=_BODY,
            files={"reports/2026.en.md": _ENGLISH},
        ),
    ),
    good=(
        Example(kind="report", values={"claims": f"[{{{_CLAIM}}}]"}, body=_BODY),
        Example(
            kind="report",
            values={"claims": f"[{{{_CLAIM}, en: 4 sessions of training}}]"},
            body=_BODY,
            files={"reports/2026.en.md": _ENGLISH},
        ),
    ),
    keys=frozenset(("claims",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    claims = record.get("claims", ())
    there = {span.claim for span in claimed_spans(record)} if claims else ()
    for at, claim in enumerate(claims):
        if "text" in claim and at not in there:
            yield Found(f"claims.{at}.text", _MISSING.fill(text=quote(claim["text"])))
        if "en" in claim and not _in_english(claim["en"], record):
            yield Found(f"claims.{at}.en", _NOT_IN_ENGLISH.fill(text=quote(claim["en"])))


def _in_english(words: str, record: Record) -> bool:
    translation = record.translations.get("en")
    return translation is not None and says(translation.body, words)


_MISSING = Words(
    "正文里没有“{text}”；陈述要照正文的原话写，空格、换行和链接可以不同",
    "the text does not say '{text}'; give the claim in the report's own words (spaces, line ends and links may differ)",
)
_NOT_IN_ENGLISH = Words(
    "英文译文里没有“{text}”；en 要照译文的原话写，没有译文就不写",
    "the English text does not say '{text}'; give `en` in its own words, or leave it out where there is no translation",
)
