"""The built site as values: its pages as a browser would parse them, its other files, and where its links lead.

A page is parsed when a rule first asks and forgotten after its last one, so that ten thousand pages need no more
memory than one.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from fazhi.ground import css
from fazhi.ground.cached import cached_property
from fazhi.ground.markdown import is_local
from fazhi.ground.problem import Place
from fazhi.ground.words import Lang
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

LOST = "404.html"
"""The page for addresses that lead nowhere: it has no place of its own and speaks both languages."""
VERIFIER = "verify.html"
"""A file to download and to open from the disk: it looks like a page and is none of the site's."""


class Reference(NamedTuple):
    """An address as a tag names it. `fetched`: the browser loads it by itself, not only when a reader follows it."""

    node: LexborNode
    to: str
    fetched: bool


class BuiltPage:
    """One HTML file of a built site; `path` is relative to its folder."""

    def __init__(self, path: str, load: Callable[[], str]) -> None:
        self.path = path
        self._load = load

    @property
    def lang(self) -> Lang:
        """The language of the address."""
        return "en" if self.path.startswith("en/") else "zh"

    @property
    def id(self) -> str:
        """The id of the record or text it shows; a listing goes by its folder, the home is `index`."""
        bare = self.path.removeprefix("en/").removesuffix("index.html").rstrip("/")
        return bare or "index"

    @cached_property
    def source(self) -> str:
        """The HTML as it lies on disk."""
        return self._load()

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.source)

    def tags(self, *names: str) -> list[LexborNode]:
        """Every element of these names, those of a name in the order of the page."""
        return [node for name in names for node in self._by_tag.get(name, ())]

    def all(self, selector: str) -> list[LexborNode]:
        """Every element that a CSS selector finds, in the order of the page; `tags` is quicker where a name will do."""
        if selector not in self._found:
            self._found[selector] = self.tree.css(selector)
        return self._found[selector]

    @cached_property
    def _by_tag(self) -> dict[str, list[LexborNode]]:
        found: dict[str, list[LexborNode]] = defaultdict(list)
        for node in self.tree.css("*"):
            found[node.tag or ""].append(node)
        return found

    @cached_property
    def _found(self) -> dict[str, list[LexborNode]]:
        return {}

    @cached_property
    def ids(self) -> list[str]:
        """Every id, as often as it stands there."""
        return [node.attributes["id"] or "" for node in self.all("[id]")]

    @property
    def headings(self) -> list[LexborNode]:
        return self.all("h1, h2, h3, h4, h5, h6")

    @property
    def links(self) -> list[LexborNode]:
        """What a reader can follow."""
        return [node for node in self.tags("a") if "href" in node.attributes]

    @property
    def images(self) -> list[LexborNode]:
        """Pictures, and what works by being seen: areas of a map, buttons that are pictures."""
        buttons = (node for node in self.tags("input") if node.attributes.get("type") == "image")
        return [*self.tags("img", "area"), *buttons]

    @property
    def tables(self) -> list[LexborNode]:
        return self.tags("table")

    @cached_property
    def metas(self) -> dict[str, str]:
        """The content of every named `meta`."""
        found = (node.attributes for node in self.tags("meta"))
        return {each["name"] or "": each.get("content") or "" for each in found if "name" in each}

    def meta(self, name: str) -> LexborNode:
        """The `meta` of a name that `metas` holds."""
        return next(node for node in self.tags("meta") if node.attributes.get("name") == name)

    @property
    def titles(self) -> list[LexborNode]:
        """The titles of the page; pictures drawn in it may have their own."""
        return [node for node in self.tags("title") if node.parent is not None and node.parent.tag == "head"]

    @cached_property
    def title(self) -> str:
        """The text of `title`, kept when the page is forgotten."""
        found = self.titles
        return text_of(found[0]) if found else ""

    @cached_property
    def references(self) -> list[Reference]:
        """Every address on the page, in attributes and inline styles."""
        return [*self._links, *self._embedded, *self._styled]

    @property
    def _links(self) -> Iterator[Reference]:
        for node in self.tags("a", "area", "use"):
            attributes = node.attributes
            for name in ("href", "xlink:href"):
                if (to := attributes.get(name)) is not None:
                    yield Reference(node, to.strip(), False)

    @property
    def _embedded(self) -> Iterator[Reference]:
        for node in self.tags(*_EMBEDDED):
            attributes, tag = node.attributes, node.tag
            for name in _ADDRESSED.get(tag or "", ("src",)):
                if to := attributes.get(name):
                    yield Reference(node, to.strip(), tag != "link" or _is_fetched(attributes.get("rel")))
            for to in _candidates(attributes.get("srcset")):
                yield Reference(node, to, True)

    @property
    def _styled(self) -> Iterator[Reference]:
        for node in [*self.tags("style"), *(self.all("[style]") if "style" in self.source else ())]:
            text = (node.text() if node.tag == "style" else node.attributes.get("style")) or ""
            for to, _ in css.addresses(text):
                yield Reference(node, to, True)

    def place(self, node: LexborNode) -> Place:
        """Where the tag of an element stands; the page's first line for one that the parser added."""
        same = self.tags(node.tag or "")
        number = next((at for at, each in enumerate(same) if each.mem_id == node.mem_id), 0)
        tags = [match for match in _TAGS.finditer(self.source) if (match["tag"] or "").lower() == node.tag]
        return self.place_at(tags[number].start()) if len(tags) == len(same) else Place()

    def place_at(self, offset: int) -> Place:
        """The place of a character of the source."""
        return css.place(self.source, offset)

    def forget(self) -> None:
        """Give back what parsing took; only the title stays."""
        for name in ("source", "tree", "_by_tag", "_found", "ids", "metas", "references"):
            self.__dict__.pop(name, None)


@dataclass
class BuiltSite:
    """A built site: every page by its path, the paths of all files, and the register it was built from."""

    pages: Mapping[str, BuiltPage]
    files: frozenset[str]
    register: Register
    read: Callable[[str], str]
    """The text of a file that is no page, by its path."""
    _anchors: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False)

    @property
    def styles(self) -> list[str]:
        """The paths of all stylesheets."""
        return sorted(path for path in self.files if path.endswith(".css"))

    def record(self, page: BuiltPage) -> Record | None:
        """The record a page shows."""
        return self.register.records.get(page.id)

    @cached_property
    def has_samples(self) -> bool:
        """Whether the site is a demonstration."""
        return self.register.has_samples

    @cached_property
    def columns(self) -> frozenset[str]:
        """The ids of pages that are columns: home, villages, every village, and the listing of every kind."""
        town, kinds = self.register.town, self.register.kinds.values()
        places = {f"villages/{id}" for id in town.villages}
        return frozenset({"index", "villages", *places, *(kind.listing for kind in kinds)})

    def is_column(self, page: BuiltPage) -> bool:
        """Whether a page lists records; a part of a listing (`…/by/…`) is one too."""
        return page.id in self.columns or page.id.partition("/by/")[0] in self.columns

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        """The addresses at which the site is reached, as town.yml gives them, each ending in `/`."""
        site = self.register.town.site
        return tuple(site[key].rstrip("/") + "/" for key in ("url", "public_url") if site.get(key))

    def inside(self, to: str) -> str | None:
        """An address without the site's own host; None where it leads to another site or is no address of a file."""
        for host in self.hosts:
            if to.startswith(host):
                return "/" + to.removeprefix(host)
        return to if _is_local(to) else None

    def target(self, path: str, to: str) -> str | None:
        """The file that a local address leads to from the file at `path`; None where there is none."""
        bare = to.partition("#")[0].partition("?")[0]
        if not bare:
            return path
        bare = unquote(bare) if "%" in bare else bare
        if (near := _up(path, bare)) in self.files:
            return near
        joined = self._from_root(bare) if bare[0] == "/" else posixpath.join(posixpath.dirname(path), bare)
        found = posixpath.normpath(joined).lstrip("/") or "."
        if bare.endswith(("/", ".", "..")):
            found = "index.html" if found == "." else f"{found}/index.html"
        return found if found in self.files else None

    def _from_root(self, path: str) -> str:
        folders = [unquote(urlsplit(host).path) for host in self.hosts]
        return next((path.removeprefix(each) for each in folders if path.startswith(each)), path)

    def has_anchor(self, path: str, name: str) -> bool:
        """Whether the page at `path` has a place of this name; files that are no pages have what their reader gives."""
        if (page := self.pages.get(path)) is None:
            return True
        if path not in self._anchors:
            self._anchors[path] = frozenset(_anchors(page.source))
        return name in self._anchors[path]


def text_of(node: LexborNode) -> str:
    """The text of an element on one line."""
    return " ".join((node.text() or "").split())


def name_of(node: LexborNode) -> str:
    """What a screen reader calls an element: its label, else its text, else the texts that stand for its images."""
    attributes = node.attributes
    label = (attributes.get("aria-label") or "").strip() or text_of(node)
    if label or node.first_child is None:
        return label or (attributes.get("title") or "").strip()
    images = " ".join(image.attributes.get("alt") or "" for image in node.css("img"))
    return images.strip() or (attributes.get("title") or "").strip()


def _up(path: str, to: str) -> str:
    """Where an address leads that is plain steps up and then down; nearly all are, and this is quick."""
    folder = path.rpartition("/")[0]
    while to.startswith("../") and folder:
        folder, to = folder.rpartition("/")[0], to[3:]
    below = f"{folder}/{to}" if folder else to
    return f"{below}index.html" if below.endswith("/") or not below else below


@lru_cache(maxsize=65536)
def _is_local(to: str) -> bool:
    return is_local(to)


@lru_cache(maxsize=64)
def _is_fetched(rel: str | None) -> bool:
    return not _LINKS_NOT_FETCHED.issuperset((rel or "").lower().split())


def _candidates(srcset: str | None) -> list[str]:
    return [each.split()[0] for each in (srcset or "").split(",") if each.strip()]


def _anchors(source: str) -> Iterator[str]:
    for node in LexborHTMLParser(source).css("[id], a[name]"):
        yield node.attributes.get("id") or node.attributes.get("name") or ""


_EMBEDDED = "link script img source iframe frame embed object video audio track input form base body image button".split()
_ADDRESSED = {
    "link": ("href",),
    "base": ("href",),
    "image": ("href", "xlink:href"),
    "object": ("data",),
    "form": ("action",),
    "button": ("formaction",),
    "input": ("src", "formaction"),
    "video": ("src", "poster"),
    "body": ("background",),
}
_LINKS_NOT_FETCHED = frozenset("canonical alternate author license help next prev".split())
_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<tag>[a-zA-Z][^\s/>]*+)(?>(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*)>",
    re.DOTALL,
)
