"""Where a report has an English translation, its claims give their English words: only these are marked on its page."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_BODY = "## 一、主要举措\n\n全年举办法治培训4次，人人参加。\n"
_CLAIM = "{text: 全年举办法治培训4次, en: 4 sessions of training}"
_FILES = {
    "reports/2026.en.md": "---\ntitle: Report\n---\n\n## I. Measures\n\nThere were 4 sessions of training, for everybody.\n"
}


def _report(claims: str, **files: str) -> Example:
    return Example(kind="report", values={"claims": f"[{claims}]"}, body=_BODY, files=files)


RULE = Rule(
    severity=Severity.NOTE,
    what=Words(
        "有英文译文的报告，陈述写明译文里的同一句话（en）",
        "where a report has a translation, its claims give their words in it (en)",
    ),
    why=Words(
        "不写的，英文页面只在下方列出，不在正文里标出",
        "without them the English page lists the claim below and does not mark it in its text",
    ),
    sources=(OWN,),
    bad=(
        _report("{text: 全年举办法治培训4次}", **_FILES),
        _report(f"{_CLAIM}, {{text: 人人参加}}", **_FILES),
    ),
    good=(
        _report(_CLAIM, **_FILES),
        _report("{text: 全年举办法治培训4次}"),
        Example(kind="report"),
    ),
    keys=frozenset(("claims",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if "en" not in record.translations:
        return
    claims = record.get("claims", ())
    without = [at for at, claim in enumerate(claims) if "text" in claim and "en" not in claim]
    if without:
        yield Found(f"claims.{without[0]}", _NOT_NAMED.fill(count=len(without), all=len(claims)))


_NOT_NAMED = Words(
    "{all} 项陈述中有 {count} 项没有写 en；请照英文译文的原话补上，英文页面才能在正文里标出来",
    "{count} of {all} claims have no `en`; give the translation's own words, so that the English page can mark them",
)
