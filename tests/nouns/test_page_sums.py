"""What a page hands on: sums that come to the total, whatever stands in the rows, and the newest balance."""

from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.money import show_fen
from fazhi.nouns.ledger import loose
from fazhi.nouns.page_sums import page_sums
from fazhi.nouns.table import Row, Table

HEAD = ("日期", "摘要", "收入", "支出", "结余", "备注")
FEN = st.integers(0, 10**12)


def sums(head, *rows):
    return page_sums(loose(Table("", Row(1, head), tuple(Row(at, row) for at, row in enumerate(rows, 2)))))


@given(st.lists(st.tuples(st.none() | FEN, st.none() | FEN), max_size=30), st.integers(0, 30))
def test_every_row_hands_on_what_stands_above_it(entries, at):
    shown = [tuple("—" if fen is None else show_fen(fen) for fen in entry) for entry in entries]
    rows = [("", "事", income, expense, "", "") for income, expense in shown]
    found = sums(HEAD, *rows)
    assert len(found.rows) == len(rows) + 1
    for side, column in enumerate((2, 3)):
        above = [entry[side] for entry in entries[:at] if entry[side] is not None]
        expected = show_fen(sum(above)) if above else ""
        assert found.rows[min(at, len(rows))][column] == expected


def test_sums_and_balances_are_not_added_again():
    found = sums(
        HEAD,
        ("", "上期结余", "", "", "100.00", ""),
        ("1日", "甲", "30.00", "", "130.00", ""),
        ("", "小计", "30.00", "", "", ""),
        ("2日", "乙", "5.00", "10.00", "125.00", ""),
        ("", "本期合计", "35.00", "10.00", "", ""),
        ("", "期末结余", "", "", "125.00", ""),
    )
    assert found.rows[0] == ("", "", "", "", "", "")
    assert found.rows[1] == ("", "", "", "", "100.00", "")
    assert found.rows[3] == ("", "", "30.00", "", "130.00", "")
    assert found.rows[-1] == ("", "", "35.00", "10.00", "125.00", "")


def test_only_money_that_can_be_read_is_handed_on():
    heads = ("名称", "数量", "面积（亩）", "年收入（元）", "单价（元）", "金额")
    found = sums(
        heads,
        ("机井", "6", "1.5", "300.00", "2.00", "1.00"),
        ("路灯", "58", "2", "(100.00)", "3.00", "若干"),
    )
    assert found.columns == (False, False, False, True, False, False)
    assert found.rows[-1] == ("", "", "", "200.00", "", "")


def test_ten_thousands_keep_their_unit():
    found = sums(("项目", "金额（万元）"), ("甲", "1.5"), ("乙", "0.123456"))
    assert found.rows[-1] == ("", "1.623456")


def test_a_table_without_rows_or_heads():
    assert sums(HEAD).rows == (("",) * 6,)
    assert sums(()).rows == ()
