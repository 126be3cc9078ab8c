"""What a correction changed is found in the last release, carried on, and never told where privacy was the reason."""

import json
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from example_release import IDS, Told, nothing
from example_town import AS_OF, RULES, put
from fazhi.flows.publish import rolled_back
from fazhi.ground.short_code import short_code
from fazhi.nouns.fault import Refused
from fazhi.nouns.past import NOTHING
from fazhi.verbs.answer_code import of_release
from fazhi.verbs.built_privacy import scan
from fazhi.verbs.correction_data import correction_data
from fazhi.verbs.open_release import open_release
from project import tree

BODY = "发放资料20份。\n\n| 项目 | 金额 |\n|---|---|\n| 印刷 | 12.30 |\n| 茶水 | 3.30 |\n"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    monkeypatch.setattr(os, "fsync", nothing)
    small = Told(tmp_path)
    small.write(IDS[0], body=BODY)
    small.build()
    small.publish()
    return small


def entry(what: str, *, privacy: bool = False) -> str:
    more = ", privacy: true" if privacy else ""
    return f"{{on: {AS_OF}, what: {what}, why: 录入有误, by: reviewer{more}}}"


def told(small: Told) -> dict[str, list[tuple[str, str, str]]]:
    """What the data say that each correction of the first record changed."""
    data = json.loads((small.site / "data/corrections.json").read_text(encoding="utf-8"))
    return {
        each["what"]: [(one["part"], one["before"], one["after"]) for one in each["changes"]]
        for each in data["corrections"]
        if each["record"] == IDS[0]
    }


def correct(small: Told, entries: list[str], body: str, **values: str) -> None:
    small.write(IDS[0], {"corrections": f"[{', '.join(entries)}]", **values}, body=body)
    small.build()


def test_a_row_a_field_and_a_new_line_are_told_part_by_part(small):
    correct(small, [entry("更正金额")], f"{BODY.replace('12.30', '12.80')}\n又一段。\n", title="第0次培训")
    assert told(small) == {
        "更正金额": [
            ("title", "第0次宣传", "第0次培训"),
            ("text", "印刷 12.30", "印刷 12.80"),
            ("text", "", "又一段。"),
        ]
    }


def test_it_is_carried_on_and_a_second_correction_stands_beside_it(small):
    correct(small, [entry("一")], BODY.replace("12.30", "12.80"))
    small.publish()
    small.build()
    assert told(small) == {"一": [("text", "印刷 12.30", "印刷 12.80")]}
    small.publish(on=AS_OF + timedelta(300), keep=1)
    correct(small, [entry("一"), entry("二")], BODY.replace("12.30", "12.80").replace("20份", "21份"))
    assert told(small) == {
        "一": [("text", "印刷 12.30", "印刷 12.80")],
        "二": [("text", "发放资料20份。", "发放资料21份。")],
    }


def test_mark_up_and_white_space_are_no_change(small):
    correct(small, [entry("一")], BODY.replace("发放资料", "**发放** 资料").replace("12.30", "12.80"))
    assert told(small) == {"一": [("text", "印刷 12.30", "印刷 12.80")]}


def test_a_site_that_is_only_built_knows_no_past(tmp_path):
    small = Told(tmp_path)
    correct(small, [entry("一")], BODY)
    assert told(small) == {"一": []}


def test_for_the_sake_of_privacy_nothing_is_told_and_nothing_kept(small):
    """Neither what was taken out, nor what an earlier correction of the record showed, nor any release that had it."""
    correct(small, [entry("一")], BODY.replace("20份", "王某20份"))
    small.publish()
    correct(small, [entry("一"), entry("二", privacy=True)], BODY)
    small.publish()
    assert told(small) == {"一": [], "二": []}
    assert [path for path, data in tree(small.root).items() if "王某" in data.decode(errors="replace")] == []
    assert small.verify().faults == []
    before = "2027-06-30-2"
    with pytest.raises(Refused):
        rolled_back(small.order(), before, nothing)
    correct(small, [entry("一"), entry("二", privacy=True), entry("三")], BODY.replace("12.30", "12.80"))
    assert told(small)["三"] == [("text", "印刷 12.30", "印刷 12.80")]
    small.publish()
    assert [path.name for path in (small.root / "releases/2027-06-30-3").iterdir() if path.is_dir()] != []


def test_a_list_of_people_whose_posting_is_over_has_no_past(small):
    """Before and after would name them again."""
    id = "villages/demo-1/2026/subsidies-Q3"
    text = (
        "---\ntitle: 示范一村2026年第三季度补贴\nindex: 140825107/2026-00555\nformed: 2026-10-08\npublished: 2026-10-10\n"
        "source: demo-1\ntopic: 民政、扶贫、救灾\naccess: 主动公开\n"
        "review: {by: reviewer, on: 2026-10-09, secrecy: ok, privacy: ok}\nvillage: demo-1\nitem: subsidies\n"
        "period: 2026-Q3\nposted: {from: 2026-10-10, to: @to@, place: 村务公开栏}\n@more@---\n\n## 低保发放\n\n"
        "| 姓名 | 金额 |\n|---|---|\n| 张某 | 900.00 |\n| 李某 | @sum@ |\n"
    )

    def lay(to: str, amount: str, more: str = "") -> None:
        put(small.town, id, text.replace("@to@", to).replace("@sum@", amount).replace("@more@", more))
        small.build()

    lay("2027-12-31", "800.00")
    small.publish()
    lay("2027-12-31", "810.00", f"corrections: [{entry('一')}]\n")
    data = small.site / "data/corrections.json"
    assert "李某" in data.read_text(encoding="utf-8")
    lay("2026-12-31", "810.00", f"corrections: [{entry('一')}]\n")
    assert "李某" not in data.read_text(encoding="utf-8")


def test_shared_assets_of_an_emptied_release_go_with_it(small):
    correct(small, [entry("二", privacy=True)], BODY)
    small.put("assets/own.css", "body{color:#222}" * 30)
    small.publish()
    assert small.verify().faults == []


def test_a_release_made_before_this_was_known_is_no_hindrance(small):
    shutil.rmtree(small.root)
    for path in [*small.site.rglob("record.md"), small.site / "data/corrections.json"]:
        path.unlink()
    small.publish()
    correct(small, [entry("一")], BODY.replace("12.30", "12.80"))
    assert told(small) == {"一": []}


def test_privacy_beside_another_correction_hides_both(small):
    """Nobody can tell which of two new entries changed what."""
    correct(small, [entry("一")], BODY.replace("20份", "王某20份"))
    small.publish()
    correct(small, [entry("一"), entry("二", privacy=True), entry("三")], BODY)
    assert told(small)["三"] == []
    assert "王某" not in (small.site / "data/corrections.json").read_text(encoding="utf-8")


def test_a_site_built_elsewhere_does_not_make_the_past_forgotten(small):
    correct(small, [entry("一")], BODY.replace("12.30", "12.80"))
    small.publish()
    for path, data in correction_data(small.register, NOTHING).items():
        small.put(path, data.decode())
    small.publish()
    small.build()
    assert told(small) == {"一": [("text", "印刷 12.30", "印刷 12.80")]}


@pytest.mark.parametrize(
    "data", ["", "[]", "{}", '{"corrections": [1]}', '{"corrections": [{"record": "x"}]}', "\ufffe"]
)
def test_data_of_another_form_are_as_good_as_none(small, data):
    small.put("data/corrections.json", data)
    small.put(f"{IDS[0]}/record.md", data)
    small.publish()
    correct(small, [entry("一")], BODY.replace("12.30", "12.80"))
    assert told(small) == {"一": []}
    assert [each.state for each in of_release(short_code(IDS[0]), "", open_release(small.served))] == [
        "current"
    ]


def test_what_was_personal_is_found_in_before_where_privacy_was_not_named(small):
    """Whoever takes a number out and does not say that it was somebody's is stopped by the gate over the built site."""
    correct(small, [entry("一")], f"{BODY}\n联系 13800138000。\n")
    small.publish()
    correct(small, [entry("一"), entry("二")], BODY)
    found = scan(small.site, small.register, RULES, ["data/corrections.json"])
    assert {each.code for each in found} == {"mobile-number"}
    correct(small, [entry("一"), entry("二", privacy=True)], BODY)
    assert scan(small.site, small.register, RULES, ["data/corrections.json"]) == []
