"""What a reader reads of a Markdown text: marks and white space gone, figures never run together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import seconds
from fazhi.ground.visible import squeeze, unbroken, unmarked, visible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年学法40小时。", "全年 学法\n40 小时。\n"),
        ("- 甲\n- 乙\n", "* 甲\n* 乙\n"),
        ("## 标题\n\n正文", "### 标题\n正文"),
        ("**15**元", "15元"),
        ("见[制度](../a.md)。", "见[制度](../b.md)。"),
        ("见[制度](a(1).md)。", "见[制度]( b.md )。"),
        ("见[制度][1]。\n\n[1]: a.md\n", "见[制度][1]。\n\n[1]: b.md\n"),
        ("> 引用", "引用"),
        ("|甲|乙|\n|-|-|\n|1|2|", "| 甲 | 乙 |\n| :--- | ---: |\n| 1 | 2 |"),
        ("４０小时", "40小时"),
        ("1. 甲\n2. 乙\n3. 丙\n", "1. 甲\n\n1. 乙\n\n1. 丙\n"),
        ("1. 甲\n    1. 子\n2. 乙\n", "1. 甲\n    1. 子\n1. 乙\n"),
        ("㎡", "m²"),
        ("甲\n\n---\n\n乙", "甲\n\n***\n\n乙"),
    ],
)
def test_marks_and_white_space_change_nothing(one, other):
    assert visible(one) == visible(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("40小时", "41小时"),
        ("| 1 | 15 |", "| 11 | 5 |"),
        ("- 1\n- 15\n", "- 11\n- 5\n"),
        ("| 甲 | 乙 |\n| 丙 | 丁 |", "| 甲 | 乙丙 |\n|  | 丁 |"),
        ("-5元", "5元"),
        ("`40`小时", "`41`小时"),
        ("```\n40\n```\n", "```\n41\n```\n"),
        ("电话见 https://example.org/1", "电话见 https://example.org/2"),
        ("![2021年的图](a.png)", "![2022年的图](a.png)"),
        ("2021. 那一年", "2022. 那一年"),
        ("10²平方米", "102平方米"),
        ("H₂O", "H2O"),
        ("5①", "51"),
        ("1½", "11⁄2"),
        ("㎡", "m2"),
        ("8. 第八", "9. 第八"),
        ("1. 甲\n2. 乙\n", "1. 甲\n22. 乙\n"),
        ("1. 甲\n1. 乙\n", "1. 甲\n\n别的\n\n1. 乙\n"),
        ("> 引用", "2. 引用"),
        ("1. 5元", "1.5元"),
        ("一、标题\n\n正文", "# 一、标题\n\n正文"),
        ("标题\n\n正文", "标题\n===\n\n正文"),
        ("1. 甲\n2. 乙\n", "1) 甲\n2) 乙\n"),
        ("1) 甲\n2) 乙\n", "1) 甲\n1) 乙\n"),
        ("支出\n- 12.30元", "支出\n12.30元"),
        ("支出\n1. 甲\n2. 乙", "支出\n1. 甲\n1. 乙"),
        ("1. 甲\n- 5元", "1. 甲\n5元"),
        ('见[制度](a.md "2021年")。', '见[制度](a.md "2022年")。'),
        ('![图](a.png "2021年")', '![图](a.png "2022年")'),
        ('见[制度][1]。\n\n[1]: a.md "2021年"\n', '见[制度][1]。\n\n[1]: a.md "2022年"\n'),
        ("[合计]: 12.30 元", "[合计]: 12.31 元"),
        ("| 甲 |\n|---|\n[合计]: 12.30", "| 甲 |\n|---|\n[合计]: 12.31"),
        ("```支出 12.30 元```", "```支出 12.31 元```"),
        ("`[见](12.30)`", "`[见](12.31)`"),
        ("文\n\n    [见](12.30)\n", "文\n\n    [见](12.31)\n"),
        ("~~~\n[合计]: 12.30\n~~~", "~~~\n[合计]: 12.31\n~~~"),
        ("金额](12.30)", "金额](12.31)"),
        ("\\[金额](12.30)", "\\[金额](12.31)"),
        ("[甲][1](12.30)\n\n[1]: a.md", "[甲][1](12.31)\n\n[1]: a.md"),
        ("文[^1](12.30)\n\n[^1]: 注", "文[^1](12.31)\n\n[^1]: 注"),
        ("&#50;元", "&#51;元"),
    ],
)
def test_words_and_figures_do(one, other):
    assert visible(one) != visible(other)


@given(st.text())
def test_what_is_unmarked_keeps_its_length_and_nothing_twice_changes(text):
    assert len(unmarked(text)) == len(text)
    assert visible(visible(text)).replace(" ", "") == visible(visible(visible(text))).replace(" ", "")


def test_only_what_stands_apart_is_not_in_nfkc():
    """Every character there is; a long one in its place makes the same of it as it alone."""
    for code in (*range(0xD800), *range(0xE000, 0x30000)):
        sign, normal = chr(code), unicodedata.normalize("NFKC", chr(code))
        if sign != normal and not normal.isspace():
            how = {unicodedata.decomposition(each).partition(" ")[0] for each in squeeze(f"。{sign}")}
            is_apart = bool(how & {"<super>", "<sub>", "<circle>", "<fraction>"})
            assert is_apart or squeeze(f"。{sign}") == f"。{''.join(normal.split())}", hex(code)
            assert squeeze(f"½{sign}")[1:] == squeeze(f"。{sign}")[1:], hex(code)


@pytest.mark.parametrize(
    "piece", ["](", "](a", "[a](b(", "|-", "> ", "# ", "*", "[^", "- ", "1. ", "1. a\n", "==\n", "²"]
)
def test_a_long_line_is_read_at_once(piece):
    assert seconds(lambda: visible(piece * (100_000 // len(piece))), 0.05) < 0.05


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("举办**4**次", "举办4次"),
        ("举办[培训4](../a.md)次", "举办培训4次"),
        ("| **4** | 次 |", "| 4 | 次 |"),
        ("4\n\n次", "4\n\n次"),
        ("", ""),
    ],
)
def test_marks_within_a_line_part_no_words(text, said):
    assert unbroken(text).text == said


@given(st.text(alphabet="4次*_[]()`甲 \n|", max_size=40))
def test_what_is_read_unbroken_stands_in_the_text_in_its_order(text):
    read = unbroken(text)
    assert "".join(text[at] for at in read.at) == read.text
    assert list(read.at) == sorted(set(read.at))
    assert not set("*_[]`") & set(read.text)
    assert all(text[slice(*read.stretch(at, at + 1))] == sign for at, sign in enumerate(read.text))
