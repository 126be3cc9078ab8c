"""run.py before anything is installed: what it asks of the machine, and that it is quick the second time."""

import ast
import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from project import ROOT


@pytest.fixture
def run():
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_nothing_but_the_standard_library():
    imports = [
        node
        for node in ast.walk(ast.parse((ROOT / "run.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names} | {
        node.module for node in imports if isinstance(node, ast.ImportFrom)
    }
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_locks_are_hashed_and_name_no_registry():
    for lock in ("requirements.lock", "requirements-notices.lock", "requirements-test.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        packages = [line for line in text.splitlines() if "==" in line and not line.startswith((" ", "#"))]
        assert packages
        assert all(line.endswith("\\") for line in packages), "a package without hashes"
        assert "://" not in text


def test_the_lock_of_npm_is_hashed_and_names_no_registry():
    text = (ROOT / "tests/npm/package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    wanted = json.loads((ROOT / "tests/npm/package.json").read_text(encoding="utf-8"))["dependencies"]
    assert packages.pop("")["dependencies"] == wanted
    assert {packages[f"node_modules/{name}"]["version"] for name in wanted} == {*wanted.values()}
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert "://" not in text


def test_the_test_lock_agrees_with_the_lock():
    def pins(name):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split(" ")[0] for line in lines if "==" in line and not line.startswith(" ")}

    assert pins("requirements.lock") <= pins("requirements-notices.lock") <= pins("requirements-test.lock")


def test_missing_debian_packages_are_named_with_the_exact_command(run, monkeypatch, capsys):
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(run, "_is_there", lambda need: False)
    assert run._ensure_programs() == 1
    said = capsys.readouterr().err
    assert (
        "sudo apt-get install --no-install-recommends -y chromium fonts-noto-cjk git libatomic1 "
        "libharfbuzz-subset0 libnginx-mod-http-brotli-static libpango-1.0-0 libpangoft2-1.0-0 nginx openssh-client patch ruby"
        in said
    )


def test_an_old_python_is_told_what_is_needed(run, monkeypatch, capsys):
    monkeypatch.setattr(run.sys, "version_info", (3, 9))
    assert run.main(["check"]) == 1
    assert "3.11" in capsys.readouterr().err


def test_what_sets_notices_is_installed_for_that_command_only(run, monkeypatch):
    locks = []
    monkeypatch.setattr(run, "_ensure_venv", lambda lock, name: locks.append(lock.name))
    monkeypatch.setattr(run, "_run", lambda command, cwd=None: 0)
    run.main(["check"])
    assert locks == ["requirements.lock"]
    run.main(["notice", "--help"])
    assert locks[1:] == ["requirements.lock", "requirements-notices.lock"]
    run.main(["notice", "--verify", "SHAV-N3LE"])
    assert locks[3:] == ["requirements.lock"]


def test_an_interrupted_installation_is_done_again(run, monkeypatch, tmp_path):
    done = []
    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(run, "_pip", lambda *words: done.append(words[0]) or 1)
    assert run._ensure_venv(run.LOCK, "fazhi") == 1
    assert not (tmp_path / "fazhi.stamp").exists()
    monkeypatch.setattr(run, "_pip", lambda *words: done.append(words[0]) or 0)
    assert run._ensure_venv(run.LOCK, "fazhi") == 0
    assert run._ensure_venv(run.LOCK, "fazhi") == 0
    assert len(done) == 3, "once failed, then two steps, then nothing"


@pytest.fixture
def npm(run, monkeypatch, tmp_path):
    """run.py before npm laid anything: says whether a call succeeded, and keeps the folders npm was called in."""
    calls = []
    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")

    def called(fails=False):
        def call(command, cwd, stdout):
            calls.append((command, {path.name for path in cwd.iterdir()}))
            return int(fails)

        monkeypatch.setattr(run.subprocess, "call", call)
        return run._ensure_npm()

    called.calls = calls
    return called


def test_packages_of_npm_are_laid_once_and_an_interrupted_time_is_done_again(npm, tmp_path):
    assert npm(fails=True) == 1
    assert not (tmp_path / "npm.stamp").exists()
    assert npm() == npm() == 0
    assert len(npm.calls) == 2, "once failed, once done, then nothing"
    for command, files in npm.calls:
        assert command[:3] == ["/usr/bin/npm", "ci", "--ignore-scripts"]
        assert files == {"package.json", "package-lock.json"}


def test_another_lock_of_npm_is_installed_anew(npm, run, monkeypatch, tmp_path):
    npm()
    for name in run.NPM_FILES:
        (tmp_path / name).write_bytes((run.NPM / name).read_bytes() + b"\n")
    monkeypatch.setattr(run, "NPM", tmp_path)
    npm()
    assert len(npm.calls) == 2


def test_without_npm_the_tests_run_all_the_same_and_it_is_told(npm, run, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    assert npm() == 0
    assert not npm.calls and not (tmp_path / "npm.stamp").exists()
    said = capsys.readouterr().err
    assert "没有 npm" in said and "skipped" in said


def test_npm_is_asked_of_for_tests_only(run, monkeypatch):
    asked = []
    monkeypatch.setattr(run, "_ensure_programs", lambda: 0)
    monkeypatch.setattr(run, "_ensure_venv", lambda lock, name: asked.append(lock.name))
    monkeypatch.setattr(run, "_ensure_npm", lambda: asked.append("npm"))
    monkeypatch.setattr(run, "_run", lambda command, cwd=None: asked.append("run") or 0)
    run.main(["check"])
    assert asked == ["requirements.lock", "run"]
    run.main(["test"])
    assert asked[2:] == ["requirements.lock", "requirements-test.lock", "npm", "run"]


def test_from_any_folder_and_quick_the_second_time(tmp_path):
    """Under 0.3 s of run.py's own: its start against that of fazhi itself, the best of five."""
    if not (ROOT / ".venv/fazhi.stamp").exists():
        pytest.skip("this suite was not started by run.py, so there is no .venv to be quick with")

    def best(command):
        spent = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
            spent.append(time.perf_counter() - start)
        return min(spent)

    python = ROOT / ".venv/bin/python"
    own = best([sys.executable, ROOT / "run.py", "--version"]) - best(
        [python, "-m", "fazhi.doors.cli", "--version"]
    )
    assert own < 0.3


def test_from_a_folder_without_a_town_it_takes_its_own(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "fazhi.doors.cli", "check"],
        cwd=tmp_path,
        env={**os.environ, "FAZHI_HOME": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0


def test_the_entry_points_of_the_package_exist():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    targets = [*project["scripts"].values(), *project["entry-points"]["mkdocs.plugins"].values()]
    for target in targets:
        module, _, name = target.partition(":")
        assert importlib.util.find_spec(module) is not None
        assert name in Path(importlib.util.find_spec(module).origin).read_text(encoding="utf-8")
