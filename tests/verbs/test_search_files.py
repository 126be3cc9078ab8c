"""The search index as files: the same for the same records, little changed by a change, nothing twice."""

import json
import re
from dataclasses import replace

import pytest

from fazhi.ground.days import when
from fazhi.ground.search_form import SPAN, bucket
from fazhi.nouns.entry import Entry, Searched
from fazhi.verbs import search_files as module
from fazhi.verbs.generate_entries import generate
from fazhi.verbs.search_edit import search_edit
from fazhi.verbs.search_files import search_files, segments_of

CALL = re.compile(rb"fazhiSearch\((.*)\)\n", re.DOTALL)


def value(data: bytes):
    """What a file says."""
    found = CALL.fullmatch(data)
    assert found
    return json.loads(found[1])


def texts(files: dict[str, bytes]) -> list[list[str]]:
    return [value(data) for path, data in files.items() if path.count("/") == 2]


@pytest.fixture(scope="module")
def town() -> Searched:
    return generate(1200)


@pytest.fixture(scope="module")
def files(town) -> dict[str, bytes]:
    return dict(search_files(town))


def test_the_same_records_give_the_same_bytes(town, files):
    assert dict(search_files(generate(1200))) == files


def test_every_file_is_one_call_with_data(files):
    for data in files.values():
        value(data)


def test_every_text_is_there_once_and_whole(town, files):
    shown: dict[str, list[str]] = {}
    for title, address, _, text in texts(files):
        shown.setdefault(address, []).append(text)
        assert title
    assert sorted("".join("\n".join(parts).split()) for parts in shown.values()) == sorted(
        "".join(entry.text.split()) for entry in town.entries
    )


def test_names_follow_from_what_is_said(files):
    said = {}
    for path, data in files.items():
        if path.count("/") == 1 and path != "search/index.js":
            assert re.fullmatch(r"search/[a-z]{9,10}\.js", path)
            said.setdefault(data, set()).add(path)
    assert all(len(paths) == 1 for paths in said.values())


def test_a_change_in_the_newest_year_leaves_earlier_years_as_they_are(town, files):
    newest = max(entry.published[:4] for entry in town.entries)
    at, entry = next((at, each) for at, each in enumerate(town.entries) if each.published[:4] == newest)
    added = replace(entry, id=f"{entry.id}-2", title="另一件", text="新写的一份记录。")
    changed = dict(search_files(replace(town, entries=(*town.entries[:at], added, *town.entries[at:]))))
    before, after = (value(each["search/index.js"])["segments"] for each in (files, changed))
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_an_edit_rewrites_little_in_any_year(town, files):
    entry = town.entries[17]
    edited = replace(entry, text=entry.text + "另补三句。")
    changed = dict(search_files(replace(town, entries=(*town.entries[:17], edited, *town.entries[18:]))))
    rewritten = sum(len(data) for path, data in changed.items() if files.get(path) != data)
    assert rewritten < 0.15 * sum(map(len, files.values()))


def test_words_that_begin_alike_and_titles_share_a_bucket():
    assert (
        bucket("accounts", 64) == bucket("accounting", 64) == bucket("^accounts", 64) == bucket("'accai", 64)
    )
    assert bucket("财务", 64) == bucket("^财务", 64)
    assert len({bucket(chr(code), 64) for code in range(0x4E00, 0x5000)}) == 64


def test_pairs_that_nearly_all_passages_have_are_told_apart():
    texts = ["村务公开一二三五年", "村务公开一二三五月", "村务会议"]
    entries = tuple(Entry(f"pages/{at}", "zh", "页", text, "page") for at, text in enumerate(texts))
    listed = value(dict(search_files(Searched(entries)))["search/index.js"])["segments"][0]
    assert listed["common"] == "公开务公村务"


def test_an_empty_town_has_an_index():
    assert value(dict(search_files(Searched(())))["search/index.js"])["segments"][0]["entries"] == 0


@pytest.mark.parametrize("published", ["", "2021", "2021-03", "2021-03-04", "1989-01-01"])
def test_days_however_well_known(published):
    if published:
        when(published)
    entry = Entry("pages/a", "zh", "标题", "文字", "page", published=published)
    assert module._day(entry.published) >= 0
    dict(search_files(Searched((entry,))))


EDITS = {
    "a sentence more": lambda entry: replace(entry, text=f"{entry.text}另外补写一句，金额1,234.56元。"),
    "a sentence less": lambda entry: replace(entry, text=entry.text[:-40]),
    "another title": lambda entry: replace(entry, title=f"更正：{entry.title}"),
    "nothing": lambda entry: entry,
}


@pytest.fixture(scope="module", params=[SPAN, 128], ids=["whole", "cut"])
def kept(request, town) -> tuple[int, dict[str, bytes]]:
    """How many passages a span has, and the index of the town then."""
    return request.param, dict(search_files(town, request.param))


@pytest.mark.parametrize("at", [0, 17, 600, 1199])
@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_the_bytes_that_making_all_anew_would(town, kept, at, edit):
    span, files = kept
    before = town.entries[at]
    after = EDITS[edit](before)
    written = search_edit(files, list(segments_of(town.entries)), before, after, span)
    assert written is not None
    entries = (*town.entries[:at], after, *town.entries[at + 1 :])
    anew = dict(search_files(replace(town, entries=entries), span))
    assert written.items() <= anew.items()
    assert {**files, **written}.items() >= anew.items()


def test_what_is_more_than_an_edit_is_made_anew(town, files):
    before, segments = town.entries[17], list(segments_of(town.entries))
    for after in (
        replace(before, year=before.year + 1),
        replace(before, status="已废止"),
        replace(before, text=before.text * 9),
    ):
        assert search_edit(files, segments, before, after) is None
