"""Books: what accounts declare and what their rows add up to, in 分; what cannot be read is never zero."""

from pathlib import Path

import pytest

from example_town import lay, read
from fazhi.nouns.book import Book
from fazhi.nouns.rule import Example

DECLARED = "[{book: main, table: 收支明细, unit: 元, opening: 100.00, closing: 90.50}]"
TABLE = """## 收支明细

| 摘要 | 收入 | 支出 |
| --- | --- | --- |
| 上期结余 | 100.00 | — |
| 补贴 | 1,000.00 |  |
| 电费 |  | 1,009.50 |
| 合计 | 1,000.00 | 1,009.50 |
"""


def books_of(root: Path, accounts: str, body: str) -> list[Book]:
    path = lay(root, Example(values={"accounts": accounts}, body=body))
    return list(read(root).records[path.relative_to(root / "docs").with_suffix("").as_posix()].books)


def test_a_book_adds_up_its_plain_rows(tmp_path):
    assert books_of(tmp_path, DECLARED, TABLE) == [Book("main", 10_000, 9_050, 100_000, 100_950)]


def test_ten_thousands_are_counted_in_fen_too(tmp_path):
    accounts = "[{book: main, table: 收支明细, unit: 万元, opening: 1.5}]"
    (book,) = books_of(tmp_path, accounts, "## 收支明细\n\n| 摘要 | 收入 |\n| --- | --- |\n| 补贴 | 0.1 |\n")
    assert (book.opening, book.income) == (1_500_000, 100_000)


UNTOLD = {
    "amount that is none": TABLE.replace("1,009.50 |\n| 合", "约一千 |\n| 合"),
    "no such heading": TABLE.replace("## 收支明细", "## 明细"),
    "no such column": TABLE.replace("支出", "花费"),
    "no subject": TABLE.replace("摘要", "事情"),
    "no table": "正文\n",
}


@pytest.mark.parametrize("body", UNTOLD.values(), ids=UNTOLD)
def test_what_cannot_be_read_is_not_told(tmp_path, body):
    (book,) = books_of(tmp_path, DECLARED, body)
    assert book.expense is None


@pytest.mark.parametrize("row", ["| 1 |", "|", "| 1 | 2 | 3 | 4 |", "1 | "])
def test_a_row_of_another_length_breaks_nothing(tmp_path, row):
    body = f"## 收支明细\n\n| 收入 | 支出 | 摘要 |\n| --- | --- | --- |\n| 5 | 6 | 补贴 |\n{row}\n"
    (book,) = books_of(tmp_path, DECLARED, body)
    assert book.opening == 10_000


def test_a_record_without_accounts_has_no_books(tmp_path):
    lay(tmp_path, Example(body=TABLE))
    assert [book for record in read(tmp_path).records.values() for book in record.books] == []
