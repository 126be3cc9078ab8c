"""Lines are put into front matter, and nothing else of the file changes by a byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.front_matter import CannotEdit, front_matter, whole
from fazhi.ground.problem import Place
from fazhi.ground.tree import compose

ENDS = ("\n", "\r\n")
HEADS = {
    "no list yet": ("title: 甲\n", "title: 甲\nwaivers:\n  - {a: 1}\n"),
    "an empty key": ("waivers:\ntitle: 甲\n", "waivers:\n  - {a: 1}\ntitle: 甲\n"),
    "null": ("waivers: null  # 无\ntitle: 甲\n", "waivers:  # 无\n  - {a: 1}\ntitle: 甲\n"),
    "brackets": ("waivers: [{b: 2}]\ntitle: 甲\n", "waivers: [{b: 2}, {a: 1}]\ntitle: 甲\n"),
    "empty brackets": ("waivers: []  # 无\n", "waivers: [{a: 1}]  # 无\n"),
    "lines": (
        "waivers:\n  - b: 2\n    c: 3\ntitle: 甲\n",
        "waivers:\n  - b: 2\n    c: 3\n  - {a: 1}\ntitle: 甲\n",
    ),
    "lines at the margin": ("waivers:\n- b: 2\n\ntitle: 甲\n", "waivers:\n- b: 2\n- {a: 1}\n\ntitle: 甲\n"),
    "a longer key before": (
        "waivers_of: x\nwaivers:\n    - {b: 2}\n",
        "waivers_of: x\nwaivers:\n    - {b: 2}\n    - {a: 1}\n",
    ),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("head", HEADS)
def test_an_item_more(head, bom, end):
    before, after = (f"---\n{part}--- \n\n正文\n---\nwaivers:\n尾" for part in HEADS[head])
    before, after = (bom + part.replace("\n", end) for part in (before, after))
    assert front_matter(before).with_items("waivers", ["{a: 1}"]).text == after


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("head", HEADS)
def test_an_item_more_in_a_file_that_is_yaml_throughout(head, end):
    before, after = (part.replace("\n", end) for part in HEADS[head])
    assert whole(before).with_items("waivers", ["{a: 1}"]).text == after
    if before.count(end) > 1:  # one line without an end does not tell how lines end
        before = before.removesuffix(end)
    assert whole(before).with_items("waivers", ["{a: 1}"]).text.rstrip() == after.rstrip()


@pytest.mark.parametrize("text", ["waivers: [{a: 1},\n  {b: 2}]\n", "waivers: text\n", "waivers: {a: 1}\n"])
def test_what_cannot_be_added_to_for_certain_is_refused(text):
    with pytest.raises(CannotEdit):
        whole(text).with_items("waivers", ["{c: 3}"])


@pytest.mark.parametrize("text", ["", "正文", "---\na: b\n", "x\n---\na: b\n---\n", "---\ra: b\r---\r"])
def test_a_text_without_front_matter_is_refused(text):
    with pytest.raises(CannotEdit):
        front_matter(text)


def test_a_value_is_replaced_at_its_place_only():
    keys = front_matter("---\na: x\nb: {x: x}\n---\nx\n")
    assert keys.replaced(Place(3, 7), "x", "y").text == "---\na: x\nb: {x: y}\n---\nx\n"
    with pytest.raises(CannotEdit):
        keys.replaced(Place(2, 1), "z", "y")


KEY = st.text("abcdef", min_size=1, max_size=6)
VALUE = st.text("abc甲乙 1", max_size=8).map(lambda text: f'"{text}"')


@given(
    head=st.dictionaries(KEY, VALUE, max_size=4),
    items=st.lists(VALUE, min_size=1, max_size=3),
    body=st.text(max_size=60),
    end=st.sampled_from(ENDS),
    bom=st.sampled_from(["", "\ufeff"]),
)
def test_any_file_reads_as_before_with_the_items(head, items, body, end, bom):
    lines = "".join(f"{key}: {value}{end}" for key, value in head.items())
    text = f"{bom}---{end}{lines}---{end}{body}"
    keys = front_matter(text)
    assert keys.text == text
    once = keys.with_items("list", items[:1])
    again = front_matter(once.text).with_items("list", items[1:]) if items[1:] else once
    added = f"list:{end}" + "".join(f"  - {item}{end}" for item in items)
    assert again.text == f"{bom}---{end}{lines}{added}---{end}{body}"
    compose(f"{lines}{added}".replace("\r\n", "\n"))
