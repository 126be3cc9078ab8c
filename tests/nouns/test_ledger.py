"""Ledgers: tables as people write them come to the same figures, and any single digit that changes is told."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cost import seconds
from fazhi.ground.markdown import Markdown
from fazhi.nouns.agreement import Agreement
from fazhi.nouns.columns import ROLES
from fazhi.nouns.holdings import area_times_price, balance_sheet, household_count
from fazhi.nouns.ledger import Ledger, ledgers, loose
from fazhi.nouns.sums import cash_and_bank, closing_balance, row_balances, running_balance, totals
from fazhi.nouns.table import tables

QUESTIONS = (closing_balance, totals, running_balance, cash_and_bank)
HOLDINGS = (balance_sheet, area_times_price, household_count)


def ledger(text: str, unit: str = "元", **declared: str) -> Ledger:
    book = {
        "book": "main",
        "table": "明细",
        "unit": unit,
        **{key: Decimal(text) for key, text in declared.items()},
    }
    return ledgers([book], list(tables(Markdown(f"## 明细\n\n{text}"))))[0]


def answers(own: Ledger) -> list[Agreement]:
    return [question(own) for question in QUESTIONS]


def is_off(own: Ledger) -> bool:
    return any(each.off for each in answers(own)) or any(line.unread for line in own.lines)


FULL_WIDTH = str.maketrans("0123456789,.-", "０１２３４５６７８９，．－")


@st.composite
def spelt(draw: st.DrawFn, fen: int) -> str:
    """An amount in any spelling that is read."""
    bare = f"{abs(fen) // 100}.{abs(fen) % 100:02d}"
    grouped = f"{abs(fen) // 100:,}.{abs(fen) % 100:02d}"
    forms = [bare, grouped, grouped.replace(",", "，")]
    if fen % 100 == 0:
        forms.append(bare[:-3])
    if fen % 10 == 0:
        forms.append(bare[:-1])
    text = draw(st.sampled_from(forms))
    if fen < 0:
        text = draw(st.sampled_from(["-{}", "−{}", "({})", "（{}）", "-¥{}", "¥-{}"])).format(text)
    else:
        text = draw(st.sampled_from(["{}", "¥{}", "￥{}", "{}元", "**{}**", " {} ", "{}"])).format(text)
    return text.translate(FULL_WIDTH) if draw(st.booleans()) else text


@st.composite
def nil(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(["", " ", "—", "-", "——", "/", "－"]))


NAMES = {
    "subject": ["摘要", "项目", " 摘 要 ", "事由", "**摘要**"],
    "income": ["收入", "收入金额", "收入（元）", "收 入", "收入(元)", "本期收入"],
    "expense": ["支出", "支出金额", "支出（元）", "支　出", "支出 元"],
    "balance": ["结余", "余额", "结余（元）", "结存"],
    "serial": ["序号"],
    "note": ["备注"],
}
SUMS = ["合计", "本期合计", "**合计**", "合 计", "合　计", "总计", "本月合计", "合计："]
OPENINGS = ["上期结余", "期初结余", "期初余额", "上年结余", "**上期结余**", "上月结存"]
CLOSINGS = ["期末结余", "期末余额", "本期结余", "月末结余"]


@st.composite
def accounts(draw: st.DrawFn) -> tuple[list[list[str]], dict[str, str]]:
    """The cells of a consistent table, head first, and what is declared beside it."""
    amounts = draw(st.lists(st.integers(-(10**9), 10**9).filter(bool), min_size=1, max_size=6))
    opening = draw(st.integers(-(10**9), 10**9))
    order = draw(st.permutations(sorted(NAMES)))
    rows = [{"subject": draw(st.sampled_from(OPENINGS)), "balance": draw(spelt(opening))}]
    balance, total = opening, {"income": 0, "expense": 0}
    for number, amount in enumerate(amounts):
        role = draw(st.sampled_from(["income", "expense"]))
        balance += amount if role == "income" else -amount
        total[role] += amount
        rows.append(
            {
                "subject": f"事项{'甲乙丙丁戊己'[number]}",
                role: draw(spelt(amount)),
                "balance": draw(spelt(balance)),
            }
        )
    rows.append(
        {"subject": draw(st.sampled_from(SUMS)), **{role: draw(spelt(fen)) for role, fen in total.items()}}
    )
    rows.append({"subject": draw(st.sampled_from(CLOSINGS)), "balance": draw(spelt(balance))})
    head = [draw(st.sampled_from(NAMES[role])) for role in order]
    cells = [[row[role] if role in row else draw(nil()) for role in order] for row in rows]
    cash = draw(st.integers(0, 10**6))
    declared = {"opening": opening, "closing": balance, "cash": cash, "bank": balance - cash}
    return [head, *cells], {key: str(Decimal(fen) / 100) for key, fen in declared.items()}


def markdown(cells: list[list[str]]) -> str:
    head, *rows = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([head, "|" + "---|" * len(cells[0]), *rows, ""])


@given(accounts())
def test_any_consistent_table_in_any_spelling_agrees(made):
    cells, declared = made
    own = ledger(markdown(cells), **declared)
    assert not is_off(own)
    assert [each.unchecked for each in answers(own)] == [()] * 4
    assert sum(each.agreed for each in answers(own)) >= 4 + 2 + len(cells) - 3 + 1


@given(accounts(), st.data())
def test_any_single_digit_that_changes_is_told(made, data):
    cells, declared = made
    digits = [
        (row, column, at)
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
        for at, char in enumerate(text)
        if row and char.isdigit()
    ]
    row, column, at = data.draw(st.sampled_from(digits))
    text = cells[row][column]
    wide = text[at] in "０１２３４５６７８９"
    figures = "０１２３４５６７８９" if wide else "0123456789"
    other = data.draw(st.sampled_from([figure for figure in figures if figure != text[at]]))
    cells[row][column] = text[:at] + other + text[at + 1 :]
    assert is_off(ledger(markdown(cells), **declared))


@given(accounts(), st.data())
def test_any_single_digit_of_the_declaration_that_changes_is_told(made, data):
    cells, declared = made
    key = data.draw(st.sampled_from(sorted(declared)))
    at = data.draw(st.sampled_from([at for at, char in enumerate(declared[key]) if char.isdigit()]))
    other = data.draw(st.sampled_from([figure for figure in "0123456789" if figure != declared[key][at]]))
    changed = declared[key][:at] + other + declared[key][at + 1 :]
    if Decimal(changed) != Decimal(declared[key]):
        assert is_off(ledger(markdown(cells), **{**declared, key: changed}))


@given(accounts())
def test_a_table_from_a_spreadsheet_agrees_too(made):
    """As a clerk would bring it: cells of a workbook, saved as comma separated values, pasted as a table."""
    cells, declared = made
    book = Workbook()
    for row in cells:
        book.active.append([f" {text}" if text[:1] in "=+-@" else text for text in row])
    file = io.BytesIO()
    book.save(file)
    values = [
        ["" if value is None else str(value) for value in row]
        for row in load_workbook(file).active.iter_rows(values_only=True)
    ]
    saved = io.StringIO()
    csv.writer(saved).writerows(values)
    again = [*csv.reader(io.StringIO(saved.getvalue()))]
    own = ledger(markdown([[text.replace("|", "") for text in row] for row in again]), **declared)
    assert not is_off(own)


FORMS = {
    "subtotals": "| 摘要 | 收入 | 支出 |\n|---|---|---|\n| 上期结余 | 5.00 | |\n| 甲 | 1.00 | |\n| 小计 | 1.00 | |\n| 乙 | 2.00 | |\n| 小计 | 2.00 | |\n| 合计 | 3.00 | |\n",
    "months in a quarter": "| 摘要 | 收入 | 支出 |\n|---|---|---|\n| 期初余额 | 5.00 | |\n| 甲 | 1.00 | |\n| 本月合计 | 1.00 | |\n| 乙 | 2.00 | |\n| 本月合计 | 2.00 | |\n| 本期合计 | 3.00 | |\n",
    "totals that hold the opening balance": "| 摘要 | 收入 | 支出 |\n|---|---|---|\n| 上期结余 | 5.00 | |\n| 甲 | 3.00 | |\n| 合计 | 8.00 | |\n",
    "two rows of heads": "| 日期 | 摘要 | 金额 | | 结余 |\n|---|---|---|---|---|\n| | | 收入 | 支出 | |\n| | 上期结余 | | | 5.00 |\n| 1 | 甲 | 3.00 | | 8.00 |\n",
    "a head repeated": "| 摘要 | 金额 | 金额 | 结余 |\n|---|---|---|---|\n| | 收入 | 支出 | |\n| 上期结余 | | | 5.00 |\n| 甲 | 3.00 | | 8.00 |\n",
    "a total named in another column": "| 序号 | 摘要 | 收入 | 支出 |\n|---|---|---|---|\n| | 上期结余 | 5.00 | |\n| 1 | 甲 | 3.00 | |\n| 合计 | | 3.00 | |\n",
    "ragged": "| 摘要 | 收入 | 支出 | 备注 |\n|---|---|---|---|\n| 上期结余 | 5.00 |\n| 甲 | 3.00 |\n",
    "a part told beside": "| 摘要 | 收入 | 支出 |\n|---|---|---|\n| 上期结余 | 5.00 | |\n| 甲 | 3.00 | |\n| 其中：补助 | 1.00 | |\n| 本年累计 | 30.00 | |\n| 合计 | 3.00 | |\n",
    "a summary in rows": "| 项目 | 金额 |\n|---|---|\n| 上期结余 | 5.00 |\n| 本期收入合计 | 4.00 |\n| 经营收入 | 4.00 |\n| 本期支出合计 | 1.00 |\n| 管理费用 | 1.00 |\n| 期末结余 | 8.00 |\n",
}  # fmt: skip


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_forms_that_people_write(text):
    own = ledger(text, opening="5.00", closing="8.00")
    assert closing_balance(own).agreed >= 2
    assert not is_off(own)
    assert is_off(
        ledger(
            text.replace("3.00", "3.01", 1).replace("本期支出合计 | 1.00", "本期支出合计 | 1.01"),
            opening="5.00",
            closing="8.00",
        )
    )


CELLS = st.one_of(
    st.sampled_from([each for names in ROLES.values() for each in names] + SUMS + OPENINGS + CLOSINGS),
    st.sampled_from(
        [
            "",
            "—",
            "1.00",
            "-2.50",
            "约三百",
            "其中：",
            "3户",
            "资产总计",
            "负债合计",
            "所有者权益合计",
            "9" * 30,
        ]
    ),
    st.text(max_size=8),
)


@given(st.lists(st.lists(CELLS, max_size=7), min_size=1, max_size=8), st.sampled_from(["元", "万元"]))
def test_no_table_is_too_odd_to_be_looked_at(cells, unit):
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    text = "\n".join([lines[0], "|" + "---|" * max(len(cells[0]), 1), *lines[1:]])
    for table in tables(Markdown(f"## 明细\n\n{text}\n")):
        own = ledgers([{"book": "main", "table": "明细", "unit": unit, "opening": Decimal("1.00")}], [table])[
            0
        ]
        for each in (own, loose(table)):
            found = [question(each) for question in (*QUESTIONS, row_balances, *HOLDINGS)]
            assert all(off.words.zh for agreement in found for off in agreement.off)


N = 20_000
SLOW = {
    "rows": "| 摘要 | 收入 | 支出 | 结余 |\n|---|---|---|---|\n" + "| 甲 | 1.00 | | 1.00 |\n" * (N // 20),
    "sums": "| 摘要 | 收入 |\n|---|---|\n" + "| 合计 | 1.00 |\n" * (N // 20),
    "digits": "| 摘要 | 收入 |\n|---|---|\n| 甲 | " + "1" * N + " |\n",
    "commas": "| 摘要 | 收入 |\n|---|---|\n| 甲 | " + "1,111" * N + " |\n",
    "spaces": "| 摘要 | 收入 |\n|---|---|\n| 甲 | 1" + " " * N + "x |\n",
    "columns": "| 摘要 |" + " 收入 |" * N + "\n|" + "---|" * N + "\n| 甲 |" + " 1 |" * N + "\n",
    "heads": "| " + "（元" * N + " | 收入 |\n|---|---|\n",
}  # fmt: skip


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_no_table_is_slow(text):
    assert seconds(lambda: answers(ledger(text, opening="1.00", closing="1.00")), 0.5) < 0.5


def test_a_balance_brought_forward_amid_the_rows_hides_no_jump():
    rows = "| 上期结余 | | | 5.00 |\n| 甲 | 3.00 | | 8.00 |\n| 上月结余 | | | {} |\n| 乙 | 1.00 | | {} |\n"
    head = "| 摘要 | 收入 | 支出 | 结余 |\n|---|---|---|---|\n"
    assert not running_balance(ledger(head + rows.format("8.00", "9.00"))).off
    (off,) = running_balance(ledger(head + rows.format("7.00", "8.00"))).off
    assert (off.expected, off.found) == (800, 700)


def test_the_units_of_heads_hold_where_no_book_declares_one():
    (table,) = tables(Markdown("| 项目 | 金额（万元） | 补助（元） |\n|---|---|---|\n| 甲 | 1.5 | 20 |\n"))
    (line,) = loose(table).lines
    assert line.amounts == {1: 1_500_000, 2: 2_000}


def test_a_cell_is_placed_where_its_text_begins():
    (line,) = ledger("| 摘要 | 收入 | 支出 |\n|---|---|---|\n|甲|   1.00|  |\n").lines
    assert [line.row.place(column) for column in range(4)] == [(5, 2), (5, 7), (5, 13), (5, 15)]
