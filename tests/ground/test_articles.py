"""An official text as headings, articles and paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import seconds
from fazhi.ground.articles import parts


def brief(text: str) -> list[tuple[str, str, str]]:
    return [(part.sort, part.label, part.text) for part in parts(text)]


def test_articles_hold_all_their_paragraphs():
    text = "（2026年1月9日通过）\n\n## 第一章  总　则\n\n**第一条** 为了公开。\n\n（一）账目；\n\n（二）决定。\n\n第十二条　本办法自公布之日起施行。\n"
    assert brief(text) == [
        ("paragraph", "", "（2026年1月9日通过）"),
        ("heading", "", "第一章 总则"),
        ("article", "第一条", "为了公开。\n（一）账目；\n（二）决定。"),
        ("article", "第十二条", "本办法自公布之日起施行。"),
    ]
    assert [part.number for part in parts(text)] == [None, None, 1, 12]


@pytest.mark.parametrize(
    "line",
    [
        "第三条、第四条所列事项",
        "第五条第二款规定的情形",
        "第六条的规定",
        "第六条 第二款规定的情形",
        "一、将第五条修改为：",
        "“第五条 公开栏”",
        "第条 无号",
    ],
)
def test_a_paragraph_that_speaks_of_an_article_is_none(line):
    assert [part.sort for part in parts(line)] == ["paragraph"]


@pytest.mark.parametrize("written", ["第五条　", "第五条 ", "**第五条** ", "**第五条**", "## 第五条 "])
@pytest.mark.parametrize(
    "text", ["规划经批准后公布。", "第三人提出异议的，七日内答复。", "和解协议由双方签字。"]
)
def test_an_article_may_begin_with_what_follows_a_mention(written, text):
    assert brief(written + text) == [("article", "第五条", text)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("见[村务公开](../a.md)和`账目`", "见村务公开和账目"),
        ("**粗**与*斜*", "粗与斜"),
        ("> 引文", "引文"),
        ("5\\*3", "5*3"),
        ("<!-- INFO END -->甲", "甲"),
    ],
)
def test_marks_of_markdown_are_no_words(written, plain):
    assert [part.text for part in parts(written)] == [plain]


def test_an_inserted_article_keeps_its_own_number():
    assert [(part.label, part.number) for part in parts("第八条之一 甲\n\n第九条 乙")] == [
        ("第八条之一", 8),
        ("第九条", 9),
    ]


def test_an_article_marked_as_a_heading_is_an_article():
    text = "## 第一章 总则\n\n## 第一条\n\n为了公开。\n\n### **第二条** 范围\n\n全镇。\n\n## 第二条的说明\n"
    assert brief(text) == [
        ("heading", "", "第一章 总则"),
        ("article", "第一条", "为了公开。"),
        ("article", "第二条", "范围\n全镇。"),
        ("heading", "", "第二条的说明"),
    ]


def test_a_row_of_a_table_reads_as_a_line():
    table = (
        "| 行为 | 阶次 | 幅度 |\n|:---|---|---|\n| **堆放**物料 | | 罚款100元 |\n| 甲\\|乙 | 一般 | 警告 \n"
    )
    assert brief(f"第一条 如下：\n\n{table}") == [
        ("article", "第一条", "如下：\n行为；阶次；幅度\n堆放物料；—；罚款100元\n甲|乙；一般；警告")
    ]


@given(st.lists(st.text(alphabet="甲乙丙第一条章，。 ", max_size=20), max_size=12))
def test_nothing_is_lost(lines):
    def letters(text: str) -> str:
        return "".join(text.split())

    found = parts("\n\n".join(lines))
    assert letters("".join(part.label + part.text for part in found)) == letters("".join(lines))


@pytest.mark.parametrize(
    "line", ["[" * 50_000, "*" * 100_000, "第" * 100_000, "第一" * 50_000, "<!--" * 25_000, "　" * 100_000]
)
def test_no_line_takes_long(line):
    assert seconds(lambda: parts(line), 0.2) < 0.2
