"""Lay out the site: every page it has, and the navigation over them."""

from collections.abc import Iterator, Mapping, Sequence

from fazhi.flows.check_town import CACHE
from fazhi.ground.words import Words
from fazhi.nouns.claim import claimed_reports
from fazhi.nouns.claim_note import claims_here, notes
from fazhi.nouns.coverage import Coverage, coverage
from fazhi.nouns.event import events
from fazhi.nouns.past import NOTHING, Past
from fazhi.nouns.register import Register
from fazhi.nouns.release import STATE, UNRELEASED
from fazhi.nouns.rule import Rule
from fazhi.nouns.site import COVERAGE, HOME, VILLAGES, Section, Site, SitePage
from fazhi.nouns.village import village
from fazhi.verbs.accounts_data import accounts_files
from fazhi.verbs.attachment_texts import AttachmentTexts
from fazhi.verbs.calendar import FILE, calendar_file, calendar_pages
from fazhi.verbs.catalogue import catalogue, open_data_page
from fazhi.verbs.claim_pages import claim_pages
from fazhi.verbs.claims import data_file
from fazhi.verbs.code_pages import code_pages
from fazhi.verbs.correction_data import correction_data
from fazhi.verbs.correction_pages import correction_pages
from fazhi.verbs.coverage_data import coverage_files
from fazhi.verbs.coverage_pages import NAME as COVERAGE_NAME
from fazhi.verbs.coverage_pages import coverage_pages
from fazhi.verbs.data_files import data_files
from fazhi.verbs.discretion_files import discretion_files
from fazhi.verbs.feed_files import feed_files
from fazhi.verbs.home_page import home_page
from fazhi.verbs.law_pages import law_pages
from fazhi.verbs.listing_pages import listing_pages
from fazhi.verbs.office_pages import office_pages
from fazhi.verbs.outreach_pages import outreach_pages
from fazhi.verbs.record_pages import record_pages
from fazhi.verbs.record_texts import record_texts
from fazhi.verbs.regulation_pages import regulation_pages
from fazhi.verbs.rule_pages import rule_pages
from fazhi.verbs.schema_files import schema_files
from fazhi.verbs.search_entries import searched
from fazhi.verbs.search_files import search_files
from fazhi.verbs.verifier import verifier_file
from fazhi.verbs.version_pages import version_pages
from fazhi.verbs.village_pages import NAME, village_pages


def lay_out(register: Register, rules: Mapping[str, Rule], past: Past = NOTHING) -> Site:
    """All pages of a register and of the rules it is held against, and the files beside them."""
    covered = coverage(register)
    villages = tuple(village(id, register, covered) for id in register.town.villages)
    reports = claimed_reports(register)
    told = [notes(each, register) for each in reports]
    dated = events(register)
    calendar = calendar_file(dated, register.town, has_samples=register.has_samples)
    files = {"data/claims.json": data_file(reports, register), FILE: calendar}
    files |= accounts_files(villages, register) | _data(covered, register, past)
    made = [
        *record_pages(covered, register, claims_here(reports, told), past),
        *correction_pages(register, past),
        *_of_the_register(register),
        *claim_pages(reports, told),
        *calendar_pages(dated),
        *village_pages(villages),
        *rule_pages(rules),
        *coverage_pages(covered, register),
        home_page(villages, covered, reports, register),
        open_data_page(files, register),
    ]
    files |= catalogue(files, register) | _search(register, made) | _beside(register)
    return Site(register, {page.id: page for page in made}, _sections(register), files, past)


def _beside(register: Register) -> dict[str, bytes]:
    """What stands beside the pages and is no data set."""
    return {**dict(record_texts(register)), **verifier_file(), STATE: UNRELEASED}


def _search(register: Register, made: Sequence[SitePage]) -> dict[str, bytes]:
    texts = AttachmentTexts(register.root / CACHE / "texts")
    found = searched(register, made, texts.text)
    texts.forget_others()
    return dict(search_files(found))


def _of_the_register(register: Register) -> Iterator[SitePage]:
    """The families of pages that need the register only."""
    yield from _texts(register)
    yield from version_pages(register)
    yield from outreach_pages(register)
    yield from office_pages(register)
    yield from listing_pages(register)
    yield from regulation_pages(register)
    yield from law_pages(register)
    yield from code_pages(register)


def _data(covered: Coverage, register: Register, past: Past) -> dict[str, bytes]:
    """What is given away: of every record, of duties, and as feeds."""
    return {
        **coverage_files(covered),
        **data_files(register),
        **schema_files(register),
        **discretion_files(register),
        **feed_files(register, past),
        **correction_data(register, past),
    }


def _texts(register: Register) -> Iterator[SitePage]:
    for page in register.pages.values():
        if page.id != HOME:
            yield SitePage.of_text(page, "text.html", (HOME,))


def _sections(register: Register) -> tuple[Section, ...]:
    kinds = register.kinds.values()
    listings = [
        Section(f"{kind.listing}/index", kind.label) for kind in kinds if kind.listing != "disclosures"
    ]
    menu = [register.pages[id] for id in register.town.site.get("menu", ()) if id in register.pages]
    pages = [Section(page.id, Words(page.title_in("zh"), page.title_in("en"))) for page in menu]
    return (
        Section(HOME, _HOME),
        Section(VILLAGES, NAME),
        Section(COVERAGE, COVERAGE_NAME),
        *listings,
        *pages,
    )


_HOME = Words("首页", "Home")
