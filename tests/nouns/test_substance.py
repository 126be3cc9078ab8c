"""Which texts say something for a period, and which only repeat the one before."""

from datetime import date

import pytest

from fazhi.nouns.coverage import coverage
from sown_duties import Sown

TEXT = "种粮补贴发放12户，共计1200.00元，全部到户。"
TABLE = "## 情况\n\n| 项目 | 金额 |\n|---|---:|\n"


def state(tmp_path, body: str, more: str = "", before: str = "") -> str:
    """How a quarter stands that was published in time with a text, after one with another."""
    sown = Sown(tmp_path, years=())
    if before:
        sown.put("v01", "q1", "2026-Q1", date(2026, 4, 5), body=before)
    sown.put("v01", "q1", "2026-Q2", date(2026, 7, 5), body=body, more=more)
    cells = coverage(sown.register(1)).cells
    return next(each.state for each in cells if (each.duty.item, each.duty.period.text) == ("q1", "2026-Q2"))


@pytest.mark.parametrize(
    "body",
    ["略。", "见公开栏。", "详见村务公开栏", "待补充", "内容另行公布。", "……", "本季度没有发生补贴发放。",
     "经村委会核实，本季度没有发生补贴发放。", f"{TABLE}| 合计 | 0 |", f"{TABLE}| **合计** | 0.00 |", f"{TABLE}| 合计 | — |"],
)  # fmt: skip
def test_words_that_say_nothing_are_blank(tmp_path, body):
    assert state(tmp_path, body) == "empty"


@pytest.mark.parametrize(
    "body",
    ["没有发生的有两项，另外发放12户。", "见公开栏；发放12户，共1200.00元。", f"{TABLE}| 合计 | 0.50 |",
     f"{TABLE}| 低保 | 0 |", "没有通过的一项是修路，三月再议。"],
)  # fmt: skip
def test_words_that_say_something_are_not(tmp_path, body):
    assert state(tmp_path, body) == "on-time"


NIL = "nil: {by: v01, on: 2026-07-01}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("本期无此事项。", "nil"),
        (f"{TABLE}| 低保 | 0.00 |", "nil"),
        ("## 收支\n\n| 摘要 | 收入 | 结余 |\n|---|---:|---:|\n| 上期结余 | | 50.00 |\n| 期末结余 | | 50.00 |", "nil"),
        (f"{TABLE}| 低保 | 1200.00 |", "on-time"),
        (TEXT, "on-time"),
    ],
)  # fmt: skip
def test_what_is_signed_as_nothing_and_tells_amounts_is_not_nil(tmp_path, body, expected):
    assert state(tmp_path, body, NIL) == expected


ATTACHED = "attachments: [{file: a.txt, title: 表}]\n"


@pytest.mark.parametrize(
    ("body", "before", "more", "expected"),
    [
        (f"{TEXT}特此公示。", TEXT, "", "copied"),
        (f"{TEXT}\n\n特此公示。", f"{TEXT}\n\n现予公布。", "", "copied"),
        (TEXT, TEXT, ATTACHED, "copied"),
        ("明细见附件。", "明细见附件。", ATTACHED, "on-time"),
        (f"{TEXT}另有一户补发。", TEXT, "", "on-time"),
    ],
)
def test_a_copy_stays_one_whatever_is_put_after_it(tmp_path, body, before, more, expected):
    assert state(tmp_path, body, more, before) == expected
