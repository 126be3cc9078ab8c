"""What a regulation’s page and the lists say of it, in the pages as they are built."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from example_town import KINDS, lay_every_kind, put, text_of
from fazhi.doors.cli import main
from fazhi.nouns.rule import Example

NEW = {"index": None, "number": None, "restated": "true"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    town = lay_every_kind(tmp_path_factory.mktemp("town"))
    for slug, values in (
        (
            "short",
            {
                "expires": "2031-10-31",
                "consultation": "{from: 2026-08-10, to: 2026-08-20, ground: 时间紧, result: 收到三条}",
            },
        ),
        ("without", {"consultation": "{ground: 只规定机关内部事务}"}),
        ("void", {"status": "已撤销", "annulled": "{on: 2027-06-01, by: 示例县人民政府}"}),
    ):
        content = text_of(KINDS["regulation"], Example("regulation", {**NEW, **values}))
        put(town, f"regulations/{slug}", content)
        put(town, f"regulations/{slug}.en", f"---\ntitle: {slug}\n---\n\nArticle 1. A rule.\n")
    rule, late = "第一条 公开栏设在路口。\n", "前款规定的公开栏有雨棚。\n"
    old = {"status": "已修改", "number": "示政发〔2026〕7号", "effective": "2026-10-20"}
    for slug, values, body in (("grown@2026-10-20", old, rule), ("grown", {}, f"{rule}\n{late}")):
        put(
            town,
            f"regulations/{slug}",
            text_of(KINDS["regulation"], Example("regulation", {**NEW, **values}, body=body)),
        )
    cites = "[{law: 村民委员会组织法, article: 35}, {law: 村民委员会组织法}]"
    put(
        town,
        "regulations/cites",
        text_of(KINDS["regulation"], Example("regulation", {**NEW, "basis": cites})),
    )
    put(town, "regulations/cites.en", "---\ntitle: Cites\n---\n\nArticle 1. A rule.\n")
    tasks = (
        "[{task: 修公开栏, lead: justice, due: 2026-03-20}, {task: 年底普法, lead: justice, due: 2027-12-20}]"
    )
    put(town, "plans/2026", text_of(KINDS["plan"], Example("plan", {"tasks": tasks})))
    assert main(["build", "--root", str(town), "--as-of", "2027-06-30"]) == 0
    return town / "site"


def page(built: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((built / address / "index.html").read_text(encoding="utf-8"))


def told(built: Path, address: str) -> list[str]:
    return [" ".join(each.text().split()) for each in page(built, address).css(".fz-life li")]


def test_a_paragraph_that_came_has_its_sign_on_its_own_line(built):
    grown = page(built, "regulations/grown/compare/2026-10-20-to-2026-11-01").css_first(".fz-change__text")
    assert grown.text().startswith("公开栏设在路口。\n［新增：前款规定的公开栏有雨棚。")


def test_the_ground_of_a_consultation_is_told_beside_its_result_and_without_days(built):
    short = next(each for each in told(built, "regulations/short") if "收到三条" in each)
    assert "时间紧" in short
    assert any("只规定机关内部事务" in each for each in told(built, "regulations/without"))


@pytest.mark.parametrize(
    "address", ["en/regulations/short", "en/regulations/void", "en/regulations/lists/consultations"]
)
def test_words_of_a_record_are_marked_as_chinese_on_an_english_page(built, address):
    tree = page(built, address)
    marked = "".join(each.text() for each in tree.css("[lang=zh-CN]"))
    whole = tree.body.text() if tree.body else ""
    for words in ("时间紧", "收到三条", "示例县人民政府"):
        assert whole.count(words) == marked.count(words)
    assert marked


def test_a_term_to_come_is_not_told_as_past(built):
    assert any("有效期满" in each for each in told(built, "regulations/short"))
    ended = next(each for each in told(built, "en/regulations/short") if "1 November 2031" in each)
    assert "ended" not in ended


def test_what_never_held_shows_no_term(built):
    row = next(
        each
        for each in page(built, "regulations/lists/no-longer").css(".fz-row")
        if "void" in (each.html or "")
    )
    assert "2027-06-01" in row.text()
    assert "2026年11月1日" not in row.text()


def test_a_task_past_its_deadline_says_since_when_it_is_open(built):
    open_ones = {
        row.css_first("th").text(): " ".join(row.css("td")[-1].text().split())
        for row in page(built, "plans/2026").css("tbody tr")
    }
    assert open_ones["修公开栏"] == "○ 应于 2026-03-20 前完成，还没有写结果"
    assert "应于" not in open_ones["年底普法"]


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_basis_leads_to_its_article_in_the_list_of_laws(built, lang):
    law = "村民委员会组织法"
    leads = [
        each.attributes["href"] or "" for each in page(built, f"{lang}regulations/cites").css("#basis + ul a")
    ]

    assert [unquote(href).partition("#")[2] for href in leads] == [f"{law}-35", law]
    laws = page(built, f"{lang}laws")
    assert {each.attributes["id"] for each in laws.css("h2[id], li[id]")} >= {f"{law}-35", law}
