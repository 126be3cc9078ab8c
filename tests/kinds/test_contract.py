"""What every kind of record must be: one file that says what it is, in both languages, with a valid example."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from example_town import KINDS, lay, problems, text_of
from fazhi import kinds
from fazhi.ground.words import Words
from fazhi.nouns.field import Field
from fazhi.nouns.kind import Kind
from fazhi.nouns.rule import Example
from fazhi.nouns.types import Choice, Group, ListOf, TableOf, Text
from project import ROOT

each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def is_spoken(words: Words) -> bool:
    """Whether a text is there in both languages, each in its own letters."""
    return bool(re.search(r"[一-鿿]", words.zh)) and bool(words.en.strip()) and words.en.isascii()


def fields_of(fields: tuple[Field, ...]) -> list[Field]:
    """Fields with those of their groups."""
    found = []
    for field in fields:
        type = field.type
        while isinstance(type, ListOf | TableOf):
            type = type.item
        found += [field, *(fields_of(type.fields) if isinstance(type, Group) else ())]
    return found


def faults(kind: Kind, root: Path) -> list[str]:
    """What is wrong with a kind."""
    keys = [field.key for field in kind.fields]
    shared = [
        text
        for text in (kind.label, kind.about, *(field.label for field in fields_of(kind.fields)))
        if not is_spoken(text)
    ]
    found = [f"not in both languages: {words}" for words in shared]
    found += [f"stands twice: {key}" for key in keys if keys.count(key) > 1]
    found += [
        f"no such field: {key}" for key in {*kind.example, *kind.placed_by, kind.dated} if key not in keys
    ]
    found += [] if (ROOT / "docs" / kind.folder).is_dir() else [f"no folder docs/{kind.folder}"]
    path = lay(root, Example(kind=kind.name), KINDS | {kind.name: kind})
    own = path.relative_to(root).as_posix()
    found += [str(each) for each in problems(root, KINDS | {kind.name: kind}) if each.path == own]
    return found


@each_kind
def test_a_kind_is_sound(kind, tmp_path):
    assert faults(kind, tmp_path) == []


@each_kind
def test_a_kind_has_a_docstring_and_its_file_its_name(kind):
    module = sys.modules[f"fazhi.kinds.{kind.name}"]
    assert module.__doc__ and module.__doc__.strip()
    assert module.KIND is kind


@each_kind
def test_the_example_shows_every_field_that_is_needed(kind):
    needed = {field.key for field in kind.fields if field.need != "may"}
    assert needed <= kind.example_values().keys()


@each_kind
def test_terms_have_english_and_an_address_of_their_own(kind):
    for field in fields_of(kind.fields):
        type = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(type, Choice):
            slugs = [slug for _, slug in type.terms.values()]
            assert len(set(slugs)) == len(slugs)
            assert all(english and english.isascii() for english, _ in type.terms.values())
        if field.facet and isinstance(type, Choice):
            assert all(re.fullmatch("[a-z]+(-[a-z]+)*", slug) for _, slug in type.terms.values())


def test_kinds_do_not_share_folders_or_names():
    for of in ("name", "folder", "listing"):
        assert len({getattr(kind, of) for kind in KINDS.values()}) == len(KINDS)


DISCLOSURE = KINDS["disclosure"]
BROKEN = {
    "example of a day that is none": (replace(DISCLOSURE, example={**DISCLOSURE.example, "formed": "2026-02-30"}), "date-form"),
    "example of a term that is none": (replace(DISCLOSURE, example={**DISCLOSURE.example, "topic": "农业"}), "term-known"),
    "example with an unknown key": (replace(DISCLOSURE, example={**DISCLOSURE.example, "tilte": "x"}), "no such field: tilte"),
    "example in the future": (replace(DISCLOSURE, example={**DISCLOSURE.example, "published": "2099-01-01"}), "not-in-future"),
    "example text with HTML": (replace(DISCLOSURE, example_body="<b>x</b>\n"), "no-raw-html"),
    "key twice": (replace(DISCLOSURE, fields=(*DISCLOSURE.fields, DISCLOSURE.fields[0])), "stands twice: title"),
    "label without Chinese": (replace(DISCLOSURE, label=Words("Disclosure", "Disclosure")), "not in both languages"),
    "label without English": (replace(DISCLOSURE, label=Words("公开", "公开")), "not in both languages"),
    "field without English": (replace(DISCLOSURE, fields=(*DISCLOSURE.fields, Field("extra", Words("其他", ""), Text()))), "not in both languages"),
    "folder that is not there": (replace(DISCLOSURE, folder="disclosures"), "no folder"),
    "needed field without example": (replace(DISCLOSURE, fields=(*DISCLOSURE.fields, Field("extra", Words("其他", "extra"), Text(), "always"))), "required-keys"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "word"), BROKEN.values(), ids=BROKEN)
def test_a_broken_kind_would_be_seen(kind, word, tmp_path):
    assert any(word in fault for fault in faults(kind, tmp_path))


def test_a_file_that_declares_no_kind_fails(tmp_path, monkeypatch):
    (tmp_path / "nothing.py").write_text('"""A kind without declaration."""\n', encoding="utf-8")
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path)])
    with pytest.raises(AttributeError, match="KIND"):
        kinds.discover()
    del sys.modules["fazhi.kinds.nothing"]


def test_a_new_file_is_a_new_kind(tmp_path, monkeypatch):
    source = Path(sys.modules["fazhi.kinds.outreach"].__file__ or "").read_text(encoding="utf-8")
    (tmp_path / "visit.py").write_text(
        source.replace('name="outreach"', 'name="visit"').replace('"outreach', '"visits'), encoding="utf-8"
    )
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path)])
    found = kinds.discover()
    del sys.modules["fazhi.kinds.visit"]
    assert found.keys() == {*KINDS, "visit"}
    assert found["visit"].folder == "visits"
    assert "visits" not in text_of(found["visit"], Example(kind="visit"))
