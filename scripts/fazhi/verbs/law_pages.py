"""The laws that regulations rest on: their versions, and which regulation cites which article."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.ground.laws import Law
from fazhi.ground.words import Words
from fazhi.nouns.basis import Basis, bases
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.site import HOME, SitePage


@dataclass(frozen=True, slots=True)
class Cited:
    """A law with every current regulation that names it, by article."""

    law: Law
    by: tuple[tuple[Basis, Record], ...]


def law_pages(register: Register) -> Iterator[SitePage]:
    """One page with every law cited."""
    found: dict[str, list[tuple[Basis, Record]]] = defaultdict(list)
    for record in register.records.values():
        for basis in bases(record):
            if basis.law:
                found[basis.law.name].append((basis, record))
    laws = [_cited(of) for _, of in sorted(found.items())]
    yield SitePage.made("laws/index", "laws.html", _NAME, (HOME,), tuple(laws))


def _cited(of: list[tuple[Basis, Record]]) -> Cited:
    law = of[0][0].law
    assert law is not None
    return Cited(law, tuple(sorted(of, key=lambda pair: (pair[0].article or 0, pair[1].id))))


_NAME = Words("制度文件引用的法律", "Laws that regulations rest on")
