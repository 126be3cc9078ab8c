"""Years side by side: the same claim stands on one line whatever it comes to, and no claim is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_town import KINDS, lay, put, read, text_of
from fazhi.nouns.claim import claimed_reports
from fazhi.nouns.claim_note import notes
from fazhi.nouns.rule import Example
from fazhi.verbs.claim_pages import claim_pages

Claims = list[tuple[str, str | None]]
"""Text and computation of each claim."""


def lines(root: Path, **years: Claims) -> list[tuple[str | None, ...]]:
    """The words on each line, of the newest year first; `y2026` holds the claims of that year's report."""
    lay(root, Example("regulation"))
    for year, claims in years.items():
        told = [f"{{text: {text}{f', compute: {compute}' if compute else ''}}}" for text, compute in claims]
        values = {
            "year": year[1:],
            "index": f"140825107/{year[1:]}-00001",
            "claims": f"[{', '.join(told)}]",
        }
        put(root, f"reports/{year[1:]}", text_of(KINDS["report"], Example("report", values)))
    register = read(root)
    reports = claimed_reports(register)
    assert len(reports) == len(years)
    (page,) = claim_pages(reports, [notes(each, register) for each in reports])
    return [tuple(note and note.claim.text for note in line.notes) for line in page.data.lines]


def studied(form: str, bound: str) -> str:
    return f"{{count: outreach, where: {{form: {form}, audience: 干部}}, {bound}}}"


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (("集体学法6次", studied("学法", "equals: 6")), ("集体学法5次", studied("学法", "equals: 5"))),
        (
            ("学法不少于48小时", studied("学法", "at_least: 48")),
            ("学法四十小时", studied("学法", "at_least: 40")),
        ),
        (
            ("学法培训", studied("[学法, 培训]", "at_least: 2")),
            ("法律学习", studied("[培训, 学法]", "at_least: 3")),
        ),
        (("学法不少于6次", studied("学法", "at_least: 6")), ("学法最多5次", studied("学法", "at_most: 5"))),
        (("举办讲座十二场", None), ("举办讲座8场", None)),
        (("完成2026年度任务", None), ("完成2025年度任务", None)),
        (("集体学法6次", studied("学法", "equals: 6")), ("集体学法5次", None)),
        (("学法培训", studied("[学法, 培训]", "at_least: 2")), ("学法培训", studied("学法", "at_least: 2"))),
    ],
    ids=[
        "figures",
        "bounds and spelling",
        "order",
        "another bound",
        "words",
        "years",
        "not computed",
        "conditions",
    ],
)
def test_the_same_claim_of_two_years_stands_on_one_line(tmp_path, newer, older):
    assert lines(tmp_path, y2026=[newer], y2025=[older]) == [(newer[0], older[0])]


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (("“3·15”宣传", None), ("“6·26”宣传", None)),
        (("集体学法6次", studied("学法", "equals: 6")), ("法治培训6次", studied("培训", "equals: 6"))),
        (("普法经费到位", None), ("工作人员到位", None)),
        (("4次", None), ("8次", None)),
    ],
    ids=["law days", "computations", "words", "nothing but figures"],
)
def test_different_claims_stand_on_lines_of_their_own(tmp_path, newer, older):
    assert lines(tmp_path, y2026=[newer], y2025=[older]) == [(newer[0], None), (None, older[0])]


def test_claims_of_one_report_with_one_computation_all_stand_there(tmp_path):
    whole = ("民主法治村全覆盖", "{count: villages, where: {democratic_rule_of_law: true}, equals: all}")
    some = ("巩固创建成果", "{count: villages, where: {democratic_rule_of_law: true}, at_least: 1}")
    assert lines(tmp_path, y2026=[whole, some], y2025=[some, whole]) == [
        (whole[0], whole[0]),
        (some[0], some[0]),
    ]


def test_the_closest_words_meet_first(tmp_path):
    newer = [("举办讲座8场", None), ("举办讲座9场", None)]
    assert lines(tmp_path, y2026=newer, y2025=[("举办讲座9场", None), ("举办讲座3场", None)]) == [
        ("举办讲座8场", "举办讲座3场"),
        ("举办讲座9场", "举办讲座9场"),
    ]


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(["举办讲座4次", "举办讲座五次", "学法40小时", "学法48小时", "4次"]),
        st.none() | st.sampled_from([studied("学法", "equals: 4"), studied("培训", "at_least: 5")]),
    ),
    min_size=1,
    max_size=6,
)


@given(CLAIMS, CLAIMS, CLAIMS)
def test_every_claim_stands_on_one_line_and_no_line_is_empty(tmp_path_factory, newest, middle, oldest):
    found = lines(tmp_path_factory.mktemp("claims"), y2026=newest, y2025=middle, y2024=oldest)
    for at, claims in enumerate((newest, middle, oldest)):
        assert sorted(line[at] for line in found if line[at]) == sorted(text for text, _ in claims)
    assert all(any(line) for line in found)
