"""What the site gives away: whole, valid by independent readers, safe in a spreadsheet, marked where it is a sample."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from example_town import KINDS, RULES, lay, put, read, text_of
from fazhi.flows.check_town import register_of
from fazhi.flows.lay_out import lay_out
from fazhi.ground.spreadsheet import safe
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example
from fazhi.verbs.data_files import data_files
from fazhi.verbs.feed_files import feed_files
from fazhi.verbs.schema_files import schema, schema_files
from fazhi.verbs.search_entries import searched
from project import ROOT
from read_by_ruby import read_by_ruby

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def project() -> Register:
    return register_of(ROOT)


@pytest.fixture(scope="module")
def files(project: Register) -> dict[str, bytes]:
    return given_away(project)


def given_away(register: Register) -> dict[str, bytes]:
    """The files beside the pages without those of search, whose names change with what they hold, of the release, of one
    record each, and to verify with."""
    files = lay_out(register, RULES).files
    others = ("search/", "release.json", "verify.html")
    return {
        path: data
        for path, data in files.items()
        if not path.startswith(others) and not path.endswith("record.md")
    }


def test_every_kind_has_json_csv_and_a_schema(files):
    for kind in KINDS:
        assert {f"data/{kind}.json", f"data/{kind}.csv", f"data/schema/{kind}.json"} <= files.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_the_data_keeps_its_schema(files, kind):
    found = json.loads(files[f"data/schema/{kind}.json"])
    Draft202012Validator.check_schema(found)
    data = json.loads(files[f"data/{kind}.json"])
    validator = Draft202012Validator(found, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(data)] == []
    assert data["count"] == len(data["records"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_refuses_what_is_no_record_of_its_kind(files, kind):
    data = json.loads(files[f"data/{kind}.json"])
    validator = Draft202012Validator(schema(KINDS[kind]))
    for spoil in ({"formed": "昨天"}, {"topic": "没有"}, {"colour": "red"}, {"title": None}):
        spoiled = data | {"records": [data["records"][0] | spoil]}
        assert not validator.is_valid(spoiled), spoil


@pytest.mark.parametrize("kind", KINDS)
def test_csv_and_json_tell_of_the_same_records(files, kind):
    raw = files[f"data/{kind}.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    data = json.loads(files[f"data/{kind}.json"])
    assert [row["编号 id"] for row in rows] == [record["id"] for record in data["records"]]
    assert [row["标题 title"] for row in rows] == [record["title"] for record in data["records"]]


def test_every_sample_says_so_in_every_output(project, files):
    for kind in KINDS:
        data = json.loads(files[f"data/{kind}.json"])
        samples = {record["id"] for record in data["records"] if record.get("sample")}
        assert bool(data["sample"]) == bool(samples)
        rows = csv.DictReader(io.StringIO(files[f"data/{kind}.csv"].decode("utf-8-sig"), newline=""))
        assert {row["编号 id"] for row in rows if "演示数据" in row["说明 notice"]} == samples
    entries = ET.fromstring(files["feed.xml"]).findall(f"{ATOM}entry")
    assert entries
    assert all("演示数据" in (entry.findtext(f"{ATOM}title") or "") for entry in entries)
    assert json.loads(files["data/catalogue.json"])["sample"]["zh"].startswith("演示数据")


@pytest.mark.parametrize(
    "text", ["=1+1", "+8", "-8-1", "@sum(a1)", "\t=1", " =1", "＝1", "|calc", "%0", "-cmd|'/c'!A0", "\r=1"]
)
def test_no_cell_is_a_formula(text):
    assert safe(text).startswith("'")


@pytest.mark.parametrize("text", ["-12.50", "12.5", "示政发〔2026〕3号", "", "2026-10-08"])
def test_a_plain_cell_is_left_alone(text):
    assert safe(text) == text


@given(st.text(max_size=30))
def test_a_cell_never_begins_as_a_formula_does(text):
    cell = safe(text)
    assert cell.removeprefix("'") == text.removeprefix("'")
    assert not cell.lstrip().startswith(("=", "+", "@")) or cell.startswith("'")


# -- Atom


def faults_of(feeds: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What Ruby's `rss` refuses in feeds, and what RFC 4287 says beyond that; nothing of a feed without faults."""
    told = read_by_ruby("atom", feeds)
    found = {
        path: [*filter(None, [told[path].fault]), *let_pass_by_ruby(data)] for path, data in feeds.items()
    }
    return {path: faults for path, faults in found.items() if faults}


NO_SPACE = {f"{ATOM}link": {"href", "rel", "type", "hreflang", "title", "length"}}
NO_SPACE |= {f"{ATOM}category": {"term", "scheme", "label"}}
"""Attributes without a name space, of the elements that have any here (`undefinedAttribute` of RFC 4287, 2)."""


def let_pass_by_ruby(feed: bytes) -> list[str]:
    """Faults that `rss` 0.2.9 does not see: it takes any address, a day for an instant, and a month 13."""
    try:
        root = ET.fromstring(feed)
    except ET.ParseError as error:
        return [f"2: {error}"]
    found = [f"4.2.6: {id.text!r}" for id in root.iter(f"{ATOM}id") if not (id.text or "").startswith("urn:")]
    for tag in ("updated", "published"):
        found += [f"3.3: {each.text!r}" for each in root.iter(ATOM + tag) if not is_instant(each.text or "")]
    for each in root.iter():
        own = {name for name in each.attrib if not name.startswith("{")}
        found += [f"2: {name} of {each.tag}" for name in own - NO_SPACE.get(each.tag, set())]
        found += [f"4.2: an empty {name}" for name in ("href", "term") if each.get(name) == ""]
    found += ["3.2: an empty name" for name in root.iter(f"{ATOM}name") if not name.text]
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    found += ["4.1.1: two entries of one id"] * (len(ids) != len(set(ids)))
    found += ["4.1.1: no author of the feed"] * (root.find(f"{ATOM}author") is None)
    return found


def is_instant(text: str) -> bool:
    """Whether it is a date and time of RFC 3339, and one of the calendar."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    form = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})"
    return re.fullmatch(form, text) is not None


def test_every_feed_is_valid_atom(files):
    feeds = {path: data for path, data in files.items() if path.endswith(".xml")}
    assert {"feed.xml", "corrections.xml", "villages/demo-1/feed.xml"} <= feeds.keys()
    assert faults_of(feeds) == {}


def test_a_feed_reader_finds_every_entry_whole(files):
    """What feedparser, which many readers are built on, makes of each feed."""
    for path, data in files.items():
        if not path.endswith(".xml"):
            continue
        found = feedparser.parse(data)
        assert (found.bozo, found.version) == (False, "atom10"), path
        assert found.feed.title and found.feed.updated_parsed and found.feed.id
        assert len(found.entries) == len(ET.fromstring(data).findall(f"{ATOM}entry"))
        assert all(each.title and each.link and each.updated_parsed and each.author for each in found.entries)


def put_in(old: str, new: str) -> Callable[[str], str]:
    """The first place of a pattern is written otherwise."""
    return lambda feed: re.sub(old, new, feed, count=1, flags=re.DOTALL)


ENTRY = "(<entry>.*?)"
MISSING, TOO_MUCH, NO_VALUE = "RSS::MissingTagError", "RSS::TooMuchTagError", "RSS::NotAvailableValueError"
SEEN_BY_RUBY: dict[str, tuple[str, Callable[[str], str]]] = {
    "no id": (MISSING, put_in("<id>.*?</id>", "")),
    "no title": (MISSING, put_in("<title>.*?</title>", "")),
    "no updated": (MISSING, put_in("<updated>.*?</updated>", "")),
    "no author": (MISSING, lambda feed: re.sub("(?s)<author>.*?</author>", "", feed)),
    "an author without name": (MISSING, put_in("<name>.*?</name>", "")),
    "an entry without id": (MISSING, put_in(f"{ENTRY}<id>.*?</id>", r"\1")),
    "an entry without title": (MISSING, put_in(f"{ENTRY}<title>.*?</title>", r"\1")),
    "an entry without updated": (MISSING, put_in(f"{ENTRY}<updated>.*?</updated>", r"\1")),
    "XHTML that is none": (MISSING, put_in("<title>", '<title type="xhtml">')),
    "two ids": (TOO_MUCH, put_in("<id>", "<id>urn:a</id><id>")),
    "two titles": (TOO_MUCH, put_in("<title>", "<title>a</title><title>")),
    "two summaries": (TOO_MUCH, put_in("<summary>", "<summary>a</summary><summary>")),
    "two alternates of a kind": (TOO_MUCH, put_in("(<link [^>]*/>)", r"\1\1")),
    "a word for a date": (NO_VALUE, put_in("<updated>.*?<", "<updated>昨天<")),
    "an empty date": (NO_VALUE, put_in("<updated>.*?<", "<updated><")),
    "a text of no type": (NO_VALUE, put_in("<title>", '<title type="word">')),
    "an unknown element": ("RSS::NotExpectedTagError", put_in("<id>", "<colour>red</colour><id>")),
    "a stranger's element": ("RSS::NotExpectedTagError", put_in("<id>", '<a xmlns="urn:a">b</a><id>')),
    "a link to nowhere": ("RSS::MissingAttributeError", put_in(' href="[^"]*"', "")),
    "a category without term": ("RSS::MissingAttributeError", put_in(' term="[^"]*"', "")),
    "another name space": ("RSS::NSError", put_in("2005/Atom", "2004/Atom")),
    "no name space": ("RSS::NSError", put_in(' xmlns="[^"]*"', "")),
    "cut off": ("RSS::NotWellFormedError", lambda feed: feed[:-10]),
    "no feed": ("RSS::Error", lambda feed: ""),
}
LET_PASS: dict[str, Callable[[str], str]] = {
    "a day for an instant": put_in("T00:00:00[+]08:00", ""),
    "a month 13": put_in("<updated>[0-9]{4}-..", "<updated>2026-13"),
    "an empty id": put_in("<id>.*?<", "<id><"),
    "an id that is no name": put_in(f"{ENTRY}<id>urn:", r"\1<id>"),
    "one id for all": lambda feed: re.sub("<id>.*?<", "<id>urn:a<", feed),
    "entries have authors, the feed has none": put_in("<author>.*?</author>", ""),
    "an author without a letter": put_in("<name>.*?<", "<name><"),
    "an attribute of the root": put_in("<feed ", '<feed version="1.0" '),
    "an attribute of a link": put_in("<link ", '<link target="_blank" '),
    "a link to an empty address": put_in('href="[^"]*"', 'href=""'),
    "a category of an empty term": put_in('term="[^"]*"', 'term=""'),
    "a bare &": put_in("<title>", "<title>a & b"),
}


def test_ruby_refuses_what_is_no_feed(files):
    feed = files["feed.xml"].decode()
    spoilt = {name: spoil(feed).encode() for name, (_, spoil) in SEEN_BY_RUBY.items()}
    told = read_by_ruby("atom", spoilt)
    found = {name: (told[name].fault or "").partition(": ")[0] for name in spoilt}
    assert found == {name: error for name, (error, _) in SEEN_BY_RUBY.items()}


@pytest.mark.parametrize("spoil", LET_PASS.values(), ids=LET_PASS)
def test_what_ruby_lets_pass_is_seen_all_the_same(files, spoil):
    feed = files["feed.xml"].decode()
    assert let_pass_by_ruby(feed.encode()) == []
    assert let_pass_by_ruby(spoil(feed).encode()) != []


def test_links_of_a_feed_lead_to_pages_wherever_the_site_lies(files, project):
    pages = {"", *(f"{id.removesuffix('index')}".rstrip("/") + "/" for id in lay_out(project, RULES).pages)}
    for path in ("feed.xml", "villages/demo-1/feed.xml"):
        here = f"http://town.example/sub/{path}"
        for link in ET.fromstring(files[path]).iter(f"{ATOM}link"):
            to = urljoin(here, link.get("href") or "").removeprefix("http://town.example/sub/")
            assert to in pages


def test_with_an_address_of_the_site_links_are_whole(tmp_path):
    site = "{title: {zh: 示例, en: Example}, url: 'http://192.0.2.10/town'}"
    lay(tmp_path, Example(town={"site": site}))
    register = read(tmp_path)
    feeds = feed_files(register)
    assert faults_of(feeds) == {}
    feed = ET.fromstring(feeds["feed.xml"])
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": "http://192.0.2.10/town/feed.xml", "alternate": "http://192.0.2.10/town/"}
    urls = [each["url"] for each in json.loads(data_files(register)["data/disclosure.json"])["records"]]
    assert urls == ["http://192.0.2.10/town/villages/demo-1/2026/finance-Q3/"]


def test_a_correction_is_told_once_in_its_feed(tmp_path):
    lay(
        tmp_path,
        Example(values={"corrections": "[{on: 2026-11-02, what: 合计少写一位, why: 录入有误, by: clerk}]"}),
    )
    feeds = feed_files(read(tmp_path))
    entry = ET.fromstring(feeds["corrections.xml"]).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}updated") == "2026-11-02T00:00:00+08:00"
    assert "合计少写一位" in (entry.findtext(f"{ATOM}summary") or "")
    assert faults_of(feeds) == {}


HOSTILE = '"]]><script>alert(1)</script>&#0;\\x0b\\u202e\\ufffe=1+1"'


def test_hostile_words_stay_words(tmp_path):
    lay(tmp_path, Example(values={"title": HOSTILE}))
    files = lay_out(read(tmp_path), RULES).files
    assert faults_of({"feed.xml": files["feed.xml"]}) == {}
    assert b"<script>" not in files["feed.xml"]
    assert json.loads(files["data/disclosure.json"])["records"][0]["title"].startswith("]]>")


def test_a_waiver_with_its_hash_is_not_given_away(tmp_path):
    waiver = (
        "[{rule: mobile-number, hash: " + "ab" * 32 + ", basis: 公开电话, by: reviewer, until: 2027-12-31}]"
    )
    lay(tmp_path, Example(values={"waivers": waiver}))
    assert not any(b"abababab" in data for data in lay_out(read(tmp_path), RULES).files.values())


# -- the catalogue


def test_the_catalogue_lists_every_data_file_and_nothing_else(files):
    listed = [
        file["dcat:downloadURL"]
        for each in json.loads(files["data/catalogue.json"])["dcat:dataset"]
        for file in each["dcat:distribution"]
    ]
    given_away = {path for path in files if "schema/" not in path and path != "data/catalogue.json"}
    assert sorted(listed) == sorted(given_away)


TERMS = {str(term) for vocabulary in (rdflib.DCAT, rdflib.DCTERMS, rdflib.FOAF) for term in dir(vocabulary)}
CATALOGUE = "http://192.0.2.10/town/data/catalogue.json"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader of JSON-LD
@pytest.mark.parametrize("url", [None, "http://192.0.2.10/town"])
def test_the_catalogue_is_dcat_to_a_reader_of_linked_data(tmp_path, url):
    """Read by rdflib from where it lies: its terms are defined, its addresses lead to the files."""
    site = f"{{title: {{zh: 示例, en: Example}}, url: {url or 'null'}}}"
    lay(tmp_path, Example(town={"site": site}))
    files = given_away(read(tmp_path))
    graph = rdflib.Graph().parse(data=files["data/catalogue.json"], format="json-ld", publicID=CATALOGUE)
    used = {*graph.predicates(), *graph.objects(predicate=rdflib.RDF.type)} - {rdflib.RDF.type}
    assert {str(each) for each in used} - TERMS == set()
    (catalogue,) = graph.subjects(rdflib.RDF.type, rdflib.DCAT.Catalog)
    assert graph.value(catalogue, rdflib.DCTERMS.publisher / rdflib.FOAF.name)
    sets = set(graph.objects(catalogue, rdflib.DCAT.dataset))
    assert sets == set(graph.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset))
    for each in sets:
        titles = {title.language: str(title) for title in graph.objects(each, rdflib.DCTERMS.title)}
        assert titles.keys() == {"zh", "en"}
        assert str(graph.value(each, rdflib.DCTERMS.identifier)) not in titles.values()
        assert all(map(str, graph.objects(each, rdflib.DCTERMS.description))), titles
    addresses = {
        *graph.objects(predicate=rdflib.DCAT.downloadURL),
        *graph.objects(predicate=rdflib.DCTERMS.conformsTo),
    }
    assert all(isinstance(each, rdflib.URIRef) for each in addresses)
    assert {each.removeprefix("http://192.0.2.10/town/") for each in addresses} == files.keys() - {
        "data/catalogue.json"
    }
    assert all(each.datatype == rdflib.XSD.date for each in graph.objects(predicate=rdflib.DCTERMS.modified))


def test_the_page_leads_to_every_data_file(project, files):
    page = lay_out(project, RULES).pages["data/index"].data
    led_to = {file.path for each in (*page.datasets, *page.feeds) for file in each.files}
    assert led_to == {path for path in files if "schema/" not in path and path != "data/catalogue.json"}


# -- the same records, the same bytes


def test_records_schemas_and_feeds_do_not_know_what_day_it_is(project):
    later = register_of(ROOT, project.as_of + timedelta(days=400))
    for made in (data_files, schema_files, feed_files):
        assert made(later) == made(project)


def test_a_changed_record_changes_its_own_files_only(tmp_path):
    lay(tmp_path, Example())
    before = given_away(read(tmp_path))
    put(tmp_path, "outreach/2026/other", text_of(KINDS["outreach"], Example(kind="outreach")))
    after = given_away(read(tmp_path))
    others = {
        path for path in after if path.startswith(("data/calendar", "data/claims", "data/coverage"))
    }  # made of records of several kinds
    assert {path for path in after if after[path] != before[path]} - others == {
        "data/outreach.json", "data/outreach.csv", "data/catalogue.json", "feed.xml",
    }  # fmt: skip


def test_every_schema_names_every_field_that_is_given_away():
    for kind in KINDS.values():
        properties = schema(kind)["properties"]["records"]["items"]["properties"]
        assert {field.key for field in kind.fields} - properties.keys() == {"waivers"}


def test_an_empty_town_has_its_files(tmp_path):
    lay(tmp_path, Example())
    for path in Path(tmp_path, "docs").rglob("*.md"):
        path.unlink()
    register = read(tmp_path)
    files = lay_out(register, RULES).files
    assert json.loads(files["data/report.json"])["updated"] is None
    assert faults_of({path: data for path, data in files.items() if path.endswith(".xml")}) == {}
    assert schema_files(register).keys() <= files.keys()


def test_lists_search_and_open_data_agree_on_how_a_regulation_stands(tmp_path):
    lay(tmp_path, Example(kind="regulation", values={"expires": "2027-06-29"}))
    new = {"index": None, "number": None, "restated": "true", "status": "有效"}
    for slug, effective in (("holds", "2026-11-01"), ("coming", "2027-08-01"), ("undated", None)):
        values = {**new, "effective": effective, "adopted": None, "expires": None}
        put(tmp_path, f"regulations/{slug}", text_of(KINDS["regulation"], Example("regulation", values)))
    register = read(tmp_path)
    site = lay_out(register, RULES)
    by_status = {
        page.id.rpartition("/")[2]: {row.record.id for row in page.data.rows}
        for page in site.pages.values()
        if page.id.startswith("regulations/by/status/")
    }
    assert by_status == {
        "expired": {"regulations/example"},
        "in-force": {"regulations/holds"},
        "pending": {"regulations/coming"},
        "unknown": {"regulations/undated"},
    }
    assert site.pages["regulations/lists/in-force"].data.count == len(by_status["in-force"])
    data = json.loads(data_files(register)["data/regulation.json"])["records"]
    terms = {
        each["id"].rpartition("/")[2]: [each[key] for key in ("since", "until", "ended")] for each in data
    }
    assert terms == {
        "example": ["2026-11-01", "2027-06-29", "expired"],
        "holds": ["2026-11-01", None, None],
        "coming": ["2027-08-01", None, None],
        "undated": [None, None, None],
    }
    found = {
        entry.id.rpartition("/")[2]: entry.status for entry in searched(register).entries if entry.status
    }
    assert found == {"example": "已失效", "holds": "有效", "coming": "尚未施行", "undated": "日期不详"}
