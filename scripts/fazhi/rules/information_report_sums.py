"""The table on requests adds up: 本年新收 + 上年结转 = 办理结果总计 + 结转下年度继续办理, and 总计 is the sum of the applicants.

A report whose tables are in an attachment is left to its reader.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Place, Severity
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.nouns.own_items import INFORMATION_REPORT, example
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.requests import (
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    COLUMNS,
    DONE,
    RECEIVED,
    ROWS,
    TOTAL,
    Line,
    Requests,
    requests,
)
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import REPORT_FORM

_FROM = date(2021, 9, 26)
_HEAD = "| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n"


def _table(*rows: tuple[str, str]) -> str:
    return _HEAD + "".join(f"| {name} | {' | '.join(counts.split())} |\n" for name, counts in rows)


def _example(*rows: tuple[str, str]) -> Example:
    return example(INFORMATION_REPORT, _table(*rows))


_NEW, _OLD = ("一、本年新收", "3 1 0 0 0 0 4"), ("二、上年结转", "1 0 0 0 0 0 1")
_DONE, _LEFT = ("三、（七）总计", "4 1 0 0 0 0 5"), ("四、结转下年度继续办理", "0 0 0 0 0 0 0")

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-06",
    since=_FROM,
    what=Words(
        "政府信息公开年报的申请情况表相加相符",
        "the table on requests of the yearly information report adds up",
    ),
    why=Words("收到的申请都有下落，数字才可信", "every request received must be accounted for"),
    sources=(
        Provision(INFORMATION, {date(2019, 5, 15): "50"}, {"50": "收到和处理政府信息公开申请的情况"}),
        REPORT_FORM,
    ),
    bad=(
        _example(_NEW, _OLD, ("三、（七）总计", "3 1 0 0 0 0 4"), _LEFT),
        _example(("一、本年新收", "3 1 0 0 0 0 5"), _OLD, _DONE, _LEFT),
        _example(_NEW, _OLD, _DONE),
        example(INFORMATION_REPORT, "收到申请4件。\n"),
    ),
    good=(_example(_NEW, _OLD, _DONE, _LEFT), Example()),
    keys=frozenset(("item",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("item") != INFORMATION_REPORT or record.get("nil"):
        return
    table = requests(record.original.body)
    if table is None:
        if not record.get("attachments"):
            yield Found(0, _NO_TABLE)
    elif table.lacks:
        yield Found(Place(table.line), _NO_COLUMN.fill(lacks="、".join(table.lacks)))
    else:
        yield from _rows(table)
        yield from _whole(table)


def _rows(table: Requests) -> Iterator[Found]:
    for row in table.rows:
        unread = [name for name in COLUMNS if row.counts[name] is None]
        if unread:
            yield Found(Place(row.line), _UNREAD.fill(columns="、".join(unread)), row.label)
        elif (added := sum(row.counts[name] or 0 for name in APPLICANTS)) != row.counts[TOTAL]:
            words = _NOT_TOTAL.fill(added=added, total=row.counts[TOTAL])
            yield Found(Place(row.line), words, f"{row.label}{added}≠{row.counts[TOTAL]}")


def _whole(table: Requests) -> Iterator[Found]:
    found = {name: row for name in ROWS if (row := table.row(name))}
    if missing := [name for name in ROWS if name not in found]:
        yield Found(Place(table.line), _NO_ROW.fill(rows="、".join(missing)))
        return
    for name in COLUMNS:
        had = _sum(name, found[RECEIVED], found[CARRIED_IN])
        went = _sum(name, found[DONE], found[CARRIED_OUT])
        if had is not None and went is not None and had != went:
            words = _NOT_WHOLE.fill(column=name, had=had, went=went)
            yield Found(Place(found[DONE].line), words, f"{name}{had}≠{went}")


def _sum(column: str, *rows: Line) -> int | None:
    counts = [row.counts[column] for row in rows]
    return None if None in counts else sum(count or 0 for count in counts)


_NO_TABLE = Words(
    "没有“收到和处理政府信息公开申请情况”表；请按统一格式写出，没有申请的也写 0",
    "there is no table on requests received and handled; give it in the common form, with 0 where there were none",
)
_NO_COLUMN = Words("申请情况表缺少列：{lacks}", "the table on requests lacks the columns: {lacks}")
_NO_ROW = Words("申请情况表缺少行：{rows}", "the table on requests lacks the rows: {rows}")
_UNREAD = Words("这几列不是数字：{columns}；没有写 0", "no numbers in: {columns}; write 0 for none")
_NOT_TOTAL = Words(
    "各类申请人相加是 {added}，总计写 {total}，请核对",
    "the applicants add up to {added}, the total says {total}",
)
_NOT_WHOLE = Words(
    "“{column}”一列：本年新收加上年结转是 {had}，办理结果总计加结转下年度是 {went}，请核对",
    "column {column}: received and carried in make {had}, done and carried over make {went}",
)
