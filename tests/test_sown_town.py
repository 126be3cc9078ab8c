"""A town of the size that was asked for: 20 villages and 10 items. Every fault sown is found; its matrix is quick and small."""

import gzip
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cost import seconds
from example_accounts import Account, accounts
from example_site import rendered
from example_town import RULES
from fazhi.nouns.coverage import coverage
from fazhi.nouns.register import Register
from fazhi.nouns.site import COVERAGE, HOME, Section, Site, SitePage, coverage_year
from fazhi.nouns.village import village
from fazhi.verbs.check import check
from fazhi.verbs.coverage_data import coverage_files
from fazhi.verbs.coverage_pages import NAME, coverage_pages
from fazhi.verbs.village_pages import village_pages
from sown_accounts import Spot, at
from sown_accounts import sow as sow_accounts
from sown_duties import AS_OF, FAULTS, QUARTERLY, SPOTS, Sown
from sown_duties import VILLAGES as IDS
from sown_duties import sow as sow_duties

FINANCE = "finance"
BEFORE_AS_OF = 11
"""Of the twelve quarters of accounts, those whose records are due by AS_OF."""
TWINS = 6
TELLS = {
    "overdue": "village-items-public",
    "late": "period-late",
    "empty": "nothing-said",
    "copied": "nothing-said",
}
TOLD_BESIDE = {
    "nil without a day": "required-keys",
    "notice without ground": "required-keys",
    "copied": "full-width-digits",
    "nil signed before the end": "period-over",
    "before the end, then late": "period-over",
}
"""What some of the faults of duties are told for as well: by code."""


def sow_books() -> tuple[list[Account], list[Spot]]:
    """The accounts of every village with their faults, some told twice; and what must be found in them."""
    town = accounts(len(IDS))
    for id, own in zip(IDS, town.values(), strict=True):
        del own[BEFORE_AS_OF:]
        for each in own:
            each.village, each.number = id, each.number + 50_000
    spots, all_of = sow_accounts(town), [made for own in town.values() for made in own]
    for number, own in enumerate(list(town.values())[:TWINS]):
        twin = replace(own[0], copy="-2", number=60_000 + number)
        spots += [at(each, "book-once", (own[0].declared("opening")[0], 12)) for each in (own[0], twin)]
        all_of.append(twin)
    return all_of, sorted(spots)


def test_every_fault_is_found_in_one_town_and_nothing_else(tmp_path):
    sown = sow_duties(Sown(tmp_path, quarterly=[*QUARTERLY[:7], FINANCE], accounts=FINANCE))
    books, spots = sow_books()
    sown.texts |= {each.id: each.text for each in books}
    register = sown.register()
    found = check(register, RULES)
    in_books = [(each.path, each.line, each.column, each.code) for each in found if FINANCE in each.path]
    assert in_books == spots
    wanted = Counter(TELLS[state] for state in sown.expected.values() if state in TELLS)
    wanted.update(code for code in TOLD_BESIDE.values() for _ in SPOTS)
    assert Counter(each.code for each in found if FINANCE not in each.path) == wanted
    states = {
        (cell.duty.place, cell.duty.item, cell.duty.period.text): cell.state
        for cell in coverage(register).cells
        if cell.duty.place in IDS
    }
    assert sown.expected.items() <= states.items()
    others = {key: state for key, state in states.items() if key not in sown.expected}
    assert {state for key, state in others.items() if state != "not-due"} == {"on-time"}
    assert len(FAULTS) * len(SPOTS) + len({path for path, *_ in spots}) >= 200 + TWINS


DECADE = range(2017, 2027)
LARGEST = 150_000 // 5
"""Bytes of a year's page, compressed: a fifth of what was asked for, three times what it is."""


@pytest.fixture(scope="module")
def decade(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """Ten years of twenty villages and ten items, with faults of every sort, and a decision every month in each village."""
    sown = sow_duties(Sown(tmp_path_factory.mktemp("decade"), years=DECADE))
    for id in IDS:
        for month in range(1, 13):
            for year in DECADE:
                day = date(year, month, 8)
                if day < AS_OF:
                    sown.put(id, "meetings", day.isoformat(), day + timedelta(days=5))
    register = sown.register()
    assert all(record.values for record in register.records.values())  # read before anything is measured
    return register


def test_the_matrix_of_ten_years_takes_less_than_a_second(decade):
    def matrices() -> object:
        covered = coverage(decade)
        return coverage_files(covered), [*coverage_pages(covered, decade)]

    assert len(coverage(decade).cells) > 20 * 10 * 10 * 4
    assert seconds(matrices, 1.0) < 1.0


def matrix(register: Register, folder: Path) -> Path:
    """The pages of coverage as readers get them."""
    covered = coverage(register)
    shown = [*coverage_pages(covered, register), SitePage.made(HOME, "main.html", NAME, (), None)]
    beside = [SitePage.of_text(each, "record.html", (HOME,)) for each in register.records.values()]
    beside += village_pages([village(id, register, covered) for id in IDS])
    pages = {page.id: page for page in (*beside, *shown)}
    site = Site(register, pages, (Section(HOME, NAME), Section(COVERAGE, NAME)))
    return rendered(site, (page.id for page in shown), folder)


def test_a_years_page_of_the_matrix_is_small(decade, tmp_path):
    site = matrix(decade, tmp_path)
    owed = Counter(cell.duty.period.year for cell in coverage(decade).cells if cell.duty.place in IDS)
    for year in DECADE:
        for lang in ("", "en/"):
            page = (site / f"{lang}{coverage_year(year)}/index.html").read_bytes()
            assert page.count(b"fz-st__sign") >= owed[year]
            assert len(gzip.compress(page)) < LARGEST
