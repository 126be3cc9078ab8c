"""The head block of a record: labels and values as residents read them, in both languages."""

from pathlib import Path

import pytest

from example_town import lay, read
from fazhi.nouns.head import Line, head
from fazhi.nouns.rule import Example


def lines(root: Path, example: Example) -> dict[str, Line]:
    path = lay(root, example)
    register = read(root)
    id = path.relative_to(root / "docs").with_suffix("").as_posix()
    return {line.key: line for line in head(register.records[id], register.town)}


SHOWN = [
    ("disclosure", {}, "village", "示范一村", "Demo One"),
    ("disclosure", {}, "item", "财务收支", "Accounts"),
    ("disclosure", {}, "period", "2026年第三季度", "Q3 2026"),
    ("disclosure", {}, "topic", "农业、林业、水利", "Agriculture, forestry and water"),
    ("disclosure", {}, "index", "140825107/2026-00012", "140825107/2026-00012"),
    ("disclosure", {}, "posted", "2026-10-10 至 2026-10-30，村务公开栏", "2026-10-10 to 2026-10-30"),
    ("regulation", {}, "status", "有效", "In force"),
    ("regulation", {"formed": "unknown"}, "formed", "不详", "not known"),
    ("regulation", {"formed": "2020-05"}, "formed", "2020-05", "2020-05"),
    ("outreach", {"villages": "[demo-1, demo-2]"}, "villages", "示范一村、示范二村", "Demo One, Demo Two"),
    ("outreach", {"audience": "干部"}, "audience", "干部", "Officials"),
    ("outreach", {"hours": "2.5"}, "hours", "2.5", "2.5"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values", "key", "zh", "en"), SHOWN)
def test_a_value_reads_in_both_languages(tmp_path, kind, values, key, zh, en):
    line = lines(tmp_path, Example(kind=kind, values=values))[key]
    assert (line.value.zh, line.value.en) == (zh, en)
    assert line.label.zh and line.label.en


def test_a_village_leads_to_its_page(tmp_path):
    found = lines(tmp_path, Example())
    assert found["village"].leads_to == "villages/demo-1/index"
    assert found["item"].leads_to is None


def test_what_is_not_told_has_no_line(tmp_path):
    found = lines(
        tmp_path, Example(kind="outreach", values={"villages": "[]", "place": None, "review": None})
    )
    assert not {"villages", "place", "review"} & found.keys()
