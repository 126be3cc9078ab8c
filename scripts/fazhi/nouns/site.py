"""The site as values: its pages with their titles, texts, templates and places, before anything renders them."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fazhi.ground.address import address
from fazhi.ground.cached import cached_property
from fazhi.ground.words import LANGS, Lang, Words
from fazhi.nouns.past import NOTHING, Past
from fazhi.nouns.record import Page
from fazhi.nouns.register import Register

HOME = "index"
VILLAGES = "villages/index"
RULES = "rules/index"
CLAIMS = "reports/claims"
"""The page that holds the reports of several years side by side."""
COVERAGE = "coverage/index"
NOTICES = "notices/index"
CORRECTIONS = "corrections/index"


def village_page(id: str) -> str:
    """The id of a village's page."""
    return f"villages/{id}/index"


def coverage_year(year: int) -> str:
    """The id of a year's page of coverage."""
    return f"coverage/{year}"


_MADE = re.compile(
    r"(?:villages(?:/[^/]+)?|rules|coverage|laws|data|notices|corrections|offices)(?:/index)?"
    r"|(?:coverage|calendar|outreach/years)/\d{4}|notices/[a-z0-9]|(?:rules|assets|search)/.+|en(?:/.+)?|reports/claims"
    r"|[a-z-]+/by/.+|regulations/lists/.+|regulations/[^/]+/(?:versions|compare/.+)"
)


def is_made(id: str, register: Register) -> bool:
    """Whether an address is kept for a page that the site makes itself, today or when there is something to tell."""
    listings = {kind.listing for kind in register.kinds.values()}
    return id.removesuffix("/index") in listings or _MADE.fullmatch(id) is not None


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page in the languages it exists in.

    `trail`: ids of the pages above it, home first. `data`: what its template shows beside the text.
    """

    id: str
    template: str
    titles: Mapping[Lang, str]
    bodies: Mapping[Lang, str]
    trail: tuple[str, ...]
    data: Any = None

    @classmethod
    def of_text(cls, page: Page, template: str, trail: tuple[str, ...], data: Any = None) -> "SitePage":
        """The page of something people wrote: its own titles and texts, in the languages it was written in."""
        return cls(page.id, template, page.titles, page.bodies, trail, data)

    @classmethod
    def made(cls, id: str, template: str, title: Words, trail: tuple[str, ...], data: Any) -> "SitePage":
        """A page the site makes of what it holds, in every language."""
        return cls(id, template, {lang: title.in_(lang) for lang in LANGS}, {}, trail, data)


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a page: its address below the site's root, the language found there, and its title in it."""

    address: str
    lang: Lang
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the navigation: a page's id and its short name."""

    id: str
    name: Words


@dataclass(frozen=True)
class Site:
    """Every page by id, the navigation, and the files beside the pages (data, feeds) by their path in the site."""

    register: Register
    pages: Mapping[str, SitePage]
    sections: tuple[Section, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    past: Past = NOTHING
    """What is known of earlier releases, where the site is built to be published."""

    @cached_property
    def beside(self) -> Mapping[str, tuple[str, ...]]:
        """By the id of a list, the newest of each family of pages that the site makes of what is listed there."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for page in self.pages.values():
            if not page.bodies and len(page.trail) > 1 and page.template != "listing.html":
                found[page.trail[-1]].setdefault(page.template, page.id)
        return {id: tuple(families.values()) for id, families in found.items()}

    def link(self, id: str, lang: Lang) -> Link | None:
        """The way to a page: in the language asked for, else in Chinese; None where there is no such page."""
        page = self.pages.get(id)
        if page is None:
            return None
        served: Lang = lang if lang in page.titles else "zh"
        return Link(address(id, served), served, page.titles[served])
