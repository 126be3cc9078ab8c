"""Faults sown into accounts that add up: what each makes checking say, and where."""

from collections.abc import Callable

from example_accounts import BALANCE, EXPENSE, INCOME, NOTE, WITNESS, Account, fen, yuan

Spot = tuple[str, int, int, str]
"""Path, line, column and code of a problem."""
Sow = Callable[[Account, Account], list[Spot]]
"""Puts a fault into an account, given the one after it; says what must be found."""


def at(found: Account, code: str, place: tuple[int, int]) -> Spot:
    return (found.path, *place, code)


def total_off(own: Account, after: Account) -> list[Spot]:
    row = len(own.rows) - 2
    own.rows[row][INCOME] = yuan(fen(own.rows[row][INCOME]) + 1)
    return [at(own, "table-totals", own.cell(row, INCOME))]


def balance_off(own: Account, after: Account) -> list[Spot]:
    own.rows[3][BALANCE] = yuan(fen(own.rows[3][BALANCE]) - 1)
    return [at(own, "running-balance", own.cell(3, BALANCE))]


def opening_row_off(own: Account, after: Account) -> list[Spot]:
    own.rows[0][BALANCE] = yuan(own.opening + 10)
    return [at(own, "closing-balance", own.cell(0, BALANCE))]


def closing_row_off(own: Account, after: Account) -> list[Spot]:
    row = len(own.rows) - 1
    own.rows[row][BALANCE] = yuan(own.closing + 100)
    place = own.cell(row, BALANCE)
    return [at(own, "closing-balance", place), at(own, "running-balance", place)]


def declared_opening_off(own: Account, after: Account) -> list[Spot]:
    own.opening += 1
    return [at(own, code, own.declared("opening")) for code in ("closing-balance", "opening-carried")]


def declared_closing_off(own: Account, after: Account) -> list[Spot]:
    own.closing += 1
    return [
        at(own, "closing-balance", own.declared("closing")),
        at(own, "cash-and-bank", own.declared("cash")),
        at(after, "opening-carried", after.declared("opening")),
    ]


def carried_off(own: Account, after: Account) -> list[Spot]:
    own.opening += 100
    own.sum_up()
    return [at(each, "opening-carried", each.declared("opening")) for each in (own, after)]


def cash_off(own: Account, after: Account) -> list[Spot]:
    own.cash -= 1
    return [at(own, "cash-and-bank", own.declared("cash"))]


def amount_off(own: Account, after: Account) -> list[Spot]:
    own.rows[2][EXPENSE] = yuan(fen(own.rows[2][EXPENSE]) + 1)
    return entry_off(own, 2, EXPENSE)


def entry_off(own: Account, row: int, *columns: int) -> list[Spot]:
    """What follows from a wrong amount in a row: its balance, the totals of these columns, the closing balance."""
    last = len(own.rows) - 1
    return [
        at(own, "running-balance", own.cell(row, BALANCE)),
        *[at(own, "table-totals", own.cell(last - 1, column)) for column in columns],
        at(own, "closing-balance", own.declared("closing")),
        at(own, "closing-balance", own.cell(last, BALANCE)),
    ]


def columns_swapped(own: Account, after: Account) -> list[Spot]:
    row = own.rows[2]
    row[INCOME], row[EXPENSE] = row[EXPENSE], row[INCOME]
    return entry_off(own, 2, INCOME, EXPENSE)


def ten_thousandfold(own: Account, after: Account) -> list[Spot]:
    own.rows[2][EXPENSE] = yuan(max(fen(row[EXPENSE]) for row in own.rows[1:-2]) * 10_000)
    return [*entry_off(own, 2, EXPENSE), at(own, "unit-slip", own.cell(2, EXPENSE))]


def other_unit(own: Account, after: Account) -> list[Spot]:
    own.head[EXPENSE] = "支出（万元）"
    return [at(own, "unit-slip", own.cell(-1, EXPENSE))]


def negative(own: Account, after: Account) -> list[Spot]:
    own.rows[2][EXPENSE], own.rows[3][EXPENSE] = (
        "(12.00)",
        yuan(fen(own.rows[2][EXPENSE]) + fen(own.rows[3][EXPENSE]) + 1200),
    )
    before = fen(own.rows[1][BALANCE])
    own.rows[2][BALANCE] = yuan(before + 1200)
    return [at(own, "negative-noted", own.cell(2, EXPENSE))]


def unreadable(own: Account, after: Account) -> list[Spot]:
    own.rows[2][EXPENSE] = "约三百"
    return [at(own, "amount-readable", own.cell(2, EXPENSE))]


def too_fine(own: Account, after: Account) -> list[Spot]:
    own.rows[2][EXPENSE] += "1"
    return [at(own, "amount-readable", own.cell(2, EXPENSE))]


def cell_too_many(own: Account, after: Account) -> list[Spot]:
    own.rows[2].append("5.00")
    return [at(own, "amount-readable", own.cell(2, NOTE + 1))]


def unproved(own: Account, after: Account) -> list[Spot]:
    own.rows[2][WITNESS] = "—"
    return [at(own, "expense-vouched", own.cell(2, WITNESS))]


def entertained(own: Account, after: Account) -> list[Spot]:
    own.rows[2][1] = "招待费"
    return [at(own, "expense-vouched", own.cell(2, NOTE))]


def capitals_off(own: Account, after: Account) -> list[Spot]:
    own.after.append("工程款 1,234.50元，大写壹仟贰佰叁拾伍元伍角整。")
    return [at(own, "amount-in-words", own.spot("壹仟"))]


def fund_off(own: Account, after: Account) -> list[Spot]:
    own.after += [
        "## 专项资金",
        "",
        "| 项目 | 上期结存 | 拨入 | 支出 | 结存 |",
        "|---|---|---|---|---|",
        "| 饮水 | 1.00 | 5.00 | 4.00 | 2.10 |",
    ]
    return [at(own, "special-funds", own.spot("2.10"))]


def rent_off(own: Account, after: Account) -> list[Spot]:
    own.after += [
        "## 资源",
        "",
        "| 名称 | 面积（亩） | 单价（元） | 金额（元） |",
        "|---|---|---|---|",
        "| 果园 | 3.3 | 100 | 330.02 |",
    ]
    return [at(own, "area-price", own.spot("330.02"))]


def households_off(own: Account, after: Account) -> list[Spot]:
    own.after += [
        "## 补贴",
        "",
        "| 项目 | 户数 | 金额 |",
        "|---|---|---|",
        "| 救助 | 3 | 300.00 |",
        "| 合计 | 4 | 300.00 |",
    ]
    return [at(own, "household-count", own.spot("4 | 300"))]


def sheet_off(own: Account, after: Account) -> list[Spot]:
    own.after += [
        "## 资产负债表",
        "",
        "| 项目 | 期末数 |",
        "|---|---|",
        "| 资产总计 | 9.00 |",
        "| 负债合计 | 3.00 |",
        "| 所有者权益合计 | 5.00 |",
    ]
    return [at(own, "balance-sheet", own.spot("9.00"))]


SORTS: list[Sow] = [
    total_off, balance_off, opening_row_off, closing_row_off, declared_opening_off, declared_closing_off, carried_off,
    cash_off, amount_off, columns_swapped, ten_thousandfold, other_unit, negative, unreadable, too_fine, cell_too_many,
    unproved, entertained, capitals_off, fund_off, rent_off, households_off, sheet_off,
]  # fmt: skip


def sow(town: dict[str, list[Account]]) -> list[Spot]:
    """A fault in every second account of every village, each sort in turn."""
    expected, number = [], 0
    for own in town.values():
        for place in range(1, len(own) - 1, 2):
            expected += SORTS[number % len(SORTS)](own[place], own[place + 1])
            number += 1
    assert number >= 100
    return sorted(expected)
