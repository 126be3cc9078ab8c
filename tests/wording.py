"""What the rules about words find in a text, without a town on disk: for tables of many cases."""

from collections import Counter

from example_town import KINDS, RULES
from fazhi.nouns.document import Document
from fazhi.nouns.record import Record
from fazhi.nouns.rule import Found
from fazhi.verbs.read import parse

OTHERS = {"full-width-digits", "short-year"}
"""Rules about words that the domain notes give no number of their own."""

WORDING = {code: rule for code, rule in RULES.items() if rule.ref.startswith("TEXT") or code in OTHERS}


def document(
    body: str, kind: str = "outreach", title: str = "题", lang: str = "zh", year: int = 2026
) -> Document:
    text = f"---\ntitle: {title}\nyear: {year}\n---\n{body}\n"
    return parse(text, "docs/example.md", "example", lang, KINDS[kind])


def found(code: str, body: str, **how: object) -> list[Found]:
    """What one rule finds, dated for a record of today."""
    given = document(body, **how)
    rule = WORDING[code]
    subject = given if rule.on == "document" else Record(given, {}, KINDS[str(how.get("kind", "outreach"))])
    return list(rule.check(subject, None))


def codes(body: str, **how: object) -> Counter[str]:
    """How often each rule about words speaks."""
    return Counter({code: len(hits) for code in WORDING if (hits := found(code, body, **how))})
