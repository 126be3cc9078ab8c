"""What whoever opens an Excel file sees of it: cells as they show what they keep."""

from datetime import date, datetime

import openpyxl
import pytest

from fazhi.ground.extract import extract_bytes
from office_files import sheet


def shown(change) -> str:
    pieces = extract_bytes(sheet(change), "a.xlsx").pieces
    return "\n".join(piece.shown for piece in pieces if piece.shown)


CELLS = {
    "a day": (date(2026, 10, 8), 'yyyy"年"m"月"d"日"', "2026-10-08"),
    "a day as Excel knows it": (date(2026, 10, 8), "mm-dd-yy", "2026-10-08"),
    "a day in Chinese": (date(2026, 10, 8), "[$-804]yyyy/m/d;@", "2026-10-08"),
    "a moment": (datetime(2026, 10, 8, 9, 30), "yyyy-mm-dd h:mm", "2026-10-08"),
    "an amount": (1234.5, "#,##0.00", "1,234.50"),
    "an amount rounded": (1234.567, "0.00", "1234.57"),
    "an amount of money": (1234.5, '"¥"#,##0.00;"¥"\\-#,##0.00', "1,234.50"),
    "an amount in accounts": (-12, "_ * #,##0.00_ ;_ * \\-#,##0.00_ ", "-12.00"),
    "a number": (12, "General", "12"),
    "a sum of many": (0.1 + 0.2, "General", "0.3"),
    "text": ("水渠", "General", "水渠"),
    "text as text": ("007", "@", "007"),
}
LEFT_OUT = {
    "a share": (0.15, "0%"),
    "a time": (0.5, "h:mm"),
    "nothing": (5, ";;;"),
    "no text": ("水渠", ";;;"),
    "a negative that is not shown": (-5, "0;"),
    "thousands": (12345, "#,##0,"),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_cell_is_searched_as_it_is_shown(case):
    value, form, expected = CELLS[case]
    assert f"| {expected} |" in shown(lambda book: put(book, value, form))


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_a_cell_shows_otherwise_is_left_out(case):
    value, form = LEFT_OUT[case]
    assert shown(lambda book: put(book, value, form)).splitlines() == ["Sheet", "| 项目 | 金额 |"]


def put(book: openpyxl.Workbook, value: object, form: str) -> None:
    book.active["A2"] = value
    book.active["A2"].number_format = form


def test_hidden_rows_and_columns_are_not_shown():
    def change(book: openpyxl.Workbook) -> None:
        book.active.append(["甲", "乙"])
        book.active.append(["丙", "丁"])
        book.active.row_dimensions[2].hidden = True
        book.active.column_dimensions["B"].hidden = True

    assert shown(change).splitlines() == ["Sheet", "| 项目 |  |", "| 丙 |  |"]


def test_a_book_that_counts_from_1904():
    def change(book: openpyxl.Workbook) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        put(book, date(2026, 10, 8), "yyyy-mm-dd")

    assert "| 2026-10-08 |" in shown(change)


@pytest.mark.parametrize("value", ["1e999999", "-1e400", "nan", "inf", "99999999", "-3", "1E+20"])
def test_numbers_that_no_cell_shows_break_nothing(value):
    for form in ("yyyy-mm-dd", "#,##0.00", "General", "0.00E+00"):
        assert shown(lambda book, form=form: put(book, float(value), form)).startswith("Sheet")
