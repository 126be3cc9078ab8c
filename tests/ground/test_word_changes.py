"""What changed between two wordings: the runs lead from one to the other, and read as people read."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cost import seconds
from fazhi.ground.word_changes import changes

TEXT = st.text(alphabet="村民会议应当公布，。；、\n0123456789三十五日ab－＋[]{}<>&", max_size=120)


def shown(old: str, new: str) -> str:
    signs = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(signs[run.sign].format(run.text) for run in changes(old, new))


def sides(old: str, new: str) -> tuple[str, str]:
    runs = changes(old, new)
    return (
        "".join(run.text for run in runs if run.sign != "new"),
        "".join(run.text for run in runs if run.sign != "gone"),
    )


@given(TEXT, TEXT)
def test_the_runs_make_up_both_wordings(old, new):
    assert sides(old, new) == (old, new)


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.text(max_size=6)), max_size=5))
def test_the_runs_make_up_a_wording_edited_here_and_there(old, edits):
    new = old
    for at, put in edits:
        new = new[:at] + put + new[at + 2 :]
    assert sides(old, new) == (old, new)


@given(TEXT, TEXT)
def test_no_run_is_empty_and_no_two_of_a_sign_meet(old, new):
    runs = changes(old, new)
    assert all(run.text for run in runs)
    assert all(one.sign != other.sign for one, other in zip(runs, runs[1:], strict=False))
    assert all((one.sign, other.sign) != ("new", "gone") for one, other in zip(runs, runs[1:], strict=False))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("张贴期限不少于7日。", "张贴期限不少于15日。", "张贴期限不少于[-7-][+15+]日。"),
        ("本法第二十三条", "本法第二十七条", "本法第[-二十三-][+二十七+]条"),
        ("限额12,500.00元", "限额12,800.00元", "限额[-12,500.00-][+12,800.00+]元"),
        ("民主选举、民主决策", "民主选举、民主协商、民主决策", "民主选举、[+民主协商、+]民主决策"),
        ("由主任和委员组成", "由主任、副主任和委员组成", "由主任[+、副主任+]和委员组成"),
        ("由甲决定。", "", "[-由甲决定。-]"),
        ("", "由甲决定。", "[+由甲决定。+]"),
        ("不变。", "不变。", "不变。"),
    ],
)
def test_a_change_reads_as_people_read(old, new, expected):
    assert shown(old, new) == expected


def test_clauses_are_compared_with_the_clauses_they_are_like():
    old = "其他垃圾每3日清运一次；有害垃圾每90日集中转运一次。"
    new = "其他垃圾每2日清运一次，夏季每日清运一次；有害垃圾每30日集中转运一次。"
    assert shown(old, new) == (
        "其他垃圾每[-3-][+2+]日清运一次[-；-][+，夏季每日清运一次；+]有害垃圾每[-90-][+30+]日集中转运一次。"
    )


@pytest.mark.parametrize("letters", ["甲", "ab", "，甲", "甲乙丙丁", "，。"])
def test_no_text_takes_long(letters):
    dice = random.Random(1)
    old, new = ("".join(dice.choices(letters, k=10_000)) for _ in range(2))
    assert seconds(lambda: changes(old, new), 0.5) < 0.5
