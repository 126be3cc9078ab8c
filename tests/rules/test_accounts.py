"""Accounts with faults sown into them: every fault is found at its row and column, and nothing else is reported."""

import random
from pathlib import Path

import pytest

from example_accounts import EXPENSE, INCOME, Account, account, accounts, fen, yuan
from example_town import AS_OF, KINDS, RULES, lay
from fazhi.ground.problem import Problem
from fazhi.nouns.rule import Example
from fazhi.verbs.check import check
from fazhi.verbs.read import read_register, read_town
from sown_accounts import SORTS, Spot, at, sow, total_off

VILLAGES = 20


def found_in(root: Path, *each: Account) -> list[Spot]:
    """Where checking finds what in these accounts."""
    return [(each.path, each.line, each.column, each.code) for each in problems_of(root, *each)]


def problems_of(root: Path, *each: Account) -> list[Problem]:
    """What checking finds in these accounts, in a town that has nothing else."""
    names = sorted({made.village for made in each})
    villages = ", ".join(
        f"{name}: {{name: {{zh: {name}村, en: {name}}}, since: 2021-01-01}}" for name in names
    )
    item = "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, due_days: 20, accounts: true, channel: web, since: 2021-01-01}}"
    lay(root, Example(kind="outreach", town={"villages": f"{{{villages}}}", "items": item}))
    for made in each:
        path = root / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.text, encoding="utf-8")
    register = read_register(root, KINDS, read_town(root), AS_OF)
    return [each for each in check(register, RULES) if each.path.startswith("docs/villages")]


def test_every_sown_fault_is_found_where_it_is_and_nothing_else(tmp_path):
    town = accounts(VILLAGES)
    assert len(SORTS) >= 12
    expected = sow(town)
    assert found_in(tmp_path, *[made for own in town.values() for made in own]) == expected


def test_accounts_without_faults_are_quiet(tmp_path):
    assert found_in(tmp_path, *[made for own in accounts(3, seed=2).values() for made in own]) == []


def test_a_period_told_twice_is_found_in_both(tmp_path):
    (own,) = accounts(1).values()
    twin = account("demo-1", 2024, "Q2", own[1].opening, random.Random(1))
    twin.__dict__ |= {**own[1].__dict__, "copy": "-2", "number": 500}
    spots = [at(each, "book-once", (own[1].declared("opening")[0], 12)) for each in (twin, own[1])]
    assert found_in(tmp_path, *own, twin) == sorted(spots)


def test_a_missing_period_is_a_warning_where_the_balance_changed(tmp_path):
    (own,) = accounts(1).values()
    assert found_in(tmp_path, *own[:4], *own[5:]) == [
        at(own[5], "opening-after-gap", own[5].declared("opening"))
    ]


def months_and_quarter() -> tuple[list[Account], Account]:
    """Three months, and the quarter they make."""
    chance, balance, months = random.Random(7), 5_000_000, []
    for number in range(1, 4):
        made = account("demo-1", 2024, f"{number:02d}", balance, chance)
        made.number, balance = number, made.closing
        months.append(made)
    quarter = account("demo-1", 2024, "Q1", 5_000_000, chance)
    quarter.number = 9
    quarter.rows[1:-2] = [[*row] for made in months for row in made.rows[1:-2]]
    quarter.sum_up()
    return months, quarter


def test_a_quarter_that_is_the_sum_of_its_months_is_quiet(tmp_path):
    months, quarter = months_and_quarter()
    assert found_in(tmp_path, *months, quarter) == []


def test_a_quarter_that_is_not_the_sum_of_its_months_is_told_by_figure(tmp_path):
    months, quarter = months_and_quarter()
    income, expense = ([*quarter.rows[row]] for row in (1, 2))
    income[INCOME], expense[EXPENSE] = "100.00", "100.00"
    quarter.rows[2:2] = [income, expense]
    quarter.sum_up()
    last = len(quarter.rows) - 2
    assert found_in(tmp_path, *months, quarter) == [
        at(quarter, "period-of-parts", quarter.cell(last, column)) for column in (INCOME, EXPENSE)
    ]


@pytest.mark.parametrize("slugs", [("Q1", "Q2", "Q3", "Q4"), tuple(f"{month:02d}" for month in range(1, 13))])
def test_a_year_is_the_sum_of_its_quarters_or_of_its_months(tmp_path, slugs):
    chance, balance, parts = random.Random(9), 5_000_000, []
    for number, slug in enumerate(slugs, 1):
        made = account("demo-1", 2024, slug, balance, chance)
        made.number, balance = number, made.closing
        parts.append(made)
    whole = account("demo-1", 2024, "year", 5_000_000, chance)
    whole.number, whole.rows[1:-2] = 99, [[*row] for made in parts for row in made.rows[1:-2]]
    whole.sum_up()
    assert found_in(tmp_path, *parts, whole) == []
    whole.rows[1][INCOME] = yuan(fen(whole.rows[1][INCOME]) + 1)
    whole.sum_up()
    codes = {code for path, *_, code in found_in(tmp_path, *parts, whole) if path == whole.path}
    assert codes == {"period-of-parts"}


def test_with_a_reason_the_sums_that_fail_are_a_note(tmp_path):
    (own,) = accounts(1).values()
    total_off(own[2], own[3])
    text = own[2].text.replace(
        "accounts:\n", "unreconciled: {reason: 一张票据待查, by: demo-1, on: 2024-10-09}\naccounts:\n"
    )
    plain_text = Account.text
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            Account, "text", property(lambda each: text if each is own[2] else plain_text.fget(each))
        )  # type: ignore[attr-defined]
        found = found_in(tmp_path, *own)
    assert [code for *_, code in found] == ["accounts-unreconciled"]
    assert str(RULES["accounts-unreconciled"].severity) == "note"


def test_before_an_event_the_missing_months_are_whole_ones(tmp_path):
    (own,) = accounts(1).values()
    event = account("demo-1", 2026, "0910", own[9].closing + 100, random.Random(3))
    event.number = 400
    messages = [
        each.message.zh
        for each in problems_of(tmp_path, *own[:10], event)
        if each.code == "opening-after-gap"
    ]
    assert len(messages) == 1 and "缺2026年7月、2026年8月；" in messages[0]


def test_accounts_in_the_folder_of_another_village_are_told_to_lie_elsewhere(tmp_path):
    values = {
        "village": "demo-2",
        "source": "demo-2",
        "accounts": "[{book: main, table: 收支明细, unit: 元}]",
    }
    lay(tmp_path, Example(values=values, name="villages/demo-1/2026/finance-Q3"))
    town = read_town(tmp_path)
    found = check(read_register(tmp_path, KINDS, town, AS_OF), RULES)
    assert "path-agrees" in {each.code for each in found}
