"""Outreach added up by year, and the calendar: what each page is given to show."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_site import rendered
from example_town import KINDS, lay, put, read, text_of
from fazhi import rules
from fazhi.flows.lay_out import lay_out
from fazhi.nouns.broadcasts import silent, stretches
from fazhi.nouns.record import Record
from fazhi.nouns.rule import Example
from fazhi.nouns.site import Site
from fazhi.verbs.read import parse


def outreach(root: Path, slug: str, **values: str | None) -> None:
    own = {"index": None, "restated": "true", "form": "学法", "audience": "[干部]", **values}
    year = str(own.get("date", "2026-05-07"))[:4]
    put(root, f"outreach/{year}/{slug}", text_of(KINDS["outreach"], Example("outreach", own)))


def site(root: Path) -> Site:
    return lay_out(read(root), rules.discover())


@pytest.fixture
def town(tmp_path: Path) -> Path:
    lay(tmp_path, Example(town={"study_hours": "40"}))
    return tmp_path


def test_hours_by_group_against_the_town_s_own_number(town):
    outreach(town, "a", hours="38.5")
    outreach(town, "b", hours="1.5", form="培训", audience="[干部, 执法人员]")
    outreach(town, "c")
    outreach(town, "old", date="2025-05-07", hours="3")
    officials, staff = site(town).pages["outreach/years/2026"].data.hours
    assert (officials.group.zh, officials.shown, officials.target, officials.without) == ("干部", "40", 40, 1)
    assert (staff.group.zh, staff.shown, staff.target) == ("执法人员", "1.5", None)
    assert site(town).pages["outreach/years/2025"].data.years == (2026, 2025)


def test_law_days_with_what_was_held(town):
    outreach(town, "a", form="宣传日", law_day="12-04", date="2026-12-04")
    outreach(town, "b", form="宣传日", law_day="05-01", date="2026-05-01")
    held = {
        day: [each.id for each in records]
        for day, _, records in site(town).pages["outreach/years/2026"].data.law_days
    }
    assert held["12-04"] == ["outreach/2026/a"]
    assert held["03-15"] == []
    assert list(held) == ["03-15", "04-15", "05-01", "06-26", "12-04"]


def test_every_village_by_quarter_and_its_board(town):
    outreach(town, "a", form="咨询", date="2026-02-01", villages="[demo-1]")
    outreach(town, "b", form="咨询", date="2026", villages="[demo-1]")
    outreach(town, "c", form="宣传栏", date="2026-04-01", villages="[demo-2]")
    one, two = site(town).pages["outreach/years/2026"].data.villages
    assert [[each.id for each in found] for found in one.quarters] == [["outreach/2026/a"], [], [], []]
    assert [each.id for each in one.undated] == ["outreach/2026/b"]
    assert (len(one.boards), [each.id for each in two.boards]) == (0, ["outreach/2026/c"])


def test_vice_principals_are_there_in_the_years_of_their_term(town):
    term = "{school: 示范小学, unit: 示例镇司法所, post: 司法助理员, from: 2024-09-01, to: 2026-08-31}"
    outreach(town, "a", form="校园", date="2024-08-29", vice_principal=term)
    for year in (2023, 2025, 2026, 2027):
        outreach(town, f"b{year}", date=f"{year}-05-07")
    pages = site(town).pages
    assert [len(pages[f"outreach/years/{year}"].data.vice_principals) for year in range(2023, 2028)] == [
        0,
        1,
        1,
        1,
        0,
    ]


def test_broadcasts_by_month(town):
    for slug, day in (("a", "2026-04-09"), ("b", "2026-04"), ("c", "2026")):
        outreach(town, slug, form="广播", date=day)
    found = {
        month: len(records) for month, records in site(town).pages["outreach/years/2026"].data.broadcasts
    }
    assert found == {0: 1, 4: 2} | dict.fromkeys({*range(1, 13)} - {4}, 0)


def test_a_month_that_is_not_over_is_not_called_silent(town):
    outreach(town, "a", form="广播", date="2027-05-09")
    found = {
        month: len(records) for month, records in site(town).pages["outreach/years/2027"].data.broadcasts
    }
    assert found == {1: 0, 2: 0, 3: 0, 4: 0, 5: 1}


def test_a_year_whose_broadcasts_have_no_month_is_not_called_silent(town):
    outreach(town, "a", form="广播", date="2026")
    assert [month for month, _ in site(town).pages["outreach/years/2026"].data.broadcasts] == [0]


@given(st.lists(st.integers(0, 30), unique=True), st.integers(0, 30), st.integers(0, 900))
def test_months_without_broadcasts_are_told_in_stretches(heard, since, days):
    """Against a plain walk over the days: a month counts where each of its days lies between the two."""
    begin = date(2025, 1, 1) + timedelta(since)
    end = begin + timedelta(days)
    whole = [
        first
        for first in (date(2025 + at // 12, at % 12 + 1, 1) for at in range(48))
        if first >= begin and date(first.year + first.month // 12, first.month % 12 + 1, 1) <= end
    ]
    records = [broadcast(date(2025 + at // 12, at % 12 + 1, 7)) for at in heard]
    found = silent(records, begin, end)
    assert list(found) == [each for each in whole if (each.year - 2025) * 12 + each.month - 1 not in heard]
    assert [each for run in stretches(found) for each in run] == list(found)
    assert all(
        (later.year - one.year) * 12 + later.month - one.month == 1
        for run in stretches(found)
        for one, later in pairwise(run)
    )


def broadcast(day: date) -> Record:
    text = text_of(KINDS["outreach"], Example("outreach", {"form": "广播", "date": day.isoformat()}))
    assert isinstance(text, str)
    return Record(parse(text, "docs/x.md", "outreach/x", "zh", KINDS["outreach"]), {}, KINDS["outreach"])


def test_a_school_without_a_vice_principal_is_told_for_each_year(tmp_path):
    schools = "{primary: {name: {zh: 示范小学, en: P}, since: 2024-09-01}}"
    lay(tmp_path, Example(town={"schools": schools}))
    term = "{school: 示范小学, unit: 司法所, post: 司法助理员, from: 2025-09-01, to: 2026-08-31}"
    outreach(tmp_path, "a", form="校园", date="2025-08-29", vice_principal=term)
    for year in (2023, 2024, 2026, 2027):
        outreach(tmp_path, f"b{year}", date=f"{year}-05-07")
    pages = site(tmp_path).pages
    told = {
        year: [each.zh for each in pages[f"outreach/years/{year}"].data.schools_without]
        for year in range(2023, 2028)
    }
    assert told == {2023: [], 2024: ["示范小学"], 2025: [], 2026: [], 2027: ["示范小学"]}


def test_the_calendar_has_law_days_activities_and_postings(town):
    outreach(town, "a", date="2026-05-07", place="镇区广场")
    outreach(town, "month-only", date="2026-05")
    months = {each.number: each for each in site(town).pages["calendar/2026"].data.months}
    assert [event.id for event in months[5].events] == ["outreach/2026/a"]
    assert [event.id for event in months[10].postings] == ["villages/demo-1/2026/finance-Q3"]
    assert [event.title.zh for event in months[12].events] == ["国家宪法日"]


def test_the_calendar_file_is_the_same_for_the_same_records_and_names_each_by_its_id(town):
    outreach(town, "a", date="2026-05-07", place="镇区广场", sample="true")
    data = site(town).files["data/calendar.ics"]
    assert data == site(town).files["data/calendar.ics"]
    read = {str(each["UID"]): each for each in icalendar.Calendar.from_ical(data).walk("VEVENT")}
    assert str(read["outreach/2026/a@140825107"]["LOCATION"]) == "镇区广场"
    assert "演示数据" in str(read["outreach/2026/a@140825107"]["SUMMARY"])
    posting = read["villages/demo-1/2026/finance-Q3@140825107"]
    assert (f"{posting['DTSTART'].dt}", f"{posting['DTEND'].dt}") == ("2026-10-10", "2026-10-31")
    assert "law-day/2026-12-04@140825107" in read


def test_a_town_without_outreach_has_neither_years_nor_postings(tmp_path):
    lay(tmp_path, Example("regulation", {"consultation": "{ground: 只规定机关内部事务}"}))
    found = site(tmp_path)
    assert not any(id.startswith(("outreach/years/", "calendar/")) for id in found.pages)
    assert icalendar.Calendar.from_ical(found.files["data/calendar.ics"]).walk("VEVENT") == []


def test_the_offices_page_names_who_leads_and_the_newest_plan(town):
    put(town, "plans/2026", text_of(KINDS["plan"], Example("plan", {"index": "140825107/2026-00031"})))
    leading = Example("regulation", {"index": "140825107/2026-00032", "subject": "领导机制"})
    put(town, "regulations/leading-group", text_of(KINDS["regulation"], leading))
    view = site(town).pages["offices/index"].data
    assert [record.id for record in view.leadership] == ["regulations/leading-group"]
    assert [record.id for record in view.plans] == ["plans/2026"]


def test_a_consultation_stands_in_the_calendar_and_in_its_file(tmp_path):
    lay(tmp_path, Example("regulation", {"consultation": "{from: 2027-07-10, to: 2027-08-10}"}))
    found = site(tmp_path)
    (july,) = (month for month in found.pages["calendar/2027"].data.months if month.number == 7)
    assert [(event.sort, event.title.zh) for event in july.events] == [
        ("consultation", "征求意见：村务公开栏管理规定")
    ]
    read = icalendar.Calendar.from_ical(found.files["data/calendar.ics"]).walk("VEVENT")
    (entry,) = (each for each in read if "征求意见" in str(each["SUMMARY"]))
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2027, 7, 10), date(2027, 8, 11))


def test_the_calendar_looks_ahead_to_the_next_year(town):
    outreach(town, "a", date="2026-05-07")
    found = site(town)
    assert {"calendar/2026", "calendar/2027", "calendar/2028"} <= found.pages.keys()
    read = icalendar.Calendar.from_ical(found.files["data/calendar.ics"]).walk("VEVENT")
    assert {each["DTSTART"].dt.year for each in read} == {2026, 2027, 2028}


def test_what_is_still_to_come_in_a_running_year_is_not_told_as_missing(town):
    outreach(town, "a", date="2027-05-07")
    outreach(town, "old", date="2026-05-07")
    pages = site(town).pages
    running, over = (pages[f"outreach/years/{year}"].data for year in (2027, 2026))
    assert [running.is_over(number) for number in (1, 2, 3, 4)] == [True, False, False, False]
    assert [running.is_past(day) for day in ("06-26", "06-30", "12-04")] == [True, False, False]
    assert all(over.is_over(number) for number in (1, 2, 3, 4))
    assert over.is_past("12-04")


def test_the_page_of_a_running_year_says_that_it_is_not_over(tmp_path):
    schools = "{primary: {name: {zh: 示范小学, en: P}, since: 2024-09-01}}"
    lay(tmp_path, Example(town={"study_hours": "40", "schools": schools}))
    for year in (2026, 2027):
        outreach(tmp_path, f"study{year}", date=f"{year}-05-07", hours="3")
        outreach(tmp_path, f"day{year}", date=f"{year}-03-15", law_day="03-15", form="宣传日")
    found = rendered(site(tmp_path), ["outreach/years/2026", "outreach/years/2027"], tmp_path)

    def page(path: str) -> str:
        html = (found / path / "index.html").read_text(encoding="utf-8")
        return html.partition("<h1>")[2].partition("</main>")[0]

    running, over = page("outreach/years/2027"), page("outreach/years/2026")
    assert running.count("这一年还没有过完，目前没有记录") == 4  # two boards, a school, broadcasts
    assert "全年应为 40 学时，这一年还没有过完" in running
    assert (
        running.count("没有记录</span>") - running.count("目前没有记录</span>") == 2
    )  # of the first quarter
    assert "还没有过完" not in over
    assert over.count("本站没有这一年的记录") == 3
    assert "全年应为 40 学时，记录还不够" in over
    assert page("en/outreach/years/2027").count("the year is not over; no record so far") == 4
