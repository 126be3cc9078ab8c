"""What other tables of a village must agree on: assets with what is owed, fields with their rent, lists with their count.

DOMAIN FIN-06, FIN-08, FIN-09.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from fazhi.ground.money import read_amount, read_number
from fazhi.ground.problem import Place
from fazhi.ground.words import Words
from fazhi.nouns.agreement import NOTHING, Agreement, Off
from fazhi.nouns.columns import plain
from fazhi.nouns.ledger import Ledger, Line
from fazhi.nouns.table import Row

_SIDES = {
    "assets": ("资产总计", "资产合计", "资产总额"),
    "owed": ("负债合计", "负债总计", "负债总额"),
    "own": ("所有者权益合计", "所有者权益总计", "净资产合计", "权益合计", "成员权益合计"),
    "both": (
        "负债和所有者权益总计",
        "负债及所有者权益总计",
        "负债和所有者权益合计",
        "负债及所有者权益合计",
        "负债和权益总计",
    ),
}
_SIDE_OF = {name: side for side, names in _SIDES.items() for name in names}
_LAST = {name[-1] for name in _SIDE_OF}
"""The signs that names of sides end in; most rows have none."""
_NUMBERING = ("行次", "序号", "编号")
_LISTS = frozenset(("户主", "姓名", "农户", "农户编号", "户主编号", "对象"))


def balance_sheet(ledger: Ledger) -> Agreement:
    """Assets are liabilities and equity, in every column of figures (FIN-06)."""
    figures: dict[str, list[tuple[int, Place]]] = {}
    for row in ledger.table.rows if ledger.table else ():
        for side, fen, place in _sides(row, ledger):
            figures.setdefault(side, []).append((fen, place))
    assets, owed, own, both = (figures.get(side, []) for side in _SIDES)
    parts = [first + second for (first, _), (second, _) in zip(owed, own, strict=False)]
    wholes = parts or [fen for fen, _ in both]
    checked = [(_ASSETS, *pair) for pair in zip(assets, wholes, strict=False)]
    checked += [(_BOTH, *pair) for pair in zip(both, parts, strict=False)]
    off = [Off(place, which, right, fen) for which, (fen, place), right in checked if fen != right]
    return Agreement(len(checked) - len(off), tuple(off))


def _sides(row: Row, ledger: Ledger) -> Iterator[tuple[str, int, Place]]:
    """The figures that follow the name of a side in a row."""
    if not any(mark in cell for cell in row.cells for mark in _LAST):
        return
    head = ledger.table.head.cells if ledger.table else ()
    side: str | None = None
    for column, cell in enumerate(row.cells):
        if column < len(head) and plain(head[column]) in _NUMBERING:
            continue
        try:
            fen = read_amount(cell, ledger.unit_of(column))
        except ValueError:
            side = _SIDE_OF.get(plain(cell))
            continue
        if side and fen is not None:
            yield side, fen, row.place(column)


def area_times_price(ledger: Ledger) -> Agreement:
    """Area times price is the amount, to within a 分 (FIN-09)."""
    roles = ledger.columns.by_role
    if not roles.keys() >= {"area", "price", "amount"}:
        return NOTHING
    area, price, amount = roles["area"], roles["price"], roles["amount"]
    agreed, off = 0, []
    for line in ledger.entries:
        if (right := _product(line, area, price, ledger)) is None or amount not in line.amounts:
            continue
        if abs(right - line.amounts[amount]) <= _TOLERANCE:
            agreed += 1
        else:
            off.append(Off(line.row.place(amount), _RENT.fill(row=line.name), right, line.amounts[amount]))
    return Agreement(agreed, tuple(off))


def _product(line: Line, area: int, price: int, ledger: Ledger) -> int | None:
    """Area times price in 分; None where one is not told or is no number."""
    cells = line.row.cells
    if max(area, price) >= len(cells):
        return None
    try:
        size, fen = read_number(cells[area]), read_amount(cells[price], ledger.unit_of(price))
    except ValueError:
        return None
    if size is None or fen is None:
        return None
    return int((size * fen).quantize(Decimal(1), ROUND_HALF_UP))


def household_count(ledger: Ledger) -> Agreement:
    """The total of households is their sum; a list of households has as many rows as its total says (FIN-08)."""
    column = ledger.columns.get("households")
    listed = ledger.table is not None and not _LISTS.isdisjoint(ledger.table.head.cells)
    if column is None and not listed:
        return NOTHING
    sums, entries = ledger.of_sort("sum"), ledger.entries
    if not sums:
        return NOTHING
    if column is not None:
        counts = [count for line in entries if (count := _count(line, column)) is not None]
        return _compare_count(sums[-1], column, sum(counts) if len(counts) == len(entries) else None)
    told = [at for at, cell in enumerate(sums[-1].row.cells) if plain(cell).endswith("户")]
    return _compare_count(sums[-1], told[0], len(entries)) if told else NOTHING


def lists_households(ledger: Ledger) -> bool:
    """Whether a table tells households: how many there are, or one by one."""
    is_list = ledger.table is not None and not _LISTS.isdisjoint(ledger.table.head.cells)
    return is_list or "households" in ledger.columns.by_role


def _compare_count(line: Line, column: int, right: int | None) -> Agreement:
    found = _count(line, column)
    if right is None or not found:
        return NOTHING
    if found == right:
        return Agreement(1)
    return Agreement(0, (Off(line.row.place(column), _HOUSEHOLDS.fill(row=line.name), right, found, False),))


def _count(line: Line, column: int) -> int | None:
    """How many households a cell tells; 0 where it is empty."""
    cell = plain(line.row.cells[column]).removesuffix("户") if column < len(line.row.cells) else ""
    try:
        number = read_number(cell)
    except ValueError:
        return None
    return int(number or 0)


_TOLERANCE = 1
_ASSETS = Words("资产总计", "total assets")
_BOTH = Words("负债和所有者权益总计", "total liabilities and equity")
_RENT = Words("{row}的金额（面积乘单价）", "the amount in {row} (area times price)")
_HOUSEHOLDS = Words("{row}的户数", "the households in {row}")
