"""A small built site on disk, made from the example of a rule about pages or the site, and held against those rules;
and a few pages of any site, as readers get them.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from example_town import RULES, lay, read
from fazhi.doors.mkdocs_plugin import render
from fazhi.flows.build import HOUSE
from fazhi.ground.problem import Problem
from fazhi.nouns.built import BuiltSite
from fazhi.nouns.rule import Example, Rule
from fazhi.nouns.site import Site
from fazhi.verbs.check_built import check_built
from fazhi.verbs.read_built import read_built
from fazhi.verbs.stage import stage

PAGE = "pages/example/index.html"
"""Where an example's page lies."""

_SITE = '<meta name="SiteName" content="示例镇法治公开">'
_COLUMN = (
    '<meta name="ColumnName" content="栏目"><meta name="ColumnDescription" content="栏目说明">'
    '<meta name="ColumnKeywords" content="栏目"><meta name="ColumnType" content="信息公开目录">'
)
_ARTICLE = (
    '<meta name="ArticleTitle" content="示例"><meta name="PubDate" content="2026-10-10 00:00">'
    '<meta name="ContentSource" content="示范一村">'
)


def lay_site(root: Path, example: Example) -> Path:
    """Make the example's town under `root` and its built site beside it; the folder of the site."""
    lay(root, example)
    site = root / "site"
    written = {"index.html": "<title>示例镇法治公开</title><h1>首页</h1>", **(example.built or {})}
    if example.page is not None:
        written[PAGE] = example.page
    for path, content in written.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        html = framed(content, path, example) if path.endswith(".html") else content
        (site / path).write_text(html, encoding="utf-8")
    return site


def framed(content: str, path: str, example: Example) -> str:
    """A whole page as it is; the body of one (with its title before it) in a valid page."""
    if content.startswith("<!doctype"):
        return content
    title, end, body = content.rpartition("</title>") if content.startswith("<title>") else ("", "", content)
    heading = "" if "<h1" in body else "<h1>示例</h1>"
    lang = "en" if path.startswith("en/") else "zh-CN"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"{_metas(path, example)}\n{title + end or '<title>示例页</title>'}\n</head>\n<body>\n{heading}\n{body}\n</body>\n</html>\n"
    )


def _metas(path: str, example: Example) -> str:
    if "sample" in (example.town or {}).get("villages", ""):
        return '<meta name="robots" content="noindex">'
    return _SITE + _COLUMN + (_ARTICLE if path.startswith("villages/demo-1/20") else "")


def built(root: Path) -> BuiltSite:
    """The site of a town on disk, with its register."""
    return read_built(root / "site", read(root))


def site_problems(root: Path) -> list[Problem]:
    """Every problem of the built site of a town on disk."""
    return problems_of(built(root))


def is_about_the_site(rule: Rule) -> bool:
    """Whether a rule's examples are built sites."""
    return rule.on in ("page", "site")


def problems_of(site: BuiltSite) -> list[Problem]:
    """Every problem of a built site."""
    return check_built(site, RULES)


def rendered(site: Site, shown: Iterable[str], folder: Path) -> Path:
    """The folder with these pages of a site, by id, and those of its menu, in both languages; others are linked to only."""
    if not (config := site.register.root / "mkdocs.yml").exists():
        config.write_bytes((HOUSE / "mkdocs.yml").read_bytes())
    wanted = (*shown, *(section.id for section in site.sections))
    stage(replace(site, pages={id: site.pages[id] for id in wanted}), folder / "staged")
    render(site, folder / "staged", HOUSE / "overrides", folder / "rendered", step=lambda: None)
    return folder / "rendered"
