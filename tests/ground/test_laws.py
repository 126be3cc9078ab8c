"""Numbers of articles, the register of laws, and that what is marked as read stands in the texts of ../shared/laws."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi import rules
from fazhi.ground.laws import Law, Provision, Version, han, han_number, number_of
from fazhi.ground.moves import MOVES, moves_of
from fazhi.ground.statutes import (
    AID,
    AID_MEASURES,
    CONTRACTS,
    INFORMATION,
    INFORMATION_CASES,
    LANGUAGE,
    LAWS,
    RECONSIDERATION,
    VILLAGES,
    find,
)
from fazhi.nouns import recourse
from fazhi.nouns.comparison import compare
from project import ROOT

TEXTS = ROOT.parent / "shared" / "laws"
HEADED_OTHERWISE = {INFORMATION_CASES.name: "信息公开司法解释2025.md"}
_SOURCES = [
    *((code, source) for code, rule in rules.discover().items() for source in rule.sources),
    *(("moves", move.provision) for move in MOVES),
    *(("recourse", each) for each in (recourse.INQUIRY, recourse.REPORT, recourse.OFFICE_REPORT)),
]
PROVISIONS = [(code, each) for code, each in _SOURCES if isinstance(each, Provision) and each.confirmed]
READ = [(law, version) for law in LAWS for version in law.versions if version.confirmed]


@pytest.fixture
def texts() -> Path:
    if not TEXTS.is_dir():
        pytest.skip("the statutes of ../shared/laws are not here")
    return TEXTS


def path_of(law: Law, version: Version) -> str:
    return HEADED_OTHERWISE.get(law.name, f"{law.name}({version.adopted}).md")


@cache
def articles(path: Path) -> Mapping[int, str]:
    """The articles of a statute by number, without white space."""
    text = path.read_text(encoding="utf-8")
    parts = re.split(r"^(?=第[一二三四五六七八九十百零]+条)", text, flags=re.MULTILINE)[1:]
    found = {number_of(part[1 : part.index("条")]): "".join(part.split()) for part in parts}
    assert None not in found
    return found


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (35, "三十五"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (1000, "一千"),
        (1034, "一千零三十四"),
        (1010, "一千零一十"),
        (1260, "一千二百六十"),
    ],
)
def test_numbers_as_statutes_write_them(number, text):
    assert han_number(number) == text
    assert number_of(text) == number


@given(st.integers(1, 9999))
def test_a_number_written_in_chinese_reads_back(number):
    assert number_of(han_number(number)) == number
    assert number_of(str(number)) == number


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_no_two_numbers_are_written_alike(one, other):
    assert (han_number(one) == han_number(other)) == (one == other)


@given(st.text("零〇一二两三九十百千0１ x", max_size=8))
def test_any_text_is_a_number_or_none(text):
    number = number_of(text)
    assert number is None or 1 <= number <= 9999


@pytest.mark.parametrize(
    "text", ["", "零", "百", "十百", "一百零", "二〇二六", "一二三", "0", "12345", "五十一十"]
)
def test_what_is_no_number_of_an_article(text):
    assert number_of(text) is None


def test_an_article_with_its_paragraph():
    assert han("45第一款") == "四十五条第一款"


@pytest.mark.parametrize(
    ("name", "law"),
    [
        ("村民委员会组织法", VILLAGES),
        ("中华人民共和国村民委员会组织法", VILLAGES),
        ("村委会组织法", VILLAGES),
        (" 政府信息公开条例 ", INFORMATION),
        ("中华人民共和国政府信息公开条例", INFORMATION),
        ("社会救助暂行办法", AID_MEASURES),
        ("最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释", INFORMATION_CASES),
        ("某省实施办法", None),
        ("中华人民共和国", None),
        ("", None),
    ],
)
def test_a_law_is_found_by_any_of_its_names(name, law):
    assert find(name) is law


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)
def test_versions_follow_each_other_without_gap_or_overlap(law):
    assert law.begins <= law.versions[0].since
    assert (law.versions[-1].until is None) == (law.replaced_by is None)
    for earlier, later in zip(law.versions, law.versions[1:], strict=False):
        assert earlier.since < later.since
        assert (later.since - earlier.until).days == 1
    assert all(version.adopted <= version.since for version in law.versions)
    assert find(law.name) is find(law.full_name) is law


@pytest.mark.parametrize(
    ("law", "day", "adopted"),
    [
        (VILLAGES, date(2025, 12, 31), date(2018, 12, 29)),
        (VILLAGES, date(2026, 1, 1), date(2025, 10, 28)),
        (VILLAGES, date(1990, 1, 1), None),
        (LANGUAGE, date(2025, 12, 31), date(2000, 10, 31)),
        (LANGUAGE, date(2026, 1, 1), date(2025, 12, 27)),
        (RECONSIDERATION, date(2023, 12, 31), date(2017, 9, 1)),
        (RECONSIDERATION, date(2024, 1, 1), date(2023, 9, 1)),
        (INFORMATION, date(2019, 5, 14), date(2007, 4, 5)),
        (INFORMATION, date(2019, 5, 15), date(2019, 4, 3)),
        (CONTRACTS, date(2020, 12, 31), date(1999, 3, 15)),
        (CONTRACTS, date(2021, 1, 1), None),
        (AID, date(2026, 6, 30), None),
        (AID, date(2026, 7, 1), date(2026, 4, 30)),
        (AID_MEASURES, date(2026, 7, 1), date(2019, 3, 2)),
    ],
)
def test_the_version_in_force_on_a_day(law, day, adopted):
    version = law.on(day)
    assert (version.adopted if version else None) == adopted


def test_a_provision_cites_the_article_of_the_day():
    provision = Provision(VILLAGES, {date.min: "30", date(2026, 1, 1): "35"}, {})
    assert provision.on(date(2025, 12, 31)).zh == "《村民委员会组织法》（2018年修正）第三十条"
    assert provision.on(date(2026, 1, 1)).zh == "《村民委员会组织法》（2025年修正）第三十五条"
    assert provision.on(None) == provision.on(date(2026, 1, 1))


def test_a_provision_cites_its_first_version_for_a_day_before_it():
    provision = Provision(INFORMATION, {date(2019, 5, 15): "26"}, {})
    assert provision.on(date(2018, 1, 1)).zh == "《政府信息公开条例》（2019年修订）第二十六条"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("law", "version"), READ, ids=[f"{law.name}-{version.adopted}" for law, version in READ]
)
def test_a_version_that_was_read_has_its_text_and_last_article(texts, law, version):
    found = articles(texts / path_of(law, version))
    assert max(found) == len(found) == version.articles


@pytest.mark.shared
def test_every_text_is_a_version_that_was_read(texts):
    assert {path.name for path in texts.glob("*.md")} == {path_of(law, version) for law, version in READ}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("law", "version"), READ, ids=[f"{law.name}-{version.adopted}" for law, version in READ]
)
def test_a_last_article_that_names_a_day_of_force_names_this_one(texts, law, version):
    """Of an amended law it names the first version's, or 公布之日: then the day is from the amending decision."""
    last = articles(texts / path_of(law, version))[version.articles]
    named = re.search(r"自(\d{4})年(\d{1,2})月(\d{1,2})日起施行", last)
    amended = version.label.zh.endswith("修正") or law is AID_MEASURES
    assert amended or (named and date(*map(int, named.groups())) == version.since)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("code", "source"), PROVISIONS, ids=[f"{code}-{number}" for number, (code, _) in enumerate(PROVISIONS)]
)
def test_a_phrase_stands_in_its_article(texts, code, source):
    checked = list(_stretches(source))
    assert checked, "a confirmed provision has a version that was read"
    for version, article in checked:
        number = int(re.match(r"\d+", article)[0])
        assert source.phrases[article] in articles(texts / path_of(source.law, version))[number]


def _stretches(provision: Provision) -> Iterator[tuple[Version, str]]:
    """Every version that was read, with the article that holds the duty while it is in force."""
    for version in provision.law.versions:
        if version.confirmed and version.since >= min(provision.articles):
            yield version, provision.article(version.since)


def test_every_move_tells_old_from_new():
    for move in MOVES:
        old, new = move.provision.articles.values()
        assert old != new
        assert move.told_by


@pytest.mark.shared
@pytest.mark.parametrize("law", [VILLAGES, LANGUAGE], ids=lambda law: law.name)
def test_every_article_that_stands_elsewhere_now_is_among_the_moves(texts, law):
    """Against the comparison of the two texts, which knows nothing of this list."""
    old, new = (
        (texts / path_of(law, version)).read_text(encoding="utf-8").partition("<!-- INFO END -->")[2]
        for version in law.versions[-2:]
    )
    told = defaultdict(set)
    for move in moves_of(law):
        before, now = move.provision.articles.values()
        told[int(before)].add(int(now))
    paired = {
        each.old.number: each.new.number for each in compare(old, new).articles if each.old and each.new
    }
    moved = {before: now for before, now in paired.items() if before != now}
    assert moved.items() <= {(before, now) for before, found in told.items() for now in found}
    assert told.keys() == moved.keys()
