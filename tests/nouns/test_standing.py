"""How a duty stands: every fault that is sown in a large town is found, nothing else is, and a naive look agrees."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import seconds
from example_town import KINDS, RULES
from fazhi.doors.cli import main
from fazhi.ground.period import period
from fazhi.nouns.cell import SIGNS, sums
from fazhi.nouns.coverage import cell_of, coverage
from fazhi.nouns.duty import duty_for
from fazhi.nouns.register import Register
from fazhi.verbs.check import check
from fazhi.verbs.coverage_data import as_data, as_text
from fazhi.verbs.read import read_register, read_town
from sown_duties import AS_OF, DAY, DUE_DAYS, FAULTS, SPOTS, VILLAGES, Sown, sow, town_text


@pytest.fixture(scope="module")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Sown:
    return sow(Sown(tmp_path_factory.mktemp("town")))


@pytest.fixture(scope="module")
def register(sown: Sown) -> Register:
    return sown.register()


def usual(text: str) -> str:
    """How a duty stands where nothing was sown."""
    owed = period(text)
    due = owed.last + timedelta(days=DUE_DAYS if owed.cadence == "quarter" else 60)
    return "on-time" if due < AS_OF else "not-due"


def test_every_fault_is_found_and_nothing_else(sown, register):
    assert len(FAULTS) * len(SPOTS) > 100
    found = {
        (cell.duty.place, cell.duty.item, cell.duty.period.text): cell.state
        for cell in coverage(register).cells
        if cell.duty.place in VILLAGES
    }
    assert {
        key: state for key, state in found.items() if state != sown.expected.get(key, usual(key[2]))
    } == {}
    assert sown.expected.keys() <= found.keys()
    assert len(found) == 20 * (7 * 12 + 4 + 3)


def test_what_did_not_exist_yet_is_not_asked_for(register):
    asked = {cell.duty.period.year for cell in coverage(register).cells if cell.duty.item == "q8"}
    assert asked == {2026}


def test_further_records_are_named_and_strays_too(sown, register):
    covered = coverage(register)
    named = {record.id for cell in covered.cells for record in (*cell.others, cell.record) if record}
    assert {id for id in sown.texts if id.endswith("-2")} <= named
    assert {period(record.get("period").text).cadence for record in covered.strays} == {"month"}
    assert len(covered.strays) == len(SPOTS)


def test_one_record_meets_one_duty(register):
    met = [record.id for cell in coverage(register).cells for record in cell.records]
    assert len(met) == len(set(met))


def test_the_cell_found_beside_a_record_is_that_of_the_whole(register):
    covered = coverage(register)
    for record in register.records.values():
        cell = cell_of(record, register)
        assert (cell and cell.state) == (
            covered.by_record[record.id].state if record.id in covered.by_record else None
        )


def test_rules_warn_of_what_is_open_and_note_what_was_late(sown, register):
    told = [each for each in check(register, RULES) if each.ref in ("LAW-07", "LAW-08")]
    overdue = {(place, item) for (place, item, _), state in sown.expected.items() if state == "overdue"}
    assert [each.code for each in told if each.path == "town.yml"] == ["village-items-public"] * len(overdue)
    late = [state for state in sown.expected.values() if state == "late"]
    said = [each for each in told if each.code == "period-late"]
    assert (len(said), {each.severity for each in said}) == (len(late), {"note"})
    flawed = [state for state in sown.expected.values() if state in ("empty", "copied")]
    assert len([each for each in told if each.code == "nothing-said"]) == len(flawed)


def test_the_data_tells_what_is_not_owed_from_what_is_missing(register):
    owed = {
        (each["place"], each["item"]): (each["first"], each["last"])
        for each in as_data(coverage(register))["owed"]
    }
    assert owed["v01", "q1"] == ("2024-Q1", "2026-Q4")
    assert owed["v01", "q8"] == ("2026-Q1", "2026-Q4")
    assert ("v01", "meetings") not in owed


def test_periods_that_are_not_owed_are_cells_of_their_own(tmp_path):
    """The village begins in May 2024 and ends in June 2026; what comes every year begins in the year after."""
    text = town_text(2).replace(
        "en: Demo 1}, since: 2011-01-01", "en: Demo 1}, since: 2024-05-15, until: 2026-06-20"
    )
    Sown(tmp_path, years=()).register(villages=2)
    (tmp_path / "town.yml").write_text(text, encoding="utf-8")
    covered = coverage(read_register(tmp_path, KINDS, read_town(tmp_path), AS_OF))
    data = as_data(covered)
    outside = [each for each in data["duties"] if each["state"] == "not-applicable"]
    assert {each["place"] for each in outside} == {"v02"}
    assert {each["period"] for each in outside if each["item"] == "q1"} == {
        "2024-Q1", "2024-Q2", "2026-Q3", "2026-Q4",
    }  # fmt: skip
    assert {each["period"] for each in outside if each["item"] == "q8"} == {"2026-Q3", "2026-Q4"}
    assert {each["period"] for each in outside if each["item"] == "assets"} == {"2024"}
    assert not any("due" in each for each in outside)
    assert len(outside) == len(covered.outside)
    assert sums(covered.grid).total == len(covered.cells) == sum(data["counts"].values()) - len(outside)
    assert data["counts"]["not-applicable"] == len(outside)
    (line,) = (each for each in as_text(covered, read_town(tmp_path), "zh", ["v02"]) if "：应公开" in each)
    assert line.startswith(
        f"示范1村：应公开 {len([each for each in covered.cells if each.duty.place == 'v02'])} 项"
    )
    assert "不适用" not in line


def test_a_village_that_records_no_meeting_is_shown_to_owe_its_assembly(register):
    assert {(each.meeting, each.year, each.held, each.least) for each in coverage(register).meetings} == {
        ("村民会议", 2026, 0, 1)
    }
    assert len(coverage(register).meetings) == 20
    later = Register(**{**vars_of(register), "as_of": date(2027, 3, 1)})
    states = {(each["year"], each["state"]) for each in as_data(coverage(later))["meetings"]}
    assert states == {(2026, "short"), (2027, "not-due")}
    assert [each for each in check(later, RULES) if each.code == "meetings-yearly"] == []


def test_the_data_has_no_today_and_stays_the_same_until_a_state_turns(register):
    def data(day: date) -> str:
        moved = Register(**{**vars_of(register), "as_of": day})
        return json.dumps(as_data(coverage(moved)), ensure_ascii=False)

    assert data(AS_OF) == data(AS_OF + DAY)
    assert data(AS_OF) == data(date(2026, 12, 31))
    assert data(date(2027, 1, 20)) != data(date(2027, 1, 21))


def vars_of(register: Register) -> dict[str, object]:
    return {name: getattr(register, name) for name in Register.__dataclass_fields__}


def test_text_tells_every_place_and_every_fault(sown, register):
    lines = list(as_text(coverage(register), register.town, "zh", ["v01"]))
    assert lines[0].startswith("示范0村：应公开 91 项")
    faults = [
        key
        for key, state in sown.expected.items()
        if key[0] == "v01" and state not in ("on-time", "nil", "extended")
    ]
    assert len(lines) == 1 + len(faults)


DAYS = st.dates(date(2025, 10, 1), date(2026, 12, 31))


@given(
    published=st.none() | DAYS,
    until=st.none() | DAYS,
    as_of=DAYS,
    quarter=st.sampled_from(["2025-Q4", "2026-Q1", "2026-Q2"]),
)
def test_a_naive_look_agrees(tmp_path_factory, published, until, as_of, quarter):
    root = tmp_path_factory.mktemp("naive")
    sown = Sown(root, years=())
    if published:
        more = f"extended: {{until: {until}, ground: 单据}}\n" if until else ""
        sown.put("v01", "q1", quarter, published, more=more)
    register = Register(**{**vars_of(sown.register(villages=1)), "as_of": as_of})
    cell = next(
        (
            each
            for each in coverage(register).cells
            if (each.duty.place, each.duty.item, each.duty.period.text) == ("v01", "q1", quarter)
        ),
        None,
    )
    assert (cell and (cell.state, cell.late[0])) == naive(quarter, published, until, as_of)


def naive(quarter: str, published: date | None, until: date | None, as_of: date) -> tuple[str, int] | None:
    """The same in the plainest words: one record at the most, all days known."""
    owed = period(quarter)
    if owed.year > as_of.year:
        return None
    due = deadline = owed.last + DUE_DAYS * DAY
    seen = published is not None and published <= as_of and bool(until or published >= owed.last)
    if seen and published and published <= due and until and until > due:
        deadline = min(until, period(f"{(owed.last + DAY).year}-Q{((owed.last + DAY).month + 2) // 3}").last)
    is_notice = deadline > due
    if not seen or is_notice:
        return ("overdue" if as_of > deadline else "extended" if is_notice else "not-due", 0)
    assert published
    return ("on-time", 0) if published <= due else ("late", (published - due).days)


def test_an_undated_notice_leaves_it_open_until_when_it_was_put_off(tmp_path):
    sown = Sown(tmp_path, years=())
    sown.put("v01", "q1", "2026-Q1", "2026-04", more="extended: {until: 2026-06-25, ground: 单据}\n")
    sown.put("v01", "q1", "2026-Q1", date(2026, 5, 4), n=2)
    (cell,) = [each for each in coverage(sown.register(1)).cells if each.record and each.duty.item == "q1"]
    assert (cell.state, cell.due.earliest, cell.due.latest) == (
        "unknown",
        date(2026, 4, 20),
        date(2026, 6, 25),
    )


def test_bounds_where_a_year_is_not_known(tmp_path):
    sown = Sown(tmp_path)
    sown.texts = {}
    text = (
        town_text()
        .replace("cadence: quarter, due_days: 20", "cadence: quarter")
        .replace("2024-01-01", "2031-01-01")
    )
    register = sown.register()
    (tmp_path / "town.yml").write_text(text, encoding="utf-8")
    town = read_town(tmp_path)
    duty = duty_for("v01", "q1", period("2031-Q1"), town)
    assert duty
    assert not duty.due.exact
    days = (duty.due.earliest, duty.due.earliest + DAY, duty.due.latest, duty.due.latest + DAY)
    states = [
        next(
            cell.state
            for cell in coverage(Register(**{**vars_of(register), "town": town, "as_of": day})).cells
            if cell.duty == duty
        )
        for day in days
    ]
    assert states == ["not-due", "unknown", "unknown", "overdue"]


def test_what_is_published_tomorrow_is_not_there_today(tmp_path):
    sown = Sown(tmp_path)
    sown.texts = {}
    sown.put("v01", "meetings", "2026-05-08", AS_OF + DAY)
    sown.put("v01", "q1", "2026-Q1", AS_OF + DAY)
    register = sown.register()
    cells = {
        cell.duty.item: cell
        for cell in coverage(register).cells
        if cell.duty.period.year == 2026 and cell.duty.place == "v01"
    }
    assert "meetings" not in cells
    assert {each.code for each in check(register, RULES) if each.path == "town.yml"} == {
        "village-items-public"
    }


def owed(root: Path, old: str, new: str, item: str = "q1") -> dict[str, date]:
    """The periods of an item that a town with another town.yml owes, and the last day for each."""
    (root / "town.yml").write_text(town_text(1).replace(old, new), encoding="utf-8")
    (root / "docs").mkdir(exist_ok=True)
    town = read_town(root)
    assert town.findings == ()
    cells = coverage(read_register(root, KINDS, town, AS_OF)).cells
    return {cell.duty.period.text: cell.due.latest for cell in cells if cell.duty.item == item}


@pytest.mark.parametrize(
    ("until", "last"),
    [("2025-06-30", "2025-Q2"), ("2025-07-01", "2025-Q3"), ("2023-12-31", None), ("9999-12-31", "2026-Q4")],
)
def test_a_village_that_was_dissolved_owes_its_last_period_and_nothing_after_it(tmp_path, until, last):
    periods = owed(tmp_path, "since: 2011-01-01}", f"since: 2011-01-01, until: {until}}}")
    assert max(periods, default=None) == last


REPORT = "information-report"
ITEM = f"  {REPORT}: {{name: {{zh: 年报, en: Report}}, of: office, cadence: %s, channel: web, since: 2024-01-01}}\nduties:"
DUTY = "duties: {information_report: {due: 01-31%s}, "


@pytest.mark.parametrize(
    ("old", "new", "first"),
    [
        ("duties: {", DUTY % "", ("2024", date(2025, 1, 31))),
        ("duties: {", DUTY % ", since: 2025-01-01", ("2025", date(2026, 1, 31))),
        ("duties: {", ITEM.removesuffix("duties:") % "event" + DUTY % "", ("2024", date(2025, 1, 31))),
        ("duties: {", ITEM.removesuffix("duties:") % "year, due_days: 90" + DUTY % "", ("2024", date(2025, 1, 31))),
        ("duties:", ITEM % "year, due_days: 31", ("2024", date(2025, 1, 31))),
        ("duties: {", DUTY.replace("01-31", "02-29") % "", ("2024", date(2025, 2, 5))),
        ("duties: {", "duties: {", None),
    ],
)  # fmt: skip
def test_the_report_on_information_is_owed_on_the_day_of_its_duty(tmp_path, old, new, first):
    days = owed(tmp_path, old, new, REPORT)
    assert min(days.items(), default=None) == first


def test_a_record_of_the_report_on_information_meets_one_duty(tmp_path):
    sown = Sown(tmp_path, years=())
    sown.put("v01", REPORT, "2025", date(2026, 2, 1))
    ((id, text),) = sown.texts.items()
    office = text.replace("village: v01", "office: government").replace("source: v01", "source: government")
    sown.texts = {id.replace("v01", "government"): office}
    sown.register()
    yml = town_text().replace(
        "duties: {", ITEM.removesuffix("duties:") % "event" + DUTY % ", since: 2025-01-01"
    )
    (tmp_path / "town.yml").write_text(yml, encoding="utf-8")
    register = read_register(tmp_path, KINDS, read_town(tmp_path), AS_OF)
    cells = [cell for cell in coverage(register).cells if cell.duty.item == REPORT and cell.record]
    assert [(cell.state, cell.late) for cell in cells] == [("late", (1, 1))]


GUIDE = (
    "duties: ",
    (
        "  information-guide: {name: {zh: 指南, en: Guide}, of: office, cadence: event, channel: web, since: %s}\nduties: "
    ),
)


@pytest.mark.parametrize(
    ("since", "due"), [("2026-01-01", date(2026, 1, 29)), ("0001-01-01", None), ("9999-12-31", None)]
)
def test_a_guide_that_never_came_is_owed_once(tmp_path, since, due):
    days = owed(tmp_path, GUIDE[0], GUIDE[1] % since, "information-guide")
    assert days == ({since: due} if due else {})


def test_the_data_says_who_signed_and_why_it_was_put_off(sown, register):
    told = {
        (each["place"], each["item"], each["period"]): each for each in as_data(coverage(register))["duties"]
    }
    for key, state in sown.expected.items():
        over = (period(key[2]).last + DAY).isoformat()
        assert told[key].get("signed") == ({"by": "v01", "on": over} if state == "nil" else None)
        assert (state == "extended") <= (told[key].get("ground") == "单据")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_out_of_all_reason_are_no_bug(tmp_path, day):
    sown = Sown(tmp_path)
    sown.texts = {}
    sown.put("v01", "q1", "2026-Q1", day, more=f"extended: {{until: {day}, ground: 单据}}\napproved: {day}\n")
    sown.put("v01", "meetings", day, day)
    text = (tmp_path / "town.yml", town_text().replace("since: 2011-01-01", f"since: {day}"))
    sown.register()
    text[0].write_text(text[1], encoding="utf-8")
    register = read_register(tmp_path, KINDS, read_town(tmp_path), AS_OF)
    assert sums(coverage(register).cells).states.keys() == SIGNS.keys()


def test_ten_years_of_twenty_villages_take_no_time(tmp_path, sown, register):
    assert seconds(lambda: coverage(register), 0.5) < 0.5


@pytest.fixture
def said(capsys) -> Iterator[Callable[..., tuple[int, str, str]]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_the_command_tells_a_place_and_refuses_one_that_is_not_there(sown, register, said):
    (sown.root / "mkdocs.yml").write_text("", encoding="utf-8")
    root = ("--root", str(sown.root), "--as-of", AS_OF.isoformat())
    code, out, _ = said("coverage", *root, "--format", "json", "v02")
    data = json.loads(out)
    assert (code, {each["place"] for each in data["duties"]}) == (0, {"v02"})
    assert data["as_of"] == AS_OF.isoformat()
    code, _, err = said("coverage", *root, "no-such")
    assert code == 2
    assert "v01" in err
