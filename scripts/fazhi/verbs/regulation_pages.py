"""Lists of regulations by how they stand: in force, no longer, by the end of their term, clean-up by year, consultations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fazhi.ground.words import Words
from fazhi.nouns.discretion import BY, COLUMNS, Discretion, arranged, discretions
from fazhi.nouns.kind import Kind
from fazhi.nouns.life import HOLDS, Event, Life, State, Step, life, state_of
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.row import Row, row
from fazhi.nouns.site import HOME, SitePage

KIND = "regulation"
_FOLDER = "lists"
"""A folder of their own: no record lies in one, so that no record can be hidden behind a list of its name."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A regulation in a list: its row, its life, and its state on the day the register is looked at."""

    row: Row
    life: Life
    state: State | None

    @property
    def record(self) -> Record:
        return self.row.record


@dataclass(frozen=True, slots=True)
class Group:
    """Regulations under one heading."""

    id: str
    heading: Words
    standings: tuple[Standing, ...]

    @property
    def is_aside(self) -> bool:
        """Whether it is told beside what the list is about."""
        return self.id in ("pending", "unclear", "unknown")


@dataclass(frozen=True, slots=True)
class RegulationList:
    """One list: what it is about, its groups, and the lists beside it. `years`: the clean-up lists. `shows`: which of its dates a row gives."""

    kind: Kind
    chosen: str
    lead: Words
    groups: tuple[Group, ...]
    others: tuple[tuple[str, Words], ...]
    years: tuple[tuple[str, Words], ...] = ()
    shows: str = "term"

    @property
    def count(self) -> int:
        """How many it is about: what only stands there beside them (not in force yet, not known) is left out."""
        return len(
            {each.record.id for group in self.groups if not group.is_aside for each in group.standings}
        )


@dataclass(frozen=True, slots=True)
class DiscretionList:
    """The rows of every discretion table in force, arranged by `by`; `ways`: the pages that arrange them otherwise."""

    kind: Kind
    chosen: str
    by: str
    groups: tuple[tuple[str, tuple[Discretion, ...]], ...]
    columns: tuple[tuple[str, Words], ...]
    others: tuple[tuple[str, Words], ...]
    ways: tuple[tuple[str, str], ...]


def regulation_pages(register: Register) -> Iterator[SitePage]:
    """Every list of regulations, each at its own address, whether anything is in it or not."""
    kind = register.kinds.get(KIND)
    if kind is None:
        return
    standings = tuple(_standings(register))
    names = [(f"{kind.listing}/{_FOLDER}/{slug}", name) for slug, name in _names(standings, register)]
    years = tuple(name for name in names if "/clean-up/" in name[0])
    others = tuple(name for name in names if name not in years[1:])
    above = (HOME, f"{kind.listing}/index")
    for (id, name), (lead, groups, shows) in zip(names, _lists(standings, register), strict=False):
        shown = years if (id, name) in years else ()
        made = RegulationList(kind, id, lead, tuple(groups), others, shown, shows)
        yield SitePage.made(id, "regulations.html", name, above, made)
    yield from _discretion(kind, names[-1], others, register)


def _standings(register: Register) -> Iterator[Standing]:
    """Every regulation that was public by then, newest first.

    A version that holds stands in the lists though a newer one is published already.
    """
    found = (record for record in register.records.values() if record.kind.name == KIND)
    for record in sorted(found, key=lambda record: record.newest_first, reverse=True):
        published = record.get("published")
        is_public = not published or not published.first or published.first <= register.as_of
        if is_public and (own := life(record, register)):
            yield Standing(row(record, register), own, state_of(record, own, register.as_of))


def _names(standings: Sequence[Standing], register: Register) -> Iterator[tuple[str, Words]]:
    """Slug and name of every list, in the order of `_lists`; the discretion tables come last."""
    yield from _FIXED
    for year in _years(standings, register.as_of):
        yield f"clean-up/{year}", _CLEAN_UP.fill(year=year)
    yield "discretion", _DISCRETION


Listed = tuple[Words, Iterable[Group], str]
"""What a list is about, its groups, and which dates its rows give."""


def _lists(standings: Sequence[Standing], register: Register) -> Iterator[Listed]:
    yield _IN_FORCE, _in_force(standings), "term"
    yield _ENDED, _ended(standings), "end"
    yield _EXPIRING, _expiring(standings), "until"
    yield _OPEN, _consultations(standings, register.as_of), "consultation"
    for year in _years(standings, register.as_of):
        yield _CLEANED.fill(year=year), _cleaned(standings, year, register.as_of), "term"


def _in_force(standings: Sequence[Standing]) -> Iterator[Group]:
    holding = [each for each in standings if each.state in HOLDS]
    for subject in dict.fromkeys(str(each.record.get("subject", "")) for each in holding):
        found = [each for each in holding if str(each.record.get("subject", "")) == subject]
        terms = getattr(found[0].record.kind.field("subject").type, "terms", {})
        english, slug = terms.get(subject, (subject, "other"))
        yield Group(slug, Words(subject, english), tuple(found))
    yield from _group("pending", _PENDING, (each for each in standings if each.state == "pending"))
    yield from _group("unclear", _UNCLEAR, (each for each in standings if each.state == "unclear"))
    yield from _group("unknown", _UNKNOWN, (each for each in standings if each.state is None))


def _ended(standings: Sequence[Standing]) -> Iterator[Group]:
    for state, heading in _ENDS.items():
        yield from _group(state, heading, (each for each in standings if each.state == state))


def _expiring(standings: Sequence[Standing]) -> Iterator[Group]:
    """What is in force and has a term, the nearest end first, by half-years."""
    held = [(each.life.until, each) for each in standings if each.state in HOLDS]
    ending = sorted(
        ((until, each) for until, each in held if until), key=lambda pair: (pair[0], pair[1].row.id)
    )
    for half in dict.fromkeys((until.year, until.month > 6) for until, _ in ending):
        found = (each for until, each in ending if (until.year, until.month > 6) == half)
        yield from _group(f"{half[0]}-{half[1] + 1}", _HALVES[half[1]].fill(year=half[0]), found)


def _consultations(standings: Sequence[Standing], today: date) -> Iterator[Group]:
    """By whether opinions may still be given, the nearest end first; then by whether the result was told."""
    asked = [(each.record.get("consultation", {}), each) for each in standings if not each.record.version_of]
    dated = sorted(
        ((said["to"], said, each) for said, each in asked if said.get("from") and said.get("to")),
        key=lambda found: (found[0], found[2].row.id),
        reverse=True,
    )

    def those(fits: Callable[[dict[str, date]], bool]) -> list[Standing]:
        return [each for _, said, each in dated if fits(said)]

    yield from _group("open", _NOW_OPEN, reversed(those(lambda said: said["from"] <= today <= said["to"])))
    yield from _group("coming", _COMING, those(lambda said: said["from"] > today))
    yield from _group("closed", _CLOSED, those(lambda said: said["to"] < today and not said.get("result")))
    yield from _group("told", _RESULT, those(lambda said: said["to"] < today and bool(said.get("result"))))


_CHANGES: dict[Step, Words] = {
    "effective": Words("当年起施行的", "In force from that year"),
    "amended": Words("当年部分修改的", "Partly amended that year"),
    "cleaned": Words("当年逐件清理过的", "Looked through that year"),
    "repealed": Words("当年废止的", "Repealed that year"),
    "expired": Words("当年失效的", "Expired that year"),
    "annulled": Words("当年撤销的", "Annulled that year"),
}


def _years(standings: Sequence[Standing], today: date) -> list[int]:
    """The years in which something took effect or ended, up to a day, the newest first."""
    years = {event.on.year for each in standings for event in _told(each, today) if event.step in _CHANGES}
    return sorted(years, reverse=True)


def _cleaned(standings: Sequence[Standing], year: int, today: date) -> Iterator[Group]:
    """What changed in a year, and what was in force when a year that is over ended."""
    for step, heading in _CHANGES.items():
        found = (
            each
            for each in standings
            if any(event.step == step and event.on.year == year for event in _told(each, today))
        )
        yield from _group(step, heading, found)
    last = date(year, 12, 31)
    if last < today:
        held = (each for each in standings if each.life.holds_on(last))
        yield from _group("kept", _KEPT.fill(year=year), held)


def _told(standing: Standing, today: date) -> Iterator[Event]:
    return (event for event in standing.life.told if event.on <= today and not standing.life.is_draft)


def _group(id: str, heading: Words, standings: Iterable[Standing]) -> Iterator[Group]:
    if found := tuple(standings):
        yield Group(id, heading, found)


def _discretion(
    kind: Kind, named: tuple[str, Words], others: tuple[tuple[str, Words], ...], register: Register
) -> Iterator[SitePage]:
    """The discretion tables by act, and where there are any by law and by grade too, each a page of its own."""
    rows, (id, name) = discretions(register), named
    ways = tuple((id if by == "act" else f"{id}/by-{by}", by) for by in BY) if rows else ((id, "act"),)
    above = (HOME, f"{kind.listing}/index")
    for at, by in ways:
        made = DiscretionList(kind, id, by, arranged(rows, by), tuple(COLUMNS.items()), others, ways)
        title, trail = (name, above) if at == id else (_ARRANGED[by], (*above, id))
        yield SitePage.made(at, "discretion.html", title, trail, made)


_FIXED: tuple[tuple[str, Words], ...] = (
    ("in-force", Words("现行有效", "In force")),
    ("no-longer", Words("不再有效", "No longer in force")),
    ("expiring", Words("有效期届满日期", "Ends of terms")),
    ("consultations", Words("征求意见", "Consultations")),
)
_CLEAN_UP = Words("{year}年清理目录", "Clean-up list of {year}")
_DISCRETION = Words("裁量基准", "Discretion tables")
_ARRANGED = {
    "law": Words("裁量基准，按法律依据", "Discretion tables by legal basis"),
    "grade": Words("裁量基准，按裁量阶次", "Discretion tables by grade"),
}
_ENDS: dict[State, Words] = {
    "repealed": Words("已废止", "Repealed"),
    "expired": Words("已失效", "Expired"),
    "annulled": Words("已撤销，自始无效", "Annulled, void from the start"),
}
_HALVES = (
    Words("{year}年上半年届满", "Ending in the first half of {year}"),
    Words("{year}年下半年届满", "Ending in the second half of {year}"),
)
_PENDING = Words("已经公布，尚未施行", "Published, not yet in force")
_UNCLEAR = Words("登记为不再有效，日期正在核对", "Registered as ended, the day being looked into")
_UNKNOWN = Words("转述的制度，文件和日期没有公开", "Restated; document and dates not made public")
_NOW_OPEN = Words("正在征求意见", "Open")
_COMING = Words("即将开始", "To open")
_CLOSED = Words("已经截止，结果还没有公布", "Closed, result not told yet")
_RESULT = Words("已经公布结果", "Result told")
_KEPT = Words("{year}年12月31日有效的", "In force on 31 December {year}")
_IN_FORCE = Words(
    "按文件的日期和相互关系，现在有效的文件。尚未施行的、日期没有公开的，列在最后，不计入件数。",
    "Documents in force by their dates and relations. What is not in force yet, or has no known dates, comes last and is not counted.",
)
_ENDED = Words(
    "不再有效的文件仍然留在原来的地址，供查考。",
    "Documents that are no longer in force stay at their addresses, to be looked up.",
)
_EXPIRING = Words(
    "有期限的现行文件，先到期的在前。各地一般要求届满前六个月评估，决定延期、修改还是到期失效。",
    "Documents in force that have a term, the nearest end first. Six months before, local provisions as a rule ask for a review: to prolong it, amend it or let it go.",
)
_OPEN = Words(
    "起草中的文件公开征求意见，一般不少于30日；截止以后公布收到多少意见、采纳多少、为什么。",
    "Drafts are put before the public for 30 days as a rule; afterwards it is told how many opinions came and what was taken up.",
)
_CLEANED = Words(
    "{year}年里起施行、修改、废止、失效和撤销的文件。",
    "What took effect, was amended, repealed or annulled, or expired in {year}.",
)
