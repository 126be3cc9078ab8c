"""Every expenditure says what for, who proved it and who approved it; entertainment and wages say more in a note."""

import re
from collections.abc import Iterator, Sequence

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.agreement import TRUTH
from fazhi.nouns.columns import LABELS
from fazhi.nouns.ledger import Ledger, Line
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_BOOK = "[{book: main, table: 收支明细, unit: 元, opening: 100.00, closing: 70.00}]"
_TABLE = """## 收支明细

| 摘要 | 收入 | 支出 | 证明人 | 审批人 | 备注 |
|---|---|---|---|---|---|
| 电费 | | 20.00 | 监督委员会 | 村主任 | |
| 误工补贴 | | 10.00 | 监督委员会 | 村主任 | 1个工日 |
"""

RULE = Rule(
    severity=Severity.WARNING,
    ref="FIN-12",
    what=Words(
        "每笔支出有摘要、证明人、审批人；招待费、误工补贴有备注",
        "every expenditure has subject, witness and approver; entertainment and lost wages a note",
    ),
    why=Words(
        "没有人证明和审批的支出，说不清是怎么花的",
        "an expenditure that nobody proved or approved cannot be accounted for",
    ),
    sources=(TRUTH,),
    bad=(
        Example(values={"accounts": _BOOK}, body=_TABLE.replace("20.00 | 监督委员会", "20.00 | ")),
        Example(values={"accounts": _BOOK}, body=_TABLE.replace("1个工日", "")),
        Example(values={"accounts": _BOOK}, body=_TABLE.replace("审批人", "凭证号")),
    ),
    good=(Example(values={"accounts": _BOOK}, body=_TABLE),),
    keys=frozenset(("accounts",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for ledger in record.ledgers:
        if (column := ledger.columns.get("expense")) is not None and not ledger.columns.row_wise:
            yield from _columns_missing(ledger)
            needed = [(role, at) for role in _NEEDED if (at := ledger.columns.get(role)) is not None]
            for line in ledger.entries:
                if line.amounts.get(column):
                    yield from _cells_missing(line, needed)
                    yield from _note_missing(ledger, line)


def _columns_missing(ledger: Ledger) -> Iterator[Found]:
    missing = [LABELS[role] for role in _NEEDED if role not in ledger.columns.by_role]
    if missing and ledger.table:
        yield Found(
            Place(ledger.table.head.line), _NO_COLUMN.fill(columns=_listed(missing)), ledger.table.head.text
        )


def _cells_missing(line: Line, needed: Sequence[tuple[str, int]]) -> Iterator[Found]:
    if empty := [(at, LABELS[role]) for role, at in needed if _is_empty(line, at)]:
        words = _NO_CELL.fill(row=line.name, columns=_listed([label for _, label in empty]))
        yield Found(line.row.place(min(empty)[0]), words, line.row.text)


def _note_missing(ledger: Ledger, line: Line) -> Iterator[Found]:
    if _TELLING.search(line.subject):
        note = ledger.columns.get("note")
        if note is None or _is_empty(line, note):
            at = line.row.place(ledger.columns.by_role["subject"] if note is None else note)
            yield Found(at, _NO_NOTE.fill(row=line.name), line.row.text)


def _is_empty(line: Line, column: int) -> bool:
    return column >= len(line.row.cells) or line.row.cells[column].strip("-—/ ") == ""


def _listed(labels: list[Words]) -> Words:
    return Words("、".join(label.zh for label in labels), ", ".join(label.en for label in labels))


_NEEDED = ("subject", "witness", "approver")
_TELLING = re.compile("招待|误工")
_NO_COLUMN = Words(
    "这张表没有“{columns}”一栏；支出要写明谁证明、谁审批",
    "this table has no column for: {columns}; an expenditure names who proved and who approved it",
)
_NO_CELL = Words("{row}没有填{columns}", "{row} does not fill in: {columns}")
_NO_NOTE = Words(
    "{row}要在备注里写明事由，如几个工日、每工日多少元",
    "{row} needs a note that says what for, such as days worked and pay by the day",
)
