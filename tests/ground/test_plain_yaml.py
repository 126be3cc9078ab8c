"""What is read without libyaml is read as libyaml reads it, places and all; where that is not sure, nothing is read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cost import seconds
from fazhi.ground.plain_yaml import read_plain
from fazhi.ground.tree import compose
from fazhi.verbs import generate

LIMIT = 0.05
SIGNS = "ab1甲（，。—“.-=/+;<_~:,#?!&*|>%@`'\"{}[]$^() "
PLAIN = st.sampled_from(("b", "甲 乙", "1.5", "null", "NULL", "yes", "2026-10-08", "a  b", "丙（丁）；"))
ODD = st.one_of(
    st.sampled_from(("1:30", "-5", "- a", "...", "---", "~", "Null", "a #b", "a, b", "b ")),
    st.text(st.sampled_from(SIGNS), min_size=1, max_size=5),
    st.text(min_size=1, max_size=5),
)
WORDS = st.integers(0, 15).flatmap(lambda chance: PLAIN if chance else ODD)
KEYS = st.integers(0, 15).flatmap(lambda chance: st.sampled_from("abc") if chance else WORDS)
PAIRS = st.lists(st.tuples(KEYS, WORDS).map(": ".join), min_size=1, max_size=3).map(", ".join)
GROUPS = PAIRS.map("{{{}}}".format)
LISTS = st.lists(WORDS, min_size=1, max_size=3).map(", ".join).map("[{}]".format)
LINES = st.lists(GROUPS.map("  - {}\n".format), min_size=1, max_size=3).map("".join).map("\n{}".format)
VALUES = st.one_of(st.one_of(WORDS, GROUPS, LISTS).map(" {}\n".format), LINES)
TEXTS = st.lists(st.tuples(KEYS, VALUES).map(":".join), min_size=1, max_size=4).map("".join)


def by_libyaml(text: str):
    """The tree as libyaml's events tell it: a comment is nothing plain, and changes no place."""
    return compose(text + "# \n", first_line=2)


@given(st.one_of(TEXTS, st.text(st.sampled_from(SIGNS + "\n"), max_size=40)))
@example("a: 1\na: 2\n")
@example("a:\n  - {b: c}\n  - {b: d, b: null}\ne: f\n")
@example("a: [b, c]\n")
def test_what_is_read_is_read_as_libyaml_reads_it(text):
    read = read_plain(text, 2) if text.replace("\n", "").isprintable() else None
    assert read is None or read == by_libyaml(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n",
        "a:\n",
        "a: b",
        "a: b \n",
        "a: b\n  c\n",
        "a: 'b'\n",
        "a: b # c\n",
        "a: b: c\n",
        "a: {}\n",
        "a: {b: {c: d}}\n",
        "a: [b, {c: d}]\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: |\n  b\n",
        "a:\n  b: c\n",
        "a:\n- b\n",
        "---\na: b\n",
        "a: b\n...\n",
        "a: b\n---\nc: d\n",
        "a: -\n",
        "a:\tb\n",
        "a: [b\n",
        "a: {b: c}}\n",
    ],
)
def test_what_is_not_plain_is_left_to_libyaml(text):
    assert read_plain(text, 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "b " * 9_000,
        "a: [" + "b, " * 6_000,
        "a: {" + "a: b, " * 3_000,
        "a:\n" + "  - {a: b}\n" * 1_700,
    ],
)
def test_a_long_text_is_given_up_at_once(text):
    assert read_plain(text + ":", 1) is None
    assert seconds(lambda: read_plain(text + ":", 1), LIMIT) < LIMIT


def test_records_as_they_are_mostly_written_are_plain():
    """Otherwise reading them takes twice as long, and nobody would notice."""
    for _, text in generate.records(50):
        head = text.split("---\n")[1]
        assert read_plain(head, 2) == by_libyaml(head)
