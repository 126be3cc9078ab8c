"""The Markdown of this site: no raw HTML, only safe addresses, links that find the right language.

A Python-Markdown extension. Checking reports what is unsafe; this makes sure that nothing unsafe could reach a page
even where checking had missed it.
"""

import posixpath
from collections.abc import Callable
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from fazhi.ground.address import address, between
from fazhi.ground.markdown import is_local, is_safe
from fazhi.ground.money import read_amount
from fazhi.ground.words import Lang
from fazhi.nouns.site import Site

Resolve = Callable[[str], tuple[str, str | None]]
"""Takes an address as written; gives the address on the page, and the language found there if it is another one."""


def resolver(site: Site, id: str, lang: Lang) -> Resolve:
    """How the page `id` in `lang` reaches what its text links to: pages by language, files where they lie.

    A file that was withdrawn leads to its record, which says so.
    """

    def resolve(to: str) -> tuple[str, str | None]:
        path, mark, anchor = to.partition("#")
        if not path:
            return to, None
        target = posixpath.normpath(posixpath.join(posixpath.dirname(id), unquote(path)))
        here = address(id, lang)
        page = site.register.withdrawn.get(target, target if target.endswith(".md") else None)
        link = site.link(page.removesuffix(".md"), lang) if page else None
        if link is None:
            return between(here, quote(target)), None
        return between(here, link.address) + mark + anchor, link.lang if link.lang != lang else None

    return resolve


class SafeMarkdown(Extension):
    """Set `resolve` to that of the page about to be rendered."""

    def __init__(self) -> None:
        super().__init__()
        self.resolve: Resolve = lambda to: (to, None)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.preprocessors.register(_OwnLinks(md), "fazhi_own_links", 100)
        # after "unescape" (0): before it, addresses still hold marks where a backslash or an & was
        md.treeprocessors.register(_Links(md, self), "fazhi_links", -10)
        md.treeprocessors.register(_Tables(md), "fazhi_tables", 2)


class _OwnLinks(Preprocessor):
    """Takes MkDocs' own resolver out: it does not know pages of the other language."""

    def run(self, lines: list[str]) -> list[str]:
        self.md.treeprocessors.deregister("relpath", strict=False)
        return lines


class _Links(Treeprocessor):
    """Resolves links; drops every address that is not safe to follow or to fetch, and every event attribute."""

    def __init__(self, md: Markdown, owner: SafeMarkdown) -> None:
        super().__init__(md)
        self._owner = owner

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in [name for name in element.attrib if name.lower().startswith("on")]:
                del element.attrib[name]
            if element.tag == "a":
                self._resolve(element, "href", is_safe)
            elif element.tag == "img":
                self._resolve(element, "src", is_local)

    def _resolve(self, element: Element, name: str, is_allowed: Callable[[str], bool]) -> None:
        to = element.get(name, "").replace(AMP_SUBSTITUTE, "&")
        if not is_allowed(to):
            element.attrib.pop(name, None)
        elif is_local(to):
            where, lang = self._owner.resolve(to)
            element.set(name, where)
            if lang:
                element.set("hreflang", lang)


class _Tables(Treeprocessor):
    """Heads get a scope; columns of amounts are marked so that figures stand under each other."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            for head in table.iter("th"):
                head.set("scope", "col")
            rows = [list(row) for body in table.iter("tbody") for row in body]
            for cells in rows:
                for cell in cells:
                    if _is_amount("".join(cell.itertext())):
                        cell.set("class", "amount")


def _is_amount(text: str) -> bool:
    try:
        return "." in text and read_amount(text) is not None
    except ValueError:
        return False
