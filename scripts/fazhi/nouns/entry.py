"""What search knows: pages with their texts and what they can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fazhi.ground.address import address
from fazhi.ground.words import Lang, Words

FACETS: Mapping[str, Words] = {
    "kind": Words("种类", "Kind"),
    "place": Words("村或机关", "Village or office"),
    "item": Words("事项", "Item"),
    "year": Words("年度", "Year"),
    "status": Words("有效性", "Status"),
    "sample": Words("演示", "Sample"),
}
"""What results can be narrowed by, in the order shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in one language as search knows it.

    `text`: what the page shows, a paragraph a line. `place` and `item` are ids of town.yml, `status` is the official
    term, `published` YYYY-MM-DD or less, as far as it is known; all are empty where the page has none.
    `aside`: words by which it is found too, though the page does not show them: names in the other language.
    """

    id: str
    lang: Lang
    title: str
    text: str
    kind: str
    place: str = ""
    item: str = ""
    year: int = 0
    published: str = ""
    status: str = ""
    sample: bool = False
    aside: str = ""

    def facet(self, key: str) -> str:
        """Its value of one of FACETS; empty for none."""
        if key == "sample":
            return "yes" if self.sample else "no"
        return str(getattr(self, key) or "")

    def passage(self, text: str) -> list[str]:
        """What is shown of it with a part of its text: title, address, date, that part."""
        return [self.title, address(self.id, self.lang), self.published, text]

    @property
    def order(self) -> tuple[str, ...]:
        """Where it stands among all: like beside like, which keeps the index small, and the oldest first."""
        facets = (self.facet(key) for key in ("kind", "place", "item", "year"))
        return (self.lang, *facets, self.published, self.id)


@dataclass(frozen=True)
class Searched:
    """All that search is made from: entries, the names of facets' values, and words that stand for each other."""

    entries: tuple[Entry, ...]
    names: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
