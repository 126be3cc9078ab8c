"""What was corrected and what was taken back: one public page of all, and a page in the place of each withdrawn record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.ground.short_code import short_code
from fazhi.ground.words import Words
from fazhi.nouns.past import Changed, Past
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.site import CORRECTIONS, HOME, SitePage
from fazhi.nouns.withdrawn import name_of


@dataclass(frozen=True, slots=True)
class Change:
    """A correction of a record (None: of town.yml or of the standing page `id`), or the withdrawal of the record `id`;
    `what` is empty then.

    `changed`: what stood there before and after, as far as it is known. `code`: the short code on notices of `id`.
    """

    on: date
    id: str
    record: Record | None
    what: str
    why: str
    by: str
    changed: tuple[Changed, ...] = ()

    @property
    def code(self) -> str:
        return short_code(self.id)


def correction_pages(register: Register, past: Past) -> Iterator[SitePage]:
    """The page of all corrections, and the pages of withdrawn records."""
    changes = sorted(_changes(register, past), key=lambda each: (each.on, each.id, each.what), reverse=True)
    yield SitePage.made(CORRECTIONS, "corrections.html", _TITLE, (HOME,), tuple(changes))
    for id, told in register.town.withdrawn.items():
        if register.get(id) is None:
            title = _WITHDRAWN.fill(name=name_of(id, register))
            yield SitePage.made(id, "withdrawn.html", title, (HOME, CORRECTIONS), _withdrawal(id, told))


def _changes(register: Register, past: Past) -> Iterator[Change]:
    for record in register.records.values():
        entries = record.get("corrections", ())
        for each, changed in zip(entries, past.of(record.id, entries), strict=True):
            yield Change(each["on"], record.id, record, each["what"], each["why"], each["by"], changed)
    for each in register.town.values.get("corrections", ()):
        yield Change(each["on"], each.get("page", ""), None, each["what"], each["why"], each["by"])
    for id, told in register.town.withdrawn.items():
        yield _withdrawal(id, told)


def _withdrawal(id: str, told: Mapping[str, Any]) -> Change:
    return Change(told["on"], id, None, "", told["reason"], told["by"])


_TITLE = Words("更正和撤下", "Corrections and withdrawals")
_WITHDRAWN = Words("已撤下：{name}", "Withdrawn: {name}")
