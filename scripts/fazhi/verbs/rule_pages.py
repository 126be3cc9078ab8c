"""The list of rules, and a page for each."""

from collections.abc import Iterator, Mapping

from fazhi.ground.words import Words
from fazhi.nouns.explained import explained, families
from fazhi.nouns.rule import Rule
from fazhi.nouns.site import HOME, RULES, SitePage


def rule_pages(rules: Mapping[str, Rule]) -> Iterator[SitePage]:
    """The list of rules and a page for each. `fazhi explain` prints the same values."""
    yield SitePage.made(RULES, "rules.html", _NAME, (HOME,), families(rules))
    for rule in map(explained, rules.values()):
        yield SitePage.made(f"rules/{rule.code}", "rule.html", _headline(rule.what), (HOME, RULES), rule)


def _headline(words: Words) -> Words:
    return Words(words.zh, words.en[:1].upper() + words.en[1:])


_NAME = Words("检查规则", "Rules")
