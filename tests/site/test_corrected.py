"""A corrected and a withdrawn record as the site tells of them, after two real publications."""

import json
from pathlib import Path

import pytest

from example_release import NOON, correction
from example_town import AS_OF, lay_every_kind
from fazhi.doors.cli import main
from fazhi.ground.short_code import short_code

TALK = "outreach/2026/example"
ACCOUNTS = "villages/demo-1/2026/finance-Q3"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is served after one record was corrected and another taken back."""
    town, root = lay_every_kind(tmp_path_factory.mktemp("town")), tmp_path_factory.mktemp("www")
    at = ("--root", str(town), "--as-of", AS_OF.isoformat())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("time.time", lambda: NOON)
        _publish_twice(town, root, at)
    return root / "current"


def _publish_twice(town: Path, root: Path, at: tuple[str, ...]) -> None:
    assert main(["publish", "--to", str(root), *at]) == 0
    path = next((town / "docs/outreach").rglob("*.md"))
    text = path.read_text(encoding="utf-8").replace("form: 咨询", "form: 培训", 1)
    head, _, body = text.partition("\n---\n")
    path.write_text(
        f"{head}\ncorrections: {correction()}\n---\n{body}\n补记一句：发放资料35份。\n", encoding="utf-8"
    )
    assert main(["withdraw", ACCOUNTS, "--reason", "含个人信息", "--by", "reviewer", "--write", *at]) == 0
    assert main(["publish", "--to", str(root), *at]) == 0


@pytest.fixture(scope="module")
def talk(served: Path) -> str:
    """The id of the corrected record."""
    data = json.loads((served / "data/corrections.json").read_text(encoding="utf-8"))
    return str(data["corrections"][0]["record"])


def read(served: Path, path: str) -> str:
    return (served / path).read_text(encoding="utf-8")


def test_the_record_shows_what_stood_there_before_and_when_it_was_first_public(served, talk):
    page = read(served, f"{talk}/index.html")
    assert "本件有更正，最近一次是2027年6月30日，原因：录入有误" in page
    assert '<ins><span class="fz-unseen">' in page and "补记一句：发放资料35份。" in page
    assert "本站首次公开：2027年6月30日" in page


@pytest.mark.parametrize(("lang", "words"), [("", "更正金额"), ("en/", "Corrected 30 June 2027")])
def test_the_page_of_corrections_does_in_both_languages(served, talk, lang, words):
    page = read(served, f"{lang}corrections/index.html")
    assert words in page and "补记一句" in page and "<ins>" in page
    assert f"{'../' if not lang else '../../'}{talk}/" in page
    assert 'href="../verify.html"' in page or 'href="../../verify.html"' in page


@pytest.mark.parametrize(
    ("path", "words"), [("corrections.xml", "改后：补记一句"), ("en/corrections.xml", "After: 补记一句")]
)
def test_the_feeds_do_too(served, path, words):
    feed = read(served, path)
    assert words in feed and "含个人信息" in feed


def test_a_withdrawn_record_answers_whoever_holds_its_sheet(served):
    code = short_code(ACCOUNTS)
    for path in (f"{ACCOUNTS}/index.html", f"notices/{code[0].lower()}/index.html"):
        assert code in read(served, path)
    assert "作废" in read(served, f"{ACCOUNTS}/index.html")
    assert not (served / ACCOUNTS / "record.md").exists()
    assert "Withdrawn: Demo One" in read(served, "en/corrections.xml")


@pytest.mark.parametrize(
    ("lang", "name"),
    [("", "已撤下：示范一村2026年第三季度财务收支"), ("en/", "Withdrawn: Demo One: Accounts, Q3 2026")],
)
def test_a_withdrawn_record_is_called_in_words(served, lang, name):
    for path in (f"{ACCOUNTS}/index.html", "corrections/index.html", "corrections.xml"):
        assert name in read(served, f"{lang}{path}")
        assert f">{ACCOUNTS}<" not in read(served, f"{lang}{path}")


def test_chinese_words_on_english_pages_say_that_they_are(served, talk):
    for path in (f"{ACCOUNTS}/index.html", "corrections/index.html"):
        assert '<span lang="zh-CN">含个人信息</span>' in read(served, f"en/{path}")
    assert '<span lang="zh-CN">更正金额</span>' in read(served, "en/corrections/index.html")
    assert '<summary xml:lang="zh-CN">含个人信息' in read(served, "en/corrections.xml")
    assert "<span lang=" not in read(served, f"{ACCOUNTS}/index.html")


def test_it_can_all_be_verified(served):
    assert main(["verify", str(served.parent)]) == 0
