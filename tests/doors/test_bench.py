"""How `fazhi bench search --part engines` shows what was measured, and what it says where nothing can be."""

import json

from fazhi.doors.commands import bench as bench_command
from fazhi.flows import other_engines
from fazhi.flows.bench_check import Benched, Figures
from fazhi.ground.words import Words


def test_without_any_of_them_the_command_says_what_to_do(fazhi, monkeypatch, tmp_path):
    monkeypatch.setattr(other_engines, "PACKAGES", tmp_path)
    said = fazhi("bench", "search", "--part", "engines")
    assert said.code == 2
    assert "python3 run.py test" in said.err
    assert all(engine.label in said.err for engine in other_engines.ENGINES)


def test_tables_are_printed_in_columns_and_as_json(fazhi, monkeypatch):
    rows = {Words("每次，kB", "later, kB"): [1.25, 1234.5], Words("全部", "all"): [0.5, 2.0]}
    table = Figures(Words("代价", "costs"), ("fazhi", "Pagefind"), rows)
    benched = Benched((), {}, {}, tables=(table,), notes=(Words("照原样", "as typed"),))
    monkeypatch.setattr(bench_command, "bench_engines", lambda *_, **__: benched)
    lines = fazhi("bench", "search", "--part", "engines").out.splitlines()
    after_title = lines[lines.index("代价") + 1 :]
    assert [line.split() for line in after_title[:3]] == [
        ["fazhi", "Pagefind"],
        ["每次，kB", "1.250", "1,234.5"],
        ["全部", "0.500", "2.000"],
    ]
    assert len({shown_width(line) for line in after_title[:3]}) == 1
    assert "- 照原样" in lines
    told = json.loads(fazhi("bench", "search", "--part", "engines", "--format", "json").out)
    assert told["tables"] == [
        {
            "title": "costs",
            "rows": {
                "later, kB": {"fazhi": 1.25, "Pagefind": 1234.5},
                "all": {"fazhi": 0.5, "Pagefind": 2.0},
            },
        }
    ]
    assert told["notes"] == ["as typed"]


def shown_width(line: str) -> int:
    """How many columns of a terminal a line takes."""
    return sum(1 + (ord(sign) > 0x2E80) for sign in line)
