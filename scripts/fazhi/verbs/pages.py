"""Every page of the site: records and standing texts as they are, and the pages the site makes of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fazhi.ground.words import LANGS, Lang, Words, same
from fazhi.nouns.book import Book, books
from fazhi.nouns.explained import explained, families
from fazhi.nouns.field import Field
from fazhi.nouns.head import Line, head, show
from fazhi.nouns.kind import Kind
from fazhi.nouns.record import Page, Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Rule
from fazhi.nouns.site import Section, Site, SitePage
from fazhi.nouns.types import Choice, ListOf

LATEST = 10
LONG = 60
"""A listing of a whole kind shows this many; its years show all."""

HOME = "index"
VILLAGES = "villages/index"
RULES = "rules/index"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a record: its path under docs/, its title, its type (`PDF`) and its size in bytes."""

    path: str
    title: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record page: the record, its head block, and what refers to it.

    `mark` tells the page's title from those of others of the same name: a date, or the index number; mostly empty.
    """

    record: Record
    mark: str
    head: tuple[Line, ...]
    versions: tuple[Record, ...]
    referred_by: tuple[Record, ...]
    attachments: tuple[Attachment, ...]


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
    rows: tuple["Row", ...]
    count: int
    facets: tuple[Facet, ...]
    chosen: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a listing: where and when, and the terms that tell it from its neighbours."""

    id: str
    place: Words
    published: str
    terms: tuple[Words, ...]
    record: Record


@dataclass(frozen=True, slots=True)
class Account:
    """A book of a disclosure, as the village page shows it."""

    record: Record
    book: Book


@dataclass(frozen=True, slots=True)
class YearOfItems:
    """What a village published for a year: for every item its records by period."""

    year: int
    items: tuple[tuple[Words, tuple[Record, ...]], ...]


@dataclass(frozen=True, slots=True)
class Village:
    """A village's page; `newest` is the record it published last."""

    id: str
    name: Words
    is_sample: bool
    count: int
    newest: Record | None
    accounts: tuple[Account, ...]
    years: tuple[YearOfItems, ...]
    meetings: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: villages, the newest records, and every kind with its count."""

    villages: tuple[Village, ...]
    latest: tuple[Row, ...]
    kinds: tuple[tuple[Kind, int], ...]
    report: Row | None


def site(register: Register, rules: Mapping[str, Rule]) -> Site:
    """All pages of a register, and of the rules it is held against."""
    villages = tuple(_village(id, register) for id in register.town.villages)
    namesakes = _namesakes(register)
    made = [
        *_texts(register),
        *(_record_page(record, namesakes, register) for record in register.records.values()),
        *(page for kind in register.kinds.values() for page in _listings(kind, register)),
        *_village_pages(villages),
        *_rule_pages(rules),
        _home(villages, register),
    ]
    return Site(register, {page.id: page for page in made}, _sections(register))


def _sections(register: Register) -> tuple[Section, ...]:
    kinds = register.kinds.values()
    listings = [
        Section(f"{kind.listing}/index", kind.label) for kind in kinds if kind.listing != "disclosures"
    ]
    menu = [register.pages[id] for id in register.town.site.get("menu", ()) if id in register.pages]
    pages = [Section(page.id, Words(page.title_in("zh"), page.title_in("en"))) for page in menu]
    return (Section(HOME, _HOME), Section(VILLAGES, _VILLAGES), *listings, *pages)


def _texts(register: Register) -> Iterator[SitePage]:
    for page in register.pages.values():
        if page.id != HOME:
            yield SitePage(page.id, "text.html", _titles(page), _bodies(page), (HOME,))


Namesakes = Mapping[tuple[str, str], list[Record]]
"""The records of every title, by its language."""


def _namesakes(register: Register) -> Namesakes:
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in register.records.values():
        for document in record.documents:
            found[document.lang, document.title].append(record)
    return found


def _mark(record: Record, namesakes: Namesakes) -> str:
    """What tells a record from others of its title: its date as far as that does, else its index number or id."""
    same = {each.id: each for page in record.documents for each in namesakes[page.lang, page.title]}
    if len(same) < 2:
        return ""
    for mark in (_version_day, _published_text, _index):
        if (own := mark(record)) and [mark(each) for each in same.values()].count(own) == 1:
            return own
    return record.id


def _version_day(record: Record) -> str:
    return record.id.partition("@")[2]


def _published_text(record: Record) -> str:
    published = record.get("published")
    return published.text if published and published.first else ""


def _index(record: Record) -> str:
    return str(record.get("index", ""))


def _record_page(record: Record, namesakes: Namesakes, register: Register) -> SitePage:
    above = f"{record.kind.listing}/index"
    village = record.get("village")
    trail = (
        (HOME, VILLAGES, f"villages/{village}/index") if village in register.town.villages else (HOME, above)
    )
    view = RecordView(
        record,
        _mark(record, namesakes),
        tuple(head(record, register.town)),
        _versions(record, register),
        _referring(record, register),
        tuple(_attachments(record, register)),
    )
    return SitePage(record.id, "record.html", _titles(record), _bodies(record), trail, view)


def _attachments(record: Record, register: Register) -> Iterator[Attachment]:
    for each in record.get("attachments", ()):
        path = f"{record.id.rpartition('/')[0]}/{each['file']}"
        file = register.root / "docs" / path
        yield Attachment(
            path, each["title"], file.suffix[1:].upper(), file.stat().st_size if file.is_file() else 0
        )


def _versions(record: Record, register: Register) -> tuple[Record, ...]:
    current = record.version_of or record.id
    found = (
        other
        for other in register.records.values()
        if current in (other.id, other.version_of) and other != record
    )
    return tuple(sorted(found, key=lambda other: other.id))


def _referring(record: Record, register: Register) -> tuple[Record, ...]:
    return tuple(other for other in register.records.values() if other.get("answers") == record.id)


def _listings(kind: Kind, register: Register) -> Iterator[SitePage]:
    records = register.of_kind(kind.name)
    rows = {record.id: _row(record, register) for record in records}
    groups = dict(_groups(kind, records, register))
    facets = tuple(_facet(kind, key, label, groups[key, label]) for key, label in groups)
    top = f"{kind.listing}/index"
    shown = tuple(rows.values())[:LONG]
    yield _made(top, "listing.html", kind.label, (HOME,), Listing(kind, shown, len(rows), facets))
    for (key, _), values in groups.items():
        for slug, (name, found) in values.items():
            id = f"{kind.listing}/by/{key}/{slug}"
            title = Words(f"{kind.label.zh}：{name.zh}", f"{kind.label.en}: {name.en}")
            listing = Listing(kind, tuple(rows[record.id] for record in found), len(found), facets, id)
            yield _made(id, "listing.html", title, (HOME, top), listing)


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
        if field.facet:
            yield (field.key, field.label), _by_field(field, records, register)


def _by_field(field: Field, records: Sequence[Record], register: Register) -> Group:
    groups: dict[str, tuple[Words, list[Record]]] = {}
    type = field.type.item if isinstance(field.type, ListOf) else field.type
    for record in records:
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


def _row(record: Record, register: Register) -> Row:
    place = register.town.named("source", record.get("village") or record.get("source", "")) or same("")
    terms = (
        show(record.values[field.key], field.type, register.town)
        for field in record.kind.fields
        if field.facet and field.key != "village" and field.key in record.values
    )
    return Row(record.id, place, _published_text(record), tuple(terms), record)


def _village(id: str, register: Register) -> Village:
    own = [record for record in register.of_kind("disclosure") if record.get("village") == id]
    by_period = sorted(own, key=lambda record: record.values["period"].first, reverse=True)
    accounts = tuple(Account(record, book) for record in by_period for book in books(record))
    meetings = tuple(_row(record, register) for record in by_period if record.get("meeting"))
    info = register.town.villages[id]
    return Village(
        id,
        Words(**info["name"]),
        bool(info.get("sample")),
        len(own),
        own[0] if own else None,
        accounts,
        _years(by_period, register),
        meetings,
    )


def _years(records: Sequence[Record], register: Register) -> tuple[YearOfItems, ...]:
    found: dict[int, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        found[record.values["period"].year][record.values["item"]].append(record)
    return tuple(
        YearOfItems(
            year,
            tuple(
                (
                    Words(**item["name"]),
                    tuple(sorted(found[year][id], key=lambda each: each.values["period"].first)),
                )
                for id, item in register.town.items.items()
                if item["channel"] == "web" and item["since"].year <= year
            ),
        )
        for year in sorted(found, reverse=True)
    )


def _village_pages(villages: Sequence[Village]) -> Iterator[SitePage]:
    yield _made(VILLAGES, "villages.html", _VILLAGES, (HOME,), tuple(villages))
    for village in villages:
        yield _made(f"villages/{village.id}/index", "village.html", village.name, (HOME, VILLAGES), village)


def _rule_pages(rules: Mapping[str, Rule]) -> Iterator[SitePage]:
    """The list of rules and a page for each. `fazhi explain` prints the same values."""
    yield _made(RULES, "rules.html", _RULES, (HOME,), families(rules))
    for rule in map(explained, rules.values()):
        yield _made(f"rules/{rule.code}", "rule.html", _headline(rule.what), (HOME, RULES), rule)


def _headline(words: Words) -> Words:
    return Words(words.zh, words.en[:1].upper() + words.en[1:])


def _home(villages: tuple[Village, ...], register: Register) -> SitePage:
    current = [record for record in register.records.values() if not record.version_of]
    newest = sorted(current, key=lambda record: record.newest_first, reverse=True)
    reports = register.of_kind("report")
    by_year = sorted(reports, key=lambda record: record.year or 0, reverse=True)
    data = Home(
        villages,
        tuple(_row(record, register) for record in newest[:LATEST]),
        tuple((kind, len(register.of_kind(kind.name))) for kind in register.kinds.values()),
        _row(by_year[0], register) if by_year else None,
    )
    page = register.pages.get(HOME)
    title = register.town.title
    return SitePage(
        HOME, "home.html", {"zh": title.zh, "en": title.en}, _bodies(page) if page else {}, (), data
    )


def _made(id: str, template: str, title: Words, trail: tuple[str, ...], data: Any) -> SitePage:
    return SitePage(id, template, {lang: title.in_(lang) for lang in LANGS}, {}, trail, data)


def _titles(page: Page) -> dict[Lang, str]:
    return {document.lang: document.title for document in page.documents}


def _bodies(page: Page) -> dict[Lang, str]:
    return {document.lang: document.body.text for document in page.documents}


_HOME = Words("首页", "Home")
_VILLAGES = Words("各村", "Villages")
_RULES = Words("检查规则", "Rules")
_YEAR = Words("年度", "Year")
_NO_YEAR = Words("不详", "not known")
