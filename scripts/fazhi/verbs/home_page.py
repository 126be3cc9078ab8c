"""The first page."""

from dataclasses import dataclass

from fazhi.nouns.cell import Cell
from fazhi.nouns.coverage import Coverage
from fazhi.nouns.kind import Kind
from fazhi.nouns.register import Register
from fazhi.nouns.row import Row, row
from fazhi.nouns.site import HOME, SitePage
from fazhi.nouns.village import Village

LATEST = 10


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: villages, how all duties stand, the newest records, and every kind with its count."""

    cells: tuple[Cell, ...]
    villages: tuple[Village, ...]
    latest: tuple[Row, ...]
    kinds: tuple[tuple[Kind, int], ...]
    report: Row | None


def home_page(villages: tuple[Village, ...], coverage: Coverage, register: Register) -> SitePage:
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
    )
    page = register.pages.get(HOME)
    title = register.town.title
    return SitePage(
        HOME, "home.html", {"zh": title.zh, "en": title.en}, page.bodies if page else {}, (), data
    )
