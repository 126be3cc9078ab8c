"""The same records looked at on the same day give the same site, bit for bit, wherever and however often it is built."""

import subprocess
import sys
from pathlib import Path

import pytest

from example_town import AS_OF, lay_every_kind
from project import tree

BUILD = """
import os, sys
import fazhi.flows.check_town
from fazhi.doors.cli import main
processes, root, day = sys.argv[1:]
os.cpu_count = lambda: int(processes)
fazhi.flows.check_town.MANY = 1
fazhi.flows.check_town.AT_ONCE = 1
sys.exit(main(["build", "--root", root, "--as-of", day]))
"""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders with the same town, written one after the other, their paths of different lengths."""
    places = (tmp_path_factory.mktemp("a"), tmp_path_factory.mktemp("another") / "deeper/down")
    return [lay_every_kind(place) for place in places]


def build(town: Path, processes: int, seed: int) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own: with so many workers, and another order of sets."""
    environment = {
        "PYTHONHASHSEED": str(seed),
        "PATH": "/usr/bin:/bin",
        "HOME": str(town),
        "TZ": f"UTC-{seed}",
    }
    command = [sys.executable, "-c", BUILD, str(processes), str(town), AS_OF.isoformat()]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_another_run_in_another_folder_with_another_number_of_workers_gives_the_same_bytes(towns):
    runs = [build(town, processes, seed) for town, processes, seed in zip(towns, (1, 2), (1, 7), strict=True)]
    for run in runs:
        said = run.communicate()[1].decode()
        assert run.returncode == 0, said
    one, other = (tree(town / "site") for town in towns)
    assert len(one) > 300
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
