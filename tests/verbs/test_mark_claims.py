"""Claims are marked where they stand: across links and emphasis, on every word of them and on no other."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from example_town import lay, read
from fazhi.nouns.claim import claimed_reports
from fazhi.nouns.claim_note import notes
from fazhi.nouns.rule import Example
from fazhi.verbs.mark_claims import ClaimMarks, Mark, marks

UNDERLINED = re.compile(r'<span class="fz-claim fz-claim--holds">(.*?)</span>', re.DOTALL)


def rendered(body: str, *texts: str) -> str:
    extension = ClaimMarks()
    extension.marks = tuple(
        Mark(text, number, f"claim-{number}", "holds", "●", "相符") for number, text in enumerate(texts, 1)
    )
    return Markdown(extensions=[extension, "tables"]).convert(body)


def words(html: str) -> str:
    return "".join(re.sub(r"<[^>]*>", "", piece) for piece in UNDERLINED.findall(html))


@pytest.mark.parametrize(
    ("body", "text", "said"),
    [
        ("全年学法40小时。", "学法40小时", "学法40小时"),
        ("全年**学法**[40](a.md)小时。", "学法40小时", "学法40小时"),
        ("全年学法\n40 小时。", "学法 40小时", "学法\n40 小时"),
        ("- 甲\n- 乙全覆盖；\n- 丙\n", "乙全覆盖", "乙全覆盖"),
        ("第一句。\n\n第二句。", "第一句。第二句", "第一句。第二句"),
        ("| 甲 | 乙 |\n| - | - |\n| 共40次 | 无 |\n", "共40次", "共40次"),
        ("全镇全覆盖，全镇全覆盖。", "全覆盖", "全覆盖"),
    ],
)
def test_every_word_of_a_claim_is_underlined(body, text, said):
    html = rendered(body, text)
    assert words(html) == said
    assert html.count('<a class="fz-claim__mark fz-claim--holds" href="#claim-1" id="claim-1-text">') == 1


def test_the_mark_stands_after_the_claim_and_never_within_a_link():
    html = rendered("见[年度学法40小时](a.md)。", "学法40小时")
    assert re.search(
        r'</span></a><a class="fz-claim__mark[^>]*>1 <span aria-hidden="true">●</span> 相符</a>。', html
    )


def test_several_claims_in_one_sentence_keep_apart():
    html = rendered("开展[学法](a.md)和[培训](b.md)，办[考试](c.md)。", "开展学法和培训", "办考试")
    assert words(html) == "开展学法和培训办考试"
    assert html.index("claim-1-text") < html.index("办") < html.index("claim-2-text")


def test_the_english_text_is_marked_where_its_words_are_named(tmp_path):
    claims = "[{text: 定期举办法治培训, en: training sessions}, {text: 宣传不够深入}]"
    lay(tmp_path, Example("report", {"claims": claims}))
    register = read(tmp_path)
    (found,) = claimed_reports(register)
    told = notes(found, register)
    assert [each.text for each in marks(told, "zh")] == ["定期举办法治培训", "宣传不够深入"]
    assert [(each.text, each.number) for each in marks(told, "en")] == [("training sessions", 1)]


def test_a_claim_that_is_nowhere_still_has_its_anchor():
    assert 'id="claim-1-text"' in rendered("别的话。", "没有的话")


@given(st.lists(st.text("甲乙丙丁戊40", min_size=1, max_size=8), min_size=1, max_size=6), st.data())
def test_marking_changes_no_word_and_marks_the_claim_itself(parts, data):
    body = "".join(f"[{part}](a.md)" if at % 2 else part for at, part in enumerate(parts))
    whole = "".join(parts)
    start = data.draw(st.integers(0, len(whole) - 1))
    text = whole[start : data.draw(st.integers(start + 1, len(whole)))]
    html = rendered(body, text)
    plain = re.sub(r'<a class="fz-claim__mark.*?</a>', "", html)
    assert re.sub(r"<[^>]*>", "", plain) == whole
    assert words(html) == text
