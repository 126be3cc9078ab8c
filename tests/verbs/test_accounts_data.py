"""The accounts to take away: right in Excel and WPS, safe to open, the same figures as on the page."""

import csv
import io
import json
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from example_accounts import NOTE, SUBJECT, Account, accounts
from example_town import AS_OF, KINDS, lay
from fazhi.nouns.coverage import coverage
from fazhi.nouns.rule import Example
from fazhi.nouns.village import village
from fazhi.verbs.accounts_data import accounts_files
from fazhi.verbs.read import read_register, read_town


def files_of(root: Path, own: list[Account], sample: bool = False) -> dict[str, bytes]:
    lay(root, Example(kind="outreach"))
    for made in own:
        path = root / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            made.text.replace("---\n", "---\nsample: true\n", 1) if sample else made.text, encoding="utf-8"
        )
    register = read_register(root, KINDS, read_town(root), AS_OF)
    covered = coverage(register)
    return accounts_files([village(id, register, covered) for id in register.town.villages], register)


@pytest.fixture
def own() -> list[Account]:
    return accounts(1)["demo-1"]


def rows(data: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


def test_every_village_and_the_town_have_both_files(tmp_path, own):
    assert set(files_of(tmp_path, own)) == {
        *(f"data/accounts/{id}.{suffix}" for id in ("demo-1", "demo-2") for suffix in ("csv", "json")),
        "data/accounts.csv",
        "data/accounts.json",
    }


def test_the_table_is_utf_8_with_mark_and_lines_as_windows_ends_them(tmp_path, own):
    data = files_of(tmp_path, own)["data/accounts/demo-1.csv"]
    assert data.startswith(b"\xef\xbb\xbf\xe6\x9d\x91,")
    assert data.count(b"\r\n") == data.count(b"\n") == sum(len(made.rows) for made in own) + 1


def test_the_figures_are_those_of_the_accounts(tmp_path, own):
    files = files_of(tmp_path, own)
    entries = [row for row in rows(files["data/accounts/demo-1.csv"]) if row["期间"] == "2024年第一季度"]
    assert [row["摘要"] for row in entries] == [row[SUBJECT] for row in own[0].rows]
    assert [row["收入"] for row in entries] == [row[2].replace(",", "") for row in own[0].rows]
    (first,) = [row for row in rows(files["data/accounts.csv"]) if row["期间"] == "2024年第一季度"]
    assert first["期末结余"] == entries[-1]["结余"] and first["对得上"] == "是"
    told = json.loads(files["data/accounts/demo-1.json"])
    assert told["unit"] == "元" and [each["period"] for each in told["accounts"]][0] == "2026-Q4"
    assert json.loads(files["data/accounts.json"])["accounts"][0]["closing"] == told["accounts"][0]["closing"]


FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "=cmd&#124;' /C calc'!A0", "-3户", "  =2"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_is_a_formula(tmp_path, own, formula):
    own[0].rows[1][SUBJECT] = formula
    entries = rows(files_of(tmp_path, own)["data/accounts/demo-1.csv"])
    assert f"'{formula.strip()}" in {row["摘要"] for row in entries}
    assert not [cell for row in entries for cell in row.values() if cell[:1] in "=+@＝＋＠" and cell]


def test_a_negative_figure_stays_a_figure(tmp_path, own):
    own[0].rows[1][2] = "-12.00"
    assert "-12.00" in {row["收入"] for row in rows(files_of(tmp_path, own)["data/accounts/demo-1.csv"])}


def test_what_cannot_be_read_is_taken_along_as_written(tmp_path, own):
    own[0].rows[1][2] = "约三百"
    assert "约三百" in {row["收入"] for row in rows(files_of(tmp_path, own)["data/accounts/demo-1.csv"])}


def test_samples_say_so_in_every_row(tmp_path, own):
    files = files_of(tmp_path, own, sample=True)
    for path in ("data/accounts/demo-1.csv", "data/accounts.csv"):
        assert {row["说明"] for row in rows(files[path])} == {"演示数据，非官方发布"}


AS_UTF_8 = "CSV:44,34,76,1"
"""Comma, quotes, UTF-8, from the first line: what its import window proposes for a file with this mark."""


def opened(data: bytes, program: str, folder: Path) -> list[list[object]]:
    """The cells of a CSV file as a spreadsheet program opens it."""
    table, sheet = folder / "accounts.csv", folder / "accounts.xlsx"
    table.write_bytes(data)
    if program == "soffice":
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        how = ["--headless", f"--infilter={AS_UTF_8}", "--convert-to", "xlsx", "--outdir", str(folder)]
        command = [program, profile, *how, str(table)]
    else:
        command = [program, str(table), str(sheet)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    rows = openpyxl.load_workbook(sheet, data_only=True).active.iter_rows(values_only=True)
    return [[*row] for row in rows]


AS_TEXT = {"soffice": "'=1+1", "ssconvert": "=1+1"}
"""What would be a formula, as each shows it: the second takes the mark of a text away. Neither works it out."""
PACKAGES = {"soffice": "libreoffice-calc-nogui", "ssconvert": "gnumeric"}


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(each, marks=pytest.mark.skipif(shutil.which(each) is None, reason=f"needs {package}"))
        for each, package in PACKAGES.items()
    ],
)
def test_a_real_spreadsheet_opens_it_with_every_character_and_every_figure(tmp_path, own, program):
    own[0].rows[1][SUBJECT] = "=1+1"
    own[0].rows[2][SUBJECT] = "招待费，㐂村“甲”组\U00020bb7"
    own[2].slug, own[3].head[NOTE], own[3].rows[1][NOTE] = "07", "凭证号", "0701"
    own[1].rows[1][2], own[1].rows[1][0] = "-12.00", "2024-05-08"
    data = files_of(tmp_path, own)["data/accounts/demo-1.csv"]
    written, (head, *cells) = rows(data), opened(data, program, tmp_path)
    assert [*written[0]] == head and len(written) == len(cells)
    for line, row in zip(written, (dict(zip(head, row, strict=True)) for row in cells), strict=True):
        for name in ("村", "期间", "摘要", "类别", "凭证号", "备注"):
            assert (row[name] or "") == line[name].replace("'=1+1", AS_TEXT[program])
        for name in ("收入", "支出", "结余"):
            assert row[name] is None if line[name] == "" else f"{row[name]:.2f}" == line[name]
    assert {"2024年7月", "2024年第一季度"} <= {row[head.index("期间")] for row in cells}
    assert "0701号" in {row[head.index("凭证号")] for row in cells}
    assert AS_TEXT[program] in {row[head.index("摘要")] for row in cells}
    assert datetime(2024, 5, 8) in {row[head.index("日期")] for row in cells}
