"""A record that was taken back is called in words, though its title is gone."""

from pathlib import Path

import pytest

from example_town import lay_every_kind, read
from fazhi.ground.short_code import short_code
from fazhi.nouns.withdrawn import name_of


@pytest.mark.parametrize(
    ("id", "zh", "en"),
    [
        ("villages/demo-1/2026/finance-Q3", "示范一村2026年第三季度财务收支", "Q3 2026"),
        ("villages/demo-1/2026/finance-09", "示范一村2026年9月财务收支", "September 2026"),
        ("villages/demo-1/2026/finance-year", "示范一村2026年财务收支", ", 2026"),
        ("villages/demo-1/2026/finance-0910", "示范一村2026-09-10财务收支", "2026-09-10"),
    ],
)
def test_a_disclosure_by_village_period_and_item(tmp_path: Path, id, zh, en):
    name = name_of(id, read(lay_every_kind(tmp_path)))
    assert name.zh == zh
    assert name.en.startswith("Demo One: ") and name.en.endswith(en)


@pytest.mark.parametrize(
    ("id", "zh"),
    [
        ("outreach/2026/talk-1", "2026年"),
        ("villages/demo-1/2026/finance-Q3-2", "2026年"),
        ("villages/gone/2026/finance-Q3", "2026年"),
        ("villages/demo-1/2026/finance-9999", "2026年"),
        ("regulations/rule", ""),
        ("other/rule", "记录"),
    ],
)
def test_another_by_kind_and_year_and_its_code(tmp_path: Path, id, zh):
    name = name_of(id, read(lay_every_kind(tmp_path)))
    assert name.zh.startswith(zh) and name.zh.endswith(f"（短码 {short_code(id)}）")
    assert id not in name.zh and id not in name.en
