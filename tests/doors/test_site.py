"""`fazhi site` as a real process: it serves, follows what is saved, and outlives a broken record."""

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from fazhi.flows.found import found
from ports import free_port


class Served(NamedTuple):
    process: subprocess.Popen
    url: str

    def until(self, words: str) -> str:
        """Read what the process says up to a line with these words."""
        said = ""
        for line in self.process.stderr:
            said += line
            if words in line:
                return said
        raise AssertionError(f"ended without {words!r}: {said}")

    def page(self, path: str = "") -> str:
        with urllib.request.urlopen(self.url + path, timeout=20) as answer:
            return answer.read().decode()


@contextmanager
def serving(town: Path) -> Iterator[Served]:
    port = free_port()
    command = [sys.executable, "-u", "-m", "fazhi.doors.cli", "site", "--root", town, "--port", str(port)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        yield Served(process, f"http://127.0.0.1:{port}/")
    finally:
        process.kill()
        process.wait(30)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    found(tmp_path / "town")
    return tmp_path / "town"


def test_it_serves_follows_a_save_and_keeps_the_last_good_site_through_a_fault(town):
    home = town / "docs/index.md"
    with serving(town) as served:
        served.until("Ctrl+C")
        assert "某某镇法治公开" in served.page()
        home.write_text("---\ntitle: 某某镇法治公开\n---\n\n新写的一句话。\n", encoding="utf-8")
        served.until("已生成")
        assert "新写的一句话" in served.page()
        home.write_text("---\ntitle: 某某镇法治公开\n---\n\n<script>\n", encoding="utf-8")
        served.until("改正后保存")
        assert "新写的一句话" in served.page()
        home.write_text("---\ntitle: 某某镇法治公开\n---\n\n改好了。\n", encoding="utf-8")
        served.until("已生成")
        assert "改好了" in served.page()


def test_a_town_with_errors_and_no_site_yet_ends_with_the_problems(town):
    (town / "docs/index.md").write_text("", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "fazhi.doors.cli", "site", "--root", town],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert "docs/index.md:1:1" in run.stdout
    assert not (town / "site").exists()


def test_a_taken_port_is_told(town):
    with serving(town) as served:
        served.until("Ctrl+C")
        port = served.url.rpartition(":")[2].strip("/")
        run = subprocess.run(
            [sys.executable, "-m", "fazhi.doors.cli", "site", "--root", town, "--port", port],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert run.returncode == 2
    assert port in run.stderr
    assert "Traceback" not in run.stderr
