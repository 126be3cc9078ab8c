"""What was found before is kept only where nothing changed it: a second check says what a first one would."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from example_town import AS_OF, KINDS, RULES, lay, put, read, text_of
from fazhi.flows import check_town as flow
from fazhi.flows.check_town import CACHE, check_town
from fazhi.ground.problem import Problem
from fazhi.nouns.account_example import EMPTY, account_of
from fazhi.nouns.rule import Example
from fazhi.nouns.unit import Seen, Unit
from fazhi.verbs import check as checking
from fazhi.verbs import generate, remember
from fazhi.verbs import read as reading
from fazhi.verbs.check import check

HOME = "villages/demo-1/2026/finance-Q3"
EARLIER, LATER = "villages/demo-1/2026/finance-Q1", "villages/demo-1/2026/finance-Q2"


@pytest.fixture(autouse=True)
def _fine_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files written just before a check are trusted at once, as they would be two seconds later."""
    monkeypatch.setattr(remember, "TICK", 0)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Records that speak of each other: a reference, a link, an attachment, a translation, a shared village."""
    lay(tmp_path, Example(body="[制度](../../../regulations/example.md)\n"))
    put(tmp_path, f"{HOME}.en", "---\ntitle: Accounts\n---\n[Rule](../../../regulations/example.md)\n")
    old = Example(kind="regulation", values={"index": "140825107/2026-00002", "status": "已废止"})
    put(tmp_path, "regulations/old", text_of(KINDS["regulation"], old))
    new = {"index": "140825107/2026-00003", "replaces": "[regulations/old]", "title": "新规定"}
    put(tmp_path, "regulations/new", text_of(KINDS["regulation"], Example(kind="regulation", values=new)))
    for period, book in (
        ("2026-Q1", "opening: 70.00, closing: 100.00"),
        ("2026-Q2", "opening: 100.00, closing: 90.00"),
    ):
        put(tmp_path, f"villages/demo-1/2026/finance-{period[-2:]}", account_of(period, book, EMPTY))
    put(tmp_path, "pages/about", "---\ntitle: 关于\n---\n[图](a.png)\n")
    (tmp_path / "docs/villages/demo-1/2026/a.csv").write_text("项目,金额\n", encoding="utf-8")
    return tmp_path


def first(root: Path, as_of: date = AS_OF) -> list[Problem]:
    """What a check finds that knows nothing from before."""
    register = reading.read_register(root, KINDS, reading.read_town(root), as_of)
    return check(register, RULES)


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / path
        if file.is_file():
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return change


def remove(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink(missing_ok=True)


def write(path: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return change


CHANGES = {
    "a word": replace(f"docs/{HOME}.md", "制度", "帐簿"),
    "a number already in use": replace("docs/regulations/new.md", "2026-00003", "2026-00002"),
    "a number free again": replace("docs/regulations/new.md", "2026-00002", "2026-00003"),
    "what others link to is gone": remove("docs/regulations/example.md"),
    "what others refer to is gone": remove("docs/regulations/old.md"),
    "what others refer to is back": write("docs/regulations/old.md", "---\ntitle: 旧\n---\n"),
    "what replaced it is in force": replace("docs/regulations/old.md", "已废止", "有效"),
    "a translation alone": remove(f"docs/{HOME}.md"),
    "a translation that differs": replace(f"docs/{HOME}.en.md", "[Rule]", "## 4\n\n[Rule]"),
    "a picture is there": write("docs/pages/a.png", "no picture"),
    "a picture is gone": remove("docs/pages/a.png"),
    "a file gets an owner": replace(
        f"docs/{HOME}.md", "item: finance", "attachments: [{file: a.csv, title: 表}]\nitem: finance"
    ),
    "a phone in a file": write("docs/villages/demo-1/2026/a.csv", "电话,13800138000\n"),
    "a meeting": write(
        "docs/villages/demo-1/2026/decisions-0210.md",
        "---\ntitle: 村民代表会议决定\nformed: 2026-02-10\npublished: 2026-02-11\nvillage: demo-1\nitem: decisions\n"
        "period: 2026-02-10\nmeeting: {members: 3, present: 3, votes_for: 3}\n---\n\n修路。\n",
    ),
    "a balance that is not carried on": replace(f"docs/{EARLIER}.md", "closing: 100.00", "closing: 99.99"),
    "a balance carried on again": replace(f"docs/{EARLIER}.md", "closing: 99.99", "closing: 100.00"),
    "a word beside accounts": replace(f"docs/{EARLIER}.md", "|---|---|---|\n", "|---|---|---|\n\n帐簿\n"),
    "an account less": remove(f"docs/{EARLIER}.md"),
    "an account of another book": replace(f"docs/{EARLIER}.md", "book: main", "book: other"),
    "a list that was paid": write(
        "docs/villages/demo-1/2026/subsidies-Q3.md",
        f"---\ntitle: 补贴\nformed: 2026-10-08\npublished: 2026-10-10\nvillage: demo-1\nitem: subsidies\nperiod: 2026-Q3\n"
        f"paid_from: [{{table: 发放, record: {HOME}, row: 救助}}]\n---\n\n## 发放\n\n| 项目 | 金额 |\n|---|---|\n| 救助 | 5.00 |\n",
    ),
    "what paid it": replace(
        f"docs/{HOME}.md",
        "item: finance",
        "accounts: [{book: main, table: '', unit: 元}]\nitem: finance",
    ),
    "a village less": replace(
        "town.yml", "demo-2: {name: {zh: 示范二村, en: Demo Two}, since: 2021-01-01}", ""
    ),
    "a faulty town": replace("town.yml", "code:", "cod:"),
    "a town put right": replace("town.yml", "cod:", "code:"),
    "an unreadable file": write("docs/pages/odd.md", "\ufeff---\ntitle: 甲\n---\n\u202e"),
    "a folder for a file": lambda root: (root / "docs/pages/folder.md").mkdir(exist_ok=True),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_a_second_check_says_what_a_first_would(town, change):
    check_town(town, AS_OF)
    change(town)
    assert check_town(town, AS_OF).problems == first(town)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sets(st.sampled_from(sorted(CHANGES)), max_size=3), st.integers(0, 2)), max_size=5)
)
def test_after_any_changes_on_any_day(town, rounds):
    here = town.with_name("changing")
    shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(town, here)
    for changes, days in rounds:
        for change in sorted(changes):
            CHANGES[change](here)
        as_of = AS_OF + timedelta(days=days)
        assert check_town(here, as_of).problems == first(here, as_of)


def read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The files that a check reads."""
    seen = set()
    real = reading.read_text

    def noting(path: Path, below: Path) -> str:
        seen.add(Path(path).relative_to(root).as_posix())
        return real(path, below)

    monkeypatch.setattr(reading, "read_text", noting)
    check_town(root, AS_OF)
    monkeypatch.setattr(reading, "read_text", real)
    return seen


def test_what_did_not_change_is_not_read_again(town, monkeypatch):
    check_town(town, AS_OF)
    assert read_again(town, monkeypatch) == {"town.yml"}
    CHANGES["a word"](town)
    beside = {f"docs/{id}.md" for id in (EARLIER, LATER)}  # whose the files of that folder are
    assert read_again(town, monkeypatch) == {"town.yml", f"docs/{HOME}.md", f"docs/{HOME}.en.md"} | beside


def checked_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The texts that a check asks the rules about."""
    seen = set()
    real = checking.Checker.see

    def noting(checker: checking.Checker, unit: Unit) -> Seen:
        seen.update({unit.id} if unit.sort == "text" else ())
        return real(checker, unit)

    with monkeypatch.context() as patch:
        patch.setattr(checking.Checker, "see", noting)
        check_town(root, AS_OF)
    return seen


@pytest.mark.parametrize(
    ("change", "others"), [("a word beside accounts", set()), ("a balance that is not carried on", {LATER})]
)
def test_accounts_are_asked_again_only_when_their_figures_changed(town, monkeypatch, change, others):
    check_town(town, AS_OF)
    CHANGES[change](town)
    assert checked_again(town, monkeypatch) == {EARLIER, *others}


def test_a_file_written_in_the_same_tick_is_read_again(town, monkeypatch):
    monkeypatch.setattr(remember, "TICK", 3_600_000_000_000)
    check_town(town, AS_OF)
    assert f"docs/{HOME}.md" in read_again(town, monkeypatch)


def test_another_day_another_check(town):
    replace("docs/regulations/new.md", "expires: 2031-10-31", "expires: 2027-07-01")(town)
    assert check_town(town, date(2027, 7, 1)).problems == first(town, date(2027, 7, 1))
    assert check_town(town, date(2027, 7, 2)).problems == first(town, date(2027, 7, 2))
    assert first(town, date(2027, 7, 1)) != first(town, date(2027, 7, 2))


def test_a_town_file_saved_during_a_check_counts_in_the_next(town, monkeypatch):
    good, listed = (town / "town.yml").read_text(encoding="utf-8"), reading.list_docs
    (town / "town.yml").write_text(f"{good}nobody_knows: 1\n", encoding="utf-8")

    def saved_meanwhile(root):
        (town / "town.yml").write_text(good, encoding="utf-8")
        return listed(root)

    monkeypatch.setattr(reading, "list_docs", saved_meanwhile)
    assert check_town(town, AS_OF).problems != first(town)
    monkeypatch.undo()
    monkeypatch.setattr(remember, "TICK", 0)
    assert check_town(town, AS_OF).problems == first(town)


def test_another_program_another_check(town, monkeypatch):
    check_town(town, AS_OF)
    monkeypatch.setattr(flow, "_libraries", lambda: ["another"])
    assert f"docs/{HOME}.md" in read_again(town, monkeypatch)


def spoil(file: Path) -> None:
    file.write_bytes(b"no database" * 500)


def empty(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE problem")


def block(file: Path) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_text("", encoding="utf-8")


@pytest.mark.parametrize("harm", [spoil, empty, block])
def test_whatever_becomes_of_the_memory_nothing_is_missed(town, harm):
    CHANGES["a word"](town)
    check_town(town, AS_OF)
    harm(town / CACHE / "check.sqlite")
    assert check_town(town, AS_OF).problems == first(town) != []


def test_two_checks_at_once_agree(town):
    CHANGES["a word"](town)
    check_town(town, AS_OF)
    writing = sqlite3.connect(town / CACHE / "check.sqlite", isolation_level=None)
    writing.execute("INSERT OR REPLACE INTO meta VALUES ('generation', 'of another')")
    writing.execute("BEGIN EXCLUSIVE")
    CHANGES["what others refer to is gone"](town)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(remember, "PATIENCE", 0.01)
        assert check_town(town, AS_OF).problems == first(town)
    writing.close()


def test_a_large_town_is_checked_by_several_processes_alike(tmp_path, monkeypatch):
    (tmp_path / "town.yml").write_text(generate.town_text(generate.villages_for(300)), encoding="utf-8")
    for path, text in generate.records(300):
        put(tmp_path, path.removesuffix(".md"), text.replace("账", "帐", 1))
    alone = first(tmp_path, date(2026, 11, 1))
    monkeypatch.setattr(flow, "MANY", 10)
    monkeypatch.setattr(flow, "AT_ONCE", 40)
    monkeypatch.setattr(flow, "_may_fork", lambda: True)
    assert check_town(tmp_path, date(2026, 11, 1)).problems == alone
    assert check_town(tmp_path, date(2026, 11, 1)).problems == alone


def test_a_rule_that_asks_about_another_record_is_asked_again(town, monkeypatch):
    asked = checking.Checker(read(town), RULES)
    unit = next(each for each in checking.units(read(town)).values() if each.id == "regulations/new")
    assert {"id regulations/old", "under regulations"} & set(asked.see(unit).asked)
