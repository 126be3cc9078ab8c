"""What a rendered site keeps of its assets."""

import pytest

from fazhi.ground.lean_script import lean
from fazhi.verbs.trim_assets import trim_assets
from project import ROOT

SCRIPTS = sorted((ROOT / "overrides/assets").glob("*.js"))


@pytest.fixture
def site(tmp_path):
    for path in ("index.html", "assets/javascripts/lunr/wordcut.js", "assets/a.css.map", "assets/a.css"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("", encoding="utf-8")
    (tmp_path / "assets/own.js").write_text("// why\n\n  go(`// stays`); // stays\n", encoding="utf-8")
    return tmp_path


def kept(site):
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_what_no_page_loads_is_left_out(site):
    trim_assets(site)
    assert kept(site) == {"index.html", "assets/a.css", "assets/own.js"}
    assert (site / "assets/own.js").read_text(encoding="utf-8") == "go(`// stays`); // stays\n"


def test_what_a_town_s_own_templates_load_stays(site):
    (site / "index.html").write_text('<script src="assets/javascripts/bundle.js">', encoding="utf-8")
    trim_assets(site)
    assert "assets/javascripts/lunr/wordcut.js" in kept(site)


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_no_text_in_a_script_goes_over_several_lines(path):
    text = path.read_text(encoding="utf-8")
    assert all(line.count("`") % 2 == 0 for line in text.splitlines())
    assert "/*" not in "".join(line for line in text.splitlines() if line.strip().startswith(("/*", "*")))
    assert len(lean(text)) < len(text)
