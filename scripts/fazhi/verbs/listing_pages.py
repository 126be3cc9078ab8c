"""Lists of records: of each kind, by year and by facet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fazhi.ground.words import Words, same
from fazhi.nouns.field import Field
from fazhi.nouns.head import show
from fazhi.nouns.kind import Kind
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.row import Row, row
from fazhi.nouns.site import HOME, SitePage
from fazhi.nouns.stands import NAMES, stands
from fazhi.nouns.types import Choice, ListOf

LONG = 60
"""A listing of a whole kind shows this many; its years show all."""


@dataclass(frozen=True, slots=True)
class Option:
    """A way to narrow a listing: the page it leads to and how many records are there."""

    id: str
    name: Words
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One respect in which a listing can be narrowed."""

    key: str
    label: Words
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Records of a kind, newest first: all of it, or those of one `chosen` option."""

    kind: Kind
    rows: tuple[Row, ...]
    count: int
    facets: tuple[Facet, ...]
    chosen: str | None = None


def listing_pages(register: Register) -> Iterator[SitePage]:
    """For every kind the list of all, and one for every year and facet."""
    for kind in register.kinds.values():
        yield from _of_kind(kind, register)


def _of_kind(kind: Kind, register: Register) -> Iterator[SitePage]:
    records = register.of_kind(kind.name)
    rows = {record.id: row(record, register) for record in records}
    groups = dict(_groups(kind, records, register))
    facets = tuple(_facet(kind, key, label, groups[key, label]) for key, label in groups)
    top = f"{kind.listing}/index"
    shown = tuple(rows.values())[:LONG]
    yield SitePage.made(top, "listing.html", kind.label, (HOME,), Listing(kind, shown, len(rows), facets))
    for (key, _), values in groups.items():
        for slug, (name, found) in values.items():
            id = f"{kind.listing}/by/{key}/{slug}"
            title = Words(f"{kind.label.zh}：{name.zh}", f"{kind.label.en}: {name.en}")
            listing = Listing(kind, tuple(rows[record.id] for record in found), len(found), facets, id)
            yield SitePage.made(id, "listing.html", title, (HOME, top), listing)


Group = Mapping[str, tuple[Words, list[Record]]]


def _groups(
    kind: Kind, records: Sequence[Record], register: Register
) -> Iterator[tuple[tuple[str, Words], Group]]:
    years: dict[str, tuple[Words, list[Record]]] = {}
    for record in sorted(records, key=lambda record: record.year or 0, reverse=True):
        year = record.year
        name = same(str(year)) if year else _NO_YEAR
        years.setdefault(str(year or "unknown"), (name, []))[1].append(record)
    yield (
        ("year", _YEAR),
        {
            slug: (name, sorted(found, key=lambda each: each.newest_first, reverse=True))
            for slug, (name, found) in years.items()
        },
    )
    for field in kind.fields:
        if field.facet and (found := _by_field(field, records, register)):
            yield (field.key, field.label), found


def _by_field(field: Field, records: Sequence[Record], register: Register) -> Group:
    groups: dict[str, tuple[Words, list[Record]]] = {}
    type = field.type.item if isinstance(field.type, ListOf) else field.type
    for record in records:
        if field.key == "status":
            if standing := stands(record, register):
                name, slug = NAMES[standing]
                groups.setdefault(slug, (name, []))[1].append(record)
            continue
        value = record.get(field.key, ())
        for each in value if isinstance(value, tuple) else (value,):
            slug = type.terms[each][1] if isinstance(type, Choice) else str(each)
            groups.setdefault(slug, (show(each, type, register.town), []))[1].append(record)
    return groups


def _facet(kind: Kind, key: str, label: Words, values: Group) -> Facet:
    options = (
        Option(f"{kind.listing}/by/{key}/{slug}", name, len(found)) for slug, (name, found) in values.items()
    )
    return Facet(key, label, tuple(options))


_YEAR = Words("年度", "Year")
_NO_YEAR = Words("不详", "not known")
