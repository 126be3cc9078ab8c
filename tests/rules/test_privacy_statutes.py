"""No rule about people speaks of a law of the country: kept as issued, as new writing, or as the text of an attachment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from example_town import RULES, lay, problems, read
from fazhi.ground.piece import Piece
from fazhi.ground.words import same
from fazhi.nouns.passage import of_piece
from fazhi.nouns.rule import Example
from project import ROOT

LAWS = sorted((ROOT.parent / "shared" / "laws").glob("*.md"))
PEOPLE = {code: rule for code, rule in RULES.items() if rule.ref.startswith("PRIV")}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not LAWS, reason="../shared/laws is not here: the statutes stay outside"),
]


def spoken(root: Path, law: Path, kind: str, **values: str) -> list[str]:
    lay(root, Example(kind=kind, values=values, body=law.read_text(encoding="utf-8")))
    return [f"{each.line} {each.code}" for each in problems(root) if each.code in PEOPLE]


@pytest.mark.parametrize("law", LAWS, ids=lambda path: path.stem)
def test_a_law_names_nobody(tmp_path, law):
    assert spoken(tmp_path / "kept", law, "regulation", verbatim="true") == []
    assert spoken(tmp_path / "new", law, "regulation") == []
    assert spoken(tmp_path / "written", law, "outreach") == []


def in_passage(root: Path, text: str) -> Iterator[str]:
    lay(root, Example())
    passage = of_piece(Piece(same("第1页"), text), "docs/a.pdf", None, "名单")
    register = read(root)
    for code, rule in PEOPLE.items():
        if rule.on == "passage" and rule.check:
            yield from (code for _ in rule.check(passage, register))


@pytest.mark.parametrize("law", LAWS, ids=lambda path: path.stem)
def test_a_law_in_an_attachment_names_nobody(tmp_path, law):
    text = law.read_text(encoding="utf-8")

    assert list(in_passage(tmp_path, text)) == []
    assert list(in_passage(tmp_path, text.replace("\n\n", "\n").replace("　", " "))) == []


def test_a_person_in_a_law_would_be_seen(tmp_path):
    assert list(in_passage(tmp_path, LAWS[0].read_text(encoding="utf-8") + "\n13800138000\n"))
