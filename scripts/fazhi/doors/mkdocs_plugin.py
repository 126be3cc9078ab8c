"""The door to MkDocs, the only module that knows it: renders a staged site, and serves one while it is written."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # no page and no archive tells the day it was built
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page

from fazhi.flows.build import NotRendered
from fazhi.ground.words import Lang
from fazhi.nouns.site import Site
from fazhi.verbs.mark_claims import ClaimMarks, marks
from fazhi.verbs.render import SafeMarkdown, resolver
from fazhi.verbs.view import View


def render(site: Site, staged: Path, overrides: Path, target: Path, *, step: Callable[[], None]) -> None:
    """Render a staged site into `target`, calling `step` for every page.

    Raises NotRendered with MkDocs' own words where that fails.
    """
    try:
        config, plugin = _config(site, staged, overrides, target)
        plugin.step = step
        build(config)
    except (Abort, MkDocsException, TemplateError) as error:
        raise NotRendered(" ".join(str(error).split())) from error


def _config(site: Site, staged: Path, overrides: Path, target: Path) -> tuple[MkDocsConfig, "FazhiPlugin"]:
    config = load_config(
        str(site.register.root / "mkdocs.yml"), docs_dir=str(staged), site_dir=str(target), strict=True
    )
    plugin = config.plugins.get("fazhi")
    if not isinstance(plugin, FazhiPlugin):
        raise NotRendered("the plugin fazhi is missing from `plugins`")
    plugin.site, plugin.overrides = site, str(overrides)
    return config, plugin


class _Server(LiveReloadServer):
    """MkDocs' server that re-reads what changes; says when it can be reached."""

    ready: Callable[[], None]

    def server_activate(self) -> None:
        super().server_activate()
        self.ready()


def serve(
    rebuild: Callable[[], None],
    target: Path,
    watched: Iterable[Path],
    host: str,
    port: int,
    *,
    ready: Callable[[], None],
) -> None:
    """Serve `target` until interrupted: `ready` when it can be reached, `rebuild` when something watched changes."""
    server = _Server(builder=rebuild, host=host, port=port, root=str(target), mount_path="/")
    server.ready = ready
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()


class FazhiPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Gives MkDocs' pages the values they show; everything of substance stands in nouns and verbs."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.overrides = ""
        self.step: Callable[[], None] = lambda: None
        self._markdown = SafeMarkdown()
        self._claims = ClaimMarks()

    @event_priority(-200)  # after the i18n plugin, which puts its own templates in front
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if self.site is None:
            raise ConfigurationError("this site is built by `fazhi build`, not by mkdocs itself")
        town = self.site.register.town
        lang = _lang(config)
        config.site_name = town.title.in_(lang)
        config.site_url = town.site.get("url") or ""
        config.nav = [{section.name.in_(lang): f"{section.id}.md"} for section in self.site.sections]
        folders = [folder for folder in config.theme.dirs if folder != self.overrides]
        config.theme.dirs[:] = [self.overrides, *folders]
        extensions: list[Any] = config.markdown_extensions  # names, and Python-Markdown takes objects too
        extensions += [own for own in (self._markdown, self._claims) if own not in extensions]
        return config

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        view = self._view(page)
        self._markdown.resolve = resolver(view.site, view.page.id, view.lang)
        self._claims.marks = marks(view.claims.notes, view.lang)
        return markdown

    def on_page_context(self, context: Any, page: Page, **_: Any) -> Any:
        self.step()
        context["view"] = self._view(page)
        return context

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """A list of no addresses is no valid sitemap: MkDocs writes no file for an empty text."""
        return "" if template_name == "sitemap.xml" and not config.site_url else output

    def _view(self, page: Page) -> View:
        assert self.site is not None  # on_config refuses to go on without
        stem = page.file.src_uri.removesuffix(".md")
        id = stem.removesuffix(".en")
        return View(self.site, self.site.pages[id], "zh" if id == stem else "en")


def _lang(config: MkDocsConfig) -> Lang:
    return "en" if getattr(config.plugins.get("i18n"), "current_language", "zh") == "en" else "zh"
