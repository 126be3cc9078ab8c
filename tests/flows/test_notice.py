"""Sheets as they come out of the press: read from the PDF and from its picture, never from what we meant to print."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pdfplumber
import pypdf
import pytest

from example_town import AS_OF, RULES, lay, read
from fazhi.flows.lay_out import lay_out
from fazhi.flows.notice import NoFont, NotPrinted, Press
from fazhi.ground.money import show_fen
from fazhi.ground.paper import PAPERS
from fazhi.ground.qr import read_from_pdf
from fazhi.nouns.rule import Example
from fazhi.verbs import typeset as typesetting

ID = "villages/demo-1/2026/finance-Q3"
HEADS = "日期 摘要 收入 支出 结余 凭证号 经手人 证明人 审批人 备注".split()
OPENING = 1_234_567
PUBLIC = "{title: {zh: 示例镇法治公开, en: Example}, public_url: https://example.org/open/}"


def entries(count):
    """Rows of a ledger: income and expense in 分, in no simple pattern."""
    return [((at * 7919 + 13) % 300_000 if at % 3 else 0, (at * 104_729) % 90_000 + 1) for at in range(count)]


def ledger(count, note="按合同"):
    """The body of a record with so many entries, and its rows as text."""
    balance, rows = OPENING, [["", "上期结余", "", "", show_fen(OPENING), *[""] * 5]]
    for at, (income, expense) in enumerate(entries(count)):
        balance += income - expense
        shown = [show_fen(income) if income else "", show_fen(expense), show_fen(balance)]
        day = f"2026-0{7 + at * 3 // max(count, 1)}-{at % 28 + 1:02d}"
        rows.append([day, f"第{at + 1}笔", *shown, f"{at + 1:04d}", "报账员", "监委会", "主任", note])
    totals = [show_fen(sum(side)) for side in zip(*entries(count), strict=True)]
    rows.append(["", "本期合计", *totals, *[""] * 6])
    rows.append(["", "期末结余", "", "", show_fen(balance), *[""] * 5])
    lines = [" | ".join(row) for row in ([*HEADS], ["---"] * 10, *rows)]
    return (
        "## 收支明细\n\n" + "".join(f"| {line} |\n" for line in lines) + "\n本期以日常开支为主。\n",
        rows,
        balance,
    )


def record_of(tmp_path, body, balance=None, town=None, **values):
    accounts = (
        f"[{{book: main, table: 收支明细, unit: 元, opening: 12345.67, closing: {(balance or 0) / 100:.2f}}}]"
    )
    given = {"accounts": accounts if balance is not None else None, **values}
    lay(tmp_path, Example(kind="disclosure", values=given, body=body, town=town))
    register = read(tmp_path)
    return Press(register), register.records[ID]


def print_ledger(tmp_path, count, paper="a4", **more):
    body, rows, balance = ledger(count)
    press, record = record_of(tmp_path, body, balance, **more)
    return press.print(record, PAPERS[paper]), rows


def pages_of(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [
            (page.extract_text(), page.extract_tables(), page.width, page.height) for page in document.pages
        ]


def text_of(pdf):
    return "\n".join(text for text, *_ in pages_of(pdf))


def ledger_on(tables):
    """The rows of the ledger on a page, without its heads; None where the page has none."""
    for table in tables:
        cells = [[(cell or "").replace("\n", "") for cell in row] for row in table]
        if cells[0] == HEADS:
            return cells[1:]
    return None


def large_type(pdf):
    """What stands on the first page in type a villager reads from afar."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return "".join(char["text"] for char in document.pages[0].chars if char["size"] > 26)


def glyphs(pdf):
    """The number of every glyph drawn, page by page."""
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for operands, operator in page.get_contents().operations:
            if operator in (b"TJ", b"Tj"):
                texts = operands[0] if operator == b"TJ" else operands
                for text in texts:
                    if isinstance(text, pypdf.generic.TextStringObject | pypdf.generic.ByteStringObject):
                        data = text.original_bytes
                        yield from (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))


def check_pages(pages, rows):
    """Every row once and in order, heads on every page, and sums handed on that come to the total."""
    parts = [part for _, tables, *_ in pages if (part := ledger_on(tables)) is not None]
    printed = [row for part in parts for row in part if row[1] not in ("承前页", "过次页")]
    assert printed == rows
    for before, after in pairwise(parts):
        assert before[-1][1] == "过次页" and after[0][1] == "承前页"
        assert before[-1][2:] == after[0][2:]
    done = [0, 0]
    for part in parts:
        for row in part:
            if row[1].startswith("第"):
                done = [have + fen(cell) for have, cell in zip(done, row[2:4], strict=True)]
            elif row[1] in ("承前页", "过次页", "本期合计"):
                assert [fen(cell) for cell in row[2:4]] == done
            if row[1] == "过次页":
                assert row[4] == part[-2][4]
    return parts


def fen(cell):
    return int(cell.replace(",", "").replace(".", "") or 0)


def test_a_small_ledger_is_one_page_that_says_what_the_record_says(tmp_path):
    pdf, rows = print_ledger(tmp_path, 5)
    pages = pages_of(pdf)
    assert len(pages) == 1
    assert check_pages(pages, rows) and "承前页" not in pages[0][0]
    assert large_type(pdf) == "".join([*rows[-2][2:4], rows[-1][4]]), "income, expense, balance"
    for said in ("第 1 页，共 1 页", "核对单：核对过的都对得上"):
        assert said in pages[0][0]
    assert "公布日期：2026年10月10日" in pages[0][0] and "截止日期：2026年10月30日" in pages[0][0]
    assert pages[0][0].count("单位：") == 1
    for line in ("制表：", "会计：", "村务监督委员会审核：", "查询电话（村）：", "监督电话（镇）："):
        assert line in pages[0][0]


@pytest.mark.parametrize(("paper", "count"), [("a4", 3), ("a3", 5)])
def test_a_ledger_of_several_pages(tmp_path, paper, count):
    pdf, rows = print_ledger(tmp_path, 60, paper)
    pages = pages_of(pdf)
    assert len(pages) == count
    check_pages(pages, rows)
    assert all(text.count("示范一村2026年第三季度财务收支") == 1 for text, *_ in pages), "sheets may part"


def test_a_ledger_of_four_hundred_rows(tmp_path):
    pdf, rows = print_ledger(tmp_path, 400)
    pages = pages_of(pdf)
    parts = check_pages(pages, rows)
    for at, (text, *_) in enumerate(pages, 1):
        assert f"第 {at} 页，共 {len(pages)} 页" in text
    full = {len(part) for part in parts[1:-1]}
    assert len(full) == 1 and full.pop() >= 20, "rows of one height fill every page alike"
    assert len(pages) <= len(parts) + 1


def test_no_box_is_printed_for_a_character(tmp_path):
    pdf, _ = print_ledger(tmp_path, 5)
    drawn = list(glyphs(pdf))
    assert len(drawn) > 500 and 0 not in drawn
    assert "(cid:" not in text_of(pdf) and "\ufffd" not in text_of(pdf)


@pytest.mark.parametrize(("paper", "edges"), [("a4", {595, 842}), ("a3", {842, 1191})])
def test_papers_have_their_size(tmp_path, paper, edges):
    pdf, _ = print_ledger(tmp_path, 5, paper)
    assert {round(edge) for edge in pages_of(pdf)[0][2:]} == edges


def test_a_code_leads_to_the_page_of_the_record(tmp_path):
    body, _, balance = ledger(5)
    press, record = record_of(tmp_path, body, balance, town={"site": PUBLIC})
    pdf = press.print(record, PAPERS["a4"])
    (said,) = read_from_pdf(pdf)
    site = lay_out(press.register, RULES)
    addresses = {f"https://example.org/open/{site.link(id, 'zh').address}" for id in site.pages}
    assert said in addresses and said.endswith("/finance-Q3/")
    assert said in text_of(pdf), "for whoever has no camera"


def test_a_code_without_address_tells_the_figures(tmp_path):
    pdf, rows = print_ledger(tmp_path, 5)
    (said,) = read_from_pdf(pdf)
    for figure in (*rows[-2][2:4], rows[-1][4], "示范一村", "2026年第三季度"):
        assert figure in said
    shown = text_of(pdf)
    code, digest = said.splitlines()[-2:]
    assert code.removeprefix("短码") in shown and digest.removeprefix("摘要") in shown


def test_a_code_that_leads_nowhere_is_not_printed(tmp_path):
    press, record = record_of(tmp_path, "正文", town={"site": PUBLIC})
    pages = {id: page for id, page in press.site.pages.items() if id != ID}
    press.__dict__["site"] = replace(press.site, pages=pages)
    with pytest.raises(NotPrinted):
        press.print(record, PAPERS["a4"])


def test_a_code_that_cannot_be_read_is_not_printed(tmp_path, monkeypatch):
    press, record = record_of(tmp_path, "正文")
    monkeypatch.setattr(
        "fazhi.ground.qr.drawn", lambda text: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"
    )
    with pytest.raises(NotPrinted):
        press.print(record, PAPERS["a4"])


def test_the_same_record_gives_the_same_bytes(tmp_path):
    pdf, _ = print_ledger(tmp_path, 5)
    (tmp_path / "mkdocs.yml").touch()
    command = [
        sys.executable,
        "-m",
        "fazhi.doors.cli",
        "notice",
        ID,
        "--root",
        ".",
        "--paper",
        "a4",
        "--as-of",
    ]
    subprocess.run(
        [*command, AS_OF.isoformat()],
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima"},
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "notices/demo-1-2026-finance-Q3-a4.pdf").read_bytes() == pdf


def test_without_posting_dates_there_are_lines_to_fill(tmp_path):
    press, record = record_of(tmp_path, "## 会议\n\n村民代表会议。\n", posted=None)
    text = text_of(press.print(record, PAPERS["a4"]))
    assert "公布日期： 年 月 日" in text and "截止日期： 年 月 日" in text


def test_a_long_title_leaves_the_code_on_the_page(tmp_path):
    title = "示范一村" + "关于很长的事项的通知" * 12
    press, record = record_of(tmp_path, "正文。", title=title, answers="regulations/example")
    pdf = press.print(record, PAPERS["a3"])
    assert text_of(pdf).replace("\n", "").count("很长的事项") == 12
    assert next(read_from_pdf(pdf)).startswith(title[:60])


def test_a_meeting_and_a_reply_say_what_they_are(tmp_path):
    press, record = record_of(
        tmp_path,
        "决定如下。",
        meeting="{members: 51, present: 43, votes_for: 40}",
        answers="regulations/example",
    )
    text = text_of(press.print(record, PAPERS["a4"]))
    assert "会议：应到51人，实到43人，赞成40票" in text
    assert f"答复：{press.register.get('regulations/example').title_in('zh')}" in text


def test_sums_are_carried_where_no_column_has_words(tmp_path):
    body = "| 金额 |\n|---|\n" + "| 1.50 |\n" * 90
    press, record = record_of(tmp_path, body)
    pages = pages_of(press.print(record, PAPERS["a4"]))
    rows = [text.splitlines().count("1.50") for text, *_ in pages]
    assert len(pages) > 1 and sum(rows) == 90
    assert f"过次页 {show_fen(150 * rows[0])}" in pages[0][0]
    assert f"承前页 {show_fen(150 * rows[0])}" in pages[1][0]


def test_words_are_set_as_large_as_the_page_allows(tmp_path):
    def height(body):
        press, record = record_of(tmp_path, body)
        with pdfplumber.open(io.BytesIO(press.print(record, PAPERS["a4"]))) as document:
            return next(char["size"] for char in document.pages[0].chars if char["text"] == "讨")

    assert height("讨论通过。") > 1.6 * height("讨论通过。\n\n" * 60)


def test_the_title_is_the_largest_of_the_words(tmp_path):
    press, record = record_of(tmp_path, "讨论通过。", title="关于修路的决定")
    with pdfplumber.open(io.BytesIO(press.print(record, PAPERS["a4"]))) as document:
        sizes = {char["text"]: char["size"] for char in document.pages[0].chars}
    assert sizes["路"] == max(sizes.values()) > sizes["范"] > sizes["讨"]


def test_what_the_record_admits_is_printed(tmp_path):
    body, rows, balance = ledger(5)
    press, record = record_of(
        tmp_path,
        body,
        balance + 1,
        unreconciled="{reason: 银行回单未到, by: demo-1, on: 2026-10-09}",
        corrections="[{on: 2026-11-02, what: 一笔误记, why: 抄错, by: clerk}]",
        sample="true",
    )
    pdf = press.print(record, PAPERS["a4"])
    text = text_of(pdf)
    for said in ("账目不平。原因：银行回单未到", "2026年11月2日更正：一笔误记", "对不上"):
        assert said in text
    assert all("演示数据，非官方发布" in page for page, *_ in pages_of(pdf))
    assert "演示数据" in next(read_from_pdf(pdf))


@pytest.mark.parametrize(
    "body",
    [
        "词" * 10_000,
        "w" * 10_000,
        "## 表\n\n| 摘要 | 金额 |\n|---|---|\n| "
        + "很长的说明" * 2_000
        + " | 1.00 |\n| 乙 | 2.00 |\n| 合计 | 3.00 |\n",
        "## 表\n\n| 摘要 | 金额 |\n|---|---|\n| " + "9" * 3_000 + " | 1.00 |\n",
        "## 表\n\n|" + " 列 |" * 60 + "\n|" + "---|" * 60 + "\n|" + " 12,345.00 |" * 60 + "\n",
        '## 表\n\n| 公式 |\n|---|\n| =HYPERLINK("http://x","点") |\n| {{ 7*7 }} {% raw %} |\n',
        "",
        "![图](../../../../town.yml) ![图](https://example.org/x.png) [链接](https://example.org/)",
    ],
    ids=[
        "long text",
        "long word",
        "huge cell",
        "huge number",
        "sixty columns",
        "formulas",
        "nothing",
        "outside",
    ],
)
def test_odd_records_come_out_whole(tmp_path, body):
    press, record = record_of(tmp_path, body)
    pdf = press.print(record, PAPERS["a4"])
    squeezed = "".join(text_of(pdf).split())
    for sign in ("很长的说明", "9" * 10, "=HYPERLINK", "{{7*7}}{%raw%}"):
        assert (sign in squeezed) == (sign in "".join(body.split()))
    assert squeezed.count("词") == body.count("词")
    assert b"/URI" not in pdf and b"town.yml" not in pdf


def test_script_is_never_more_than_words(tmp_path):
    press, record = record_of(tmp_path, "甲<script>alert(1)</script><style>*{display:none}</style>乙")
    assert "甲<script>alert(1)</script>" in text_of(press.print(record, PAPERS["a4"]))


def test_a_character_without_a_glyph_is_named(tmp_path):
    press, record = record_of(tmp_path, "新字\U0003fffd。")
    with pytest.raises(NotPrinted, match="\U0003fffd"):
        press.print(record, PAPERS["a4"])


def test_a_machine_without_chinese_fonts_is_told_apart(tmp_path, monkeypatch):
    press, record = record_of(tmp_path, "正文")
    real = typesetting.Pages.printed
    monkeypatch.setattr(typesetting.Pages, "printed", lambda pages: replace(real(pages), missing="公正示"))
    with pytest.raises(NoFont):
        press.print(record, PAPERS["a4"])
