"""For a regulation with earlier versions: which version held when, and each compared with the one before it, the first with the last."""

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.ground.words import Words
from fazhi.nouns.comparison import Comparison, compare
from fazhi.nouns.life import State, state_of
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.site import HOME, SitePage
from fazhi.nouns.versions import Version, Versions, versions


@dataclass(frozen=True, slots=True)
class Held:
    """A version in the list: how it stands, and the page that compares it with the one before it."""

    version: Version
    state: State | None
    comparison: str | None


@dataclass(frozen=True, slots=True)
class VersionsView:
    """All versions of a regulation, the newest first. `mark` tells the page from those of others of the same title.

    `whole`: the page that compares the first with the last, where there are others between them.
    """

    current: Record
    mark: str
    held: tuple[Held, ...]
    whole: str | None


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two versions and what changed between them."""

    current: Record
    mark: str
    old: Version
    new: Version
    comparison: Comparison
    versions: str


def version_pages(register: Register) -> Iterator[SitePage]:
    """The list of versions and the comparisons, for every record that has earlier versions."""
    for id in register.earlier:
        if id in register.records:
            yield from _pages(versions(id, register), register)


def _pages(found: Versions, register: Register) -> Iterator[SitePage]:
    current = register.records[found.id]
    above = (HOME, f"{current.kind.listing}/index", current.id)
    mark = str(current.get("number", current.id))
    before = {new.record.id: found.comparison(old, new) for old, new in found.neighbours}
    held = (
        Held(each, state_of(each.record, each.life, register.as_of), before.get(each.record.id))
        for each in reversed(found.versions)
    )
    whole = found.comparison(*found.ends) if found.ends else None
    view = VersionsView(current, mark, tuple(held), whole)
    yield SitePage.made(found.page, "versions.html", _VERSIONS, above, view)
    for old, new in found.compared:
        texts = compare(old.record.original.body.text, new.record.original.body.text)
        both = ComparisonView(current, mark, old, new, texts, found.page)
        title = _COMPARED.fill(old=old.label, new=new.label)
        yield SitePage.made(found.comparison(old, new), "comparison.html", title, (*above, found.page), both)


_VERSIONS = Words("各个文本", "All versions")
_COMPARED = Words("{old} 与 {new} 的文本对照", "Version {old} compared with {new}")
