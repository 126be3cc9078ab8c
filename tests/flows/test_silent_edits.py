"""What was published does not change without a correction; mark-up and white space may."""

import pytest

from example_release import IDS, Small, correction
from example_town import AS_OF, KINDS, put, text_of
from fazhi.nouns.fault import Refused
from fazhi.nouns.rule import Example

TALKS = 34
"""A town of so many records: three sown edits, or three harmless ones, in each."""
BODY = """镇司法所发放资料{n}20份，支出{n}5.60元，详见[附表](scan.pdf)、[上级网站](https://example.org/{n})和[省网](https://example.net/{n})。另见[上一次](talk-0.md)和[说明](../../pages/old.md)，[甲][a]、[乙][b]、[丙][c]、[丁][d]、[戊][e]，注[^1]。

![现场](one.png "当天")

面积10²平方米

| 项目 | 金额 |
|---|---|
| 印刷 | 12.30 |
| 茶水 | 3.30 |

- 第一项
- 第二项

8. 第八
9. 第九

> 引用

[合计]: 15.60 元

[^1]: 另有3人。

[a]: talk-0.md
[b]: talk-5.md "附言"
[c]: https://example.org/c
[d]: https://example.org/d
[e]: ../../pages/older.md
"""


SOWN = {
    "a digit": lambda text: text.replace("20份", "21份"),
    "a fen": lambda text: text.replace("5.60元", "5.61元"),
    "a day": lambda text: text.replace("formed: 2026-10-08", "formed: 2026-10-07"),
    "an office": lambda text: text.replace("镇司法所", "镇综治办"),
    "rows swapped": lambda text: text.replace(
        "| 印刷 | 12.30 |\n| 茶水 | 3.30 |", "| 茶水 | 3.30 |\n| 印刷 | 12.30 |"
    ),
    "figures swapped": lambda text: text.replace("12.30", "X").replace("3.30", "12.30").replace("X", "3.30"),
    "the title": lambda text: text.replace("次宣传", "次培训"),
    "an address": lambda text: text.replace("https://example.org/", "https://example.com/"),
    "a word": lambda text: text.replace("发放资料", "收回资料"),
    "a line more": lambda text: f"{text}- 第三项\n",
    "a row less": lambda text: text.replace("| 茶水 | 3.30 |\n", ""),
    "a sign": lambda text: text.replace("12.30", "-12.30"),
    "what stands high": lambda text: text.replace("10²", "102"),
    "the number of an item": lambda text: text.replace("8. 第八", "7. 第八"),
    "a number of two digits": lambda text: text.replace("9. 第九", "99. 第九"),
    "a quotation as an item": lambda text: text.replace("> 引用", "2. 引用"),
    "another record linked": lambda text: text.replace("(talk-0.md)", "(talk-1.md)"),
    "a link less": lambda text: text.replace("[上一次](talk-0.md)", "上一次"),
    "a heading": lambda text: text.replace("面积10²", "# 面积10²"),
    "references swapped": lambda text: text.replace("talk-0.md\n[b]: talk-5.md", "talk-5.md\n[b]: talk-0.md"),
    "references outside swapped": lambda text: text.replace(
        "/c\n[d]: https://example.org/d", "/d\n[d]: https://example.org/c"
    ),
    "addresses outside swapped": lambda text: (
        text.replace("example.org/", "X/")
        .replace("example.net/", "example.org/")
        .replace("X/", "example.net/")
    ),
    "a picture's description": lambda text: text.replace("![现场]", "![会场]"),
    "another picture": lambda text: text.replace("one.png", "two.png"),
    "a picture's title": lambda text: text.replace('"当天"', '"次日"'),
    "a reference's title": lambda text: text.replace('"附言"', '"旁注"'),
    "what only looks like a reference": lambda text: text.replace("15.60 元", "15.61 元"),
    "a note": lambda text: text.replace("另有3人", "另有8人"),
    "a figure as an entity": lambda text: text.replace("10²", "1&#49;²"),
    "a summary": lambda text: text.replace("formed: 2026", "summary: 要点\nformed: 2026"),
    "an attribute list": lambda text: text.replace("> 引用", "> 引用 {: hidden }"),
    "a fraction": lambda text: text.replace("10²", "1½"),
}
HARMLESS = {
    "white space": lambda text: text.replace("，详见", "，\n详见").replace("| 印刷 |", "|  印刷  |"),
    "list marks": lambda text: text.replace("- 第", "* 第"),
    "emphasis": lambda text: text.replace("镇司法所", "**镇司法所**"),
    "a full-width digit": lambda text: text.replace("12.30", "１２.３０"),
    "bars under heads": lambda text: text.replace("|---|---|", "|:---|---:|"),
    "a link to a moved page": lambda text: text.replace("(../../pages/old.md)", "(../../pages/new.md)"),
    "numbers counted by themselves": lambda text: text.replace("9. 第九", "8. 第九"),
    "columns aligned otherwise": lambda text: text.replace("|---|---|", "|---:|:--:|"),
    "a reference to a moved page": lambda text: text.replace("../../pages/older.md", "../../pages/newer.md"),
    "quotes of front matter": lambda text: text.replace("formed: 2026-10-08", 'formed: "2026-10-08"'),
}


@pytest.fixture
def many(tmp_path) -> Small:
    small = Small(tmp_path)
    for number in range(TALKS):
        _write(small, number, lambda text: text)
        (small.town / f"docs/outreach/2026/{number}").mkdir(exist_ok=True)
    (small.town / "docs/outreach/2026/scan.pdf").write_bytes(b"%PDF-1.4 one")
    small.build()
    small.publish()
    return small


def _write(small: Small, number: int, edit, en: bool = True) -> None:
    own = {"title": f"第{number}次宣传", "index": f"140825107/2026-{number + 101:05}", "formed": "2026-10-08"}
    example = Example(kind="outreach", values=own, body=BODY.format(n=number))
    text = text_of(KINDS["outreach"], example)
    assert isinstance(text, str)
    put(small.town, f"outreach/2026/talk-{number}", edit(text))
    if en:
        told = f"---\ntitle: Talk {number}\n---\n\nSpent {number}5.60 yuan.\n"
        put(small.town, f"outreach/2026/talk-{number}.en", told)


def refused_at(small: Small) -> dict[str, str]:
    """Where publishing is refused, and under which name."""
    small.build()
    with pytest.raises(Refused) as told:
        small.publish()
    return {fault.path: fault.code for fault in told.value.faults}


def test_a_hundred_sown_edits_are_all_stopped(many):
    """One in each record at a time, all rounds of them."""
    sown = 0
    for turn in range(0, len(SOWN), 4):
        edits = list(SOWN.values())[turn : turn + 4]
        for number in range(TALKS):
            _write(many, number, edits[number % 4])
        assert refused_at(many) == {
            f"docs/outreach/2026/talk-{number}.md": "silent-edit" for number in range(TALKS)
        }
        sown += TALKS
    assert sown >= 100


def test_a_hundred_harmless_edits_stop_nothing(many):
    edits = list(HARMLESS.values())
    for turn in range(3):
        for number in range(TALKS):
            _write(many, number, edits[(number + turn * 3) % len(edits)])
        many.build()
        many.publish()


def test_words_that_become_a_link_are_no_edit_but_its_removal_is(many):
    _write(many, 3, lambda text: text.replace("镇司法所", "[镇司法所](talk-1.md)"))
    many.build()
    many.publish()
    _write(many, 3, lambda text: text)
    assert refused_at(many) == {"docs/outreach/2026/talk-3.md": "silent-edit"}


@pytest.fixture
def small(tmp_path) -> Small:
    small = Small(tmp_path)
    small.publish()
    return small


def test_an_attachment_of_other_bytes_is_stopped(many):
    (many.town / "docs/outreach/2026/scan.pdf").write_bytes(b"%PDF-1.4 two")
    assert set(refused_at(many).values()) == {"silent-edit"}


def test_what_only_a_translation_or_a_page_leads_to_is_held_too(many):
    """The bytes of a file that no original names, and of a form that a standing page hands out."""
    put(many.town, "outreach/2026/talk-40.en", "---\ntitle: Talk 40\n---\n\nSee [the sheet](sheet.pdf).\n")
    _write(many, 40, lambda text: text, en=False)
    put(many.town, "pages/forms", "---\ntitle: 表格\n---\n\n[申请表](form.pdf)\n")
    files = [many.town / "docs" / path for path in ("outreach/2026/sheet.pdf", "pages/form.pdf")]
    for file in files:
        file.write_bytes(b"%PDF-1.4 one")
    many.build()
    many.publish()
    for file in files:
        file.write_bytes(b"%PDF-1.4 two")
    held = ("docs/outreach/2026/talk-40.md", "docs/pages/forms.md")
    assert refused_at(many) == dict.fromkeys(held, "silent-edit")


def test_a_translation_alone_is_held_too(many):
    put(many.town, "outreach/2026/talk-3.en", "---\ntitle: Talk 3\n---\n\nSpent 35.61 yuan.\n")
    assert refused_at(many) == {"docs/outreach/2026/talk-3.md": "silent-edit"}
    (many.town / "docs/outreach/2026/talk-3.en.md").unlink()
    assert refused_at(many) == {"docs/outreach/2026/talk-3.md": "silent-edit"}


def test_a_removed_record_is_stopped(small):
    (small.town / f"docs/{IDS[0]}.md").unlink()
    assert refused_at(small) == {f"docs/{IDS[0]}.md": "removed"}


def test_an_office_of_another_name_is_stopped_until_the_town_says_why(small):
    town = small.town / "town.yml"
    text = town.read_text(encoding="utf-8")
    town.write_text(text.replace("示例镇司法所", "示例镇法治办"), encoding="utf-8")
    assert refused_at(small) == {"town.yml": "silent-edit"}
    town.write_text(town.read_text(encoding="utf-8") + f"corrections: {correction()}\n", encoding="utf-8")
    small.build()
    small.publish()


TOWN_EDITS = {
    "a deadline of the town's": ("due: 04-01", "due: 06-01"),
    "days until an item is due": ("due_days: 20", "due_days: 60"),
    "the site's title": ("示例镇法治公开", "示例镇公开"),
    "whose a post is": ("clerk: {office: government", "clerk: {office: justice"),
    "the division code": ('code: "140825107"', 'code: "140825108"'),
    "a year's days off": ("\nitems:", "\nholidays: {2027: {off: [2027-03-03], work: []}}\nitems:"),
    "a code of the site": ("{title: {zh", '{id_code: "1408250001", title: {zh'),
    "hours to study": ("\nitems:", "\nstudy_hours: 20\nitems:"),
}


@pytest.mark.parametrize("edit", TOWN_EDITS)
def test_what_the_town_is_due_and_called_is_held(small, edit):
    town = small.town / "town.yml"
    before, after = TOWN_EDITS[edit]
    text = town.read_text(encoding="utf-8")
    assert before in text
    town.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert refused_at(small) == {"town.yml": "silent-edit"}


@pytest.mark.parametrize(
    ("what", "why"), [("。", "。"), ("金额写错", "——"), ("更正", "录入有误"), ("改", "录入有误")]
)
def test_a_correction_that_says_nothing_lets_nothing_out(small, what, why):
    told = f'[{{on: 2027-06-30, what: "{what}", why: "{why}", by: reviewer}}]'
    small.write(IDS[0], {"corrections": told}, body="发放 1 份。\n")
    assert refused_at(small) == {f"docs/{IDS[0]}.md": "correction-empty"}


@pytest.mark.parametrize("day", ["2000-01-01", "2027-06-29", "2099-01-01"])
def test_nothing_was_corrected_before_it_was_public_or_will_be(small, day):
    """It was published on 2027-06-30, which is today."""
    told = f"[{{on: {day}, what: 改正份数, why: 录入有误, by: reviewer}}]"
    small.write(IDS[0], {"corrections": told}, body="发放 1 份。\n")
    assert refused_at(small) == {f"docs/{IDS[0]}.md": "correction-misdated"}


def test_a_new_village_is_no_edit(small):
    town = small.town / "town.yml"
    text = town.read_text(encoding="utf-8")
    more = "demo-3: {name: {zh: 示范三村, en: Demo Three}, since: 2027-01-01}, demo-2"
    town.write_text(text.replace("demo-2", more, 1), encoding="utf-8")
    small.build()
    small.publish()


def test_a_correction_lets_a_change_out_once(small):
    small.write(IDS[0], {"corrections": correction()}, body="发放 1 份。\n")
    small.build()
    small.publish()
    small.write(IDS[0], {"corrections": correction()}, body="发放 2 份。\n")
    assert refused_at(small) == {f"docs/{IDS[0]}.md": "silent-edit"}
    both = f"[{correction()[1:-1]}, {correction(AS_OF, '又更正')[1:-1]}]"
    small.write(IDS[0], {"corrections": both}, body="发放 2 份。\n")
    small.build()
    small.publish()


def test_a_published_index_number_never_changes(small):
    small.build()
    small.publish()
    other = {"index": "140825107/2026-00999", "corrections": correction(what="索引号写错")}
    small.write(IDS[0], other)
    assert refused_at(small) == {f"docs/{IDS[0]}.md": "number-changed"}


BOARD = "{{from: {start}, to: 2026-10-31, place: 村务公开栏}}"
VILLAGE = "villages/demo-1/2026/finance-Q3"


def _post(small: Small, start: str | None, corrections: str | None = None) -> None:
    """Write a disclosure that was posted from a day; None where that is not noted yet."""
    values = {"posted": start and BOARD.format(start=start), "corrections": corrections}
    put(small.town, VILLAGE, text_of(KINDS["disclosure"], Example(values=values)))
    small.build()


def test_when_the_paper_hung_is_added_later_but_never_changed_silently(small):
    _post(small, None)
    small.publish()
    _post(small, "2026-10-12")
    small.publish()
    for changed in ("2026-10-10", None):
        _post(small, changed)
        assert refused_at(small) == {f"docs/{VILLAGE}.md": "silent-edit"}
    _post(small, "2026-10-10", correction(what="张贴日期写错"))
    small.publish()


def test_a_published_correction_is_never_taken_back(small):
    small.write(IDS[0], {"corrections": correction()}, body="发放 1 份。\n")
    small.build()
    small.publish()
    small.write(IDS[0], {"corrections": correction(what="换个说法")}, body="发放 1 份。\n")
    assert refused_at(small) == {f"docs/{IDS[0]}.md": "correction-changed"}


def test_one_vague_text_for_many_records_is_refused(many):
    for number in range(8):
        _write(
            many,
            number,
            lambda text: text.replace("20份", "21份").replace(
                "---\n\n", f"corrections: {correction()}\n---\n\n"
            ),
        )
    assert set(refused_at(many).values()) == {"correction-vague"}


def test_what_changed_is_named(small):
    small.write(IDS[0], {"title": "另一个标题"})
    small.build()
    with pytest.raises(Refused) as told:
        small.publish()
    assert "title" in told.value.faults[0].message.en
