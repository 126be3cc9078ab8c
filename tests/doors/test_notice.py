"""`fazhi notice` as a clerk calls it."""

import sys
from importlib.abc import MetaPathFinder

import pytest

from example_town import KINDS, lay
from fazhi.nouns.rule import Example

ID = "villages/demo-1/2026/finance-Q3"
PATH = f"docs/{ID}.md"
DAY = ("--as-of", "2026-11-20")
BOARD = {
    "items": "{aid-lists: {name: {zh: 救助名单, en: Aid}, cadence: event, channel: board, since: 2026-01-01}}"
}
LIST = """---
title: 示范一村2026年11月救助名单
index: 140825107/2026-00077
formed: 2026-11-10
published: 2026-11-12
source: demo-1
topic: 民政、扶贫、救灾
access: 主动公开
review: {by: reviewer, on: 2026-11-11, secrecy: ok, privacy: ok}
village: demo-1
item: aid-lists
period: 2026-11-10
posted: {from: 2026-11-12, to: 2026-12-01}
---

## 低保发放

| 姓名 | 金额 |
|---|---|
| 张** | 900.00 |
| 合计 | 900.00 |
"""


@pytest.fixture
def town(tmp_path):
    return make(tmp_path)


def make(root, **values):
    lay(root, Example(kind="disclosure", values={"sample": "true", **values}))
    (root / "mkdocs.yml").touch()
    return root


def test_both_papers_by_default(fazhi, town):
    said = fazhi("notice", ID, "--root", town, *DAY)
    names = ["demo-1-2026-finance-Q3-a4.pdf", "demo-1-2026-finance-Q3-a3.pdf"]
    assert said.code == 0
    assert said.out.splitlines() == [str(town / "notices" / name) for name in names]
    assert all((town / "notices" / name).read_bytes().startswith(b"%PDF-") for name in names)


def test_one_paper_in_a_folder_of_ones_own(fazhi, town, tmp_path):
    said = fazhi("notice", town / PATH, "--root", town, "--paper", "a4", "--to", tmp_path / "x/y", *DAY)
    assert said.code == 0
    assert [path.name for path in (tmp_path / "x/y").iterdir()] == ["demo-1-2026-finance-Q3-a4.pdf"]


def test_a_short_code_and_a_folder_name_records_too(fazhi, town):
    from fazhi.ground.short_code import short_code

    code = short_code(ID).lower().replace("-", "")
    assert fazhi("notice", code, "--root", town, "--paper", "a4", *DAY).code == 0
    said = fazhi("notice", town / "docs/villages/demo-1", ID, "--root", town, "--paper", "a4", *DAY)
    assert said.code == 0 and len(said.out.splitlines()) == 1, "each once"


def test_posted_now_is_noted_before_it_is_printed(fazhi, tmp_path):
    town = make(tmp_path, posted=None)
    before = (town / PATH).read_text(encoding="utf-8")
    said = fazhi("notice", ID, "--root", town, "--paper", "a4", "--posted-now", *DAY)
    line = "posted: {from: 2026-11-20, to: 2026-12-05, place: 村务公开栏}\n"
    after = (town / PATH).read_text(encoding="utf-8")
    assert said.code == 0 and after.replace(line, "") == before and line in after
    assert PATH in said.err and "2026-11-20 至 2026-12-05" in said.err
    again = fazhi("notice", ID, "--root", town, "--paper", "a4", "--posted-now", "--as-of", "2026-11-21")
    assert again.code == 0 and (town / PATH).read_text(encoding="utf-8") == after
    assert "没有改动" in again.err


def test_a_file_from_windows_keeps_its_line_ends(fazhi, tmp_path):
    path = make(tmp_path, posted=None) / PATH
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    assert fazhi("notice", ID, "--root", tmp_path, "--paper", "a4", "--posted-now", *DAY).code == 0
    after = path.read_bytes()
    assert [line for line in after.split(b"\r\n") if not line.startswith(b"posted")] == before.split(b"\r\n")
    assert len(after) > len(before)


def test_without_posting_it_says_that_lines_are_left(fazhi, tmp_path):
    town = make(tmp_path, posted=None)
    before = (town / PATH).read_bytes()
    said = fazhi("notice", ID, "--root", town, "--paper", "a4", *DAY)
    assert said.code == 0 and "--posted-now" in said.err
    assert (town / PATH).read_bytes() == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("published", "2026-13-01"),
        ("title", "甲\u202e乙"),
        ("title", "张大山13800138000"),
        ("formed", "2026-10-11"),
    ],
    ids=["date", "bidi", "number", "order"],
)
def test_a_faulty_record_is_refused_with_its_faults(fazhi, tmp_path, key, value):
    town = make(tmp_path, posted=None, **{key: value})
    before = (town / PATH).read_bytes()
    said = fazhi("notice", ID, "--root", town, "--posted-now", *DAY)
    told = fazhi("check", PATH, "--root", town, *DAY).out.splitlines()
    assert said.code == 1 and said.out == ""
    assert {line for line in told if "错误" in line} <= set(said.err.splitlines())
    assert not (town / "notices").exists() and (town / PATH).read_bytes() == before
    assert "13800138000" not in said.err


def test_nothing_to_report_and_amounts_are_not_printed_on_one_sheet(fazhi, tmp_path):
    town = make(tmp_path, nil="{by: demo-1, on: 2026-10-09}")
    with (town / PATH).open("a", encoding="utf-8") as file:
        file.write("\n## 补贴\n\n| 项目 | 金额（元） |\n|---|---|\n| 低保 | 1200.00 |\n")
    said = fazhi("notice", ID, "--root", town, *DAY)
    assert said.code == 1 and said.out == "" and not (town / "notices").exists()
    assert "nil-or-amounts" in said.err and "没有打印" in said.err


def test_nothing_to_report_is_printed_as_it_is_signed(fazhi, tmp_path):
    town = tmp_path / "town"
    values = {"sample": "true", "nil": "{by: demo-1, on: 2026-10-09}", "accounts": None}
    lay(town, Example(kind="disclosure", values=values, body="本期无此事项。\n"))
    (town / "mkdocs.yml").touch()
    said = fazhi("notice", ID, "--root", town, "--paper", "a4", *DAY)
    assert said.code == 0 and (town / "notices/demo-1-2026-finance-Q3-a4.pdf").exists()


def test_script_in_a_record_is_refused(fazhi, town):
    path = town / PATH
    path.write_text(path.read_text(encoding="utf-8") + "\n<script>alert(1)</script>\n", encoding="utf-8")
    said = fazhi("notice", ID, "--root", town, *DAY)
    assert said.code == 1 and "no-raw-html" in said.err and not (town / "notices").exists()


def test_a_place_that_is_no_value_changes_nothing(fazhi, tmp_path):
    town = make(tmp_path, posted=None)
    before = (town / PATH).read_bytes()
    said = fazhi("notice", ID, "--root", town, "--posted-now", "--place", "栏, to: 2030-01-01", *DAY)
    assert said.code == 1 and (town / PATH).read_bytes() == before


def test_another_records_fault_does_not_keep_it(fazhi, town):
    (town / "docs/regulations/broken.md").write_text("nothing", encoding="utf-8")
    assert fazhi("notice", ID, "--root", town, "--paper", "a4", *DAY).code == 0


def test_every_kind_of_record_can_be_printed(fazhi, tmp_path):
    for serial, kind in enumerate(KINDS, 1):
        year = KINDS[kind].example_values()["formed"][:4]
        lay(tmp_path, Example(kind=kind, values={"index": f"140825107/{year}-{serial:05d}"}))
    (tmp_path / "mkdocs.yml").touch()
    said = fazhi("notice", tmp_path / "docs", "--root", tmp_path, "--paper", "a4", "--as-of", "2027-06-30")
    assert said.code == 0, said.err
    assert len(said.out.splitlines()) == len(KINDS)


def test_a_list_for_the_board_lies_outside_docs(fazhi, tmp_path):
    lay(tmp_path, Example(kind="disclosure", town=BOARD, values={"item": "aid-lists"}))
    (tmp_path / PATH).unlink(missing_ok=True)
    (tmp_path / "mkdocs.yml").touch()
    path = tmp_path / "board/aid.md"
    path.parent.mkdir()
    path.write_text(LIST, encoding="utf-8")
    said = fazhi("notice", path, "--root", tmp_path, "--paper", "a4", *DAY)
    assert said.code == 0 and said.out.strip().endswith("demo-1-2026-aid-lists-1110-a4.pdf")
    path.write_text(LIST.replace("张**", "张大山"), encoding="utf-8")
    said = fazhi("notice", path, "--root", tmp_path, "--paper", "a4", *DAY)
    assert said.code == 1 and "board/aid.md:20:1" in said.err and "recipient-list" in said.err
    assert "张大山" not in said.err


def test_a_place_goes_with_a_posting(fazhi, town):
    assert fazhi("notice", ID, "--root", town, "--place", "二组公开栏", *DAY).code == 2


@pytest.mark.parametrize("name", ["nothing", "docs/villages/x.md", "AAAA-AAAA", "../town.yml", ""])
def test_what_is_no_record_is_told(fazhi, town, name):
    said = fazhi("notice", name, "--root", town, *DAY)
    assert said.code == 2 and len(said.err.splitlines()) == 1


class Gone(MetaPathFinder):
    """Keeps a library from being imported."""

    def __init__(self, name, error):
        self.name, self.error = name, error

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] == self.name:
            raise self.error
        return None


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            ModuleNotFoundError("gone", name="weasyprint"),
            ("python3 run.py notice", "fazhi[notices]", "libpango-1.0-0"),
        ),
        (
            OSError("cannot load library 'libpango-1.0-0'"),
            ("apt-get install libpango-1.0-0", "fonts-noto-cjk"),
        ),
    ],
    ids=["library", "pango"],
)
def test_without_its_libraries_it_says_what_to_install(fazhi, town, monkeypatch, error, words):
    ours = [name for name in sys.modules if name in ("fazhi.flows.notice", "fazhi.verbs.typeset")]
    for name in [*ours, *(name for name in sys.modules if name.partition(".")[0] == "weasyprint")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Gone("weasyprint", error), *sys.meta_path])
    said = fazhi("notice", ID, "--root", town, "--posted-now", *DAY)
    assert said.code == 2 and said.out == "" and "Traceback" not in said.err
    assert all(word in said.err for word in words)
    assert not (town / "notices").exists()
    assert fazhi("check", "--root", town, *DAY).code == 0, "everything else goes on without"
