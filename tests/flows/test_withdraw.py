"""A record that was taken back is gone from everything that is kept, and what remains can still be verified."""

import gzip
import json
import os
import shutil
from pathlib import Path

import brotli
import pytest

from example_release import IDS, Small, correction, nothing
from example_town import AS_OF, put
from fazhi.doors.cli import main
from fazhi.flows.publish import rolled_back
from fazhi.flows.verify_root import verify
from fazhi.nouns.fault import Refused
from project import tree

SAID = "发放资料120份"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.setattr(os, "fsync", nothing)
    small = Small(tmp_path)
    (small.town / "mkdocs.yml").write_text("", encoding="utf-8")
    small.publish()
    small.write(IDS[0], {"corrections": correction()}, body="改了 1 处。\n")
    small.build()
    small.publish()
    return small


def withdraw(small: Small, *more: str) -> int:
    at = ("--root", str(small.town), "--as-of", AS_OF.isoformat())
    return main(["withdraw", IDS[1], "--reason", "含个人信息", "--by", "reviewer", *at, *more])


def test_nothing_of_it_is_left_anywhere(small):
    assert said(small.root)
    assert withdraw(small) == 0
    assert (small.town / f"docs/{IDS[1]}.md").exists()
    assert withdraw(small, "--write") == 0
    shutil.rmtree(small.site)
    small.build()
    small.put(f"{IDS[1]}/index.html", "已撤下")
    small.publish()
    assert not said(small.root)
    assert small.verify().faults == []
    event = json.loads((small.root / "ledger.jsonl").read_bytes().splitlines()[-2])
    assert {key: event[key] for key in ("what", "record", "reason", "by")} == {
        "what": "withdrawal",
        "record": IDS[1],
        "reason": "含个人信息",
        "by": "reviewer",
    }
    for number in (1, 2):
        release = small.root / f"releases/2027-06-30-{number}"
        assert {path.name for path in release.iterdir()} == {"manifest.json", "ledger.jsonl"}
        assert verify(release, "", None, nothing).faults == []


def test_an_emptied_release_does_not_tell_of_files_that_fit(small, capsys):
    withdraw(small, "--write")
    small.build()
    small.put(f"{IDS[1]}/index.html", "已撤下")
    small.publish()
    capsys.readouterr()
    for number, is_told in ((1, True), (3, False)):
        release = small.root / f"releases/2027-06-30-{number}"
        assert main(["verify", str(release), "--lang", "en", "--root", str(small.town)]) == 0
        out = capsys.readouterr().out
        assert ("no files were verified" in out, "files are as published" in out) == (is_told, not is_told)


def test_what_links_to_it_is_told(small, capsys):
    small.write(IDS[2], body="见[上次](talk-1.md)。\n")
    put(small.town, "pages/about", "---\ntitle: 关于\n---\n\n[宣传](../outreach/2026/talk-1.md#a)\n")
    put(small.town, "pages/other", "---\ntitle: 其他\n---\n\n[宣传](../outreach/2026/talk-0.md)\n")
    town = small.town / "town.yml"
    named = f"democratic_rule_of_law: {{since: 2021-01-01, standards: {{自治制度完善: {IDS[1]}}}}}, "
    text = town.read_text(encoding="utf-8")
    assert "demo-1: {" in text
    town.write_text(text.replace("demo-1: {", f"demo-1: {{{named}", 1), encoding="utf-8")
    assert withdraw(small, "--lang", "en") == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "links to it" in line]
    assert [line.partition(" ")[0] for line in told] == [
        f"docs/{IDS[2]}.md",
        "docs/pages/about.md",
        "town.yml",
    ]


def said(root: Path) -> list[str]:
    """Files below a publish root that still tell what the record said."""
    opened = {".gz": gzip.decompress, ".br": brotli.decompress}
    files = {path: opened.get(Path(path).suffix, bytes)(data) for path, data in tree(root).items()}
    return [
        path
        for path, data in files.items()
        if SAID in data.decode(errors="replace")
        or r"\u53d1\u653e\u8d44\u6599120" in data.decode(errors="replace")
    ]


def test_whatever_only_it_has_goes_with_it(small, capsys):
    """Files that its text shows or its translation links to, and sheets that were printed; not what others have too."""
    small.write(IDS[1], body="![现场](one.png) [附件](two.pdf) [表](shared.pdf)\n")
    put(small.town, f"{IDS[1]}.en", "---\ntitle: Talk\n---\n\n[Sheet](three.pdf)\n")
    small.write(IDS[2], body="[表](shared.pdf)\n")
    folder = small.town / "docs/outreach/2026"
    for name in ("one.png", "two.pdf", "three.pdf", "shared.pdf"):
        (folder / name).write_bytes(b"x")
    sheet = small.town / "notices/outreach-2026-talk-1"
    sheet.parent.mkdir()
    for more in ("a4", "a3", "2-a4"):
        sheet.with_name(f"{sheet.name}-{more}.pdf").write_bytes(b"x")
    assert withdraw(small, "--write") == 0
    gone = [line.removeprefix("- ") for line in capsys.readouterr().out.splitlines()]
    assert gone == [
        f"docs/{IDS[1]}.md",
        f"docs/{IDS[1]}.en.md",
        *(f"docs/outreach/2026/{name}" for name in ("one.png", "three.pdf", "two.pdf")),
        *(f"notices/{sheet.name}-{paper}.pdf" for paper in ("a4", "a3")),
    ]
    assert not any((small.town / path).exists() for path in gone)
    assert (folder / "shared.pdf").exists()
    assert sheet.with_name(f"{sheet.name}-2-a4.pdf").exists()


def test_the_history_tells_which_releases_were_emptied(small, capsys):
    withdraw(small, "--write")
    small.build()
    small.put(f"{IDS[1]}/index.html", "已撤下")
    small.publish()
    capsys.readouterr()
    assert main(["history", "--to", str(small.root), "--lang", "en"]) == 0
    said = [line.split("  ")[-1] for line in capsys.readouterr().out.splitlines()]
    assert said == ["emptied, cannot come back", "emptied, cannot come back", "served"]


def test_it_cannot_come_back(small):
    kept = (small.town / f"docs/{IDS[1]}.md").read_bytes()
    withdraw(small, "--write")
    small.build()
    assert refused(small) == {"withdrawn-page"}
    small.put(f"{IDS[1]}/index.html", "已撤下")
    small.publish()
    with pytest.raises(Refused):
        rolled_back(small.order(), "2027-06-30-2", nothing)
    (small.town / f"docs/{IDS[1]}.md").write_bytes(kept)
    small.build()
    assert refused(small) == {"withdrawn"}
    (small.town / f"docs/{IDS[1]}.md").unlink()
    town = small.town / "town.yml"
    town.write_text(town.read_text(encoding="utf-8").partition("withdrawals:")[0], encoding="utf-8")
    small.build()
    assert refused(small) == {"withdrawal-gone"}


def test_why_it_was_taken_back_does_not_change_silently(small):
    withdraw(small, "--write")
    small.build()
    small.put(f"{IDS[1]}/index.html", "已撤下")
    small.publish()
    town = small.town / "town.yml"
    text = town.read_text(encoding="utf-8")
    assert "含个人信息" in text
    town.write_text(text.replace("含个人信息", "另有原因"), encoding="utf-8")
    small.build()
    assert refused(small) == {"silent-edit"}


def refused(small: Small) -> set[str]:
    with pytest.raises(Refused) as told:
        small.publish()
    return {fault.code for fault in told.value.faults}


def test_a_kill_while_it_is_removed_is_made_good_by_the_next_publication(small, monkeypatch):
    withdraw(small, "--write")
    shutil.rmtree(small.site)
    small.build()
    small.put(f"{IDS[1]}/index.html", "已撤下")
    monkeypatch.setattr("fazhi.flows.make_release.empty_withdrawn", nothing)
    small.publish()
    assert said(small.root)
    monkeypatch.undo()
    small.publish()
    assert not said(small.root)


@pytest.mark.parametrize(
    "changes",
    [("--reason", " "), ("--by", "nobody")],
    ids=" ".join,
)
def test_wrong_use_is_told(small, changes):
    assert withdraw(small, *changes) == 2
    assert (
        main(
            ["withdraw", "outreach/2026/none", "--reason", "x", "--by", "reviewer", "--root", str(small.town)]
        )
        == 2
    )


def test_a_second_entry_stands_beside_the_first(small):
    assert withdraw(small, "--write") == 0
    at = ("--root", str(small.town), "--as-of", AS_OF.isoformat(), "--write")
    assert main(["withdraw", IDS[2], "--reason", '写错 "村" 名', "--by", "reviewer", *at]) == 0
    small.build()
    assert set(small.register.town.withdrawn) == {IDS[1], IDS[2]}
    assert small.register.town.withdrawn[IDS[2]]["reason"] == '写错 "村" 名'
    assert small.register.town.findings == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "told",
    [
        "",
        "withdrawals: []\n",
        "withdrawals:\n- {record: outreach/2026/x, on: 2026-01-01, reason: 甲, by: reviewer}\n",
    ],
)
def test_town_yml_keeps_its_lines_as_they_were(small, end, told):
    town = small.town / "town.yml"
    before = (town.read_text(encoding="utf-8") + told).replace("\n", end)
    town.write_bytes(before.encode())
    assert withdraw(small, "--write") == 0
    after = town.read_bytes().decode()
    kept = before if told.startswith("withdrawals:\n") else before.removesuffix(told.replace("\n", end))
    assert after.startswith(kept)
    assert after.count(end) == after.count("\n")
    small.build()
    assert IDS[1] in small.register.town.withdrawn
