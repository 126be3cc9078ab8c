"""The command line from outside: codes, languages, help, and what happens on wrong use."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fazhi.doors import commands
from fazhi.doors.commands import check as check_command

HAN = range(0x4E00, 0x9FFF)


def has_han(text: str) -> bool:
    return any(ord(char) in HAN for char in text)


def test_the_projects_own_records_have_no_error(fazhi):
    said = fazhi("check", "--root", Path(__file__).parents[2])
    assert said.code == 0
    assert ": 错误 " not in said.out
    assert "错误 0，" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chekc",),
        ("check", "--bogus"),
        ("explain",),
        ("explain", "no-such"),
        ("new", "letter"),
        ("check", "--format", "yaml"),
        ("check", "--as-of", "2026-13-01"),
        ("check", "no/such/file.md"),
        ("check", "--root", "/"),
    ],
    ids=lambda given: " ".join(given) or "nothing",
)
def test_wrong_use_exits_2_with_a_chinese_line_and_no_traceback(fazhi, arguments):
    said = fazhi(*arguments)
    assert said.code == 2
    assert has_han(said.err + said.out)
    assert "Traceback" not in said.err


def test_a_mistyped_command_is_told_the_nearest(fazhi):
    assert "check" in fazhi("chekc").err


def test_help_lists_every_command_in_both_languages(fazhi):
    chinese, english = fazhi("--help"), fazhi("--help", "--lang", "en")
    for name in commands.names():
        assert f"  {name} " in chinese.out
        assert f"  {name} " in english.out
    assert has_han(chinese.out)
    assert not has_han(english.out)


@pytest.mark.parametrize("name", commands.names())
def test_every_command_explains_itself_in_both_languages(fazhi, name):
    chinese, english = fazhi(name, "--help"), fazhi(name, "--help", "--lang", "en")
    assert chinese.code == english.code == 0
    assert has_han(chinese.out)
    assert not has_han(english.out)
    assert "--root" in chinese.out


def test_a_fault_exits_1_and_names_file_line_and_column(fazhi, town):
    record = town / "docs/villages/demo-1/2026/finance-Q3.md"
    lines = record.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("published:"))
    lines[at] = "published: 2026-13-01"
    record.write_text("\n".join(lines), encoding="utf-8")
    said = fazhi("check", "--root", town)
    assert said.code == 1
    assert f"docs/villages/demo-1/2026/finance-Q3.md:{at + 1}:12: 错误 published 写作“2026-13-01”" in said.out
    assert said.out.count(": 错误 ") == 1


def test_english_on_request(fazhi, town):
    (town / "docs/pages/new.md").write_text("no front matter\n", encoding="utf-8")
    said = fazhi("check", "--root", town, "--lang", "en")
    (line,) = (line for line in said.out.splitlines() if line.startswith("docs/pages/new.md:1:1: error"))
    assert not has_han(line + said.err)


def test_json_has_the_form_others_rely_on(fazhi, town):
    (town / "docs/pages/new.md").write_text("", encoding="utf-8")
    report = json.loads(fazhi("check", "--root", town, "--format", "json").out)
    (problem,) = [each for each in report["problems"] if each["severity"] == "error"]
    assert list(report["counts"]) == ["error", "warning", "note"]
    assert sum(report["counts"].values()) == len(report["problems"])
    assert list(problem) == ["path", "line", "column", "code", "ref", "severity", "message"]
    assert (problem["path"], problem["line"], problem["column"]) == ("docs/pages/new.md", 1, 1)


def test_a_path_narrows_the_report_not_the_reading(fazhi, town):
    for name in ("one", "two"):
        (town / f"docs/pages/{name}.md").write_text("", encoding="utf-8")
    said = fazhi("check", town / "docs/pages/one.md", "--root", town)
    assert "one.md" in said.out
    assert "two.md" not in said.out


def test_as_of_decides_what_is_future(fazhi):
    said = fazhi("check", "--root", Path(__file__).parents[2], "--as-of", "2025-01-01")
    assert said.code == 1
    assert "not-in-future" in said.out


def test_our_own_bug_exits_3_without_the_words_of_a_record(fazhi, town, monkeypatch):
    def broken(*_):
        raise RuntimeError("secret words of a record")

    monkeypatch.setattr(check_command, "check_town", broken)
    said = fazhi("check", "--root", town)
    assert said.code == 3
    assert "RuntimeError" in said.err
    assert "test_cli.py" in said.err or "check.py" in said.err
    assert "secret words" not in said.err


@pytest.mark.skipif(
    shutil.which("mount") is None or os.name == "nt" or os.geteuid() != 0, reason="needs root and mount"
)
def test_a_full_disk_is_told_and_leaves_the_old_site(fazhi, tmp_path):
    town, disk = tmp_path / "town", tmp_path / "disk"
    fazhi("init", town)
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        (town / ".cache").symlink_to(disk)
        said = fazhi("build", "--root", town)
    finally:
        subprocess.run(["umount", disk], check=True)
    assert said.code == 2
    assert "磁盘已满" in said.err
    assert not (town / "site").exists()


def test_a_system_without_the_modules_of_unix_can_do_everything_but_measure_memory():
    without = "import sys; sys.modules.update(dict.fromkeys(('resource', 'fcntl', 'pwd', 'grp', 'termios')))"
    run = subprocess.run(
        [sys.executable, "-c", f"{without}; from fazhi.doors.cli import main; sys.exit(main(['--help']))"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert all(f"  {name} " in run.stdout for name in commands.names())


def test_explain_takes_code_and_reference(fazhi):
    assert fazhi("explain", "number-form").out == fazhi("explain", "META-04").out
    assert "GB/T 9704" in fazhi("explain", "number-form").out


def test_rules_lists_every_rule(fazhi):
    from fazhi import rules

    out = fazhi("rules").out
    assert [line.split()[0] for line in out.splitlines()] == list(rules.discover())


def test_the_nearest_town_upward_is_found(town):
    run = subprocess.run(
        [sys.executable, "-m", "fazhi.doors.cli", "check"],
        cwd=town / "docs/pages",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
def test_a_reader_that_goes_away_is_no_bug():
    run = subprocess.run(
        f"{sys.executable} -m fazhi.doors.cli rules | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stderr
