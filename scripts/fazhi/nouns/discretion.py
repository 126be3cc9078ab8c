"""Discretion tables (裁量基准) as data: for which act, in which circumstances, which measure."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fazhi.ground.words import Words
from fazhi.nouns.life import HOLDS, life, state_of
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.table import Table, tables

COLUMNS: dict[str, Words] = {
    "act": Words("违法行为", "Act"),
    "basis": Words("法律依据", "Legal basis"),
    "grade": Words("裁量阶次", "Grade"),
    "circumstances": Words("适用情形", "Circumstances"),
    "measure": Words("裁量幅度", "Measure"),
}
"""The columns of a discretion table by key, with their names on the page."""
_ARTICLE = re.compile(r"第[0-9０-９一二三四五六七八九十百零〇]{1,9}条")
_HEADS = {
    "act": ("违法行为", "违法事项", "事项"),
    "basis": ("法律依据", "处罚依据", "依据"),
    "grade": ("裁量阶次", "裁量档次", "档次", "阶次"),
    "circumstances": ("适用情形", "情节", "情形", "适用条件"),
    "measure": ("裁量幅度", "处罚幅度", "裁量标准", "处罚标准"),
}


@dataclass(frozen=True, slots=True)
class Discretion:
    """One row of a discretion table of one regulation; the rows of an act repeat its name and its basis where they leave them empty."""

    record: Record
    act: str
    basis: str
    grade: str
    circumstances: str
    measure: str

    @property
    def law(self) -> str:
        """The law or rule of its basis, without the article."""
        return _ARTICLE.split(self.basis, maxsplit=1)[0].strip("《》 ")

    @property
    def article(self) -> str:
        """The article of its basis, and what follows, without the law."""
        found = _ARTICLE.search(self.basis)
        return self.basis[found.start() :] if found else ""

    def cell(self, key: str) -> str:
        """The text of a column of COLUMNS."""
        return str(getattr(self, key))


BY: Mapping[str, Callable[[Discretion], str]] = {
    "act": lambda row: row.act,
    "law": lambda row: row.law,
    "grade": lambda row: row.grade,
}
"""By what rows may be arranged."""


def arranged(rows: Sequence[Discretion], by: str) -> tuple[tuple[str, tuple[Discretion, ...]], ...]:
    """The rows under each value of one of BY, in the order of the tables; those without it last, under an empty text."""
    of = BY[by]
    values = sorted(dict.fromkeys(map(of, rows)), key=lambda value: value == "")
    return tuple((value, tuple(row for row in rows if of(row) == value)) for value in values)


def discretions(register: Register) -> tuple[Discretion, ...]:
    """Every row of the discretion tables of regulations that hold on the day the register is looked at."""
    return tuple(
        row
        for record in sorted(register.records.values(), key=lambda record: record.newest_first, reverse=True)
        if "|" in record.original.body.text
        and (own := life(record, register))
        and state_of(record, own, register.as_of) in HOLDS
        for table in tables(record.original.body)
        for row in _rows(record, table)
    )


def _rows(record: Record, table: Table) -> Iterator[Discretion]:
    at = {key: table.column(*names) for key, names in _HEADS.items()}
    if at["act"] is None or at["measure"] is None:
        return
    above = dict.fromkeys(at, "")
    for row in table.rows:
        cells = {
            key: row.cells[index] if index is not None and index < len(row.cells) else ""
            for key, index in at.items()
        }
        if cells["act"]:  # another act has its own basis, or none
            above["basis"] = ""
        for key in ("act", "basis"):
            cells[key] = above[key] = cells[key] or above[key]
        yield Discretion(record, **cells)
