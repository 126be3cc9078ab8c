"""YAML as it was written: nothing retyped, every fault one Malformed at its place, no bomb goes off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import seconds
from fazhi.ground.nodes import Items, Mapping, Scalar
from fazhi.ground.problem import Place
from fazhi.ground.tree import MAX_DEPTH, MAX_NODES, Malformed, compose


def fault(text: str, first_line: int = 1) -> Malformed:
    with pytest.raises(Malformed) as caught:
        compose(text, first_line)
    return caught.value


@pytest.mark.parametrize(
    "written",
    [
        "007",
        "1:30",
        "0x1F",
        "0o17",
        "1_000",
        "1e3",
        ".inf",
        "yes",
        "no",
        "on",
        "off",
        "True",
        "2026-10-08",
        "2026-13-01",
        "=",
        "12号",
    ],
)
def test_a_value_stays_the_text_that_was_written(written):
    tree = compose(f"key: {written}\n")
    assert isinstance(tree, Mapping)
    assert tree.get("key") == Scalar(Place(1, 6), written, null=False)


@pytest.mark.parametrize("written", ["no", "on", "1", "2026-10-08", "true", "~", "键", "“键”"])
def test_a_key_stays_the_text_that_was_written(written):
    tree = compose(f"{written}: x\n")
    assert isinstance(tree, Mapping)
    assert [entry.key for entry in tree.entries] == [written]


@pytest.mark.parametrize(
    ("written", "is_null"),
    [("", True), ("~", True), ("null", True), ("'null'", False), ('""', False), ("nil", False)],
)
def test_only_plain_nothing_is_null(written, is_null):
    tree = compose(f"key: {written}\n")
    assert isinstance(tree, Mapping)
    value = tree.get("key")
    assert isinstance(value, Scalar)
    assert value.null is is_null


def test_every_key_and_value_knows_its_place():
    tree = compose("a: 甲\n乙: [x, {c: y}]\n", first_line=2)
    assert isinstance(tree, Mapping)
    first, second = tree.entries
    assert (first.place, first.node.place) == (Place(2, 1), Place(2, 4))
    assert (second.place, second.node.place) == (Place(3, 1), Place(3, 4))
    assert isinstance(second.node, Items)
    assert [node.place for node in second.node.nodes] == [Place(3, 5), Place(3, 8)]


def test_a_line_is_what_an_editor_calls_a_line():
    """libyaml counts U+2028 as a line end."""
    tree = compose('a: "x\u2028y"\nb: z\n')
    assert isinstance(tree, Mapping)
    assert tree.entries[1].place == Place(2, 1)


def test_a_key_that_stands_twice_is_marked():
    tree = compose("a: 1\nb: 2\na: 3\n")
    assert isinstance(tree, Mapping)
    assert [(entry.key, entry.twice) for entry in tree.entries] == [("a", False), ("b", False), ("a", True)]
    assert tree.get("a") == Scalar(Place(1, 4), "1", null=False)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n"], ids=["empty", "blank", "comment"])
def test_no_content_is_an_empty_mapping(text):
    tree = compose(text)
    assert isinstance(tree, Mapping)
    assert tree.entries == ()


BROKEN = {
    "anchor": ("a: &x b\n", (1, 4), "&"),
    "alias": ("a: *x\n", (1, 4), "&"),
    "tag": ("a: !!python/object:os.system x\n", (1, 4), "!"),
    "short tag": ("a: !x y\n", (1, 4), "!"),
    "merge of an alias": ("b: c\n<<: *b\n", (2, 5), "&"),
    "anchored key": ("&x a: b\n", (1, 1), "&"),
    "anchored mapping": ("a: &x\n  b: c\n", (1, 4), "&"),
    "list as key": ("[a, b]: c\n", (1, 1), "键必须"),
    "mapping as key": ("{a: b}: c\n", (1, 1), "键必须"),
    "long list as key": ("? - a\n: b\n", (1, 3), "键必须"),
    "second document": ("a: b\n---\nc: d\n", (2, 1), "又开始"),
    "second document after dots": ("a: b\n...\nc: d\n", (3, 1), "又开始"),
    "tab before a key": ("a: b\n\tc: d\n", (2, 1), "制表符"),
    "tab first": ("\ta: b\n", (1, 1), "制表符"),
    "open bracket": ("a: [b, c\nd: e\n", (1, 4), "方括号"),
    "open brace": ("a: {b: c\n", (1, 4), "花括号"),
    "nothing in a list": ("a: ]\n", (1, 4), "括号"),
    "open quotation": ("a: b\nc: 'd\ne: f\n", (2, 4), "引号"),
    "second colon": ("a: b: c\n", (1, 5), "引号"),
    "key without colon": ("a: b\ncd\ne: f\n", (2, 1), "半角冒号"),
    "at sign": ("a: @b\n", (1, 4), "引号"),
    "backtick": ("a: `b`\n", (1, 4), "引号"),
    "bold": ("a: **b**\n", (1, 4), "引号"),
    "dash": ("a: - b\n", (1, 4), "引号"),
    "text after a list": ("a: [2026] 报告\n", (1, 11), "缩进"),
    "uneven indentation": ("a:\n  - b\n c: d\n", (3, 2), "缩进"),
    "lone surrogate": ('a: "\\uD800"\n', (1, 7), "YAML"),
    "control character": ("a: b\nc: \x07d\n", (2, 4), "控制字符"),
    "surrogate in the text": ("a: \ud800\n", (1, 4), "控制字符"),
    "mark inside": ("a: b\ufeffc\n", (1, 5), "控制字符"),
}


@pytest.mark.parametrize(("text", "place", "word"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told_where_it_broke(text, place, word):
    error = fault(text)
    assert error.place == Place(*place)
    assert word in error.words.zh
    assert error.words.en.isascii()


def test_places_count_from_the_first_line_given():
    assert fault("a: b\nc: [d\n", first_line=10).place == Place(11, 4)


def bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return "\n".join(lines)


BOMBS = {
    "billion laughs": (bomb(), (1, 5)),
    "brackets": ("a: " + "[" * 100_000, (1, 4 + MAX_DEPTH - 1)),
    "braces": ("a: " + "{" * 100_000, (1, 4 + MAX_DEPTH - 1)),
    "dashes": ("- " * 100_000, (1, 1 + 2 * MAX_DEPTH)),
    "questions": ("? " * 100_000, None),
    "list of everything": ("a: [" + "x," * 200_000 + "]", None),
    "keys": ("".join(f"k{n}: v\n" for n in range(MAX_NODES)), None),
}


@pytest.mark.parametrize(("text", "place"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_at_once(text, place):
    error = fault(text)
    assert seconds(lambda: fault(text), 0.5) < 0.5
    assert place is None or error.place == Place(*place)


def test_depth_up_to_the_limit_is_read():
    depth = MAX_DEPTH - 1
    tree = compose("a: " + "[" * depth + "]" * depth)
    assert isinstance(tree, Mapping)


YAMLISH = st.lists(
    st.sampled_from(
        [
            ": ",
            ":",
            "- ",
            "\n",
            "  ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "&a",
            "*a",
            "!t",
            "|",
            ">",
            "? ",
            "#",
            "%",
            "@",
            "---\n",
            "...\n",
            "<<",
            ",",
            "甲",
            "：",
            "\\u",
            "\ud800",
            "\x00",
            "\ufeff",
            "\u2028",
            "🎉",
            "a",
            "1",
            "~",
            "null",
        ]
    )
    | st.text(max_size=5),
    max_size=60,
).map("".join)


@given(YAMLISH, st.integers(1, 50))
def test_any_text_is_read_or_refused_at_a_place_within_it(text, first_line):
    try:
        tree = compose(text, first_line)
    except Malformed as error:
        line, column = error.place
        lines = text.split("\n")
        assert first_line <= line < first_line + len(lines)
        assert 1 <= column <= len(lines[line - first_line]) + 1
        assert error.words.zh and error.words.en
    else:
        assert isinstance(tree, Scalar | Items | Mapping)
