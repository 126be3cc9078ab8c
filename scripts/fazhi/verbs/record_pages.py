"""The page of every record: its text, its head block, and what refers to it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from fazhi.ground.short_code import short_code
from fazhi.ground.words import Lang, Words
from fazhi.nouns.basis import Basis, bases
from fazhi.nouns.cell import Cell
from fazhi.nouns.claim_note import ClaimsHere
from fazhi.nouns.coverage import Coverage
from fazhi.nouns.digest import SHOWN, facts_digest
from fazhi.nouns.head import Line, head
from fazhi.nouns.life import HOLDS, STATUS, Life, State, Step, life, may_act_on, state_of
from fazhi.nouns.past import Changed, Past
from fazhi.nouns.record import Record
from fazhi.nouns.recourse import Recourse, recourse
from fazhi.nouns.register import Register
from fazhi.nouns.site import HOME, VILLAGES, SitePage, village_page
from fazhi.nouns.slip import Slip, slips
from fazhi.nouns.terms import CLEAN_UP, COMPETITION


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a record: its path under docs/, its title, its type (`PDF`) and its size in bytes."""

    path: str
    title: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a regulation stands: its life, its state by that, and whether the status it bears agrees with it.

    `ended`: the day on which it had ended; `ended_by`, `changed_by`: ids of what stands in its place, and of what
    amended it; `versions`: the id of the page of its versions; `results`: by step and day, what a review or a clean-up
    of that day came to.
    """

    life: Life
    state: State | None
    agrees: bool
    ended: date | None
    replaces: tuple[str, ...]
    ended_by: tuple[str, ...]
    changed_by: tuple[str, ...]
    bases: tuple[Basis, ...]
    versions: str | None
    results: Mapping[tuple[Step, date], Words]


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record page: the record, its head block, and what refers to it.

    `mark` tells the page's title from those of others of the same name: a date, or the index number; mostly empty.
    `slips` are the check slips of its accounts. `claims` are those it makes as a report, and those it stands for.
    `cell` is the duty it is for; `recourse`, of a disclosure, what the law gives residents.
    `code` and `digest` stand on its notice too (nouns/notice.py). `corrections`: each with what it changed.
    """

    record: Record
    mark: str
    head: tuple[Line, ...]
    versions: tuple[Record, ...]
    referred_by: tuple[Record, ...]
    attachments: tuple[Attachment, ...]
    slips: tuple[Slip, ...]
    standing: Standing | None
    claims: ClaimsHere
    cell: Cell | None
    recourse: Recourse | None
    code: str
    digest: str
    corrections: tuple[tuple[Mapping[str, Any], tuple[Changed, ...]], ...]

    def slips_by_table(self, lang: Lang, shown: int) -> Mapping[int, list[Slip]]:
        """The slips by the table they stand under, counted from 0, on a page that shows so many tables.

        What has no table there, or a page whose tables are not those that were read, comes after everything (`shown`).
        """
        original = self.record.original.tables
        tables = self.record.translations.get(lang, self.record.original).tables
        is_same = len(original) == len(tables) == shown
        found: dict[int, list[Slip]] = defaultdict(list)
        for slip in self.slips:
            found[slip.table if is_same and slip.table is not None else shown].append(slip)
        return found


def record_pages(
    coverage: Coverage, register: Register, claims: Mapping[str, ClaimsHere], past: Past
) -> Iterator[SitePage]:
    """The pages of all records, earlier versions among them; `claims` by the id of the record that has any."""
    beside = _beside(register)
    return (
        _record_page(record, beside, claims.get(record.id, ClaimsHere()), coverage, register, past)
        for record in register.records.values()
    )


Namesakes = Mapping[tuple[str, str], list[Record]]
"""The records of every title, by its language."""


class _Beside(NamedTuple):
    """What stands beside each record, found in one pass over all: namesakes, the texts of one document, replies."""

    namesakes: Namesakes
    texts: Mapping[str, list[Record]]
    replies: Mapping[str, list[Record]]


def _beside(register: Register) -> _Beside:
    namesakes: dict[tuple[str, str], list[Record]] = defaultdict(list)
    texts: dict[str, list[Record]] = defaultdict(list)
    replies: dict[str, list[Record]] = defaultdict(list)
    for record in register.records.values():
        texts[record.version_of or record.id].append(record)
        if answered := record.get("answers"):
            replies[answered].append(record)
        for document in record.documents:
            namesakes[document.lang, document.title].append(record)
    return _Beside(namesakes, texts, replies)


def _mark(record: Record, namesakes: Namesakes) -> str:
    """What tells a record from others of its title: its date as far as that does, else its index number or id."""
    same = {each.id: each for page in record.documents for each in namesakes[page.lang, page.title]}
    if len(same) < 2:
        return ""
    for mark in (_version_day, _published, _index):
        if (own := mark(record)) and [mark(each) for each in same.values()].count(own) == 1:
            return own
    return record.id


def _version_day(record: Record) -> str:
    return record.id.partition("@")[2]


def _published(record: Record) -> str:
    return record.published_text


def _index(record: Record) -> str:
    return str(record.get("index", ""))


def _record_page(
    record: Record, beside: _Beside, claims: ClaimsHere, coverage: Coverage, register: Register, past: Past
) -> SitePage:
    above = f"{record.kind.listing}/index"
    village, corrections = record.get("village"), record.get("corrections", ())
    trail = (HOME, VILLAGES, village_page(village)) if village in register.town.villages else (HOME, above)
    view = RecordView(
        record,
        _mark(record, beside.namesakes),
        tuple(head(record, register.town)),
        tuple(each for each in beside.texts[record.version_of or record.id] if each is not record),
        tuple(beside.replies.get(record.id, ())),
        tuple(_attachments(record, register)),
        slips(record, register),
        _standing(record, register),
        claims,
        coverage.by_record.get(record.id),
        recourse(record) if record.kind.name == "disclosure" else None,
        short_code(record.id),
        facts_digest(record, register.root)[:SHOWN],
        tuple(zip(corrections, past.of(record.id, corrections), strict=True)),
    )
    return SitePage.of_text(record, "record.html", trail, view)


def _standing(record: Record, register: Register) -> Standing | None:
    own = life(record, register)
    if own is None:
        return None
    state, status, related = state_of(record, own, register.as_of), record.get("status"), register.relations
    current, end = record.version_of or record.id, own.end(register.as_of)
    return Standing(
        own,
        state,
        not status
        or not state
        or status == STATUS[state]
        or (status == "已修改" and state in HOLDS)
        or state in ("superseded", "unclear"),
        end.on if end else None,
        _acted_on(related.replaces.get(record.id, ()), record, register),
        _that_act(related.replaced_by.get(record.id, ()), record, register),
        _that_act(related.amended_by.get(record.id, ()), record, register),
        bases(record),
        f"{current}/versions" if current in register.earlier and current in register.records else None,
        dict(_results(record)),
    )


def _acted_on(ids: tuple[str, ...], record: Record, register: Register) -> tuple[str, ...]:
    """Those of the documents that this one does something to."""
    found = ((id, register.records.get(id)) for id in ids)
    return tuple(id for id, other in found if other and may_act_on(record, other))


def _that_act(ids: tuple[str, ...], record: Record, register: Register) -> tuple[str, ...]:
    """Those of the documents that do something to this one."""
    found = ((id, register.records.get(id)) for id in ids)
    return tuple(id for id, other in found if other and may_act_on(other, record))


def _results(record: Record) -> Iterator[tuple[tuple[Step, date], Words]]:
    review = record.get("competition_review", {})
    if {"on", "result"} <= review.keys():
        yield ("competition", review["on"]), Words(review["result"], COMPETITION[review["result"]][0])
    for each in record.get("clean_ups", ()):
        if {"on", "result"} <= each.keys():
            yield ("cleaned", each["on"]), Words(each["result"], CLEAN_UP[each["result"]][0])


def _attachments(record: Record, register: Register) -> Iterator[Attachment]:
    for each in record.get("attachments", ()):
        path = f"{record.id.rpartition('/')[0]}/{each['file']}"
        file = register.root / "docs" / path
        yield Attachment(
            path, each["title"], file.suffix[1:].upper(), file.stat().st_size if file.is_file() else 0
        )
