"""Rules about what towns and villages must do beside the accounts: reports, guides, supervision, meetings, enforcement."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_town import RULES, lay, problems
from fazhi.ground.days import day
from fazhi.ground.markdown import Markdown
from fazhi.nouns.requests import APPLICANTS, COLUMNS, requests
from fazhi.nouns.rule import Example

ITEMS = "{%s: {name: {zh: 事项, en: Item}, of: office, cadence: event, channel: web, since: 2021-01-01}}"


def found(root: Path, example: Example, code: str) -> list[str]:
    lay(root, example)
    return [each.message.zh for each in problems(root) if each.code == code]


def of_office(item: str, body: str, **values: str) -> Example:
    own = {"village": None, "office": "government", "source": "government", "item": item, "period": "2026"}
    home = f"villages/government/2026/{item}-year"
    return Example(values=own | values, body=body, town={"items": ITEMS % item}, name=home)


def table(
    *rows: tuple[str, list[object]],
    head: str = "| | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |",
) -> str:
    ruler = "|---" * head.count(" |") + "|"
    return (
        "\n".join([head, ruler, *(f"| {name} | | {' | '.join(map(str, cells))} |" for name, cells in rows)])
        + "\n"
    )


RIGHT = [
    ("一、本年新收政府信息公开申请数量", [3, 1, 0, 0, 0, 0, 4]),
    ("二、上年结转政府信息公开申请数量", ["-", "", "—", 0, 0, "０", 0]),
    ("三、本年度办理结果（一）予以公开", [2, 1, 0, 0, 0, 0, 3]),
    ("（七）总计", [2, 1, 0, 0, 0, 0, 3]),
    ("四、结转下年度继续办理", [1, 0, 0, 0, 0, 0, 1]),
]


def changed(row: int, cells: list[object]) -> str:
    rows = list(RIGHT)
    rows[row] = (RIGHT[row][0], cells)
    return table(*rows)


TABLES = {
    "right": (table(*RIGHT), []),
    "bold and separators": (changed(0, ["**3**", 1, 0, 0, 0, 0, "**4**"]), []),
    "total wrong": (changed(2, [2, 1, 0, 0, 0, 0, 4]), ["总计写 4"]),
    "one went missing": (changed(3, [1, 1, 0, 0, 0, 0, 2]), ["“总计”一列", "“自然人”一列"]),
    "no number": (changed(0, ["三", 1, 0, 0, 0, 0, 4]), ["自然人"]),
    "row missing": (table(*RIGHT[:4]), ["结转下年度"]),
    "column missing": (table(*RIGHT, head="| | | 自然人 | 商业企业 | 科研机构 | 公益 | 法律服务机构 | 其他 | 总计 |"), ["社会公益组织"]),
    "heads on two rows": (
        "| 项目 | | 自然人 | 法人或其他组织 | | | | | 总计 |\n" + "|---" * 9 + "|\n"
        "| | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n"
        + "\n".join(table(*RIGHT).splitlines()[2:]) + "\n",
        [],
    ),
    "none": ("收到申请4件，都已办结。\n", ["没有“收到和处理政府信息公开申请情况”表"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "told"), TABLES.values(), ids=TABLES)
def test_the_table_on_requests(tmp_path, body, told):
    messages = found(tmp_path, of_office("information-report", body), "information-report-sums")
    assert len(messages) == len(told)
    assert all(part in message for part, message in zip(told, messages, strict=True))


@given(
    st.lists(st.lists(st.integers(0, 10**6), min_size=6, max_size=6), min_size=2, max_size=2),
    st.lists(st.integers(0, 10**6), min_size=6, max_size=6),
)
def test_a_table_that_adds_up_is_never_blamed(had, left):
    """Whatever was received and carried in, and whatever part of it was carried over."""
    over = [min(part, sum(column)) for part, column in zip(left, zip(*had, strict=True), strict=True)]
    done = [sum(column) - part for column, part in zip(zip(*had, strict=True), over, strict=True)]
    rows = zip(("本年新收", "上年结转", "总计", "结转下年度"), (*had, done, over), strict=True)
    read = requests(Markdown(table(*((name, [*cells, sum(cells)]) for name, cells in rows))))
    assert read is not None and not read.lacks
    assert all(sum(row.counts[name] for name in APPLICANTS) == row.counts["总计"] for row in read.rows)


@given(st.text(alphabet="|-本年新收自然人总计 0123\n", max_size=200))
def test_no_text_breaks_the_reading_of_requests(text):
    read = requests(Markdown(text))
    assert read is None or read.lacks or all(row.counts.keys() == set(COLUMNS) for row in read.rows)


GUIDE = {
    "分类": "## 分类\n\n按主题分。\n\n",
    "编排": "编排：按年。\n\n",
    "获取方式": "## 获取方式\n\n网站、公开栏。\n\n",
    "工作机构": "工作机构：党政办公室\n\n",
    "地址": "办公地址：镇政府一楼\n\n",
    "办公时间": "- **办公时间**：工作日\n",
    "电话": "- 联系电话：12345\n",
    "传真": "- 传真号码：无\n",
    "互联网": "- 互联网联系方式：无\n",
}


@pytest.mark.parametrize("left_out", [None, *GUIDE])
def test_a_guide_is_told_what_it_lacks(tmp_path, left_out):
    body = "".join(text for part, text in GUIDE.items() if part != left_out)
    messages = found(tmp_path, of_office("information-guide", body), "guide-contents")
    assert [left_out in message for message in messages] == ([True] if left_out else [])


@pytest.mark.parametrize("value", ["", "待补", "—", "null", "尚未开通"])
def test_a_label_without_anything_behind_it_tells_nothing(tmp_path, value):
    body = "".join(GUIDE.values()).replace("12345", value)
    (message,) = found(tmp_path, of_office("information-guide", body), "guide-contents")
    assert "没有写明：联系电话。" in message


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("| 140825107/2026-00001 | 规定 | 怎样管公开栏 | 2026-10-08 |", 0),
        ("| 140825107/2026-00001 | 规定 | — | 2026-10-08 |", 1),
        ("| 140825107/2026-00001 | 规定 |", 1),
    ],
)
def test_a_catalogue_has_no_gaps(tmp_path, row, wrong):
    body = f"| 索引号 | 名称 | 内容概述 | 生成日期 |\n|---|---|---|---|\n{row}\n"
    assert len(found(tmp_path, of_office("information-catalogue", body), "catalogue-contents")) == wrong


RELATIVES = "relatives: {declared: 无, by: demo-1, on: 2026-10-08}"


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (f"{{committee: [甲, 乙], members: [丙, 丁], {RELATIVES}}}", 0),
        (f"{{committee: [张某, 李某某], members: [王*, 赵**], {RELATIVES}}}", 0),
        (f"{{committee: [甲, 乙], members: [甲, 乙], {RELATIVES}}}", 2),
        (f"{{committee: [], members: [丙], {RELATIVES}}}", 1),
        ("{committee: [甲], members: [丙]}", 1),
        ("{committee: [甲], members: [丙], relatives: {declared: 有, by: demo-1, on: 2026-10-08}}", 1),
    ],
)
def test_supervisors_are_apart_from_whom_they_supervise(tmp_path, told, wrong):
    assert len(found(tmp_path, Example(values={"supervision": told}), "supervisors-apart")) == wrong


def test_the_item_of_supervision_asks_for_its_members(tmp_path):
    items = "{supervision: {name: {zh: 村务监督, en: S}, cadence: event, channel: web, since: 2026-01-01}}"
    example = Example(
        values={"item": "supervision", "period": "2026-10-08"},
        town={"items": items},
        name="villages/demo-1/2026/supervision-1008",
    )
    assert len(found(tmp_path, example, "supervisors-apart")) == 1


@pytest.mark.parametrize(("ready", "wrong"), [("2026-09-28", 0), ("2026-09-29", 1), ("2026-10-08", 1)])
def test_papers_are_ready_ten_days_before_the_meeting(tmp_path, ready, wrong):
    papers = "papers: [年度经营报告, 年度财务会计报告, 收益分配方案]"
    values = {"collective_meeting": f"{{on: 2026-10-08, ready: {ready}, {papers}}}"}
    assert len(found(tmp_path, Example(values=values), "collective-papers")) == wrong


def old(**values: str) -> dict[str, str]:
    """A record of spring 2025."""
    days = {"formed": "2025-04-08", "published": "2025-04-10", "period": "2025-Q1"}
    review = "{by: reviewer, on: 2025-04-09, secrecy: ok, privacy: ok}"
    return {**days, "review": review, "index": "140825107/2025-00012", "posted": None, **values}


def test_before_the_law_on_collectives_no_ten_days_are_asked(tmp_path):
    values = old(collective_meeting="{on: 2025-04-08, ready: 2025-04-07}")
    assert (
        found(tmp_path, Example(values=values, name="villages/demo-1/2025/finance-Q1"), "collective-papers")
        == []
    )


def test_a_citation_is_of_the_law_of_the_records_day(tmp_path):
    rule = RULES["supervisors-apart"]
    assert "第三十二条" in rule.source_words(day("2025-12-31")).zh
    assert "第三十七条" in rule.source_words(day("2026-01-01")).zh


@pytest.mark.parametrize(
    ("election", "wrong"),
    [
        ("{on: 2026-10-08, list_posted: 2026-09-18}", 0),
        ("{on: 2026-10-08, list_posted: 2026-09-19}", 1),
        ("{on: 2026-10-08}", 1),
    ],
)
def test_a_list_of_voters_hangs_twenty_days(tmp_path, election, wrong):
    assert len(found(tmp_path, Example(values={"election": election}), "voters-list-posted")) == wrong


def test_a_list_of_voters_is_refused_without_saying_who_is_on_it(tmp_path):
    body = "## 登记参加选举的村民名单\n\n| 姓名 | 组 |\n|---|---|\n| 张大山 | 一 |\n| 李河 | 二 |\n"
    (message,) = found(tmp_path, Example(body=body), "voters-list-offline")
    assert "张" not in message


def decision(sort: str, published: str, formed: str = "2026-09-08", more: str = "") -> Example:
    values = {"formed": formed, "published": published, "item": "decisions", "period": formed}
    review = f"{{by: reviewer, on: {formed}, secrecy: ok, privacy: ok}}"
    enforcement = f"{{sort: {sort}, party: 自然人{more}}}"
    name = f"villages/demo-1/2026/decisions-{formed[5:].replace('-', '')}"
    return Example(values={**values, "review": review, "enforcement": enforcement}, name=name)


@pytest.mark.parametrize(
    ("sort", "published", "late"),
    [
        ("行政处罚", "2026-09-17", 0),
        ("行政处罚", "2026-09-18", 1),
        ("行政许可", "2026-09-18", 1),
        ("行政强制", "2026-09-18", 0),
        ("行政强制", "2026-10-12", 0),
        ("行政强制", "2026-10-13", 1),
    ],
)
def test_enforcement_is_public_in_seven_or_twenty_working_days(tmp_path, sort, published, late):
    example = decision(sort, published)
    assert len(found(tmp_path, example, "enforcement-in-time")) == late
    assert found(tmp_path, example, "published-in-time") == []  # said once


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ("{how: 撤销, on: 2026-10-12, withdrawn: 2026-10-15, reason: 证据不足}", 0),
        ("{how: 撤销, on: 2026-10-12, withdrawn: 2026-10-16, reason: 证据不足}", 1),
        ("{how: 撤销, on: 2026-10-12, withdrawn: 2026-10-16}", 2),
        ("{how: 撤销, on: 2026-10-12, reason: 证据不足}", 1),
        ("{how: 撤销, on: 2027-06-27, reason: 证据不足}", 0),  # the third day is the day of looking
        ("{how: 撤销, on: 2027-06-26, reason: 证据不足}", 1),
        ("{how: 撤销, on: 2026-10-12, withdrawn: 2026-10-15, reason: 证据不足}, name: 李某", 1),
    ],
)
def test_a_penalty_that_was_undone_is_withdrawn_in_three_days(tmp_path, changed, wrong):
    example = decision("行政处罚", "2026-09-17", more=f", changed: {changed}")
    assert len(found(tmp_path, example, "enforcement-withdrawn")) == wrong


@pytest.mark.parametrize(("name", "wrong"), [("李某", 0), ("欧阳某某", 0), ("李*", 0), ("李大山", 1)])
def test_a_person_is_not_named_in_full(tmp_path, name, wrong):
    values = {"enforcement": f"{{sort: 行政处罚, party: 自然人, name: {name}}}"}
    messages = found(tmp_path, Example(values=values), "enforcement-name")
    assert len(messages) == wrong and not any(name in message for message in messages)


@pytest.mark.parametrize(
    ("number", "formed", "wrong"),
    [
        ("示政发〔2026〕3号", "2026-10-08", 0),
        ("示政发〔2025〕3号", "2026-10-08", 1),
        ("示政发〔2025〕3号", "2026-02-01", 1),
        ("示政发〔2025〕3号", "2026-01-31", 0),
    ],
)
def test_a_number_is_of_the_year_of_its_document(tmp_path, number, formed, wrong):
    values = {
        "number": number,
        "formed": formed,
        "adopted": formed,
        "legality_review": None,
        "consultation": None,
    }
    assert len(found(tmp_path, Example(kind="regulation", values=values), "formed-agrees")) == wrong


MEMBERS = f"supervision: {{committee: [甲, 乙], members: [丙, 丁], {RELATIVES}}}"
NEW_MEMBERS = f"supervision: {{committee: [丙, 乙], members: [甲, 丁], {RELATIVES}}}"


def told_on(day: str, members: str) -> dict[str, str]:
    """A record that lists both committees as of a day, beside the accounts."""
    text = (
        f"---\ntitle: 村务监督委员会的组成{day}\nindex: 140825107/{day[:4]}-00{day[5:7]}1\nformed: {day}\npublished: {day}\n"
        f"source: demo-1\ntopic: 农业、林业、水利\naccess: 主动公开\nreview: {{by: reviewer, on: {day}, secrecy: ok, privacy: ok}}\n"
        f"village: demo-1\nitem: decisions\nperiod: {day}\n{members}\n---\n\n推选成员。\n"
    )
    return {f"villages/demo-1/{day[:4]}/decisions-{day[5:].replace('-', '')}.md": text}


@pytest.mark.parametrize(
    ("others", "signed", "told"),
    [
        ({}, "{supervision: [甲], on: 2026-10-07}", []),
        ({}, "{supervision: [甲], approved: [甲], on: 2026-10-07}", ["两边都签了字"]),
        (told_on("2026-03-08", MEMBERS), "{supervision: [丙, 丁], approved: [甲], on: 2026-10-07}", []),
        (told_on("2026-03-08", MEMBERS), "{supervision: [甲], on: 2026-10-07}", ["是村民委员会成员"]),
        (told_on("2026-03-08", MEMBERS), "{supervision: [戊], on: 2026-10-07}", ["成员里没有 戊"]),
        # the newest list that was there on the record's own day is the one that counts
        (told_on("2026-03-08", NEW_MEMBERS) | told_on("2025-03-08", MEMBERS), "{supervision: [甲], on: 2026-10-07}", []),
        (told_on("2026-11-08", MEMBERS) | told_on("2025-03-08", NEW_MEMBERS), "{supervision: [甲], on: 2026-10-07}", []),
    ],
)  # fmt: skip
def test_who_signs_for_the_supervisors_is_none_of_the_committee(tmp_path, others, signed, told):
    messages = found(tmp_path, Example(values={"signed": signed}, files=others), "signatory-apart")
    assert len(messages) == len(told)
    assert all(part in message for part, message in zip(told, messages, strict=True))
