"""`fazhi claims`: tells how every claim stands, and writes the digests of evidence whole or not at all."""

import json
from pathlib import Path

import pytest

from example_town import KINDS, lay, put, text_of
from fazhi.flows.build import HOUSE
from fazhi.nouns.rule import Example
from project import copy_town

TEXT = "定期举办法治培训"
FLOW = f"[{{text: {TEXT}, evidence: [{{id: regulations/example}}, {{id: regulations/other}}]}}]"
BLOCK = f"""
  - text: {TEXT}   # 说明
    evidence:
      - id: regulations/example
      - id: 'regulations/other'   # 第二份
  - text: 专题研究法治建设"""
MIXED = f"""
  - {{text: {TEXT}, evidence: [{{id: regulations/example , digest: 0123456789abcdef}}, {{digest: 0123456789abcdef, id: regulations/other}}]}}"""


def town(root: Path, claims: str = FLOW) -> Path:
    """A town whose report cites two regulations; the path of the report."""
    path = lay(root, Example("report", {"claims": claims}))
    other = Example("regulation", {"index": "140825107/2026-00055"})
    put(root, "regulations/other", text_of(KINDS["regulation"], other))
    (root / "mkdocs.yml").write_bytes((HOUSE / "mkdocs.yml").read_bytes())
    return path


def states(fazhi, root: Path) -> list[str]:
    said = fazhi("claims", "--format", "json", "--root", root)
    assert said.code == 0
    return [claim["state"] for each in json.loads(said.out)["reports"] for claim in each["claims"]]


@pytest.mark.parametrize("claims", [FLOW, BLOCK, MIXED], ids=["flow", "block", "mixed"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_accepting_writes_the_digests_and_nothing_else(fazhi, tmp_path, claims, end):
    path = town(tmp_path, claims)
    before = path.read_text(encoding="utf-8").replace("\n", end)
    path.write_bytes(b"\xef\xbb\xbf" + before.encode())
    said = fazhi("claims", "--accept", "--root", tmp_path)
    assert (said.code, said.out.count(" → ")) == (0, 2)
    after = path.read_bytes().decode("utf-8-sig")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") and after.count("\r\n") == after.count("\n") * (
        end == "\r\n"
    )
    assert set(before.split(end)) - set(after.split(end)) <= {
        line for line in before.split(end) if "id:" in line
    }
    assert states(fazhi, tmp_path)[0] == "evidenced"
    again = fazhi("claims", "--accept", "--root", tmp_path)
    assert (again.code, again.out) == (0, "")
    assert path.read_bytes().decode("utf-8-sig") == after


def test_evidence_that_is_gone_keeps_everything_from_being_written(fazhi, tmp_path):
    path = town(tmp_path)
    (tmp_path / "docs/regulations/other.md").unlink()
    before = path.read_bytes()
    said = fazhi("claims", "--accept", "--root", tmp_path)
    assert (said.code, said.out) == (1, "")
    assert "regulations/other" in said.err
    assert path.read_bytes() == before


def test_a_report_is_not_accepted_as_evidence_for_itself(fazhi, tmp_path):
    path = town(
        tmp_path, f"[{{text: {TEXT}, evidence: [{{id: regulations/example}}, {{id: reports/2026}}]}}]"
    )
    before = path.read_bytes()
    said = fazhi("claims", "--accept", "--root", tmp_path)
    assert (said.code, said.out) == (1, "")
    assert "报告不能作自己的依据" in said.err and "reports/2026" in said.err
    assert path.read_bytes() == before
    assert "is no evidence for itself" in fazhi("claims", "--accept", "--lang", "en", "--root", tmp_path).err


@pytest.mark.parametrize("front", ["? claims", "claims: &a"])
def test_a_front_matter_that_cannot_be_read_is_left_alone(fazhi, tmp_path, front):
    path = town(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("claims:", front, 1), encoding="utf-8")
    before = path.read_bytes()
    assert fazhi("claims", "--accept", "--root", tmp_path).code == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["2026", "reports/2026", "docs/reports/2026.md"])
def test_a_report_is_named_by_year_id_or_path(fazhi, tmp_path, name):
    town(tmp_path)
    said = fazhi("claims", name, "--root", tmp_path)
    assert said.code == 0
    assert f"○ 未附证据  {TEXT}" in said.out
    assert fazhi("claims", name, "--accept", "--root", tmp_path).out.count(" → ") == 2


def test_a_report_that_there_is_not_is_told(fazhi, tmp_path):
    town(tmp_path)
    said = fazhi("claims", "2019", "--root", tmp_path)
    assert said.code == 2
    assert "reports/2026" in said.err


def test_the_changed_record_is_a_warning_and_no_error(fazhi, tmp_path):
    town(tmp_path)
    fazhi("claims", "--accept", "--root", tmp_path)
    (tmp_path / "docs/regulations/other.md").unlink()
    said = fazhi("check", "--root", tmp_path, "--as-of", "2027-06-30")
    assert said.code == 0
    assert "警告" in said.out and "[claim-evidence]" in said.out
    assert states(fazhi, tmp_path) == ["changed"]


@pytest.mark.parametrize(
    ("sound", "broken"),
    [("claims:", "claims: &a"), ("---\n", "---\n\ttitle: {\n"), ("year: 2026", "year: [2026")],
)
@pytest.mark.parametrize("name", ["2026", "reports/2026", "docs/reports/2026.md"])
def test_a_report_with_faults_is_said_to_have_them_and_not_to_be_missing(
    fazhi, tmp_path, name, sound, broken
):
    path = town(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(sound, broken, 1), encoding="utf-8")
    for said in (
        fazhi("claims", name, "--root", tmp_path),
        fazhi("claims", name, "--accept", "--root", tmp_path),
    ):
        assert (said.code, said.out) == (2, "")
        assert "reports/2026" in said.err and "fazhi check" in said.err
        assert "没有报告" not in said.err
    said = fazhi("claims", "--root", tmp_path)
    assert (said.code, said.out) == (0, "")
    assert "报告 reports/2026 的开头有错误" in said.err


def test_in_english(fazhi, tmp_path):
    town(tmp_path)
    said = fazhi("claims", "--lang", "en", "--root", tmp_path)
    assert "no evidence" in said.out
    assert "have not been accepted yet" in said.out


def test_the_data_name_what_was_computed(fazhi, tmp_path):
    compute = "compute: {count: villages, where: {reached_by: 宣传栏}, equals: all}"
    town(tmp_path, f"[{{text: {TEXT}, {compute}}}]")
    (report,) = json.loads(fazhi("claims", "--format", "json", "--root", tmp_path).out)["reports"]
    assert report["counts"] == {"holds": 0, "evidenced": 0, "fails": 1, "changed": 0, "unsupported": 0}
    computed = report["claims"][0]["computed"]
    assert (computed["value"], computed["over"], computed["without"]) == ("0", 2, ["demo-1", "demo-2"])


def test_the_own_report_has_its_claims(fazhi, tmp_path):
    said = fazhi("claims", "2021", "--format", "json", "--root", copy_town(tmp_path / "town"))
    (report,) = json.loads(said.out)["reports"]
    assert sum(report["counts"].values()) == len(report["claims"]) >= 40
    assert (
        report["counts"]["holds"] == 0
    )  # the report names no figure that a record of this site could bear out
    hours = next(claim for claim in report["claims"] if "40小时" in claim["text"])
    assert hours["state"] == "unsupported"
