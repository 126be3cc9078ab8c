"""The accounts to take away: for each village every row, for the town one row an account, as CSV and JSON.

CSV is UTF-8 with a byte order mark and CRLF, so that Excel and WPS open it right (RFC 4180). A text that a spreadsheet
would take for a formula gets an apostrophe in front. Periods are in words and vouchers say 号: of 2026-06 a spreadsheet
makes the first of June, of 0701 seven hundred and one. JSON has both as they are written.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from fazhi.ground.period import period
from fazhi.ground.spreadsheet import as_csv
from fazhi.nouns.account_series import Account
from fazhi.nouns.ledger import Ledger, Line
from fazhi.nouns.register import Register
from fazhi.nouns.slip import slips
from fazhi.nouns.village import Village

FOLDER = "data/accounts"


def accounts_files(villages: Sequence[Village], register: Register) -> dict[str, bytes]:
    """The files by their path in the site."""
    files = {}
    for village in villages:
        files[f"{FOLDER}/{village.id}.csv"] = as_csv(_ROWS, _rows(village))
        files[f"{FOLDER}/{village.id}.json"] = _json(_village(village, register))
    whole = [_summary(village, account, register) for village in villages for account in village.accounts]
    files[f"{FOLDER}.csv"] = as_csv(_SUMMARY, map(_summary_row, whole))
    files[f"{FOLDER}.json"] = _json({"unit": "元", **_notice(register.has_samples), "accounts": whole})
    return files


_ROWS = (
    "村",
    "期间",
    "账目",
    "日期",
    "摘要",
    "类别",
    "收入",
    "支出",
    "结余",
    "凭证号",
    "备注",
    "记录",
    "说明",
)
_SORTS = {"plain": "明细", "sum": "合计", "opening": "期初", "closing": "期末", "apart": "另列"}
_SUMMARY = {
    "村": "village",
    "期间": "period",
    "账目": "book",
    "期初结余": "opening",
    "收入": "income",
    "支出": "expense",
    "期末结余": "closing",
    "对得上": "agrees",
    "记录": "record",
    "说明": "notice",
}
_SAMPLE = "演示数据，非官方发布"


def _notice(is_sample: bool) -> dict[str, str]:
    return {"notice": _SAMPLE if is_sample else ""}


def _summary(village: Village, account: Account, register: Register) -> dict[str, Any]:
    book = account.book
    return {
        "village": village.name.zh,
        "id": village.id,
        "period": account.period.text,
        "book": book.name,
        **{key: _yuan(getattr(book, key)) for key in ("opening", "income", "expense", "closing")},
        "agrees": "是" if all(slip.agrees for slip in slips(account.record, register)) else "否",
        "record": account.record.id,
        **_notice(account.record.is_sample),
    }


def _summary_row(told: dict[str, Any]) -> list[str]:
    in_words = {**told, "period": period(told["period"]).words.zh}
    return [in_words[key] for key in _SUMMARY.values()]


def _village(village: Village, register: Register) -> dict[str, Any]:
    accounts = [
        {**_summary(village, account, register), "rows": [_entry(ledger, line) for line in ledger.lines]}
        for account, ledger in _ledgers(village)
    ]
    return {
        "village": village.id,
        "name": village.name._asdict(),
        "unit": "元",
        **_notice(village.is_sample),
        "accounts": accounts,
    }


def _ledgers(village: Village) -> Iterator[tuple[Account, Ledger]]:
    for account in village.accounts:
        yield account, account.record.ledgers[account.number]


def _rows(village: Village) -> Iterator[list[str]]:
    for account, ledger in _ledgers(village):
        for line in ledger.lines:
            entry, sample = _entry(ledger, line), _SAMPLE if account.record.is_sample else ""
            keys = ("date", "subject", "sort", "income", "expense", "balance", "voucher", "note")
            told = [village.name.zh, account.period.words.zh, account.book.name]
            if entry["voucher"].isdecimal():
                entry["voucher"] += "号"
            yield [*told, *[entry[key] for key in keys], account.record.id, sample]


def _entry(ledger: Ledger, line: Line) -> dict[str, str]:
    """A row of an account: texts as written, amounts in 元; a cell that cannot be read as it stands."""
    texts = {key: _text(ledger, line, key) for key in ("date", "subject", "voucher", "note")}
    money = {role: _amount(ledger, line, role) for role in ("income", "expense", "balance")}
    return {**texts, "subject": line.subject, "sort": _SORTS[line.sort], **money}


def _text(ledger: Ledger, line: Line, role: str) -> str:
    column = ledger.columns.get(role)
    return line.row.cells[column] if column is not None and column < len(line.row.cells) else ""


def _amount(ledger: Ledger, line: Line, role: str) -> str:
    column = ledger.columns.get(role)
    if column is not None and column in line.unread:
        return line.row.cells[column]
    return _yuan(line.amounts.get(column)) if column is not None else ""


def _yuan(fen: int | None) -> str:
    """An amount as spreadsheets and programs read it: -1234.50."""
    return "" if fen is None else f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
