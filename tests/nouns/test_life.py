"""The life of a regulation follows from its dates and relations: compared with a day-by-day retelling, and with statutes."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_town import KINDS, lay, problems, put, read
from fazhi.nouns.life import Life, life
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example
from fazhi.nouns.shelf import Shelf
from fazhi.nouns.town import Town
from fazhi.nouns.versions import versions
from fazhi.verbs.read import parse
from fazhi.verbs.regulation_pages import regulation_pages
from project import ROOT

LAWS = ROOT.parent / "shared" / "laws"
KIND = KINDS["regulation"]
HEAD = "title: {title}\nformed: unknown\npublished: unknown\nsource: government\ntopic: 综合政务\naccess: 主动公开\nrestated: true\nsubject: 村民自治\n"


def text(title: str = "规定", body: str = "", **values: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in values.items())
    return f"---\n{HEAD.format(title=title)}{more}---\n\n{body}"


def town(root: Path, texts: dict[str, str]) -> Register:
    lay(root, Example(values={"index": "140825107/2026-00012"}))
    for id, content in texts.items():
        put(root, f"regulations/{id}", content)
    return read(root)


def of(register: Register, id: str) -> Life:
    found = life(register.records[f"regulations/{id}"], register)
    assert found is not None
    return found


DAYS = st.integers(0, 40).map(lambda number: date(2024, 2, 20) + timedelta(number))
MAYBE = st.none() | DAYS


def retold(
    day: date,
    effective: date,
    expires: date | None,
    repealed: date | None,
    annulled: date | None,
    amended: date | None,
) -> str:
    """The same, told day by day from the first on."""
    state = "pending"
    at = date(2024, 1, 1)
    while at <= day:
        if annulled == at:
            state = "annulled"
        elif state in ("pending", "in force", "amended"):
            if expires is not None and at > expires:
                state = "expired"
            elif repealed == at and at >= effective:
                state = "repealed"
            elif at >= effective:
                state = "amended" if amended is not None and effective <= amended <= at else "in force"
        at += timedelta(1)
    return state


@given(DAYS, MAYBE, MAYBE, MAYBE, MAYBE, DAYS)
def test_the_state_of_a_day_is_what_its_history_makes_it(
    effective, expires, repealed, annulled, amended, day
):
    values = {"effective": effective.isoformat()}
    values |= {"expires": expires.isoformat()} if expires else {}
    values |= {"repealed": f"{{on: {repealed}, by: 镇政府}}"} if repealed else {}
    values |= {"annulled": f"{{on: {annulled}, by: 县政府}}"} if annulled else {}
    register = memory(
        {"one": text(**values)}
        | ({"other": text(effective=amended.isoformat(), amends="[regulations/one]")} if amended else {})
    )
    assert of(register, "one").on(day) == retold(day, effective, expires, repealed, annulled, amended)


def memory(texts: dict[str, str], as_of: date = date(2027, 6, 30)) -> Register:
    """A register of regulations that lie nowhere on disk."""
    records = {
        f"regulations/{id}": Record(
            parse(content, f"docs/regulations/{id}.md", f"regulations/{id}", "zh", KIND), {}, KIND
        )
        for id, content in texts.items()
    }
    nothing: Shelf[Any] = Shelf((), KeyError)
    shelf = Shelf(records, records.__getitem__)
    return Register(Path(), Town({}, {}), KINDS, shelf, nothing, nothing, frozenset(), as_of)


@given(DAYS, DAYS, st.booleans())
def test_a_replacement_counts_from_its_first_day_from_whichever_side_it_is_written(
    effective, later, old_says
):
    old = {"replaced_by": "regulations/new"} if old_says else {}
    new = {} if old_says else {"replaces": "[regulations/old]"}
    register = memory(
        {"old": text(effective=effective.isoformat(), **old), "new": text(effective=later.isoformat(), **new)}
    )
    own = of(register, "old")
    if later < effective:
        assert [own.on(day) for day in (later, effective)] == ["pending", "in force"]
        assert own.end() is None
        return
    assert own.on(later) == "repealed"
    assert own.on(later - timedelta(1)) == ("pending" if later <= effective else "in force")
    assert own.end().by == "regulations/new"


def test_what_was_adopted_may_be_repealed_before_its_day_and_then_never_took_effect():
    values = {"adopted": "2026-03-01", "effective": "2026-08-01"}
    own = of(memory({"one": text(repealed="{on: 2026-05-01, by: 镇政府}", **values)}), "one")
    assert own.on(date(2026, 9, 1)) == "repealed"
    assert [event.step for event in own.told] == ["adopted", "repealed"]
    early = of(memory({"one": text(repealed="{on: 2025-05-01, by: 镇政府}", **values)}), "one")
    assert early.on(date(2026, 9, 1)) == "in force"


@pytest.mark.parametrize("relation", ["replaces", "amends"])
def test_what_was_annulled_did_nothing_to_others(relation):
    values = {relation: "[regulations/old]", "effective": "2025-01-01"}
    values |= {"annulled": "{on: 2026-01-01, by: 县政府}"}
    texts = {"old": text(effective="2024-01-01"), "new": text(**values)}
    assert of(memory(texts), "old").on(date(2026, 6, 1)) == "in force"


def test_an_annulled_or_drafted_version_supersedes_nothing_and_the_one_after_it_does():
    texts = {
        "one@2024-01-01": text(effective="2024-01-01"),
        "one@2025-01-01": text(effective="2025-01-01", annulled="{on: 2025-06-01, by: 县政府}"),
        "one@2025-07-01": text(drafted="2025-07-01", draft="true"),
        "one": text(effective="2026-01-01"),
    }
    first = of(memory(texts), "one@2024-01-01")
    assert first.on(date(2025, 12, 31)) == "in force"
    assert first.on(date(2026, 1, 1)) == "superseded"
    assert first.end().by == "regulations/one"


def test_a_draft_is_in_force_on_no_day_and_replaces_nothing():
    register = memory({
        "old": text(effective="2024-01-01"),
        "new": text(draft="true", effective="2024-06-01", replaces="[regulations/old]"),
    })  # fmt: skip
    assert of(register, "new").on(date(2026, 1, 1)) == "draft"
    assert of(register, "old").on(date(2026, 1, 1)) == "in force"


def test_what_has_no_dates_has_no_state():
    assert of(memory({"one": text()}), "one").on(date(2026, 1, 1)) is None


def test_steps_come_in_their_order_and_nothing_ends_twice():
    register = memory({
        "one": text(
            drafted="2024-01-02", consultation="{from: 2024-01-10, to: 2024-02-12}", legality_review="{by: justice, on: 2024-02-20}",
            adopted="2024-03-01", issued="2024-03-01", effective="2024-04-01", expires="2029-03-31", replaced_by="regulations/two",
        ),
        "two": text(effective="2026-01-01"),
    })  # fmt: skip
    steps = [event.step for event in of(register, "one").told]
    assert steps == [
        "drafted",
        "consulted",
        "closed",
        "reviewed",
        "adopted",
        "issued",
        "effective",
        "repealed",
    ]
    assert of(register, "one").until == date(2025, 12, 31)


IDS = st.sampled_from("abcd")


@given(st.lists(st.tuples(IDS, IDS), max_size=8), st.lists(st.tuples(IDS, IDS), max_size=3))
def test_a_circle_is_found_exactly_where_a_way_leads_back(pairs, amendments):
    texts = {}
    for id in "abcd":
        replaces = [f"regulations/{other}" for one, other in pairs if one == id]
        amends = [f"regulations/{other}" for one, other in amendments if one == id]
        texts[id] = text(replaces=f"[{', '.join(replaces)}]", amends=f"[{', '.join(amends)}]")
    relations = memory(texts).relations
    for id in "abcd":
        way = relations.circle(f"regulations/{id}")
        assert bool(way) == leads_back(id, pairs + amendments)
        assert not way or way[0] == f"regulations/{id}"


def leads_back(id: str, pairs: list[tuple[str, str]]) -> bool:
    reached: set[str] = set()
    while more := {other for one, other in pairs if one in reached | {id}} - reached:
        reached |= more
    return id in reached


def test_a_circle_is_an_error_and_a_one_sided_relation_a_warning(tmp_path):
    town(tmp_path, {
        "one": text("甲", replaces="[regulations/two]"),
        "two": text("乙", replaces="[regulations/one]"),
        "three": text("丙", replaces="[regulations/four]"),
        "four": text("丁"),
    })  # fmt: skip
    found = {
        (each.path, each.code, str(each.severity))
        for each in problems(tmp_path)
        if each.code.startswith("relation")
    }
    assert {(path, code) for path, code, severity in found if severity == "error"} == {
        ("docs/regulations/one.md", "relation-circle"),
        ("docs/regulations/two.md", "relation-circle"),
    }
    assert ("docs/regulations/three.md", "relation-one-sided", "warning") in found


# -- versions of real statutes


def law_town(as_of: date = date(2027, 6, 30)) -> Register:
    names = {
        "villages@2018-12-29": ("村民委员会组织法(2018-12-29).md", "2018-12-29"),
        "villages": ("村民委员会组织法(2025-10-28).md", "2026-01-01"),
        "language@2001-01-01": ("国家通用语言文字法(2000-10-31).md", "2001-01-01"),
        "language": ("国家通用语言文字法(2025-12-27).md", "2026-01-01"),
    }
    texts = {
        id: text(file.partition("(")[0], (LAWS / file).read_text(encoding="utf-8"), effective=day)
        for id, (file, day) in names.items()
    }
    return memory(texts, as_of)


@pytest.mark.shared
@pytest.mark.parametrize("day", [date(2022, 6, 30), date(2025, 6, 30), date(2025, 12, 31), date(2026, 6, 30)])
def test_the_lists_of_real_statutes_are_those_of_the_day(day):
    register = law_town(day)
    pages = {
        page.id.rpartition("/")[2]: page.data
        for page in regulation_pages(register)
        if "clean-up" not in page.id
    }
    listed = {
        slug: {
            each.record.id for group in pages[slug].groups if not group.is_aside for each in group.standings
        }
        for slug in ("in-force", "no-longer")
    }
    old, new = (
        {"regulations/villages@2018-12-29", "regulations/language@2001-01-01"},
        {"regulations/villages", "regulations/language"},
    )
    assert listed == {"in-force": new if day.year == 2026 else old, "no-longer": set()}
    pending = {
        each.record.id
        for group in pages["in-force"].groups
        if group.id == "pending"
        for each in group.standings
    }
    assert pending == (set() if day.year == 2026 else new)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2000, 6, 1), {"villages": None, "language": None}),
        (date(2022, 6, 30), {"villages": "villages@2018-12-29", "language": "language@2001-01-01"}),
        (date(2025, 6, 30), {"villages": "villages@2018-12-29", "language": "language@2001-01-01"}),
        (date(2025, 12, 31), {"villages": "villages@2018-12-29", "language": "language@2001-01-01"}),
        (date(2026, 1, 1), {"villages": "villages", "language": "language"}),
        (date(2026, 6, 30), {"villages": "villages", "language": "language"}),
    ],
)
def test_the_version_that_held_on_a_day(day, expected):
    register = law_town()
    for id, version in expected.items():
        held = versions(f"regulations/{id}", register).on(day)
        assert (held.record.id if held else None) == (version and f"regulations/{version}")
    states = {id: of(register, id).on(day) for id in ("villages@2018-12-29", "villages")}
    assert (states["villages@2018-12-29"] == "superseded") == (day >= date(2026, 1, 1))
    assert (states["villages"] == "in force") == (day >= date(2026, 1, 1))


@given(st.lists(DAYS, min_size=1, max_size=5, unique=True), DAYS)
def test_on_every_day_at_most_one_version_holds_and_it_is_the_last_begun(days, day):
    begun = sorted(days)
    texts = {f"one@{each}": text(effective=each.isoformat()) for each in begun[:-1]}
    register = memory(texts | {"one": text(effective=begun[-1].isoformat())})
    found = versions("regulations/one", register)
    held = [each for each in found.versions if each.life.holds_on(day)]
    expected = max((each for each in begun if each <= day), default=None)
    assert [each.since for each in held] == ([expected] if expected else [])
    assert found.on(day) == (held[0] if held else None)
