"""How each type of field reads what was written: the value, or one problem under its rule at its place."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.nodes import Mapping
from fazhi.ground.problem import Finding, Place
from fazhi.ground.tree import Malformed, compose
from fazhi.ground.words import Words
from fazhi.nouns.field import Field, Reading, Type
from fazhi.nouns.types import (
    Amount,
    Choice,
    Date,
    FileName,
    Flag,
    FreeTable,
    Group,
    IdOf,
    ListOf,
    Number,
    PartialDate,
    Pattern,
    PeriodOf,
    TableOf,
    Text,
    Year,
    ids_in,
)  # fmt: skip

LABEL = Words("甲", "a")
PAIR = Group((Field("a", LABEL, Text(), "always"), Field("b", LABEL, Number())))
TERMS = Choice({"有效": ("in force", "in-force")})


def read(type: Type, written: str) -> tuple[Any, list[Finding], dict[str, Place]]:
    """What a type makes of YAML text that stands after `key: `."""
    tree = compose(f"key: {written}\n")
    assert isinstance(tree, Mapping)
    into = Reading()
    return type.read(tree.entries[0].node, "key", into), into.findings, into.places


SOUND = [
    (Text(), "财务", "财务"),
    (Text(), "007", "007"),
    (Text(), "'  a  '", "a"),
    (Pattern(r"\d{3}", "123"), "007", "007"),
    (Date(), "2026-10-08", date(2026, 10, 8)),
    (Year(), "2026", 2026),
    (Flag(), "true", True),
    (Flag(), "false", False),
    (Number(), "200", 200),
    (Number(), "0", 0),
    (Number(1), "2.5", Decimal("2.5")),
    (Number(1), "2", Decimal("2")),
    (Amount(), "-12500.00", Decimal("-12500.00")),
    (TERMS, "有效", "有效"),
    (IdOf("village", ""), "demo-1", "demo-1"),
    (IdOf("record", ""), "villages/demo-1/2026/finance-Q3", "villages/demo-1/2026/finance-Q3"),
    (IdOf("regulation", ""), "regulations/a@2020-01-01", "regulations/a@2020-01-01"),
    (FileName(), "附件1 (终).pdf", "附件1 (终).pdf"),
    (ListOf(Text()), "[a, b]", ("a", "b")),
    (ListOf(Text()), "[]", ()),
    (ListOf(Text(), lone=True), "a", ("a",)),
    (PAIR, "{a: x, b: 2}", {"a": "x", "b": 2}),
    (TableOf(PAIR), "{x-1: {a: y}}", {"x-1": {"a": "y"}}),
    (FreeTable(), "{form: 学法, villages: [a, b]}", {"form": ("学法",), "villages": ("a", "b")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("type", "written", "value"), SOUND, ids=[f"{type(each[0]).__name__} {each[1]}" for each in SOUND]
)
def test_what_is_right_is_read(type, written, value):
    found, findings, _ = read(type, written)
    assert found == value and findings == []


@pytest.mark.parametrize(
    ("written", "year"), [("2026-10-08", 2026), ("2026-10", 2026), ("2026", 2026), ("unknown", None)]
)
def test_a_partial_date_is_read(written, year):
    found, findings, _ = read(PartialDate(), written)
    assert found.year == year and findings == []


def test_a_period_is_read():
    found, findings, _ = read(PeriodOf(), "2026-Q3")
    assert found.cadence == "quarter" and findings == []


WRONG = [
    (Text(), "''", "value-form"), (Text(), "[a]", "value-form"), (Text(), "{a: b}", "value-form"),
    (Pattern(r"\d{3}", "123"), "12", "value-form"), (Pattern(r"\d{3}", "123"), "１２３", "value-form"), (Pattern(r"\d{3}", "123", "index-form"), "x", "index-form"),
    (Date(), "2026-02-30", "date-form"), (Date(), "2026", "date-form"), (PartialDate(), "2026-13", "date-form"), (PeriodOf(), "2026Q3", "date-form"),
    (Year(), "26", "date-form"), (Year(), "3026", "date-form"), (Year(), "二〇二六", "date-form"),
    (Flag(), "yes", "value-form"), (Flag(), "on", "value-form"), (Flag(), "True", "value-form"), (Flag(), "1", "value-form"),
    (Number(), "-1", "value-form"), (Number(), "2.5", "value-form"), (Number(), "约200", "value-form"), (Number(), "1e3", "value-form"), (Number(), "٣", "value-form"),
    (Number(1), "2.55", "value-form"), (Amount(), "1,000.00", "value-form"), (Amount(), "¥1", "value-form"), (Amount(), "NaN", "value-form"),
    (TERMS, "现行有效", "term-known"), (TERMS, "in force", "term-known"),
    (IdOf("village", ""), "示范一村", "value-form"), (IdOf("village", ""), "../x", "value-form"), (IdOf("village", ""), "/x", "value-form"), (IdOf("village", ""), "a b", "value-form"),
    (FileName(), "../a.pdf", "value-form"), (FileName(), "a/b.pdf", "value-form"), (FileName(), "a\\b.pdf", "value-form"), (FileName(), ".hidden", "value-form"), (FileName(), "'c:x'", "value-form"),
    (ListOf(Text()), "a", "value-form"), (ListOf(Text()), "{a: b}", "value-form"), (ListOf(Number()), "[1, x]", "value-form"),
    (PAIR, "a", "value-form"), (PAIR, "[a]", "value-form"), (PAIR, "{b: 2}", "required-keys"), (PAIR, "{a: x, c: y}", "known-keys"), (PAIR, "{a: x, a: y}", "unique-keys"),
    (TableOf(PAIR), "[a]", "value-form"), (TableOf(PAIR), "{A_1: {a: x}}", "value-form"), (TableOf(PAIR), "{x: {a: y}, x: {a: z}}", "unique-keys"),
    (FreeTable(), "[a]", "value-form"), (FreeTable(), "{a: {b: c}}", "value-form"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("type", "written", "code"), WRONG, ids=[f"{type(each[0]).__name__} {each[1]}" for each in WRONG]
)
def test_what_is_wrong_is_one_problem(type, written, code):
    _, findings, _ = read(type, written)
    assert [finding.code for finding in findings] == [code]
    assert findings[0].message.zh and findings[0].message.en
    assert "{right}" not in findings[0].message.zh and "{{" not in findings[0].message.zh


def test_one_wrong_item_costs_only_itself():
    found, findings, places = read(ListOf(Number()), "[1, x, 3]")
    assert found == (1, 3)
    assert [finding.place for finding in findings] == [Place(1, 10)]
    assert places["key.2"] == Place(1, 13)


def test_inner_places_have_dotted_keys():
    _, _, places = read(TableOf(PAIR), "{x: {a: y}}")
    assert (places["key.x"], places["key.x.a"]) == (Place(1, 7), Place(1, 14))


def test_the_message_repeats_no_long_number():
    _, findings, _ = read(Date(), "13800138000")
    assert "138********" in findings[0].message.zh


def test_ids_are_found_however_deep():
    fields = (
        Field("v", LABEL, IdOf("village", "")),
        Field("all", LABEL, ListOf(IdOf("village", ""))),
        Field("by", LABEL, Group((Field("who", LABEL, IdOf("signer", "")),))),
        Field("table", LABEL, TableOf(Group((Field("office", LABEL, IdOf("office", "")),)))),
        Field("text", LABEL, Text()),
    )
    values = {"v": "a", "all": ("b", "c"), "by": {"who": "d"}, "table": {"x": {"office": "e"}}, "text": "f"}
    assert list(ids_in(fields, values)) == [
        ("v", "village", "a"), ("all.0", "village", "b"), ("all.1", "village", "c"), ("by.who", "signer", "d"), ("table.x.office", "office", "e"),
    ]  # fmt: skip


TYPES = [
    Text(),
    Pattern(r"[a-z]+", "a"),
    Date(),
    PartialDate(),
    PeriodOf(),
    Year(),
    Flag(),
    Number(2),
    Amount(),
    TERMS,
    IdOf("x", ""),
    FileName(),
    ListOf(PAIR),
    PAIR,
    TableOf(PAIR),
    FreeTable(),
]
WRITTEN = st.recursive(
    st.sampled_from(["", "~", "x", "1", "1.5", "2026-10-08", "true", "有效", "'a b'", '"\\0"']) | st.text("ax1-./ 一", max_size=5),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    | st.lists(inner, max_size=3).map(lambda items: "{" + ", ".join(f"{key}: {item}" for key, item in zip("abc", items, strict=False)) + "}"),
    max_leaves=6,
)  # fmt: skip


@given(st.sampled_from(TYPES), WRITTEN)
def test_no_type_chokes_on_any_value(type, written):
    try:
        found, findings, _ = read(type, written)
    except Malformed:
        return
    assert found is not None or findings
