"""Hold a built site against the rules about pages and about the site as a whole."""

from collections.abc import Iterable, Iterator, Mapping

from fazhi.ground.problem import Place, Problem
from fazhi.nouns.built import BuiltPage, BuiltSite
from fazhi.nouns.record import Record
from fazhi.nouns.rule import Found, Rule, Subject
from fazhi.nouns.waiver import problem

HOME = "index.html"
"""Where a problem of the whole site stands unless it names a file."""


def check_built(site: BuiltSite, rules: Mapping[str, Rule]) -> list[Problem]:
    """Every problem of the built site, with paths relative to its folder, sorted."""
    return sorted({*_of_pages(site, rules.values()), *_of_site(site, rules.values())})


def _of_pages(site: BuiltSite, rules: Iterable[Rule]) -> Iterator[Problem]:
    on_pages = _on("page", rules)
    for page in site.pages.values():
        record = site.record(page)
        day = (record.day if record else None) or site.register.as_of
        for rule in on_pages:
            if rule.check and rule.speaks_on(day):
                for found in rule.check(page, site):
                    yield _problem(rule, found, page.path, record, site)
        _keep_title(page)


def _of_site(site: BuiltSite, rules: Iterable[Rule]) -> Iterator[Problem]:
    for rule in _on("site", rules):
        if rule.check and rule.speaks_on(site.register.as_of):
            for found in rule.check(site, site.register):
                yield _problem(rule, found, HOME, None, site)


def _keep_title(page: BuiltPage) -> None:
    """Rules about the whole site compare titles; everything else of a page is forgotten."""
    _ = page.title
    page.forget()


def _on(subject: Subject, rules: Iterable[Rule]) -> list[Rule]:
    return [rule for rule in rules if rule.on == subject and rule.check]


def _problem(rule: Rule, found: Found, path: str, record: Record | None, site: BuiltSite) -> Problem:
    """Weighed as in the record that the page shows: waived, or only noted where the words are an official text's."""
    place = found.at if isinstance(found.at, Place) else Place()
    return problem(rule, found, found.path or path, place, record, site.register.as_of)
