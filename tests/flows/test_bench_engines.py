"""Our search beside others, small: that every adapter builds and asks its engine; figures are for `fazhi bench search`."""

import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from fazhi.flows import other_engines
from fazhi.flows.bench_check import Benched, Figures
from fazhi.flows.bench_engines import bench_engines

PRESENT = [engine for engine in other_engines.ENGINES if engine.is_installed]


def small(**given) -> Benched:
    if not PRESENT:
        pytest.skip("the other engines are not in .venv/npm; node, npm and `run.py test` bring them")
    with ThreadPoolExecutor(1) as thread:  # another test's browser may be open in this one
        return thread.submit(bench_engines, 120, firsts=1, **given).result()


@pytest.fixture(scope="module")
def benched() -> Benched:
    return small(each=2)


def row(table: Figures, name: str) -> dict[str, float]:
    """A row by its English name, its figures by the engine."""
    found = {words.en: figures for words, figures in table.rows.items()}
    return dict(zip(table.columns, found[name], strict=True))


@pytest.mark.browser
def test_every_engine_answers(benched):
    """What is a word to each of them is found by each: an adapter that fails would show its engine worse than it is."""
    found, right, near, _ = benched.tables
    assert found.columns == ("fazhi", *(engine.label for engine in PRESENT))
    assert set(row(found, "village").values()) == {1.0}
    assert min(row(right, "spaced").values()) > 0
    assert min(row(near, "one character wrong").values()) > 0


@pytest.mark.browser
def test_ours_finds_all_and_no_other_is_better(benched):
    found, right, *_ = benched.tables
    assert {figures[0] for table in (found, right) for figures in table.rows.values()} == {1.0}
    assert len(benched.bounds) == 3 * len(PRESENT)
    assert [bound for bound in benched.bounds if not bound.ok] == []


@pytest.mark.browser
def test_what_an_engine_downloads_and_holds_is_counted(benched):
    costs = benched.tables[-1]
    first, most = row(costs, "first result, kB (median)"), row(costs, "first result, kB (most)")
    held = row(costs, "all files compressed, MB")
    assert all(0 < first[label] <= most[label] for label in costs.columns)
    for engine in PRESENT:
        if engine.is_whole:
            assert most[engine.label] == pytest.approx(held[engine.label] * 1000, rel=0.05)
        assert any(engine.label in note.en and engine.package in note.en for note in benched.notes)


@pytest.mark.browser
def test_an_engine_that_is_not_ready_in_time_is_left_out_and_named(monkeypatch):
    monkeypatch.setattr(other_engines, "LIMIT", 0.001)
    benched = small(each=1, engines=PRESENT[:1])
    assert {table.columns for table in benched.tables} == {("fazhi",)}
    assert benched.bounds == ()
    assert f"{PRESENT[0].label}: was not ready with 120 pages" in benched.notes[-1].en


@pytest.mark.skipif(not PRESENT, reason="no other engine is installed")
def test_an_adapter_that_fails_is_told(monkeypatch, tmp_path):
    (tmp_path / "build.js").write_text("process.exit(3)")
    monkeypatch.setattr(other_engines, "ADAPTERS", tmp_path)
    with pytest.raises(subprocess.CalledProcessError, match="status 3"):
        other_engines.build(PRESENT[0], ())
