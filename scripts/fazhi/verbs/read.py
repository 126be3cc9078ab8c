"""Read a town: town.yml and everything under docs/, into a register. Nothing here raises for what a person wrote."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from fazhi.ground.files import Unreadable, read_text, walk
from fazhi.ground.markdown import Markdown
from fazhi.ground.nodes import Mapping as Tree
from fazhi.ground.nodes import Scalar
from fazhi.ground.problem import Finding, Place
from fazhi.ground.tree import Malformed, compose
from fazhi.ground.words import Lang, Words
from fazhi.nouns import town as towns
from fazhi.nouns.document import Document
from fazhi.nouns.every_kind import PAGE, TRANSLATION
from fazhi.nouns.field import ALWAYS, FULL_WIDTH, Need, Reading, read_fields
from fazhi.nouns.kind import Kind
from fazhi.nouns.listing import Listing, both
from fazhi.nouns.record import Page, Record
from fazhi.nouns.register import Register
from fazhi.nouns.shelf import Shelf
from fazhi.nouns.town import Town

DOCS = "docs"
_FENCE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY_FULL_WIDTH = re.compile(r"^[ ]*(?:- )?[a-z_]+(?P<colon>：)", re.MULTILINE)


def read_town(root: Path) -> Town:
    """The town of `root`; faults of town.yml are among its findings."""
    reading = Reading()
    try:
        tree = _tree(read_text(root / towns.FILE, root), reading)
    except Unreadable as error:
        reading.fault("file-readable", error.place, error.words)
        tree = None
    values = read_fields(tree, towns.FIELDS, reading) if tree else {}
    return Town(values, reading.places, tuple(reading.findings))


def list_docs(root: Path) -> Listing:
    """What lies under `root`/docs: Markdown files by id, all others, and what may not be used."""
    texts: dict[str, dict[Lang, str]] = defaultdict(dict)
    refused, of_texts, of_others = {}, dict[str, str](), {}
    for path, why, stamp in walk(root / DOCS):
        if path.endswith(".md"):  # what may not be read among these is told when they are read
            id, lang = _named(path)
            texts[id][lang] = path
            of_texts[id] = stamp if id not in of_texts else both(of_texts[id], stamp)
            continue
        of_others[path] = stamp
        if why:
            refused[path] = why
    return Listing(texts, frozenset(of_others.keys() - refused.keys()), refused, of_texts, of_others)


def _named(path: str) -> tuple[str, Lang]:
    return (path[:-6], "en") if path.endswith(".en.md") else (path[:-3], "zh")


def register(root: Path, kinds: Mapping[str, Kind], town: Town, as_of: date, listing: Listing) -> Register:
    """The register of what was listed. Each file is read on its own when it is asked for, so that none hides another's faults."""
    docs = _Docs(root, kinds, listing)
    folders = {kind.folder for kind in kinds.values()}
    records, pages, strays = list[str](), list[str](), {*listing.refused}
    for id, found in listing.texts.items():  # as they lie: sorting what is nearly in order takes no time
        if "zh" not in found:
            strays.add(id)
        elif id.partition("/")[0] in folders:
            records.append(id)
        else:
            pages.append(id)
    shelves = Shelf(records, docs.record), Shelf(pages, docs.page), Shelf(strays, docs.stray)
    return Register(root, town, kinds, *shelves, listing.files, as_of)


class _Docs:
    """Reads what was listed, a text at a time."""

    def __init__(self, root: Path, kinds: Mapping[str, Kind], listing: Listing) -> None:
        self._docs = str(root / DOCS)
        self._kinds = {kind.folder: kind for kind in kinds.values()}
        self._listing = listing

    def page(self, id: str) -> Page:
        found = self._documents(id)
        return Page(found["zh"], {lang: document for lang, document in found.items() if lang != "zh"})

    def record(self, id: str) -> Record:
        page = self.page(id)
        return Record(page.original, page.translations, self._kinds[id.partition("/")[0]])

    def stray(self, id: str) -> tuple[Document, ...]:
        if why := self._listing.refused.get(id):
            return (_refused(id, id, "zh", Unreadable(why)),)
        return tuple(self._documents(id).values())

    def _documents(self, id: str) -> dict[Lang, Document]:
        kind = self._kinds.get(id.partition("/")[0])
        return {lang: _read(path, self._docs, kind) for lang, path in self._listing.texts[id].items()}


def read_register(root: Path, kinds: Mapping[str, Kind], town: Town, as_of: date) -> Register:
    """The register of everything under `root`/docs."""
    return register(root, kinds, town, as_of, list_docs(root))


def _read(path: str, docs: str, kind: Kind | None) -> Document:
    id, lang = _named(path)
    try:
        text = read_text(f"{docs}/{path}", docs)
    except Unreadable as error:
        return _refused(path, id, lang, error)
    return parse(text, _shown(path), id, lang, kind)


def _refused(path: str, id: str, lang: Lang, error: Unreadable) -> Document:
    finding = Finding("file-readable", error.place, error.words)
    return Document(_shown(path), id, lang, {}, {}, Markdown(""), (finding,))


def _shown(path: str) -> str:
    """A path under docs/ as messages name it; a name that is no text in any encoding becomes printable."""
    return f"{DOCS}/{path}".encode("utf-8", "replace").decode()


def parse(text: str, path: str, id: str, lang: Lang, kind: Kind | None) -> Document:
    """A document of a text: its values by the fields of its kind, of a translation, or of a page."""
    reading = Reading()
    head, body = _split(text, reading)
    tree = _tree(head, reading, first_line=2)
    fields = TRANSLATION if lang != "zh" else kind.fields if kind else PAGE
    values = read_fields(tree, fields, reading, needed=_needed(tree)) if tree else {}
    return Document(
        path, id, lang, values, reading.places, body, tuple(reading.findings), Markdown(head or "", 2)
    )


def _split(text: str, reading: Reading) -> tuple[str | None, Markdown]:
    """Front matter and body; None for a front matter that is not there, which is reported."""
    opening = _FENCE.match(text)
    if not opening:
        reading.fault("front-matter", Place(), _EMPTY if not text.strip() else _NO_FRONT)
        return None, Markdown(text)
    closing = _FENCE.search(text, opening.end())
    if not closing:
        reading.fault("front-matter", Place(), _UNCLOSED)
        return None, Markdown("")
    first_line = text.count("\n", 0, closing.end()) + 1
    return text[opening.end() : closing.start()], Markdown(text[closing.end() :], first_line)


def _tree(text: str | None, reading: Reading, first_line: int = 1) -> Tree | None:
    if text is None:
        return None
    try:
        node = compose(text, first_line)
    except Malformed as error:
        at = _full_width(text, first_line)
        reading.fault("front-matter", at or error.place, FULL_WIDTH if at else error.words)
        return None
    if isinstance(node, Tree) and node.entries:
        return node
    at = _full_width(text, first_line)
    reading.fault("front-matter", at or node.place, FULL_WIDTH if at else _NO_KEYS)
    return None


def _full_width(text: str, first_line: int) -> Place | None:
    """Where a full-width colon stands after a key: what most often keeps a front matter from being read."""
    found = _KEY_FULL_WIDTH.search(text)
    return Markdown(text, first_line).place(found.start("colon")) if found else None


def _needed(tree: Tree) -> frozenset[Need]:
    if _says(tree, "restated"):
        return ALWAYS
    of_all: frozenset[Need] = ALWAYS | {"issued"}
    return of_all if _says(tree, "draft") else of_all | {"adopted"}


def _says(tree: Tree, key: str) -> bool:
    value = tree.get(key)
    return isinstance(value, Scalar) and value.text == "true"


_EMPTY = Words(
    "文件是空的；请以“---”起头写明 title 等，可用 fazhi new 生成",
    "the file is empty; begin with '---' and a title, or use fazhi new",
)
_NO_FRONT = Words(
    "第一行应是“---”，其后写 title 等，再以“---”结束",
    "the first line should be '---', then title and so on, then '---' again",
)
_UNCLOSED = Words(
    "开头的“---”没有结束；请在最后一个键之后另起一行写“---”",
    "the opening '---' is never closed; put a line '---' after the last key",
)
_NO_KEYS = Words("这里应是“键: 值”，一行一个", "here should stand 'key: value', one a line")
