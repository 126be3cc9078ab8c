"""Lists of regulations: each stands where its dates put it, on the day the town is looked at."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from example_town import KINDS, RULES, lay, put, read, text_of
from fazhi.flows.check_town import register_of
from fazhi.flows.lay_out import lay_out
from fazhi.nouns.discretion import discretions
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example
from fazhi.nouns.site import is_made
from fazhi.verbs.discretion_files import discretion_files
from fazhi.verbs.law_pages import law_pages
from fazhi.verbs.read import read_register, read_town
from fazhi.verbs.regulation_pages import regulation_pages
from fazhi.verbs.version_pages import version_pages
from project import ROOT


def groups(register: Register, slug: str) -> dict[str, list[str]]:
    """The ids under each heading of a list, without their folder."""
    page = next(page for page in regulation_pages(register) if page.id == f"regulations/lists/{slug}")
    return {
        group.id: [each.record.id.removeprefix("regulations/") for each in group.standings]
        for group in page.data.groups
    }


def on(day: date) -> Register:
    return register_of(ROOT, day)


@pytest.mark.parametrize(
    ("day", "held", "ended"),
    [
        (date(2022, 6, 30), "demo-reconsideration-litigation", None),
        (date(2025, 6, 30), "demo-minor-works", "demo-reconsideration-litigation"),
        (date(2026, 8, 31), "demo-minor-works", "demo-opinion-solicitation"),
        (date(2026, 9, 1), "demo-document-consultation", "demo-minor-works"),
        (date(2027, 1, 1), "demo-village-roads", "demo-minor-works"),
    ],
)
def test_the_lists_are_those_of_the_day(day, held, ended):
    register = on(day)
    asides = ("pending", "unclear", "unknown")
    in_force = [
        id for group, ids in groups(register, "in-force").items() if group not in asides for id in ids
    ]
    over = [id for ids in groups(register, "no-longer").values() for id in ids]
    assert held in in_force
    assert held not in over
    assert ended is None or (ended in over and ended not in in_force)


def test_what_is_not_in_force_yet_stands_apart_and_is_not_counted():
    register = on(date(2026, 11, 26))
    assert groups(register, "in-force")["pending"] == ["demo-village-roads"]
    page = next(page for page in regulation_pages(register) if page.id == "regulations/lists/in-force")
    held = [each for group in page.data.groups if not group.is_aside for each in group.standings]
    assert page.data.count == len(held) == 9


@pytest.mark.parametrize("day", [date(2022, 6, 30), date(2024, 12, 31), date(2026, 9, 1), date(2026, 11, 26)])
def test_the_home_page_counts_what_the_lists_count(day):
    pages = lay_out(on(day), RULES).pages
    home = pages["index"].data
    assert home.in_force == pages["regulations/lists/in-force"].data.count
    open_now = [group for group in pages["regulations/lists/consultations"].data.groups if group.id == "open"]
    assert home.asked == sum(len(group.standings) for group in open_now)


def test_the_home_page_tells_how_the_claims_of_the_newest_reports_stand():
    home = lay_out(on(date(2026, 11, 26)), RULES).pages["index"].data
    told = {
        each.record.id: {str(share.state): share.count for share in found} for each, found in home.reports
    }
    assert list(told) == ["reports/2024", "reports/2021"]
    assert sum(told["reports/2021"].values()) == 45
    assert told["reports/2021"]["evidenced"] == 7


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 3), {"demo-mutual-canteens": "coming", "demo-well-registration": "closed"}),
        (date(2026, 11, 4), {"demo-mutual-canteens": "open"}),
        (date(2026, 12, 8), {"demo-mutual-canteens": "open"}),
        (date(2026, 12, 9), {"demo-mutual-canteens": "closed", "demo-village-roads": "told"}),
    ],
)
def test_a_consultation_is_open_from_its_first_to_its_last_day(day, expected):
    found = {id: group for group, ids in groups(on(day), "consultations").items() for id in ids}
    assert {id: found[id] for id in expected} == expected


def test_what_ends_first_is_listed_first():
    found = groups(on(date(2026, 11, 26)), "expiring")
    assert next(iter(found)) == "2027-1"
    assert found["2027-1"] == ["demo-study-assessment"]
    assert list(found) == sorted(found)


def test_a_year_tells_what_changed_in_it_and_what_held_at_its_end():
    found = groups(on(date(2026, 11, 26)), "clean-up/2024")
    assert found["repealed"] == ["demo-reconsideration-litigation"]
    assert "demo-administrative-litigation" in found["effective"]
    assert "demo-administrative-litigation" in found["kept"]
    assert "kept" not in groups(on(date(2026, 11, 26)), "clean-up/2026")


def test_a_version_that_still_holds_is_in_force_though_a_newer_one_is_published():
    assert "demo-waste-sorting@2024-03-01" in groups(on(date(2024, 12, 31)), "in-force")["autonomy"]
    assert groups(on(date(2024, 12, 31)), "in-force")["pending"] == ["demo-waste-sorting"]
    assert "demo-waste-sorting" in groups(on(date(2025, 1, 1)), "in-force")["autonomy"]
    kept = groups(on(date(2026, 11, 26)), "clean-up/2024")["kept"]
    assert "demo-waste-sorting@2024-03-01" in kept
    assert "demo-waste-sorting" not in kept


def test_what_was_annulled_counts_as_held_at_no_time():
    register = on(date(2026, 11, 26))
    kept = [id for year in (2022, 2023) for id in groups(register, f"clean-up/{year}").get("kept", ())]
    assert kept
    assert "demo-penalty-discretion" not in kept


def test_a_clean_up_stands_in_the_list_of_its_year_and_on_the_page_with_its_result(tmp_path):
    values = {
        "clean_ups": "[{on: 2027-03-01, result: 继续有效}]",
        "competition_review": "{by: government, on: 2026-09-20, result: 没有限制竞争}",
        "interpretation": "{on: 2026-10-12, address: 'https://www.gov.cn/1'}",
    }
    lay(tmp_path, Example(kind="regulation", values=values))
    register = read(tmp_path)
    assert groups(register, "clean-up/2027")["cleaned"] == ["example"]
    standing = lay_out(register, RULES).pages["regulations/example"].data.standing
    steps = [event.step for event in standing.life.told]
    assert [step for step in steps if step in ("competition", "reviewed", "explained", "cleaned")] == [
        "competition", "reviewed", "explained", "cleaned",
    ]  # fmt: skip
    assert {step: words.zh for (step, _), words in standing.results.items()} == {
        "competition": "没有限制竞争",
        "cleaned": "继续有效",
    }


@pytest.mark.parametrize("status", ["已废止", "已失效", "已撤销"])
def test_what_is_registered_as_ended_is_not_called_in_force_for_want_of_a_day(tmp_path, status):
    lay(tmp_path, Example(kind="regulation", values={"status": status, "expires": None}, body=TABLE))
    found = groups(read(tmp_path), "in-force")
    assert found == {"unclear": ["example"]}
    assert discretions(read(tmp_path)) == ()


@pytest.mark.parametrize(
    ("values", "others"),
    [
        ({"status": "已失效", "expires": "2028-06-30"}, {}),
        ({"status": "已废止", "repealed": "{on: 2028-07-01, by: 示例镇人民政府}"}, {}),
        (
            {"status": "已废止", "replaced_by": "regulations/new"},
            {"effective": "2028-07-01", "adopted": "2028-05-01"},
        ),
    ],
)
def test_until_the_day_its_end_is_told_a_regulation_is_in_force_whatever_is_registered_since(
    tmp_path, values, others
):
    """A town looked at as of an earlier day: what is registered today was not so then."""
    lay(tmp_path, Example(kind="regulation", values=values, body=TABLE))
    if others:
        own = {"index": None, "number": None, "restated": "true", "replaces": "[regulations/example]"}
        put(tmp_path, "regulations/new", text_of(KINDS["regulation"], Example("regulation", own | others)))
    register = read(tmp_path)
    found = groups(register, "in-force")
    assert "unclear" not in found
    assert "example" in {id for group, ids in found.items() if group != "pending" for id in ids}
    assert len(discretions(register)) == 3


TABLE = "| 违法行为 | 裁量阶次 | 裁量幅度 |\n|---|---|---|\n| 甲行为 | 轻微 | 警告 |\n| | 一般 | 罚款 |\n| 乙行为 | | |\n"


def test_rows_of_a_discretion_table_keep_their_act(tmp_path):
    lay(tmp_path, Example(kind="regulation", body=TABLE))
    assert [(row.act, row.grade, row.measure) for row in discretions(read(tmp_path))] == [
        ("甲行为", "轻微", "警告"),
        ("甲行为", "一般", "罚款"),
        ("乙行为", "", ""),
    ]


ARRANGED = """| 违法行为 | 法律依据 | 裁量阶次 | 裁量幅度 |
|---|---|---|---|
| 甲行为 | 《甲办法》第12条 | 轻微 | 警告 |
| | | 一般 | =1+1 |
| 乙行为 | 甲办法第十五条第二款 | 轻微 | 警告 |
| 丙行为 | | | 警告 |
"""


def test_discretion_tables_are_arranged_by_act_law_and_grade(tmp_path):
    lay(tmp_path, Example(kind="regulation", body=ARRANGED))
    pages = {
        page.id.rpartition("/")[2]: page.data
        for page in regulation_pages(read(tmp_path))
        if page.template == "discretion.html"
    }
    found = {slug: {value: len(rows) for value, rows in list.groups} for slug, list in pages.items()}
    assert found == {
        "discretion": {"甲行为": 2, "乙行为": 1, "丙行为": 1},
        "by-law": {"甲办法": 3, "": 1},
        "by-grade": {"轻微": 2, "一般": 1, "": 1},
    }


def test_discretion_tables_are_taken_away_as_csv_with_every_row_whole(tmp_path):
    lay(tmp_path, Example(kind="regulation", body=ARRANGED))
    files = discretion_files(read(tmp_path))
    rows = list(csv.DictReader(io.StringIO(files["data/discretion.csv"].decode("utf-8-sig"))))
    data = json.loads(files["data/discretion.json"])["rows"]
    assert (
        [row["违法行为"] for row in rows]
        == [row["act"] for row in data]
        == ["甲行为", "甲行为", "乙行为", "丙行为"]
    )
    assert rows[1]["法律依据"] == "《甲办法》第12条"
    assert rows[1]["裁量幅度"] == "'=1+1"


@pytest.mark.parametrize(
    "values",
    [
        {"status": "已撤销", "annulled": "{on: 2027-01-05, by: 县}"},
        {"expires": "2027-06-01"},
        {"effective": "2027-07-01"},
    ],
)
def test_a_table_that_does_not_hold_is_not_told(tmp_path, values):
    lay(tmp_path, Example(kind="regulation", body=TABLE, values=values))
    assert discretions(read(tmp_path)) == ()


@pytest.mark.parametrize(
    "body",
    [
        "| 违法行为 | 裁量幅度 |\n|---|---|\n",
        "| 裁量幅度 |\n|---|\n| 罚款 |\n",
        "| 违法行为 | 裁量幅度 |\n|---|---|\n| <script> | ]]> | 多 | 余 |\n",
    ],
)
def test_an_odd_table_does_no_harm(tmp_path, body):
    lay(tmp_path, Example(kind="regulation", body=body))
    assert len(discretions(read(tmp_path))) <= 1


def test_a_town_without_regulations_has_every_list(tmp_path):
    lay(tmp_path, Example())
    (tmp_path / "docs/regulations/example.md").unlink()
    ids = {page.id for page in regulation_pages(read(tmp_path))}
    assert ids == {
        f"regulations/lists/{slug}"
        for slug in ("in-force", "no-longer", "expiring", "consultations", "discretion")
    }


def test_no_record_is_hidden_behind_a_list_of_its_name(tmp_path):
    lay(tmp_path, Example(kind="regulation"))
    for slug in ("in-force", "consultations", "discretion", "expiring", "lists", "versions", "compare"):
        put(tmp_path, f"regulations/{slug}", "---\ntitle: 同名\n---\n")
    register = read(tmp_path)
    assert {page.id for page in regulation_pages(register)} & register.records.keys() == set()


def test_every_page_the_site_makes_is_kept_for_it_and_no_file_lies_there():
    register = on(date(2026, 11, 26))
    written = register.records.keys() | register.pages.keys()
    made = {id for id in lay_out(register, RULES).pages.keys() - written if not is_made(id, register)}
    assert made - {"index"} == set()
    assert [id for id in written if is_made(id, register)] == []


def test_a_law_tells_who_cites_it():
    cited = {each.law.name: each for each in next(law_pages(on(date(2026, 11, 26)))).data}
    basis, record = cited["行政复议法"].by[0]
    assert (basis.article, record.id) == (19, "regulations/reconsideration")


def test_versions_and_comparisons_stand_at_their_addresses():
    ids = {page.id for page in version_pages(on(date(2026, 11, 26)))}
    assert {
        "regulations/demo-waste-sorting/versions",
        "regulations/demo-waste-sorting/compare/2024-03-01-to-2025-01-01",
        "regulations/demo-village-roads/compare/2026-07-06-to-2027-01-01",
    } <= ids


def test_an_earlier_version_without_a_current_one_has_no_list(tmp_path: Path):
    lay(tmp_path, Example(kind="regulation", name="regulations/gone@2026-11-01"))
    register = read_register(tmp_path, KINDS, read_town(tmp_path), date(2027, 6, 30))
    assert list(version_pages(register)) == []
    put(tmp_path, "regulations/odd@2026-13-45", "---\ntitle: 怪\n---\n")
    assert list(version_pages(read(tmp_path))) == []


def test_of_three_versions_the_first_is_compared_with_the_current_one(tmp_path):
    lay(tmp_path, Example(kind="regulation"))
    for number, day in enumerate(("2024-03-01", "2025-03-01"), 41):
        values = {
            "effective": day,
            "adopted": day,
            "index": f"140825107/2024-000{number}",
            "status": "已修改",
        }
        put(
            tmp_path,
            f"regulations/example@{day}",
            text_of(KINDS["regulation"], Example("regulation", values)),
        )
    pages = {page.id.rpartition("/")[2]: page.data for page in version_pages(read(tmp_path))}
    assert pages.keys() == {
        "versions",
        "2024-03-01-to-2025-03-01",
        "2025-03-01-to-2026-11-01",
        "2024-03-01-to-2026-11-01",
    }
    assert pages["versions"].whole == "regulations/example/compare/2024-03-01-to-2026-11-01"


@pytest.mark.parametrize(
    ("values", "is_followed"),
    [
        ({"effective": "2027-01-01", "adopted": "2027-01-01"}, True),
        ({"effective": "2025-03-03", "adopted": "2025-03-03"}, False),
        (
            {
                "effective": "2027-01-01",
                "adopted": "2027-01-01",
                "annulled": "{on: 2027-02-01, by: 示例县人民政府}",
            },
            False,
        ),
    ],
)
def test_a_page_leads_to_what_replaced_it_only_where_that_did(tmp_path, values, is_followed):
    lay(tmp_path, Example(kind="regulation"))
    new = {"index": None, "number": None, "restated": "true", "replaces": "[regulations/example]", **values}
    put(tmp_path, "regulations/new", text_of(KINDS["regulation"], Example("regulation", new)))
    pages = lay_out(read(tmp_path), RULES).pages
    old, successor = (pages[f"regulations/{id}"].data.standing for id in ("example", "new"))
    assert old.state == ("repealed" if is_followed else "in force")
    assert old.ended_by == (("regulations/new",) if is_followed else ())
    assert successor.replaces == (("regulations/example",) if is_followed else ())
