"""`fazhi notice --verify`: whether a sheet on the board still holds, by the records and by what was published."""

import os
from pathlib import Path

import pytest

from example_release import IDS, Told, correction, nothing
from example_town import AS_OF, KINDS, put, text_of
from fazhi.ground.short_code import short_code
from fazhi.nouns.record_text import path_of, read
from fazhi.nouns.rule import Example

CODE = short_code(IDS[0])
DAY = ("--as-of", AS_OF.isoformat(), "--lang", "en")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    monkeypatch.setattr(os, "fsync", nothing)
    small = Told(tmp_path)
    (small.town / "mkdocs.yml").write_text("", encoding="utf-8")
    small.publish()
    return small


@pytest.fixture(params=["records", "release"])
def ask(request, small, fazhi):
    """Asks with a code, by the records or by what was published."""
    more = ("--published", small.root) if request.param == "release" else ()
    return lambda *arguments: fazhi("notice", "--verify", *arguments, "--root", small.town, *more, *DAY)


def digest(small: Told) -> str:
    return read((small.site / path_of(IDS[0])).read_bytes()).digest


def correct(small: Told) -> None:
    small.write(IDS[0], {"corrections": correction()}, body="改了 1 处。\n")
    small.build()
    small.publish()


def test_a_sheet_is_current(small, ask):
    said = ask(CODE.lower().replace("-", " "))
    assert (said.code, said.out.startswith("current: 第0次宣传"), digest(small) in said.out) == (
        0,
        True,
        True,
    )
    assert ask(CODE, "--digest", digest(small)[:6]).code == 0


def test_a_sheet_of_before_a_correction_is_told_why(small, ask):
    old = digest(small)
    correct(small)
    for held in ((), ("--digest", old)):
        said = ask(CODE, *held)
        assert said.code == 1
        assert said.out.startswith("corrected: ")
        assert f"{AS_OF}: 录入有误" in said.out
    assert ask(CODE, "--digest", digest(small)).out.startswith("current: "), "a sheet printed afterwards"


def test_a_sheet_of_other_words_is_told(small, ask):
    said = ask(CODE, "--digest", "ffff")
    assert (said.code, said.out.startswith("differs: ")) == (1, True)


def test_a_withdrawn_record_is_told_with_its_reason(small, ask, fazhi):
    more = ("--reason", "含个人信息", "--by", "reviewer", "--write", "--root", small.town, *DAY)
    assert fazhi("withdraw", IDS[0], *more).code == 0
    small.build()
    small.put(f"{IDS[0]}/index.html", "已撤下")
    (small.site / path_of(IDS[0])).unlink()
    small.publish()
    said = ask(CODE)
    called = f"withdrawn: Outreach 2026 (short code {CODE}) ({IDS[0]})"
    assert (said.code, said.out.partition(";")[0]) == (1, called)
    assert ask(CODE, "--lang", "zh").out.startswith(f"已撤下：2026年普法活动（短码 {CODE}）（{IDS[0]}）")
    assert f"{AS_OF}: 含个人信息" in said.out


def test_a_withdrawn_account_is_called_by_village_and_period(small, ask, fazhi):
    id = "villages/demo-1/2026/finance-Q3"
    put(small.town, id, text_of(KINDS["disclosure"], Example(values={})))
    small.build()
    small.publish()
    more = ("--reason", "含个人信息", "--by", "reviewer", "--write", "--root", small.town, *DAY)
    assert fazhi("withdraw", id, *more).code == 0
    small.build()
    small.put(f"{id}/index.html", "已撤下")
    (small.site / path_of(id)).unlink()
    small.publish()
    said = ask(short_code(id))
    assert said.out.startswith("withdrawn: Demo One: Accounts, Q3 2026 (")
    assert ask(short_code(id), "--lang", "zh").out.startswith("已撤下：示范一村2026年第三季度财务收支（")


def test_a_translated_title_is_told_in_its_language(small, ask):
    id = "outreach/2026/talk-7"
    small.write(id)
    put(small.town, f"{id}.en", "---\ntitle: Another talk\n---\n\nA talk.\n")
    small.build()
    small.publish()
    assert ask(short_code(id)).out.startswith("current: Another talk (")
    assert ask(short_code(id), "--lang", "zh").out.startswith("现行：第7次宣传（")


def test_a_code_nobody_has_is_a_fault_and_one_misread_is_wrong_use(ask):
    assert ask(short_code("nothing")).code == 1
    misread = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")
    said = ask(misread)
    assert (said.code, "misread" in said.err) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [(), (IDS[0], "--verify", CODE), ("--digest", "abcd"), ("--verify", CODE, "--digest", "xyz")],
    ids=str,
)
def test_arguments_that_do_not_go_together_are_wrong_use(small, fazhi, arguments):
    assert fazhi("notice", *arguments, "--root", small.town, *DAY).code == 2


def test_a_release_that_was_forged_does_not_answer(small, fazhi):
    ledger = small.served / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-9])
    said = fazhi("notice", "--verify", CODE, "--published", small.root, "--root", small.town, *DAY)
    assert (said.code, "[ledger-cut]" in said.out) == (1, True)
