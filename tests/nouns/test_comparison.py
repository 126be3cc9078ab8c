"""Two versions of a text, article by article: what was inserted, removed, moved, renumbered, and what of its words changed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import seconds
from fazhi.ground.articles import parts
from fazhi.ground.laws import han_number
from fazhi.nouns.comparison import Comparison, compare
from project import ROOT

LAWS = ROOT.parent / "shared" / "laws"
A, B, C, D = (
    "村务公开栏设在村民经常路过的地方，高度便于观看。",
    "财务收支每季度公布一次，张贴期限不少于7日。",
    "村民提出疑问的，村民委员会在15日内答复，并作记录。",
    "本规定由镇人民政府负责解释，自2023年6月1日起施行。",
)


def law(*articles: str) -> str:
    figures = "一二三四五六七八九"
    return "\n\n".join(f"第{figures[at]}条 {text}" for at, text in enumerate(articles))


def told(comparison: Comparison) -> list[tuple[str | None, str | None, str]]:
    """Old label, new label and what became of it, for every article."""
    return [
        (
            each.old.label if each.old else None,
            each.new.label if each.new else None,
            "moved " * each.moved + each.how,
        )
        for each in comparison.articles
    ]


def test_an_inserted_article_shifts_numbers_and_is_no_change_of_the_others():
    new = "镇人民政府每半年检查一次公开栏的内容，并公布结果。"
    assert told(compare(law(A, B, C, D), law(A, new, B, C, D))) == [
        ("第一条", "第一条", "same"),
        (None, "第二条", "inserted"),
        ("第二条", "第三条", "same"),
        ("第三条", "第四条", "same"),
        ("第四条", "第五条", "same"),
    ]


def test_a_removed_article_stands_after_what_it_followed():
    assert told(compare(law(A, B, C, D), law(A, C, D))) == [
        ("第一条", "第一条", "same"),
        ("第二条", None, "removed"),
        ("第三条", "第二条", "same"),
        ("第四条", "第三条", "same"),
    ]


def test_a_moved_article_is_known_by_its_words():
    later = C.replace("15日", "10日")
    assert told(compare(law(A, B, C, D), law(later, A, B, D))) == [
        ("第三条", "第一条", "moved changed"),
        ("第一条", "第二条", "same"),
        ("第二条", "第三条", "same"),
        ("第四条", "第四条", "same"),
    ]


def test_a_rewritten_article_between_the_same_neighbours_is_the_same_article():
    new = "财务往来多的村，每月公布收支，贴满15日为止。"
    assert told(compare(law(A, B, C), law(A, new, C)))[1] == ("第二条", "第二条", "changed")


def test_a_much_rewritten_article_is_the_same_where_others_came_and_went_beside_it():
    reports = "会计每月到镇里报账，票据由村务监督委员会审核。"
    old = law(A, reports, "本规定由镇人民政府负责解释，自2023年6月1日起施行，此前的规定同时废止。")
    new = law(A, "村集体的合同每年清理一次。", "公开栏旁设意见箱。", "本办法自2026年3月起施行。")
    assert told(compare(old, new)) == [
        ("第一条", "第一条", "same"),
        (None, "第二条", "inserted"),
        (None, "第三条", "inserted"),
        ("第二条", None, "removed"),
        ("第三条", "第四条", "changed"),
    ]


def test_texts_without_articles_are_compared_by_paragraph():
    comparison = compare(f"{A}\n\n{B}", f"{A}\n\n{B.replace('7日', '15日')}")
    assert comparison.counts == {"changed": 1, "inserted": 0, "removed": 0, "moved": 0, "renumbered": 0}


def test_what_reads_the_same_is_the_same():
    assert compare(law(A, B), f"**第一条** {A}\n\n第二条　{B}\n").is_same


ARTICLES = st.lists(st.text(alphabet="村务公开栏财收支，。三十日", min_size=1, max_size=24), max_size=9)


@given(ARTICLES, ARTICLES)
def test_every_part_of_both_texts_comes_once_and_the_new_in_order(old, new):
    earlier, later = law(*old), law(*new)
    changes = compare(earlier, later).changes
    assert [each.new for each in changes if each.new] == list(parts(later))
    assert Counter(each.old for each in changes if each.old) == Counter(parts(earlier))
    for each in changes:
        assert "".join(run.text for run in each.runs if run.sign != "gone") == (
            each.new.text if each.new else ""
        )
        assert "".join(run.text for run in each.runs if run.sign != "new") == (
            each.old.text if each.old else ""
        )


@given(st.permutations([A, B, C, D]))
def test_whole_articles_that_only_change_places_keep_their_words(order):
    comparison = compare(law(A, B, C, D), law(*order))
    assert {each.how for each in comparison.changes} == {"same"}
    assert (comparison.counts["moved"] == 0) == (list(order) == [A, B, C, D])


@given(ARTICLES)
def test_a_text_compared_with_itself_has_no_changes(articles):
    assert compare(law(*articles), law(*articles)).is_same


VILLAGES = ("村民委员会组织法(2018-12-29).md", "村民委员会组织法(2025-10-28).md")
LANGUAGE = ("国家通用语言文字法(2000-10-31).md", "国家通用语言文字法(2025-12-27).md")
# Checked by hand, reading both texts: the old article, the new one, and what became of it.
READ = {
    VILLAGES: [
        (1, 1, "changed"), (None, 5, "inserted"), (5, 6, "same"), (None, 7, "inserted"), (6, 8, "changed"),
        (None, 13, "inserted"), (11, 14, "same"), (None, 20, "inserted"), (17, 21, "same"), (24, 28, "changed"),
        (None, 33, "inserted"), (30, 35, "changed"), (31, 36, "same"), (37, 42, "changed"), (None, 45, "inserted"),
        (38, 47, "changed"), (41, 50, "same"),
    ],
    LANGUAGE: [
        (6, 6, "changed"), (None, 7, "inserted"), (8, 9, "same"), (None, 16, "inserted"), (15, 17, "changed"),
        (22, 24, "same"), (24, 26, "same"), (26, 29, "changed"), (27, 31, "changed"), (28, 32, "changed"),
    ],
}  # fmt: skip


@pytest.mark.shared
@pytest.mark.parametrize("files", READ, ids=lambda files: files[0][:4])
def test_real_statutes_are_compared_as_a_reader_would(files):
    earlier, later = (text_of(name) for name in files)
    found = {
        (each.old and each.old.number, each.new and each.new.number): each
        for each in compare(earlier, later).articles
    }
    for old, new, how in READ[files]:
        assert found[old, new].how == how, (old, new)
        assert not found[old, new].moved


RECONSIDERATION = ("行政复议法(2017-09-01).md", "行政复议法(2023-09-01).md")
# No article of the two laws above changed its place, so these are read by hand in a third, which was turned over.
MOVED = [(9, 20), (12, 27), (23, 48), (30, 23), (31, 62)]  # 12, 13 and 14 stand as 27, 24 and 26
REWRITTEN = [(13, 24), (43, 90)]
GONE = [22, 38, 42]


@pytest.mark.shared
def test_articles_of_a_real_statute_that_moved_are_known_by_their_words():
    comparison = compare(*(text_of(name) for name in RECONSIDERATION))
    moved = {(each.old.number, each.new.number) for each in comparison.articles if each.moved}
    assert moved == set(MOVED)
    assert {(each.old.number, each.new.number) for each in comparison.articles if each.how == "changed"} >= {
        *REWRITTEN
    }
    removed = {each.old.number for each in comparison.articles if each.how == "removed"}
    assert removed >= set(GONE)


@pytest.mark.shared
def test_the_words_of_a_real_article_that_changed():
    disclosure = next(
        each for each in compare(*(text_of(name) for name in VILLAGES)).articles if each.part.number == 35
    )
    assert {run.text for run in disclosure.runs if run.sign == "gone"} >= {"二十三", "二十四", "集体"}
    new = "".join(run.text for run in disclosure.runs if run.sign == "new")
    assert "公布的期限不得少于十五日。" in new


@pytest.mark.shared
def test_an_article_that_was_divided_says_where_its_rest_stands():
    apart = {each.part.label: each.near for each in compare(*(text_of(name) for name in LANGUAGE)).articles}
    assert apart["第二十八条"].label == "第二十六条"


@pytest.mark.shared
def test_two_texts_of_ten_thousand_characters_are_compared_at_once():
    earlier, later = (
        "".join(text_of(name) for name in names) for names in zip(VILLAGES, LANGUAGE, strict=True)
    )
    assert len(later) >= 10_000

    def work() -> None:
        assert any(each.runs for each in compare(earlier, later).changes)

    assert seconds(work, 0.2) < 0.2


def test_a_long_text_put_in_the_place_of_another_is_compared_at_once():
    earlier, later = (
        "\n\n".join(
            f"第{han_number(at)}条 村民委员会应当"
            + "".join(chr(0x4E00 + (at * at * 31 + step * step * way) % 3_000) for step in range(80))
            for at in range(1, 401)
        )
        for way in (7, 1_009)
    )

    def work() -> None:
        assert compare(earlier, later).counts["removed"] > 300

    assert seconds(work, 1) < 1


def text_of(name: str) -> str:
    return (LAWS / name).read_text(encoding="utf-8").partition("<!-- INFO END -->")[2]
