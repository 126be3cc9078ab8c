"""The list of villages, and a page for each."""

from collections.abc import Iterator, Sequence

from fazhi.ground.words import Words
from fazhi.nouns.site import HOME, VILLAGES, SitePage, village_page
from fazhi.nouns.village import Village


def village_pages(villages: Sequence[Village]) -> Iterator[SitePage]:
    """The pages of villages, their list first."""
    yield SitePage.made(VILLAGES, "villages.html", NAME, (HOME,), tuple(villages))
    for village in villages:
        yield SitePage.made(village_page(village.id), "village.html", village.name, (HOME, VILLAGES), village)


NAME = Words("各村", "Villages")
