"""The digest of a record's facts: what it depends on, and what it does not."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_town import KINDS, lay, put, read, text_of
from fazhi.nouns.digest import facts_digest
from fazhi.nouns.rule import Example

BODY = "## 收支明细\n\n| 日期 | 支出 |\n| --- | --- |\n| 2026-09-01 | 15.00 |\n\n- 共**一**笔\n- 见[图](图.png)\n"


def digest(root: Path, values: dict[str, str | None] | None = None, body: str = BODY) -> str:
    lay(root, Example(values=values or {}, body=body))
    return _of(root)


def _of(root: Path) -> str:
    register = read(root)
    (record,) = register.of_kind("disclosure")
    return facts_digest(record, root)


def test_it_is_a_sha_256(tmp_path):
    assert len(bytes.fromhex(digest(tmp_path))) == 32


@pytest.mark.parametrize(
    ("values", "body"),
    [
        ({}, BODY.replace("\n- ", "\n*   ")),
        ({}, BODY.replace("\n\n", "\n\n\n").replace("| 15.00 |", "|   15.00   |")),
        ({}, BODY.replace("**", "")),
        ({}, BODY.replace("## ", "### ")),
        ({"title": "示范一村2026年 第三季度财务收支"}, BODY),
        ({"review": "{by: justice, on: 2026-10-08, secrecy: ok, privacy: ok}"}, BODY),
        ({"corrections": "[{on: 2026-11-02, what: 甲, why: 乙, by: justice}]"}, BODY),
        ({"posted": None}, BODY),
        ({"posted": "{from: 2026-10-11, to: 2026-10-31, place: 村委会门口}"}, BODY),
        ({"attachments": "[]"}, BODY),
        ({"access": "主动公开  # 说明"}, BODY),
    ],
)
def test_form_and_bookkeeping_do_not_change_it(tmp_path, values, body):
    assert digest(tmp_path / "a", values, body) == digest(tmp_path / "b")


@pytest.mark.parametrize(
    ("values", "body"),
    [
        ({}, BODY.replace("15.00", "15.01")),
        ({}, BODY.replace("共**一**笔", "共**两**笔")),
        ({}, BODY.replace("2026-09-01", "2026-09-02")),
        ({"formed": "2026-10-09"}, BODY),
        ({"nil": "{by: demo-1, on: 2026-10-09}"}, BODY),
        ({"sample": "true"}, BODY),
        ({"attachments": "[{file: a.pdf, title: 甲}]"}, BODY),
    ],
)
def test_one_word_or_figure_does(tmp_path, values, body):
    assert digest(tmp_path / "a", values, body) != digest(tmp_path / "b")


@pytest.mark.parametrize("name", ["a.pdf", "图.png"])
def test_so_does_a_byte_of_a_file_that_is_listed_or_shown(tmp_path, name):
    values = {"attachments": "[{file: a.pdf, title: 甲}]"}
    before = digest(tmp_path, values)
    folder = tmp_path / "docs/villages/demo-1/2026"
    (folder / name).write_bytes(b"1")
    with_file = digest(tmp_path, values)
    (folder / name).write_bytes(b"2")
    assert len({before, with_file, digest(tmp_path, values)}) == 3


def test_a_file_outside_of_docs_is_not_read(tmp_path):
    body = "见[图](../../../../../secret.png)。"
    before = digest(tmp_path, {}, body)
    (tmp_path / "secret.png").write_bytes(b"1")
    link = tmp_path / "docs/villages/demo-1/2026/图.png"
    link.symlink_to(tmp_path / "secret.png")
    assert _of(tmp_path) == before
    assert digest(tmp_path / "a") == digest(tmp_path)


def test_a_translation_has_no_part_in_it(tmp_path):
    before = digest(tmp_path)
    put(tmp_path, "villages/demo-1/2026/finance-Q3.en", "---\ntitle: Accounts\n---\n15.00\n")
    assert _of(tmp_path) == before


def test_when_a_digest_was_accepted_is_no_fact_of_a_report_but_what_it_rests_on_is(tmp_path):
    def report(evidence: str) -> str:
        claims = f"[{{text: 全年举办法治培训4次, evidence: [{evidence}]}}]"
        put(tmp_path, "reports/2026", text_of(KINDS["report"], Example("report", {"claims": claims})))
        return facts_digest(read(tmp_path).records["reports/2026"], tmp_path)

    lay(tmp_path, Example())
    bare = report("{id: regulations/example}")
    assert report("{id: regulations/example, digest: 0123456789abcdef}") == bare
    assert report("{id: regulations/other}") != bare


@given(st.randoms(use_true_random=False))
def test_any_other_digit_anywhere_changes_it(tmp_path_factory, chance: random.Random):
    at = chance.choice([at for at, sign in enumerate(BODY) if sign.isdigit()])
    other = chance.choice([digit for digit in "0123456789" if digit != BODY[at]])
    changed = BODY[:at] + other + BODY[at + 1 :]
    root = tmp_path_factory.mktemp("digest")
    assert digest(root, {}, changed) != digest(root)
