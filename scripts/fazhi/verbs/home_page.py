"""The first page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fazhi.nouns.cell import Cell
from fazhi.nouns.claim import ClaimedReport
from fazhi.nouns.claim_note import Share, shares
from fazhi.nouns.coverage import Coverage
from fazhi.nouns.kind import Kind
from fazhi.nouns.life import HOLDS, life, state_of
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.row import Row, row
from fazhi.nouns.site import HOME, SitePage
from fazhi.nouns.village import Village

LATEST = 10
REPORTS = 2


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: villages, how all duties stand, the newest records, and every kind with its count.

    `report`: the newest report; `reports`: the newest that make claims, with the share of each state;
    `in_force`, `asked`: how many regulations hold, and how many drafts the public may speak to, on the day of looking.
    """

    cells: tuple[Cell, ...]
    villages: tuple[Village, ...]
    latest: tuple[Row, ...]
    kinds: tuple[tuple[Kind, int], ...]
    report: Row | None
    reports: tuple[tuple[ClaimedReport, tuple[Share, ...]], ...]
    in_force: int
    asked: int


def home_page(
    villages: tuple[Village, ...], coverage: Coverage, claimed: Sequence[ClaimedReport], register: Register
) -> SitePage:
    """The home page: villages, the newest records, every kind with its count."""
    current = [record for record in register.records.values() if not record.version_of]
    newest = sorted(current, key=lambda record: record.newest_first, reverse=True)
    reports = register.of_kind("report")
    by_year = sorted(reports, key=lambda record: record.year or 0, reverse=True)
    data = Home(
        coverage.cells,
        villages,
        tuple(row(record, register) for record in newest[:LATEST]),
        tuple((kind, len(register.of_kind(kind.name))) for kind in register.kinds.values()),
        row(by_year[0], register) if by_year else None,
        tuple((each, shares(each)) for each in claimed[:REPORTS]),
        sum(_holds(record, register) for record in register.records.values()),
        sum(_is_asked(record, register.as_of) for record in current),
    )
    page = register.pages.get(HOME)
    title = register.town.title
    return SitePage(
        HOME, "home.html", {"zh": title.zh, "en": title.en}, page.bodies if page else {}, (), data
    )


def _holds(record: Record, register: Register) -> bool:
    published, own = record.get("published"), life(record, register)
    if published and published.first and published.first > register.as_of:
        return False
    return own is not None and state_of(record, own, register.as_of) in HOLDS


def _is_asked(record: Record, day: date) -> bool:
    asked = record.get("consultation", {})
    is_dated = {"from", "to"} <= asked.keys()
    return is_dated and bool(asked["from"] <= day <= asked["to"])
