"""The measurement of publishing, small: what one correction makes it write; times are for `fazhi bench publish`."""

import os

import pytest

from example_release import nothing
from fazhi.flows.bench_publish import bench_publish
from fazhi.ground.laps import Laps


def test_one_correction_writes_what_changed_and_the_lists(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "fsync", nothing)
    monkeypatch.setattr(os, "sync", nothing)
    benched = bench_publish(100)
    counts = {name.removeprefix("one corrected: "): count for name, count in benched.counts.items()}
    assert 0 < counts["files written"] <= 3 * counts["files of the site that changed"] + 5
    assert counts["files kept by a hard link"] > 10 * counts["files written"]
    sized = [bound for bound in benched.bounds if not bound.name.startswith("time")]
    assert [bound.name for bound in sized if not bound.ok] == []
    assert {"first: files", "one corrected: disk"} <= benched.seconds.keys()


def test_laps_follow_each_other_and_add_up():
    moments = iter((1.0, 3.0, 4.0, 9.0))
    laps = Laps(clock=lambda: next(moments))
    for step in ("read", "write", "read"):
        laps.done(step)
    assert laps.seconds == {"read": 7.0, "write": 1.0}
