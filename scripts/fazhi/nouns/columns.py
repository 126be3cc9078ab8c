"""What the columns of a table of accounts hold, told by their heads however people write these (DESIGN §4)."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from fazhi.ground.money import FEN
from fazhi.ground.words import Words
from fazhi.nouns.table import Table

ROLES: Mapping[str, tuple[str, ...]] = {
    "serial": ("序号", "编号", "号"),
    "date": ("日期", "时间", "年月日"),
    "subject": ("摘要", "项目", "事由", "收支项目", "项目名称", "科目", "资金名称", "用途", "名称"),
    "income": ("收入", "收入金额", "本期收入", "收方", "收", "拨入", "拨入金额", "拨款", "本期增加", "增加"),
    "expense": ("支出", "支出金额", "本期支出", "付方", "付", "本期减少", "减少"),
    "balance": ("结余", "余额", "结存", "结余金额", "结存金额", "期末结余", "期末结存", "期末余额"),
    "brought": ("上期结存", "上期结余", "期初结余", "期初结存", "期初余额", "上期余额"),
    "amount": ("金额", "补助金额", "补贴金额", "发放金额", "实发金额", "合同金额", "合计金额"),
    "area": ("面积",),
    "price": ("单价", "每亩单价", "亩均价", "每亩金额", "每亩租金"),
    "households": ("户数",),
    "voucher": ("凭证号", "凭证", "凭证编号", "票据号"),
    "handler": ("经手人", "经办人"),
    "witness": ("证明人", "证明", "验收人", "验收或证明人"),
    "approver": ("审批人", "审批", "批准人"),
    "note": ("备注", "说明", "附注"),
}
"""The names of each role; a name with a unit after it or spaces in it is the same name."""

MONEY = ("brought", "income", "expense", "balance", "amount")
"""Roles whose cells are amounts of money."""

LABELS: Mapping[str, Words] = {
    "brought": Words("期初", "opening"),
    "income": Words("收入", "income"),
    "expense": Words("支出", "expenditure"),
    "balance": Words("结余", "balance"),
    "amount": Words("金额", "amount"),
    "subject": Words("摘要", "subject"),
    "witness": Words("证明人", "witness"),
    "approver": Words("审批人", "approver"),
}

_ROLE_OF = {name: role for role, names in ROLES.items() for name in names}
_UNIT = re.compile(r"[(\[【:,]?(?:单位:?)?(万元|元)[)\]】]?$|\((亩|户|人|平方米)\)$")
_ROW_WISE = frozenset(("拨入", "拨入金额", "拨款", "本期增加", "增加", *ROLES["brought"]))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns by role, and the money units their heads name, by column.

    `money`: every column that holds money, by its role, or because its head names the unit.
    `heads`: how many rows the head takes: 2 where a head over several columns is written as head and first row.
    `row_wise`: every row is an account of its own (拨入 − 支出 = 结存); otherwise its balance runs from row to row.
    """

    by_role: Mapping[str, int]
    units: Mapping[int, str]
    heads: int
    row_wise: bool
    money: tuple[int, ...]

    def get(self, role: str) -> int | None:
        """The column of a role."""
        return self.by_role.get(role)

    @property
    def is_ledger(self) -> bool:
        """Whether it tells what came in or went out, and for what."""
        return "subject" in self.by_role and ("income" in self.by_role or "expense" in self.by_role)

    def label(self, column: int, table: Table) -> Words:
        """How a column is called: its role's name, else its head."""
        role = next((role for role, at in self.by_role.items() if at == column), "")
        head = table.head.cells[column] if column < len(table.head.cells) else ""
        return LABELS[role] if role in LABELS else Words(head, head)


def columns(table: Table) -> Columns:
    """The columns of a table."""
    first = table.rows[0].cells if table.rows else ()
    return _columns(table.head.cells, first if _continues(first) else ())


@lru_cache(maxsize=1024)
def _columns(head: tuple[str, ...], first: tuple[str, ...]) -> Columns:
    """Those of a head, and of the first row where it goes on with the head."""
    names, heads = [_name(cell) for cell in head], 1
    if first:
        below = [_name(cell) for cell in first]
        lower = [*below, *[("", "")] * (len(names) - len(below))][: len(names)]
        names = [under if under[0] else over for over, under in zip(names, lower, strict=True)]
        heads = 2
    by_role: dict[str, int] = {}
    for column, (name, _) in enumerate(names):
        if role := _ROLE_OF.get(name):
            by_role.setdefault(role, column)
    units = {column: unit for column, (_, unit) in enumerate(names) if unit}
    money = {column for role, column in by_role.items() if role in MONEY} | set(units)
    return Columns(by_role, units, heads, any(name in _ROW_WISE for name, _ in names), tuple(sorted(money)))


def _continues(row: tuple[str, ...]) -> bool:
    """Whether a first row goes on with the head: two of its cells are names of columns, none has a digit."""
    if any(map(str.isdigit, "".join(row))):
        return False
    return len([cell for cell in row if cell and _name(cell)[0] in _ROLE_OF]) > 1


@lru_cache(maxsize=4096)
def _name(cell: str) -> tuple[str, str]:
    """The name in a head cell, and the unit of money it states."""
    text = plain(cell)
    found = _UNIT.search(text)
    if not found or not text[: found.start()]:
        return text, ""
    return text[: found.start()], found[1] if found[1] in FEN else ""


def plain(cell: str) -> str:
    """A cell's text without spaces and marks of stress, its signs half-width."""
    return "".join(unicodedata.normalize("NFKC", cell).split()).strip("*_`")
