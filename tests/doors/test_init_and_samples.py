"""`fazhi init` founds a town that builds; `fazhi samples` lists and clears what is fictional."""

from project import tree


def test_a_new_town_checks_and_builds(fazhi, tmp_path):
    town = tmp_path / "new"
    assert fazhi("init", town).code == 0
    assert fazhi("check", "--root", town).code == 0
    assert fazhi("build", "--root", town).code == 0
    assert "某某镇法治公开" in (town / "site/index.html").read_text(encoding="utf-8")
    assert "Some Town" in (town / "site/en/index.html").read_text(encoding="utf-8")


def test_a_folder_with_anything_in_it_is_left_alone(fazhi, tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    said = fazhi("init", tmp_path)
    assert said.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_samples_are_listed_without_touching_anything(fazhi, town):
    before = tree(town)
    said = fazhi("samples", "--root", town)
    assert "docs/villages/demo-1/2026/finance-Q3.md" in said.out
    assert "town.yml: villages.demo-1" in said.out
    assert tree(town) == before


def test_without_samples_the_town_still_checks_and_nothing_fictional_is_left(fazhi, town):
    assert fazhi("samples", "--remove", "--root", town).code == 0
    said = fazhi("check", "--root", town)
    assert said.code == 0
    assert ": 错误 " not in said.out
    left = tree(town)
    assert not [path for path, data in left.items() if b"sample: true" in data and "/guide/" not in path]
    assert "docs/reports/2021.md" in left
    assert not (town / "docs/villages").exists()
    assert fazhi("samples", "--root", town).out == ""


def test_a_real_village_stays_when_samples_go(fazhi, town):
    file = town / "town.yml"
    text = file.read_text(encoding="utf-8")
    real = "villages:\n  meihua:\n    name: {zh: 梅花村, en: Meihua}\n    since: 2026-01-01\n"
    file.write_text(text.replace("villages:\n", real, 1), encoding="utf-8")
    fazhi("samples", "--remove", "--root", town)
    kept = file.read_text(encoding="utf-8")
    assert "meihua" in kept
    assert "demo-" not in kept
    assert "# cadence:" in kept
    assert fazhi("check", "--root", town).code == 0
