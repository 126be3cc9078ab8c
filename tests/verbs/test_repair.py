"""Repair changes what cannot change the meaning, keeps every other byte, and has nothing left to do a second time."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_town import KINDS, lay, problems, read
from fazhi.flows.mend import mended, write
from fazhi.ground.problem import Mend, Problem, Severity
from fazhi.ground.words import same
from fazhi.nouns.rule import Example
from fazhi.verbs.read import parse
from fazhi.verbs.repair import difference, repaired


def repair_once(root: Path, example: Example) -> str:
    """The example's file after one repair, as it lies on disk."""
    path = lay(root, example)
    write(root, mended(read(root), problems(root)))
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("根据示政发[2026]3号。", "根据示政发〔2026〕3号。"),
        (r"根据示政发\[2026\]3号。", "根据示政发〔2026〕3号。"),
        ("根据示政发（２０２６）３号。", "根据示政发〔2026〕3号。"),
        ("示政发(2026)3号、示政发【2026】4号。", "示政发〔2026〕3号、示政发〔2026〕4号。"),
        ("“12.4”“3．15”活动。", "“12·4”“3·15”活动。"),
        ("“１２•４”活动，买买提・艾力。", "“12·4”活动，买买提·艾力。"),
        ("收入１２３４.５０元。", "收入1234.50元。"),
        ("| １ | 示政发[2026]3号 |", "| 1 | 示政发〔2026〕3号 |"),
        ("| 租金 | １００．００ | １，０００ |", "| 租金 | 100.00 | 1,000 |"),
        ("收入１，２３４，５６７．８０元。", "收入1,234,567.80元。"),
        ("发放１００，２００元。", "发放100，200元。"),
        ("收入100．00元。", "收入100.00元。"),
        ("１．２０２６年的事，见第２．３节。", "1．2026年的事，见第2.3节。"),
        ("于2026年09月01日至10月05日开会。", "于2026年9月1日至10月5日开会。"),
        ("共105日，12月05日止。", "共105日，12月5日止。"),
        ("宣传、培训...", "宣传、培训……"),
        ("宣传、培训…完。", "宣传、培训……完。"),
    ],
)
def test_the_body(tmp_path, before, after):
    text = repair_once(tmp_path, Example(kind="outreach", body=f"首段。\n\n{before}\n\n末段。\n"))
    assert text.endswith(f"首段。\n\n{after}\n\n末段。\n")


@pytest.mark.parametrize(
    "left",
    [
        "见 `示政发[2026]3号` 和 https://example.gov.cn/发[2026]3号 。",
        "增长“7.2”，“1.5”倍。",
        "公布帐目，行政权利。",
        "〔2026〕第3号。",
        "（2021）最高法行申1号。",
    ],
)
def test_what_might_change_the_meaning_is_left(tmp_path, left):
    assert repair_once(tmp_path, Example(kind="outreach", body=f"{left}\n")).endswith(f"{left}\n")


@pytest.mark.parametrize(
    "written", ["示政发[2026]3号", '"示政发（2026）3号"', "'示政发【２０２６】3号'", "示政发〔２０２６〕3号"]
)
def test_the_number_of_a_regulation(tmp_path, written):
    text = repair_once(tmp_path, Example(kind="regulation", values={"number": written}))
    assert "示政发〔2026〕3号" in next(line for line in text.split("\n") if line.startswith("number:"))
    assert "number-form" not in {each.code for each in problems(tmp_path)}


def test_a_title_over_two_lines_and_a_file_name_beside_it(tmp_path):
    values = {
        "title": ">\n  关于落实示政发[2026]3号\n  和示政发[2026]3号的通知",
        "attachments": "[{file: 示政发[2026]3号.pdf, title: 附件}]".replace("[2026]", "（2026）"),
    }
    text = repair_once(tmp_path, Example(kind="outreach", values=values))
    assert text.count("示政发〔2026〕3号") == 2
    assert "file: 示政发（2026）3号.pdf" in text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12月05日止的105日", "12月5日止的105日"),
        ("宣传…，培训……", "宣传……，培训……"),
        ("收入２００．５０元、２０元", "收入200.50元、20元"),
    ],
)
def test_a_title_is_mended_only_where_it_is_wrong(tmp_path, before, after):
    text = repair_once(tmp_path, Example(kind="outreach", values={"title": before}))
    assert f"title: {after}\n" in text


@pytest.mark.parametrize("flag", ["verbatim"])
def test_an_official_text_is_never_rewritten(tmp_path, flag):
    body = "根据示政发[2026]3号，开展“12.4”活动。\n"
    assert repair_once(tmp_path, Example(kind="outreach", values={flag: "true"}, body=body)).endswith(body)


def test_a_restatement_is_our_own_writing(tmp_path):
    text = repair_once(
        tmp_path, Example(kind="outreach", values={"restated": "true"}, body="根据示政发[2026]3号。\n")
    )
    assert "〔2026〕" in text


def test_a_waived_text_stays(tmp_path):
    from fazhi.nouns.waiver import waiver_hash

    entry = f"{{rule: TEXT-06, hash: {waiver_hash('[2026]3号')}, basis: 原文如此, by: justice, until: 2027-12-31}}"
    body = "根据示政发[2026]3号。\n"
    text = repair_once(tmp_path, Example(kind="outreach", values={"waivers": f"[{entry}]"}, body=body))
    assert text.endswith(body)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(tmp_path, start, end):
    path = lay(
        tmp_path,
        Example(kind="outreach", values={"title": "“12.4”活动"}, body="首段。\n\n示政发[2026]3号。\n"),
    )
    text = start + path.read_text(encoding="utf-8").replace("\n", end)
    path.write_bytes(text.encode())
    write(tmp_path, mended(read(tmp_path), problems(tmp_path)))
    assert path.read_bytes().decode() == text.replace("[2026]", "〔2026〕").replace("12.4", "12·4")


def test_a_file_without_a_last_line_end(tmp_path):
    text = repair_once(tmp_path, Example(kind="outreach", body="示政发[2026]3号。"))
    assert text.endswith("\n示政发〔2026〕3号。")


def test_a_diff_shows_no_number_of_a_person():
    phone = "138" + "12345678"
    shown = difference("x.md", f"电话{phone}\n示政发[2026]3号\n", f"电话{phone}\n示政发〔2026〕3号\n")
    assert phone not in shown and "138" in shown
    assert "+示政发〔2026〕3号" in shown


def test_permissions_stay(tmp_path):
    path = lay(tmp_path, Example(kind="outreach", body="示政发[2026]3号。\n"))
    path.chmod(0o640)
    write(tmp_path, mended(read(tmp_path), problems(tmp_path)))
    assert path.stat().st_mode & 0o777 == 0o640


def test_nothing_is_written_before_it_is_asked_for(tmp_path):
    path = lay(tmp_path, Example(kind="outreach", body="示政发[2026]3号。\n"))
    before = path.read_bytes()
    assert mended(read(tmp_path), problems(tmp_path))
    assert path.read_bytes() == before


def test_a_place_where_something_else_stands_by_now_is_left():
    stale = Problem(
        "docs/x.md", 4, 1, "number-brackets", "", Severity.ERROR, same(""), Mend("[2026]3号", "〔2026〕3号")
    )
    text = "---\ntitle: 题\n---\n已改〔2026〕3号，[2026]3号\n"
    assert repaired(text, [stale]) == (text, 0)


PIECES = st.sampled_from(
    [
        "示政发",
        "[",
        "]",
        "（",
        "）",
        "(",
        ")",
        "【",
        "】",
        "〔",
        "〕",
        "\\[",
        "\\]",
        "2026",
        "２０２６",
        "3",
        "３",
        "号",
        "第",
        " ",
    ]
    + [
        "“",
        "”",
        "12.4",
        "3．15",
        "•",
        "・",
        "·",
        "。",
        "，",
        "村",
        "元",
        "\n\n",
        "`",
        "| ",
        "１２",
        ".",
        "1.5",
        "...",
        "…",
        "．",
        "，",
        "年",
        "05月",
        "03日",
        "](",
        "https://a.cn/",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def repaired_in_memory(body: str) -> str:
    """One repair of a text by the real rules, without a disk."""
    from wording import WORDING

    front = "---\ntitle: 题\n---\n"
    document = parse(front + body, "docs/x.md", "x", "zh", KINDS["outreach"])
    found = [
        Problem(
            "docs/x.md",
            *document.body.place(hit.at),
            code,
            "",
            rule.severity,
            hit.message,
            Mend(hit.text, hit.right),
        )
        for code, rule in WORDING.items()
        if rule.on == "document"
        for hit in rule.check(document, None)
        if hit.right and isinstance(hit.at, int)
    ]
    text, _ = repaired(front + body, found)
    assert text.startswith(front)
    return text.removeprefix(front)


def meaning(text: str) -> str:
    """A text with all that repair may change made the same."""
    folded = unicodedata.normalize("NFKC", text).translate(
        str.maketrans("[]()【】〔〕〈〉", "((((((((((".replace("(", "|"))
    )
    dotted = folded.translate(str.maketrans("", "", "\\ ")).translate(str.maketrans("•・‧·．。", "......"))
    return re.sub(r"(?<![0-9])0(?=[1-9][月日])", "", re.sub(r"\.{3,}", "…", dotted))


@given(TEXTS)
def test_twice_is_once(body):
    once = repaired_in_memory(body)
    assert repaired_in_memory(once) == once


@given(TEXTS)
def test_the_meaning_stays(body):
    assert meaning(repaired_in_memory(body)) == meaning(body)
