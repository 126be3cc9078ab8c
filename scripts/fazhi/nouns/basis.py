"""What a regulation rests on: the article as it was, and what has become of it since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.ground.laws import Law, Version, han_number
from fazhi.ground.moves import moves_of
from fazhi.ground.statutes import find
from fazhi.ground.words import Words, same
from fazhi.nouns.record import Record


@dataclass(frozen=True, slots=True)
class Basis:
    """One article of a law that a regulation names.

    `law` is None where the law is not among those known here. `amended`: the first later version of the law; `now`:
    the articles its duty has moved to, where that is known; several where it was divided.
    """

    name: str
    article: int | None
    law: Law | None = None
    amended: Version | None = None
    now: tuple[int, ...] = ()

    @property
    def words(self) -> Words:
        """The law and the article, as cited."""
        cited = (
            Words(f"第{han_number(self.article)}条", f", article {self.article}")
            if self.article
            else same("")
        )
        return Words(f"《{self.name}》", self.law.english if self.law else self.name).then(cited)

    @property
    def moved_to(self) -> Words | None:
        """The articles its duty stands under now, in words."""
        if not self.now:
            return None
        named = "articles" if len(self.now) > 1 else "article"
        return Words(
            "、".join(f"第{han_number(number)}条" for number in self.now),
            f"{named} {', '.join(map(str, self.now))}",
        )


def bases(record: Record) -> tuple[Basis, ...]:
    """The basis of a regulation, as of the day it took effect."""
    day = record.get("effective") or record.day
    return tuple(_basis(each, day) for each in record.get("basis", ()))


def _basis(named: dict[str, Any], day: date | None) -> Basis:
    name, article = str(named.get("law", "")), named.get("article")
    law = find(name)
    if law is None or day is None or day < law.begins:
        return Basis(name, article, law)
    amended = next((version for version in law.versions if version.since > day), None)
    return Basis(law.name, article, law, amended, tuple(_now(law, article, day)) if amended else ())


def _now(law: Law, article: int | None, day: date) -> Iterator[int]:
    """Where the duties of an article stand in the newest version, if they have moved since a day."""
    for move in moves_of(law):
        now = move.provision.article(None)
        if move.provision.article(day) == str(article) and now != str(article):
            yield int(now)
