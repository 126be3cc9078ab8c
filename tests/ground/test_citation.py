"""Citations of laws in running text, and whether they were right on a day."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.citation import citations, fault
from fazhi.ground.laws import han_number, number_of
from fazhi.ground.markdown import Markdown
from project import ROOT

TEXTS = ROOT.parent / "shared" / "laws"
IN_2025, IN_2026 = date(2025, 6, 1), date(2026, 10, 8)


def cited(text: str) -> list[tuple[str, int | None]]:
    return [(each.law.name, each.article) for each in citations(Markdown(text).unquoted)]


def faulty(text: str, day: date) -> list[int | None]:
    return [each.article for each in citations(text) if fault(each, day)]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("《村民委员会组织法》第三十五条", [35]),
        ("《中华人民共和国村民委员会组织法》第35条", [35]),
        ("《村委会组织法》第 35 条第二款", [35]),
        ("《村民委员会组织法》第三十条、第三十一条的规定", [30, 31]),
        ("《村民委员会组织法》第三十条第一款第（三）项和第三十六条", [30, 36]),
        ("《村民委员会组织法》第38条至第40条", [38, 40]),
        ("《村民委员会组织法》（2018年修正）第三十条", [30]),
        ("[《村民委员会组织法》](../x.md)第三十条", [30]),
        ("《未成年人保护法》第一百零三条", [103]),
        ("《村民委员会组织法》的有关规定，本办法第九十条", []),
        ("《某省村务公开条例》第九十条", []),
        ("本办法第九十条", []),
        ("原《村民委员会组织法》第三十条", []),
        ("修改前的《村民委员会组织法》第三十条", []),
        ("《村民委员会组织法》第三十条（现第三十五条）", []),
        ("《村民委员会组织法》第三十条，现为第三十五条", []),
        ("来信称“《村民委员会组织法》第九十条”", []),
        ("> 《村民委员会组织法》第九十条", []),
        ("“甲”“乙”《村民委员会组织法》第九条", [9]),
        ("《村民委员会组织法》第条", []),
        ("《村民委员会组织法》第零条", []),
        ("《》第一条《村民委员会组织法》", []),
        ("依照《村民委员会组织法》办理", [None]),
        ("根据《民法典》、《村民委员会组织法》等法律", [None, None]),
        ("宣讲《村民委员会组织法》", []),
    ],
)
def test_what_counts_as_a_citation(text, articles):
    assert [article for _, article in cited(text)] == articles


@pytest.mark.parametrize(
    ("text", "day", "wrong"),
    [
        ("依据《村民委员会组织法》第三十条实行村务公开", IN_2026, [30]),
        ("依据《村民委员会组织法》第三十条实行村务公开", IN_2025, []),
        ("依据《村民委员会组织法》第三十五条实行村务公开", IN_2026, []),
        ("依据《村民委员会组织法》第三十五条实行村务公开", IN_2025, [35]),
        ("依据《村民委员会组织法》第三十五条实行村务公开", date(2025, 11, 20), []),
        ("村民代表会议按照《村民委员会组织法》第三十条召开", IN_2026, []),
        ("村民代表会议按照《村民委员会组织法》第二十六条召开", IN_2026, [26]),
        ("村务公开和村民代表会议，见《村民委员会组织法》第三十条", IN_2026, []),
        ("村务公开。换届按照《村民委员会组织法》第三十条办理", IN_2026, []),
        ("村务公开见《村民委员会组织法》（2018年修正）第三十条", IN_2026, []),
        ("2018年修正的《村民委员会组织法》第三十条规定村务公开", IN_2026, []),
        ("《村民委员会组织法》（2018年修正）第四十五条", IN_2026, [45]),
        ("《村民委员会组织法》第五十条、第五十一条", IN_2026, [51]),
        ("《村民委员会组织法》第四十五条", date(2025, 11, 20), []),
        ("《村民委员会组织法》第四十五条", IN_2025, [45]),
        ("《村民委员会组织法》第四十五条", date(2012, 1, 1), [45]),
        ("《社会救助法》第四十五条", date(2026, 6, 30), [45]),
        ("《社会救助法》第四十五条自2026年7月1日起施行", date(2026, 6, 30), []),
        ("《社会救助法》第四十五条自2026年7月1日起施行", date(2025, 6, 30), [45]),
        ("《社会救助法》第四十五条", IN_2026, []),
        ("《地方各级人民代表大会和地方各级人民政府组织法》第六十六条", date(2001, 1, 1), []),
        ("《行政诉讼法》第三百条", IN_2026, [300]),
        ("《行政诉讼法》第三百条", date(2010, 1, 1), []),
        ("《预算法》第一百零九条、第102条、第一百零一条", IN_2026, [109, 102]),
        ("依据《合同法》第八条、《物权法》第五十九条", IN_2026, [8, 59]),
        ("依据《中华人民共和国民法通则》第七十四条", date(2021, 1, 1), [74]),
        ("依据《中华人民共和国民法通则》第七十四条", date(2020, 12, 31), []),
        ("依据《担保法》第九十七条", date(2020, 12, 31), [97]),
        ("依据《婚姻法》第二条", date(1990, 1, 1), []),
        ("依据《婚姻法》第二条", date(1980, 1, 1), [2]),
        ("承包合同签于2018年3月，依照《合同法》第八条履行", IN_2026, []),
        ("承包合同签于2023年3月，依照《合同法》第八条履行", IN_2026, [8]),
        ("《民法典》施行前，依照《合同法》第八条", IN_2026, []),
        ("《合同法》（1999年）第八条", IN_2026, []),
        ("《侵权责任法》第二条、《继承法》第二条、《收养法》第二条", IN_2026, [2, 2, 2]),
        ("《民法典》第一千二百六十条、第一千二百六十一条", IN_2026, [1261]),
        ("《行政复议法》第七十七条，履行行政复议决定", date(2024, 5, 1), []),
        ("《行政复议法》第三十二条，履行行政复议决定", date(2024, 5, 1), [32]),
    ],
)
def test_whether_a_citation_was_right(text, day, wrong):
    assert faulty(text, day) == wrong


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("《合同法》第八条", False),
        ("《预算法》第一百零九条", False),
        ("《村民委员会组织法》第五十一条", True),
    ],
)
def test_what_was_not_read_in_the_text_says_so(text, is_read):
    [citation] = citations(text)
    words = fault(citation, IN_2026)
    assert ("未与原文核对" not in words.zh, "not confirmed" not in words.en) == (is_read, is_read)


@given(st.integers(1, 50), st.booleans())
def test_every_article_there_is_may_be_cited(number, arabic):
    written = str(number) if arabic else han_number(number)
    assert cited(f"根据《村民委员会组织法》第{written}条") == [("村民委员会组织法", number)]
    assert not faulty(f"根据《村民委员会组织法》第{written}条", IN_2026)


@given(
    st.text("《村民委员会组织法》第三十条、（）“”0 \n款项原现", max_size=200),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
)
def test_no_text_breaks_it(text, day):
    for citation in citations(text):
        assert citation.law.name == "村民委员会组织法"
        fault(citation, day)


@pytest.mark.parametrize(
    "text",
    [
        "《" * 100_000,
        "《村民委员会组织法》" * 10_000,
        "《村民委员会组织法》" + "第三十条、" * 10_000,
        "“" * 50_000 + "《村民委员会组织法》第三条" * 4_000,
    ],
    ids=["open", "names", "articles", "quotes"],
)
def test_a_long_line_is_read_in_no_time(text):
    begun = time.process_time()
    for citation in citations(text):
        fault(citation, IN_2026)
    assert time.process_time() - begun < 1


@pytest.mark.shared
def test_statutes_cite_each_other_without_fault():
    """Each text on the day it was adopted; a few dozen citations of other laws here."""
    if not TEXTS.is_dir():
        pytest.skip("the statutes of ../shared/laws are not here")
    met = 0
    for path in TEXTS.glob("*.md"):
        day = date.fromisoformat(path.stem[-11:-1]) if path.stem.endswith(")") else date(2025, 6, 1)
        for citation in citations(path.read_text(encoding="utf-8")):
            met += 1
            assert fault(citation, day) is None, (path.name, citation.text)
    assert met


def test_numbers_beyond_any_article_are_none():
    assert number_of("12345") is None
    assert cited("《村民委员会组织法》第12345条") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("双方依据《合同法》签订承包合同。", True),
        ("按照《民法典》和《合同法》办理。", True),
        ("依据《民法典》签订承包合同。", False),
        ("合同于2019年依照《合同法》签订。", False),
        ("原依据《合同法》的规定现已废止。", False),
        ("修改《合同法》时的说明。", False),
    ],
)
def test_a_law_that_ended_is_no_ground_without_an_article_either(text, wrong):
    assert faulty(text, IN_2026) == [None] * wrong


def test_a_law_to_come_is_no_ground_yet():
    assert faulty("依照《社会救助法》给予救助。", IN_2025) == [None]
    assert not faulty("依照《社会救助法》给予救助。", IN_2026)
