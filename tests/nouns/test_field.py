"""Keys of a mapping against its fields: unknown, double, missing and empty ones are told where they stand."""

import pytest

from fazhi.ground.nodes import Mapping
from fazhi.ground.tree import compose
from fazhi.ground.words import Words
from fazhi.nouns.field import ALWAYS, Field, Reading, read_fields
from fazhi.nouns.types import Number, Text

LABEL = Words("甲", "a")
FIELDS = (
    Field("title", LABEL, Text(), "always"),
    Field("number", LABEL, Text(), "issued"),
    Field("hours", LABEL, Number()),
)

FAULTS = {
    "sound": ("title: x\nnumber: y\nhours: 1\n", []),
    "optional empty": ("title: x\nnumber: y\nhours:\n", []),
    "missing": ("number: y\n", [(1, 1, "required-keys")]),
    "empty": ("number: y\ntitle:\n", [(2, 1, "required-keys")]),
    "wrong is not missing": ("number: y\ntitle: []\n", [(2, 8, "value-form")]),
    "unknown": ("title: x\nnumber: y\nnumbre: z\n", [(3, 1, "known-keys")]),
    "double": ("title: x\nnumber: y\ntitle: z\n", [(3, 1, "unique-keys")]),
    "full-width colon": ("{title：x, number: y}\n", [(1, 2, "front-matter")]),
    "several": ("titel: x\nhours: x\n", [(1, 1, "known-keys"), (2, 8, "value-form"), (1, 1, "required-keys"), (1, 1, "required-keys")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "faults"), FAULTS.values(), ids=FAULTS)
def test_faults_stand_at_their_keys(text, faults):
    tree, into = compose(text), Reading()
    assert isinstance(tree, Mapping)
    read_fields(tree, FIELDS, into, needed=ALWAYS | {"issued"})
    assert [(*finding.place, finding.code) for finding in into.findings] == faults


def test_a_restated_text_may_lack_what_only_the_text_could_tell():
    tree, into = compose("title: x\n"), Reading()
    assert isinstance(tree, Mapping)
    assert read_fields(tree, FIELDS, into) == {"title": "x"}
    assert into.findings == []


@pytest.mark.parametrize(
    ("key", "meant"), [("tilte", "title"), ("Title", "title"), ("hour", "hours"), ("mayor", None)]
)
def test_an_unknown_key_is_told_what_may_have_been_meant(key, meant):
    tree, into = compose(f"title: x\nnumber: y\n{key}: z\n"), Reading()
    assert isinstance(tree, Mapping)
    read_fields(tree, FIELDS, into)
    (finding,) = into.findings
    assert (f"{meant}？" if meant else "title, number, hours") in finding.message.zh


def test_the_first_of_two_keys_counts():
    tree, into = compose("title: x\ntitle: y\n"), Reading()
    assert isinstance(tree, Mapping)
    assert read_fields(tree, FIELDS, into) == {"title": "x"}
