"""When its posting is over, a list of people leaves the site by itself: every byte of it, and only it."""

import os
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from example_town import AS_OF, lay, put, read
from fazhi.doors.cli import main
from fazhi.flows.build import HOUSE, standing
from fazhi.nouns.rule import Example
from fazhi.nouns.waiver import waiver_hash

LISTED = "villages/demo-1/2026/subsidies-Q3"
PAGE, ENGLISH = f"{LISTED}/index.html", f"en/{LISTED}/index.html"
TABLE = "## 种粮补贴发放名单\n\n| 姓名 | 金额 |\n|---|---|\n| 龚** | 931.27 |\n"
VALUES = {
    "item": "subsidies",
    "title": "龚某某等人补贴",
    "summary": "龚某某等",
    "posted": "{from: 2026-10-10, to: 2026-10-30, place: 龚某某家门口}",
    "corrections": "[{on: 2026-10-20, what: 龚某某金额, why: 龚某某申请, by: government}]",
    "attachments": "[{file: list.csv, title: 龚某某等名单}]",
}
FILES = {
    "villages/demo-1/2026/list.csv": "姓名,补贴金额\n龚**,931.27\n",
    "villages/demo-1/2026/more.csv": "甲,龚\n",
}
SIGNS = ("龚", "931.27", "list.csv", "more.csv")


def lay_list(root: Path, values: dict[str, str] | None = None, body: str = TABLE) -> None:
    text = f"{body}\n[补贴的更多明细](more.csv)\n"
    lay(root, Example(values=VALUES | (values or {}), body=text, files=FILES, name=LISTED))
    put(
        root,
        f"{LISTED}.en",
        "---\ntitle: List of 龚\n---\n\n## List\n\n| A | 龚 |\n|---|---|\n| 龚 | 931.27 |\n",
    )
    (root / "mkdocs.yml").write_bytes((HOUSE / "mkdocs.yml").read_bytes())
    put(
        root,
        "pages/about",
        f"---\ntitle: 关于\n---\n\n见[名单](../{LISTED}.md)和[表](../villages/demo-1/2026/list.csv)。\n",
    )


def build(root: Path, day: date) -> Path:
    assert main(["build", "--root", str(root), "--as-of", day.isoformat()]) == 0
    return root / "site"


def holding(site: Path, sign: str) -> set[str]:
    """The files of a site in whose name or bytes a sign stands."""
    files = [Path(where, name) for where, _, names in os.walk(site) for name in names]
    found = (file for file in files if sign.encode() in file.read_bytes() or sign in file.name)
    return {file.relative_to(site).as_posix() for file in found if "assets/" not in file.as_posix()}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town that was built on the last day of the posting, which that day's site keeps, and again on the day after."""
    root = tmp_path_factory.mktemp("town")
    lay_list(root)
    shutil.copytree(build(root, date(2026, 10, 30)), root / "site-of-the-last-day")
    build(root, date(2026, 10, 31))
    return root


@pytest.fixture(scope="module")
def site(town: Path) -> Path:
    """The site of the day after the last."""
    return town / "site"


def test_on_its_last_day_the_list_stands(town):
    site = town / "site-of-the-last-day"

    assert {PAGE, "villages/demo-1/2026/list.csv", "disclosures/index.html"} <= holding(site, "龚")


def test_the_day_after_no_byte_of_it_is_left(town, site):
    assert {sign: holding(site, sign) for sign in SIGNS} == {sign: set() for sign in SIGNS}
    assert not any(holding(town / ".cache" / "fazhi" / "docs", sign) for sign in SIGNS[:2])


def test_a_stone_stays_at_its_address_and_links_lead_there(town, site):
    zh, en = (site / PAGE).read_text(), (site / ENGLISH).read_text()

    assert "公示期满" in zh and "2026年10月30日" in zh and "示范一村2026年第三季度补贴（名单已撤下）" in zh
    assert "The posting is over" in en and "2026-10-30" in en
    assert (site / "pages/about/index.html").read_text().count(f'href="../../{LISTED}/"') == 2
    assert main(["check", "--built", str(site), "--root", str(town), "--as-of", "2026-10-31"]) == 0


def test_a_stone_is_the_same_on_every_day(tmp_path, site):
    lay_list(tmp_path)
    later = build(tmp_path, date(2027, 3, 1))

    for page in (PAGE, ENGLISH):
        assert (site / page).read_bytes() == (later / page).read_bytes()


def withdrawn(root: Path) -> bool:
    return "已撤下" in standing(read(root)).records[LISTED].original.title


LIST = "|".join(("姓名", "金额"))
KEPT = {
    "still posted": {"posted": f"{{from: 2027-06-01, to: {AS_OF}}}"},
    "never posted": {"posted": None},
    "kept by review": {
        "waivers": f"[{{rule: list-expires, hash: {waiver_hash(LIST)}, basis: 惩戒公示, by: reviewer, until: 2028-01-01}}]",
        "attachments": None,
    },
}


@pytest.mark.parametrize("values", KEPT.values(), ids=KEPT)
def test_what_may_stand_stands(tmp_path, values):
    lay_list(tmp_path, values)

    assert not withdrawn(tmp_path)


def test_a_record_without_people_stands_when_its_posting_is_over(tmp_path):
    lay(tmp_path, Example(values=VALUES | {"attachments": None}, body="合计补贴12户。\n", name=LISTED))

    assert not withdrawn(tmp_path)


@pytest.mark.parametrize("file", ["list.csv", "more.csv"], ids=["named", "linked"])
def test_a_list_in_a_file_is_a_list(tmp_path, file):
    lay_list(tmp_path, body="合计补贴12户。\n")
    for each in FILES:
        (tmp_path / "docs" / each).write_text("项目,金额\n合计,1\n")
    path = tmp_path / "docs/villages/demo-1/2026" / file
    path.write_text("姓名,补贴金额\n龚**,931.27\n")

    assert withdrawn(tmp_path)


def test_a_list_in_a_sheet_is_a_list(tmp_path):
    lay_list(tmp_path, {"attachments": "[{file: a.xlsx, title: 补贴}]"}, body="合计补贴12户。\n")
    book = openpyxl.Workbook()
    for row in (["补贴发放表"], ["姓名", "金额"], ["龚**", 931.27]):
        book.active.append(row)
    book.save(tmp_path / "docs/villages/demo-1/2026/a.xlsx")

    assert withdrawn(tmp_path)


def test_a_file_stays_with_a_record_that_still_stands(tmp_path):
    lay_list(tmp_path)
    lay(
        tmp_path,
        Example(values={"attachments": "[{file: list.csv, title: 表}]", "posted": None}, files=FILES),
    )

    register = standing(read(tmp_path))

    assert withdrawn(tmp_path)
    assert "villages/demo-1/2026/list.csv" in register.files
    assert "villages/demo-1/2026/more.csv" in register.withdrawn
