"""The check slip: what agrees, what does not and by how much, what could not be checked, and with what it was compared."""

from pathlib import Path

import pytest

from example_town import lay, put, read
from fazhi.nouns.rule import Example
from fazhi.nouns.slip import Slip, slips

HOME = "villages/demo-1/2026/finance-Q3"
ACCOUNTS = (
    "[{book: main, table: 收支明细, unit: 元, opening: 100.00, closing: 90.50, cash: 0.50, bank: 90.00}]"
)
TABLE = """## 收支明细

| 摘要 | 收入 | 支出 | 结余 |
| --- | --- | --- | --- |
| 上期结余 |  |  | 100.00 |
| 补贴 | 1,000.00 |  | 1,100.00 |
| 电费 |  | 1,009.50 | 90.50 |
| 合计 | 1,000.00 | 1,009.50 |  |
"""


def slips_of(root: Path, body: str = TABLE, **values: str | None) -> tuple[Slip, ...]:
    lay(root, Example(values={"accounts": ACCOUNTS, **values}, body=body))
    register = read(root)
    return slips(register.records[HOME], register)


def verdicts(slip: Slip) -> dict[str, str]:
    return {answer.question.zh: str(answer.verdict) for answer in slip.answers}


def test_what_agrees_is_counted_and_what_has_no_counterpart_is_said(tmp_path):
    (slip,) = slips_of(tmp_path)
    assert verdicts(slip) == {
        "期初加收入减支出，等于期末": "agrees",
        "每一行的结余，接着上一行算": "agrees",
        "各行相加，等于合计": "agrees",
        "现金加银行存款，等于期末": "agrees",
        "期初，等于上一期的期末": "unchecked",
    }
    assert slip.agrees and "没法核对" in slip.verdict.zh and "单据" in slip.honest.zh


def test_what_is_off_is_told_with_row_column_and_difference(tmp_path):
    (slip,) = slips_of(tmp_path, TABLE.replace("| 合计 | 1,000.00", "| 合计 | 1,000.01"))
    (answer,) = [answer for answer in slip.answers if answer.verdict == "differs"]
    assert [detail.zh for detail in answer.details] == [
        "“合计”一行的收入写的是1,000.01元，推算应为1,000.00元，相差0.01元"
    ]
    assert not slip.agrees


def test_what_cannot_be_read_is_unchecked_with_its_row(tmp_path):
    (slip,) = slips_of(tmp_path, TABLE.replace("| 1,009.50 | 90.50", "| 约一千 | 90.50"))
    unchecked = [detail.zh for answer in slip.answers for detail in answer.details]
    assert unchecked[:2] == ["“电费”一行里有认不出的金额"] * 2
    assert slip.agrees and verdicts(slip)["各行相加，等于合计"] == "unchecked"


def earlier(root: Path, period: str, closing: str) -> None:
    put(
        root,
        f"villages/demo-1/2026/finance-{period}",
        "---\ntitle: 上一期\nindex: 140825107/2026-00011\nformed: 2026-07-08\npublished: 2026-07-10\nsource: demo-1\n"
        "topic: 农业、林业、水利\naccess: 主动公开\nreview: {by: reviewer, on: 2026-07-09, secrecy: ok, privacy: ok}\n"
        f"village: demo-1\nitem: finance\nperiod: 2026-{period}\n"
        f"accounts: [{{book: main, table: 收支明细, unit: 元, closing: {closing}}}]\n---\n\n正文\n",
    )


def carried(slip: Slip) -> tuple[str, str, list[str]]:
    (answer,) = [answer for answer in slip.answers if answer.question.zh == "期初，等于上一期的期末"]
    return str(answer.verdict), answer.reference, [detail.zh for detail in answer.details]


def test_the_opening_balance_is_compared_with_the_accounts_before(tmp_path):
    earlier(tmp_path, "Q2", "100.00")
    assert carried(slips_of(tmp_path)[0]) == ("agrees", "villages/demo-1/2026/finance-Q2", [])
    earlier(tmp_path, "Q2", "100.01")
    verdict, reference, details = carried(slips_of(tmp_path)[0])
    assert (verdict, reference) == ("differs", "villages/demo-1/2026/finance-Q2")
    assert details == ["期初结余（接2026年第二季度）写的是100.00元，推算应为100.01元，相差0.01元"]


def test_a_missing_period_is_named_and_is_no_fault_of_sums(tmp_path):
    earlier(tmp_path, "Q1", "7.00")
    (slip,) = slips_of(tmp_path)
    verdict, reference, (detail,) = carried(slip)
    assert (verdict, reference) == ("unchecked", "villages/demo-1/2026/finance-Q1")
    assert "缺2026年第二季度" in detail and slip.agrees


def test_the_reason_that_a_record_gives_goes_with_its_slip(tmp_path):
    (slip,) = slips_of(
        tmp_path,
        TABLE.replace("| 合计 | 1,000.00", "| 合计 | 1,000.01"),
        unreconciled="{reason: 一张票据待查, by: demo-1, on: 2026-10-09}",
    )
    assert slip.unreconciled and slip.unreconciled["reason"] == "一张票据待查" and not slip.agrees


def test_a_table_that_no_book_declares_has_a_slip_where_it_holds_a_sum(tmp_path):
    body = "## 明细\n\n| 项目 | 金额（元） |\n|---|---|\n| 甲 | 1.00 |\n| 乙 | 2.00 |\n| 合计 | 3.10 |\n\n## 表\n\n| 项目 | 数量 |\n|---|---|\n| 甲 | 1 |\n"
    (slip,) = slips_of(tmp_path, body, accounts=None)
    assert (slip.table, slip.heading, slip.agrees) == (0, "明细", False)


LIST = """## 发放情况

| 项目 | 户数 | 金额（元） |
|---|---|---|
| 一组 | 3 | 1,000.00 |
| 二组 | 2 | 9.50 |
| 合计 | 5 | 1,009.50 |
"""
PAYER = "villages/demo-1/2026/finance-Q2"
QUESTION = "名单的金额，等于账上付出的"


def paid(
    root: Path, paid_from: str | None, payer: str = TABLE, body: str = LIST
) -> tuple[str, str, list[str]]:
    """How a list comes out against the accounts of the quarter before."""
    values = {"accounts": None, "paid_from": paid_from}
    lay(root, Example(values=values, body=body))
    earlier(root, "Q2", "90.50")
    path = root / f"docs/{PAYER}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("正文\n", payer), encoding="utf-8")
    register = read(root)
    (slip,) = slips(register.records[HOME], register)
    (answer,) = [answer for answer in slip.answers if answer.question.zh == QUESTION]
    return str(answer.verdict), answer.reference, [detail.zh for detail in answer.details]


def test_a_list_is_held_against_the_ledger_of_another_record(tmp_path):
    named = f"[{{table: 发放情况, record: {PAYER}, row: 电费}}]"
    assert paid(tmp_path, named) == ("agrees", PAYER, [])
    verdict, reference, (detail,) = paid(
        tmp_path, named, TABLE.replace("1,009.50 | 90.50", "1,009.49 | 90.51")
    )
    assert (verdict, reference) == ("differs", PAYER)
    assert "2026年第二季度账上“电费”一行" in detail and "推算应为1,009.49元，相差0.01元" in detail
    assert paid(tmp_path, named.replace("电费", "水费"))[::2] == (
        "unchecked",
        ["那份账里没有名为“水费”的一行支出"],
    )


def test_what_a_list_was_paid_from_and_nobody_says_could_not_be_checked(tmp_path):
    verdict, reference, (detail,) = paid(tmp_path, None)
    assert (verdict, reference) == ("unchecked", "") and "paid_from" in detail
    (told,) = paid(tmp_path, "[{table: 发放情况, outside: 银行代发}]")[2]
    assert told == "写明不经过村里的账：银行代发"


def test_several_lists_under_one_heading_are_not_taken_for_one(tmp_path):
    named = f"[{{table: 发放情况, record: {PAYER}, row: 电费}}]"
    lay(
        tmp_path,
        Example(
            values={"accounts": None, "paid_from": named},
            body=f"{LIST}\n又一张：\n\n{LIST[LIST.index('|') :]}",
        ),
    )
    earlier(tmp_path, "Q2", "90.50")
    register = read(tmp_path)
    answers = [each for slip in slips(register.records[HOME], register) for each in slip.answers]
    assert [str(each.verdict) for each in answers if each.question.zh == QUESTION] == ["unchecked"] * 2


FUNDS = """
## 专项资金

| 项目 | 上期结存 | 拨入 | 支出 | 结存 |
|---|---|---|---|---|
| 饮水工程 | 10.00 | 50.00 | 40.00 | 20.00 |
| 修路 | 5.00 | | | 5.00 |
"""
SPENT = """## 收支明细

| 摘要 | 收入 | 支出 |
|---|---|---|
| 饮水补助 | 50.00 | |
| 水管 | | 30.00 |
| 水泥 | | 10.00 |
"""


@pytest.mark.parametrize(
    ("funds", "spent", "verdict", "said"),
    [
        (None, SPENT, "unchecked", "饮水工程"),
        ("received: [饮水补助], spent: [水管, 水泥]", SPENT, "agrees", ""),
        ("received: [饮水补助], spent: [水管], within: [水泥]", SPENT, "agrees", ""),
        (
            "received: [饮水补助], spent: [水管, 水泥]",
            SPENT.replace("10.00", "9.99"),
            "differs",
            "相差0.01元",
        ),
        ("received: [饮水补助], within: [水管]", SPENT, "differs", "推算应为30.00元"),
        ("spent: [水管, 水泥]", SPENT, "differs", "的收入（账上各行之和）写的是50.00元，推算应为0.00元"),
        ("received: [饮水补助], spent: [水管, 水泥]", SPENT.replace("10.00", "几元"), "unchecked", "认不出"),
        ("outside: 县财政专户", SPENT, "unchecked", "县财政专户"),
        ("record: regulations/example, spent: [水管]", SPENT, "unchecked", "没有名为“水管”的一行"),
        ("record: villages/demo-1/2020/finance-Q1", SPENT, "unchecked", "本站没有"),
    ],
)
def test_a_special_fund_is_held_against_the_rows_it_names(tmp_path, funds, spent, verdict, said):
    values = {"accounts": "[{book: main, table: 收支明细, unit: 元}]"}
    if funds:
        values["funds"] = f"[{{table: 专项资金, fund: 饮水工程, {funds}}}]"
    lay(tmp_path, Example(values=values, body=spent + FUNDS))
    register = read(tmp_path)
    (answer,) = [
        each
        for slip in slips(register.records[HOME], register)
        for each in slip.answers
        if each.question.zh == "每一项的拨入和支出，等于账上的"
    ]
    assert str(answer.verdict) == verdict
    assert said in "".join(detail.zh for detail in answer.details)


@pytest.mark.parametrize(
    ("left", "verdict", "said"),
    [
        ("| 10.00 |", "agrees", ""),
        ("| 10.01 |", "differs", "推算应为10.01元，相差0.01元"),
        ("| 约十元 |", "agrees", ""),
        (None, "unchecked", "没有同一标题的这张表"),
    ],
)
def test_what_a_fund_brings_forward_is_what_it_had_left(tmp_path, left, verdict, said):
    """The second fund had 5.00 left throughout."""
    lay(tmp_path, Example(values={"accounts": None}, body=FUNDS))
    earlier(tmp_path, "Q2", "90.50")
    path = tmp_path / f"docs/{PAYER}.md"
    if left:
        before = FUNDS.replace("| 10.00 | 50.00 | 40.00 | 20.00 |", f"| | 10.00 | {left}")
        path.write_text(path.read_text(encoding="utf-8") + before, encoding="utf-8")
    register = read(tmp_path)
    (slip,) = slips(register.records[HOME], register)
    (answer,) = [each for each in slip.answers if each.question.zh == "每一行的期初，等于上一期的结存"]
    assert str(answer.verdict) == verdict
    assert said in "".join(detail.zh for detail in answer.details)


def test_a_list_with_an_amount_that_cannot_be_read_is_not_taken_for_a_smaller_one(tmp_path):
    named = f"[{{table: 发放情况, record: {PAYER}, row: 电费}}]"
    assert paid(tmp_path, named, body=LIST.replace("9.50 |\n| 合计", "几元 |\n| 合计"))[::2] == (
        "unchecked",
        ["名单里有认不出的金额"],
    )
    unread = TABLE.replace("| 1,009.50 | 90.50", "| 约一千 | 90.50")
    assert paid(tmp_path, named, unread)[::2] == ("unchecked", ["那份账里“电费”一行的金额认不出"])
