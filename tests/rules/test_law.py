"""Rules that follow from statutes: deadlines, meetings, the chain of a normative document, citations (LAW-01 … LAW-22)."""

from datetime import date
from pathlib import Path

import pytest

from example_town import AS_OF, KINDS, RULES, lay, problems
from fazhi.ground.problem import Severity
from fazhi.nouns.rule import Example
from fazhi.verbs.check import check
from fazhi.verbs.read import read_register, read_town
from project import ROOT, copy_town

DECISIONS = "villages/demo-1/2026/decisions-1008"
REVIEW = "{{by: reviewer, on: {}, secrecy: ok, privacy: ok}}"


def found(root: Path, example: Example, code: str) -> list[tuple[str, str]]:
    """Severity and Chinese message of every problem of a code."""
    lay(root, example)
    return [(str(each.severity), each.message.zh) for each in problems(root) if each.code == code]


def count(root: Path, example: Example, code: str) -> int:
    return len(found(root, example, code))


@pytest.mark.parametrize(
    ("published", "due", "late"),
    [
        ("2027-03-31", "04-01", 0),
        ("2027-04-01", "04-01", 1),
        ("2028-01-01", "04-01", 1),
        ("2027-02-28", "03-01", 0),
        ("2027-03-01", "03-01", 1),
        ("2027-03", "04-01", 0),
        ("2027-04", "04-01", 1),
        ("2027", "04-01", 0),
        ("unknown", "04-01", 0),
        ("2027-06-01", "02-30", 0),
    ],
)
def test_an_annual_report_is_due_before_its_day(tmp_path, published, due, late):
    values = {"published": published, "review": REVIEW.format("2027-01-18")}
    example = Example(kind="report", values=values, town={"duties": f"{{annual_report: {{due: {due}}}}}"})
    assert count(tmp_path, example, "report-due") == late


def test_without_a_duty_in_town_yml_the_report_is_due_before_april(tmp_path):
    example = Example(kind="report", values={"published": "2027-04-02"})
    assert found(tmp_path, example, "report-due")[0][0] == "warning"


MEASURES = "## 主要举措和成效\n\n培训4次。\n\n"
FAULTS = "## 存在的不足和原因\n\n人手不足。\n\n"
LEADERS = "## 履行第一责任人职责情况\n\n专题研究2次。\n\n"
NEXT = "## 2027年工作打算\n\n继续培训。\n\n"


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        (MEASURES + FAULTS + LEADERS + NEXT, None),
        (NEXT + LEADERS + FAULTS + MEASURES, None),
        (MEASURES + LEADERS + NEXT, "存在的不足和原因"),
        (FAULTS + LEADERS + NEXT, "主要举措和成效"),
        (MEASURES + FAULTS + NEXT, "第一责任人职责"),
        (MEASURES + FAULTS + LEADERS, "下一年度主要安排"),
        (MEASURES + FAULTS + LEADERS + "> 2027年工作打算：继续。\n", "下一年度主要安排"),
        (MEASURES + "及时解决群众提出的问题。\n\n" + LEADERS + NEXT, "存在的不足和原因"),
        ("", "主要举措和成效；存在的不足和原因；"),
    ],
    ids=[
        "whole",
        "other-order",
        "faults",
        "measures",
        "leaders",
        "next",
        "quoted",
        "problem-in-passing",
        "empty",
    ],
)
def test_a_report_is_told_which_contents_it_lacks(tmp_path, body, missing):
    told = found(tmp_path, Example(kind="report", body=body), "report-contents")
    assert [missing in message for _, message in told] == ([True] if missing else [])
    assert all(severity == "warning" for severity, _ in told)


@pytest.mark.parametrize("kept", ["verbatim", "restated"])
def test_an_official_report_is_only_noted(tmp_path, kept):
    told = found(tmp_path, Example(kind="report", values={kept: "true"}, body=MEASURES), "report-contents")
    assert [severity for severity, _ in told] == ["note"]


def event(formed: str, published: str) -> Example:
    values = {"item": "decisions", "period": formed, "formed": formed, "published": published}
    name = f"villages/demo-1/2026/decisions-{formed[5:].replace('-', '')}"
    return Example(values=values | {"review": REVIEW.format(published)}, name=name)


@pytest.mark.parametrize(
    ("formed", "published", "late"),
    [
        ("2026-09-08", "2026-10-12", False),  # over National Day, with two worked weekend days
        ("2026-09-08", "2026-10-13", True),
        ("2026-01-30", "2026-03-05", False),  # over Spring Festival
        ("2026-01-30", "2026-03-06", True),
        ("2026-10-10", "2026-10-10", False),
    ],
)
def test_an_event_is_due_by_the_real_calendar(tmp_path, formed, published, late):
    told = found(tmp_path, event(formed, published), "published-in-time")
    assert [severity for severity, _ in told] == ["warning"] * late
    assert not any("放假安排不详" in message for _, message in told)


@pytest.mark.parametrize(
    ("published", "words"),
    [("2027-02-12", None), ("2027-02-13", "可能已晚"), ("2027-03-01", "可能已晚"), ("2027-03-02", "至迟")],
)
def test_in_a_year_without_known_holidays_there_are_bounds(tmp_path, monkeypatch, published, words):
    monkeypatch.setattr("fazhi.ground.workdays._YEARS", frozenset({2026}))
    example = Example(kind="report", values={"formed": "2027-01-15", "published": published, "year": "2026"})
    told = found(tmp_path, example, "published-in-time")
    assert [words in message and "放假安排不详" in message for _, message in told] == (
        [True] if words else []
    )


def test_holidays_of_town_yml_move_the_day(tmp_path):
    example = Example(
        kind="regulation",
        values={"published": "2026-11-05"},
        town={"holidays": "{2026: {off: [2026-10-13]}}"},
    )
    assert count(tmp_path, example, "published-in-time") == 0


@pytest.mark.parametrize(
    ("days", "published", "late"), [(10, "2026-10-21", 0), (10, "2026-10-22", 1), (30, "2026-11-05", 1)]
)
def test_an_item_may_be_due_sooner_but_never_later(tmp_path, days, published, late):
    items = f"{{decisions: {{name: {{zh: 决定, en: D}}, cadence: event, due_days: {days}, channel: web, since: 2026-01-01}}}}"
    values = {"item": "decisions", "period": "2026-10-08", "published": published}
    example = Example(values=values, town={"items": items}, name=DECISIONS)
    assert count(tmp_path, example, "published-in-time") == late


@pytest.mark.parametrize(
    ("values", "late"),
    [
        (
            {"formed": "2026-07-01", "published": "2026-10-10"},
            0,
        ),  # its time is counted from the end of the quarter
        ({"formed": "2026-07"}, 0),
        ({"formed": "unknown"}, 0),
    ],
)
def test_what_has_a_period_or_no_day_is_left_to_others(tmp_path, values, late):
    assert count(tmp_path, Example(values=values), "published-in-time") == late


@pytest.mark.parametrize(
    ("posted", "short"),
    [
        ("{from: 2026-10-10, to: 2026-10-25}", 0),
        ("{from: 2026-10-10, to: 2026-10-24}", 1),
        ("{from: 2026-10-10, to: 2026-12-10}", 0),
        ("{from: 2026-10-30, to: 2026-10-10}", 0),  # date-order speaks of it
        ("{from: 2026-10-10}", 0),
    ],
)
def test_a_posting_lasts_fifteen_days(tmp_path, posted, short):
    assert count(tmp_path, Example(values={"posted": posted}), "posting-days") == short


def test_an_office_has_no_village_board(tmp_path):
    values = {"village": None, "office": "government", "posted": "{from: 2026-10-10, to: 2026-10-12}"}
    example = Example(values=values, name="villages/government/2026/finance-Q3")
    assert count(tmp_path, example, "posting-days") == 0


def meeting(title: str, members: int, present: int, votes: int, body: str = "决定修路。\n") -> Example:
    numbers = f"{{members: {members}, present: {present}, votes_for: {votes}}}"
    values = {"title": title, "item": "decisions", "period": "2026-10-08", "meeting": numbers}
    return Example(values=values, body=body, name=DECISIONS)


@pytest.mark.parametrize(
    ("example", "wrong"),
    [
        (meeting("村民代表会议决定", 42, 28, 15), 0),
        (meeting("村民代表会议决定", 42, 27, 27), 1),
        (meeting("村民代表会议决定", 43, 28, 28), 1),
        (meeting("村民代表会议决定", 42, 28, 14), 1),
        (meeting("村民代表会议决定", 42, 20, 10), 2),
        (meeting("村民会议决定", 312, 229, 221), 0),
        (meeting("村民会议决定", 800, 401, 201), 0),
        (meeting("村民会议决定", 800, 400, 400), 1),
        (meeting("关于修路的决定", 42, 22, 12), 0),
        (meeting("关于修路的决定", 42, 21, 21), 1),
        (meeting("村民代表会议决定", 42, 30, 9, "赞成9票，该方案没有通过。\n"), 0),
        (meeting("村民代表会议决定", 42, 30, 9, "该方案获得通过。\n"), 1),
        (meeting("村民代表会议决定", 0, 0, 0), 1),
    ],
    ids=lambda value: (
        f"{value.values['title']}-{value.values['meeting']}" if isinstance(value, Example) else None
    ),
)
def test_quorum_and_majority(tmp_path, example, wrong):
    told = found(tmp_path, example, "meeting-quorum")
    assert [severity for severity, _ in told] == ["error"] * wrong


@pytest.mark.parametrize(
    ("numbers", "wrong"), [((40, 40, 40), 0), ((40, 41, 41), 1), ((40, 39, 40), 1), ((40, 41, 42), 2)]
)
def test_numbers_of_a_meeting_that_cannot_be(tmp_path, numbers, wrong):
    assert count(tmp_path, meeting("村民代表会议决定", *numbers), "meeting-counts") == wrong


def test_meetings_of_a_year_that_is_not_over_are_not_counted(tmp_path):
    example = meeting("村民代表会议决定", 42, 40, 40)
    lay(tmp_path, example)
    for as_of, expected in ((date(2026, 12, 31), 0), (date(2027, 1, 1), 2)):
        register = read_register(tmp_path, KINDS, read_town(tmp_path), as_of)
        told = [each for each in check(register, RULES) if each.code == "meetings-yearly"]
        assert len(told) == expected, (
            as_of
        )  # representatives and assembly of demo-1; demo-2 records no meeting
        assert all(each.path == "town.yml" and each.severity == "warning" for each in told)


def test_a_village_that_records_no_meetings_is_not_asked_for_them(tmp_path):
    assert count(tmp_path, Example(), "meetings-yearly") == 0


def test_a_regulation_without_review_of_legality(tmp_path):
    example = Example(kind="regulation", values={"legality_review": None})
    assert [severity for severity, _ in found(tmp_path, example, "legality-review")] == ["warning"]


@pytest.mark.parametrize(
    ("consultation", "wrong"),
    [
        ("{from: 2026-08-10, to: 2026-09-09}", 0),
        ("{from: 2026-08-10, to: 2026-09-08}", 1),
        ("{from: 2026-08-10, to: 2026-08-11, ground: 情况紧急}", 0),
        ("{ground: 不涉及公众权利义务}", 0),
        ("{from: 2026-08-10}", 1),
        (None, 1),
    ],
)
def test_a_consultation_lasts_thirty_days_or_says_why_not(tmp_path, consultation, wrong):
    example = Example(kind="regulation", values={"consultation": consultation})
    told = found(tmp_path, example, "consultation-days")
    assert [severity for severity, _ in told] == ["warning"] * wrong


@pytest.mark.parametrize(
    ("status", "expires", "wrong"),
    [
        ("有效", "2031-10-31", 0),
        ("有效", AS_OF.isoformat(), 0),
        ("有效", "2027-06-29", 1),
        ("已失效", "2027-06-29", 0),
        ("已失效", "2031-10-31", 1),
        ("已废止", "2027-06-29", 0),
        ("已撤销", "2031-10-31", 0),
        ("有效", None, 0),
    ],
)
def test_the_status_agrees_with_the_calendar(tmp_path, status, expires, wrong):
    example = Example(kind="regulation", values={"status": status, "expires": expires})
    told = found(tmp_path, example, "status-current")
    assert [severity for severity, _ in told] == ["warning"] * wrong


def test_a_successor_that_is_not_yet_in_force_leaves_the_old_one_valid(tmp_path):
    values = {"replaced_by": "regulations/newer", "effective": "2027-07-01"}
    example = Example(kind="regulation", values=values, files={"regulations/newer.md": "*"})
    assert count(tmp_path, example, "status-current") == 0


def test_a_list_for_the_board_may_not_be_built(tmp_path):
    items = "{aid-lists: {name: {zh: 社会救助对象名单, en: Aid}, cadence: event, channel: board, since: 2026-01-01}}"
    values = {"item": "aid-lists", "period": "2026-10-08"}
    told = found(tmp_path, Example(values=values, town={"items": items}), "board-only")
    assert [severity for severity, _ in told] == ["error"]


@pytest.mark.parametrize(("day", "wrong"), [("2026-06-30", 0), ("2026-07-01", 1), ("2026-10-08", 1)])
def test_the_interim_measures_for_aid_are_not_cited_once_the_law_is_in_force(tmp_path, day, wrong):
    values = {"formed": day, "published": day, "review": REVIEW.format(day)}
    example = Example(values=values, body="根据《社会救助暂行办法》审核。\n")
    assert count(tmp_path, example, "aid-measures-cited") == wrong


def test_a_citation_goes_by_the_records_own_day(tmp_path):
    body = "依据《村民委员会组织法》第三十条实行村务公开。\n"
    old = {
        "formed": "2025-10-08",
        "published": "2025-10-10",
        "period": "2025-Q3",
        "index": "140825107/2025-00012",
    }
    example = Example(values=old | {"review": REVIEW.format("2025-10-09")}, body=body)
    assert count(tmp_path, example, "law-cited") == 0
    assert count(tmp_path, Example(body=body), "law-cited") == 1


def test_a_restatement_may_cite_the_law_of_either_day(tmp_path):
    for article in ("三十条", "三十五条"):
        body = f"依据《村民委员会组织法》第{article}实行村务公开。\n"
        values = {"restated": "true", "date": "2021", "formed": "2021", "published": "2021"}
        example = Example(kind="outreach", values=values, body=body, name="outreach/2021/example")
        assert count(tmp_path, example, "law-cited") == 0
    both_wrong = Example(
        kind="outreach",
        values=values,
        body="《村民委员会组织法》第五十一条。\n",
        name="outreach/2021/example",
    )
    assert found(tmp_path, both_wrong, "law-cited")[0][0] == "note"


def test_a_citation_is_found_at_its_own_place(tmp_path):
    lay(tmp_path, Example(body="第一段。\n\n依据《村民委员会组织法》第九十条。\n"))
    told = next(each for each in problems(tmp_path) if each.code == "law-cited")
    line = (tmp_path / told.path).read_text(encoding="utf-8").split("\n")[told.line - 1]
    assert line[told.column - 1 :].startswith("第九十条")


@pytest.mark.parametrize(
    ("basis", "wrong"),
    [
        ("[{law: 村民委员会组织法, article: 35}]", 0),
        ("[{law: 村民委员会组织法, article: 30}]", 1),  # the example is about 村务公开栏
        ("[{law: 村民委员会组织法, article: 24}]", 0),
        ("[{law: 村民委员会组织法, article: 51}, {law: 社会救助法, article: 79}]", 2),
        ("[{law: 村民委员会组织法}]", 0),
        ("[{law: 没有见过的条例, article: 999}]", 0),
    ],
)
def test_the_basis_of_a_regulation(tmp_path, basis, wrong):
    example = Example(kind="regulation", values={"basis": basis})
    assert count(tmp_path, example, "law-basis") == wrong


@pytest.mark.parametrize(
    ("basis", "now"),
    [
        ("{law: 村民委员会组织法, article: 30}", "第三十五条"),
        ("{law: 村民委员会组织法, article: 15}", "第十八条"),
        ("{law: 村民委员会组织法, article: 37}", "第四十二条、第四十三条"),
        ("{law: 国家通用语言文字法, article: 15}", "第十七条"),
        ("{law: 国家通用语言文字法, article: 6}", None),
    ],
)
def test_a_basis_says_where_its_article_stands_now(tmp_path, basis, now):
    days = {"formed": "2024-02-01", "adopted": "2024-02-01", "effective": "2024-03-01", "expires": None}
    example = Example(kind="regulation", values={**days, "basis": f"[{basis}]"})
    ((severity, told),) = found(tmp_path, example, "basis-current")
    assert severity == "note"
    assert "自 2026-01-01 起施行新的文本" in told
    assert told.partition("这项内容现在见")[2] == (now or "")


MINE = {
    *(
        "report-due",
        "report-submitted",
        "report-contents",
        "published-in-time",
        "posting-days",
        "meeting-counts",
        "meeting-quorum",
    ),
    *("meetings-yearly", "appraisal-yearly", "legality-review", "consultation-days", "status-current"),
    *("board-only", "aid-measures-cited", "law-cited", "law-basis"),
}


def test_the_projects_own_records_have_only_what_is_true(tmp_path):
    """The report of 2021 lacks three of its contents."""
    root = copy_town(tmp_path)
    register = read_register(root, KINDS, read_town(root), date(2026, 11, 22))
    told = [each for each in check(register, RULES) if each.code in MINE]
    assert [(each.path, each.code, each.severity) for each in told] == [
        ("docs/reports/2021.md", "report-contents", Severity.NOTE)
    ]


@pytest.mark.shared
def test_statutes_kept_verbatim_have_no_fault_here(tmp_path):
    texts = ROOT.parent / "shared" / "laws"
    if not texts.is_dir():
        pytest.skip("the statutes of ../shared/laws are not here")
    lay(tmp_path, Example())
    for number, path in enumerate(sorted(texts.glob("*.md")), 1):
        day = path.stem[-11:-1] if path.stem.endswith(")") else "2025-06-01"
        values = {"verbatim": "true", "formed": day, "published": day, "adopted": day, "effective": day}
        body = path.read_text(encoding="utf-8").replace("<!-- INFO END -->", "")
        example = Example(
            kind="regulation", values=values | {"expires": None}, body=body, name=f"regulations/law-{number}"
        )
        lay(tmp_path, example)
    told = [
        each
        for each in problems(tmp_path)
        if each.code in MINE and each.path.startswith("docs/regulations/law-")
    ]
    assert not [
        each for each in told if each.code in ("law-cited", "aid-measures-cited") or each.severity == "error"
    ]


BUDGET = (
    "{{budget: {{name: {{zh: 预算, en: Budget}}, of: {}, cadence: year, channel: web, since: 2026-01-01}}}}"
)


def of_office(item: str, town: str, **values: str) -> Example:
    """A disclosure of the government for 2026, formed on 20 September."""
    own = {"village": None, "office": "government", "source": "government", "item": item, "period": "2026"}
    days = {"formed": "2026-09-20", "published": "2026-10-10"}
    return Example(
        values=own | days | values, town={"items": town}, name=f"villages/government/2026/{item}-year"
    )


@pytest.mark.parametrize(
    ("approved", "published", "late"),
    [
        ("2026-09-20", "2026-10-10", 0),
        ("2026-09-19", "2026-10-10", 1),
        ("2026-09-19", "2026-10", 0),  # perhaps in time
        ("2026-08-31", "2026-10", 1),
        ("2026-09-19", "unknown", 0),
    ],
)
def test_what_was_approved_is_public_within_twenty_days(tmp_path, approved, published, late):
    example = of_office("budget", BUDGET.format("office"), approved=approved, published=published)
    told = found(tmp_path, example, "approved-in-time")
    assert [severity for severity, _ in told] == ["warning"] * late


@pytest.mark.parametrize(("of", "wrong"), [("office", 0), ("village", 1)])
def test_an_item_is_published_by_whom_it_belongs_to(tmp_path, of, wrong):
    example = of_office("budget", BUDGET.format(of), approved="2026-10-01")
    assert [severity for severity, _ in found(tmp_path, example, "item-publisher")] == ["error"] * wrong
