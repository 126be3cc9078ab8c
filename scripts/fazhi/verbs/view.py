"""What a template may ask: the page it shows, its language, the way to other pages, and how values read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fazhi.ground.address import address, between
from fazhi.ground.money import show_fen
from fazhi.ground.words import Lang, Words
from fazhi.nouns.cell import SIGNS, Cell, State, Sums, sums
from fazhi.nouns.claim_note import ClaimsHere
from fazhi.nouns.entered_later import entered_later
from fazhi.nouns.record import Record
from fazhi.nouns.site import Site, SitePage
from fazhi.nouns.substance import is_nil
from fazhi.nouns.town import Town

_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Way:
    """A link from the page at hand: relative address, language found there, title in it."""

    url: str
    lang: Lang
    title: str


@dataclass(frozen=True)
class View:
    """One page in one language, as its template sees it."""

    site: Site
    page: SitePage
    lang: Lang

    @property
    def data(self) -> Any:
        return self.page.data

    @property
    def claims(self) -> ClaimsHere:
        """What the page tells of claims of the annual reports."""
        here: ClaimsHere = getattr(self.page.data, "claims", ClaimsHere())
        return here

    @property
    def town(self) -> Town:
        return self.site.register.town

    @property
    def as_of(self) -> date:
        """The day for which the site is made."""
        return self.site.register.as_of

    @property
    def has_samples(self) -> bool:
        return self.site.register.has_samples

    @property
    def trail(self) -> list[Way]:
        """The pages above this one, home first."""
        return [self.to(id) for id in self.page.trail]

    @property
    def other(self) -> Way | None:
        """This page in the other language, where it exists."""
        lang: Lang = "zh" if self.lang == "en" else "en"
        return self.to(self.page.id, lang) if lang in self.page.titles else None

    @property
    def home(self) -> Way:
        return self.to("index")

    def to(self, id: str, lang: Lang | None = None) -> Way:
        """The way to a page; KeyError where the site has none, so that no dead link can be written."""
        link = self.site.link(id, lang or self.lang)
        if link is None:
            raise KeyError(id)
        return Way(between(address(self.page.id, self.lang), link.address), link.lang, link.title)

    def file(self, path: str) -> str:
        """The relative address of a file under docs/."""
        return between(address(self.page.id, self.lang), path)

    def has(self, id: str) -> bool:
        return id in self.site.pages

    def say(self, words: Words) -> str:
        """A two-language text in the page's language."""
        return words.in_(self.lang)

    def is_nil(self, record: Record) -> bool:
        """Whether nothing to report is signed, and no amount beside it says otherwise."""
        return is_nil(record)

    def entered_later(self, record: Record) -> date | None:
        """The day of the record's first release, where it says that it was published long before."""
        return entered_later(record, self.site.past.first_published.get(record.id), self.town.workdays)

    def day(self, day: date | None) -> str:
        """A day as text has it: 2026年10月10日, 10 October 2026."""
        if day is None:
            return ""
        if self.lang == "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"{day.year}年{day.month}月{day.day}日"

    def sign(self, state: State) -> tuple[str, str]:
        """The shape and the word of a state of coverage."""
        shape, word = SIGNS[state]
        return shape, word.in_(self.lang)

    def signs(self) -> list[tuple[State, str, str]]:
        """Every state of coverage with its shape and its word."""
        return [(state, *self.sign(state)) for state in SIGNS]

    def sums(self, cells: Iterable[Cell]) -> Sums:
        """How some duties stand, in numbers."""
        return sums(cells)

    def yuan(self, fen: int) -> str:
        """An amount of 分 to the nearest 元, with separators: what a chart has room for."""
        return f"{int(Decimal(fen).scaleb(-2).to_integral_value(ROUND_HALF_UP)):,}"

    def money(self, fen: int | None) -> str:
        """An amount of 分 in 元, `—` where there is none."""
        return "—" if fen is None else show_fen(fen)
