"""What a text is found by, and how it is written for a browser."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from fazhi.ground.passages import PASSAGE, passages
from fazhi.ground.pinyin import sounds
from fazhi.ground.postings import LETTERS, decode, encode, runs
from fazhi.ground.search_terms import figures, fold, pairs, spelt


def terms(text: str) -> set[str]:
    folded = fold(text)
    return figures(folded) | {text for pair in pairs(folded) if (text := spelt(pair))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财务收支", {"财", "财务", "务收", "收支"}),
        ("第3组", {"第3", "3组", "#3"}),
        ("共61,004.81元", {"61004", "1元", "共6"}),
        ("合计１，２３４．５０元", {"1234", "1234.5"}),
        ("Village accounts, Q3", {"village", "accounts", "#q3"}),
        ("2026年10月8日", {"d2026-10-08", "d2026-10", "d10-08"}),
        ("2026-10-08", {"d2026-10-08", "2026"}),
        ("2026.10.8", {"d2026-10-08"}),
        ("10月8日", {"d10-08"}),
        ("泉政发〔2021〕12号", {"n政发2021-12", "n2021-12", "政发"}),
        ("泉政发[2021]12号", {"n政发2021-12"}),
        ("泉政发（2021） 012 号", {"n政发2021-12"}),
        ("140825107/2026-00012", {"i140825107/2026-00012", "i2026-00012"}),
        ("𠮷祥", {"𠮷"}),
    ],
)
def test_terms(text, expected):
    assert expected <= terms(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [("财务，收支", "务收"), ("2026-13-01", "d2026-13"), ("2012", "#12"), ("2026-00012", "d2026-00")],
)
def test_no_terms(text, none):
    assert none not in terms(text)


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)
    terms(text)


def test_titles_are_found_by_their_sound():
    assert {"'cai", "'caiwu", "'shouzhi", "'cws", "'wsz"} <= sounds("示范村：财务收支")


@given(st.text(alphabet="重庆行长音乐快乐会计银朝阳村委示范一财务收支", min_size=1, max_size=12))
def test_a_title_is_read_as_its_words_are(run):
    read = lazy_pinyin(run, errors="ignore")
    assert {f"'{syllable}" for syllable in read} <= sounds(run)
    assert {f"'{one}{other}" for one, other in pairwise(read)} <= sounds(run)


def steps(text: str) -> list[int]:
    """The numbers of a text of runs, as a browser reads them."""
    found, number, scale = [], 0, 1
    for value in map(LETTERS.index, text):
        number += value % 32 * scale
        scale *= 32
        if value < 32:
            found.append(number)
            number, scale = 0, 1
    return found


@given(st.integers(1, 3000).flatmap(lambda size: st.tuples(st.just(size), st.sets(st.integers(0, size - 1)))))
def test_postings_come_back(given):
    size, numbers = given
    written = encode(sorted(numbers), size)
    assert decode(written) == sorted(numbers)
    assert not any(sign.isdigit() or sign in '"\\<>' for sign in written)
    assert len(written) <= size // 6 + 6


@given(st.lists(st.integers(0, 5000)))
def test_runs_come_back(values):
    found = steps(runs(values))
    half = len(found) // 2
    alike = accumulate(-(step + 1) // 2 if step % 2 else step // 2 for step in found[:half])
    assert [value for value, more in zip(alike, found[half:], strict=True) for _ in range(more + 1)] == values


@given(st.text(alphabet="一二三。，\n ab", max_size=6000))
def test_passages_are_the_text(text):
    parts = list(passages(text))
    assert "".join("".join(parts).split()) == "".join(text.split())
    sentences = [part for line in text.split("\n") for part in line.split("。")]
    assert all(len(part) <= max(PASSAGE * 1.3, PASSAGE + 1 + max(map(len, sentences)) + 1) for part in parts)
