"""Read a town: town.yml and everything under docs/, into a register. Nothing here raises for what a person wrote."""

import os
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from fazhi.ground.files import Unreadable, read_text
from fazhi.ground.markdown import Markdown
from fazhi.ground.problem import Finding, Place
from fazhi.ground.tree import Malformed, Node, Scalar, compose
from fazhi.ground.tree import Mapping as Tree
from fazhi.ground.words import Lang, Words
from fazhi.nouns import town as towns
from fazhi.nouns.common import PAGE, TRANSLATION
from fazhi.nouns.document import Document
from fazhi.nouns.field import ALWAYS, Need, Reading, read_fields
from fazhi.nouns.kind import Kind
from fazhi.nouns.record import Page, Record
from fazhi.nouns.register import Register
from fazhi.nouns.town import Town

DOCS = "docs"
_FENCE = "---\n"


def read_town(root: Path) -> Town:
    """The town of `root`; faults of town.yml are among its findings."""
    reading = Reading()
    try:
        tree = compose(read_text(root / towns.FILE, root))
    except Unreadable as error:
        return Town({}, {}, (Finding("file-readable", error.place, error.words),))
    except Malformed as error:
        return Town({}, {}, (Finding("front-matter", error.place, error.words),))
    values = read_fields(tree, towns.FIELDS, reading) if isinstance(tree, Tree) else {}
    return Town(values, reading.places, tuple(reading.findings))


def read_register(root: Path, kinds: Mapping[str, Kind], town: Town, as_of: date) -> Register:
    """Every record and page under `root`/docs, each file read on its own so that none hides another's faults."""
    texts, files = _listing(root / DOCS)
    documents = [_read(path, root, _kind_of(path, kinds)) for path in texts]
    originals = {document.id: document for document in documents if document.lang == "zh"}
    translations: dict[str, dict[str, Document]] = defaultdict(dict)
    for document in documents:
        if document.lang != "zh":
            translations[document.id][document.lang] = document
    strays = [each for id, found in translations.items() if id not in originals for each in found.values()]
    records, pages = {}, {}
    for id, original in originals.items():
        if kind := _kind_of(id, kinds):
            records[id] = Record(original, translations[id], kind)
        else:
            pages[id] = Page(original, translations[id])
    return Register(root, town, kinds, records, pages, files, as_of, tuple(strays))


def _listing(docs: Path) -> tuple[list[str], frozenset[str]]:
    """Paths under docs/, sorted: Markdown files, and all others. Hidden files are left alone."""
    texts, files = [], set()
    for folder, names, found in os.walk(docs):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in found:
            path = Path(folder, name).relative_to(docs).as_posix()
            if name.startswith("."):
                continue
            if name.endswith(".md"):
                texts.append(path)
            else:
                files.add(path)
    return sorted(texts), frozenset(files)


def _kind_of(path: str, kinds: Mapping[str, Kind]) -> Kind | None:
    folder = path.partition("/")[0]
    return next((kind for kind in kinds.values() if kind.folder == folder), None)


def _read(path: str, root: Path, kind: Kind | None) -> Document:
    id = path.removesuffix(".md")
    lang: Lang = "en" if id.endswith(".en") else "zh"
    id = id.removesuffix(".en")
    shown = f"{DOCS}/{path}"
    try:
        text = read_text(root / DOCS / path, root / DOCS)
    except Unreadable as error:
        return Document(
            shown, id, lang, {}, {}, Markdown(""), (Finding("file-readable", error.place, error.words),)
        )
    return parse(text, shown, id, lang, kind)


def parse(text: str, path: str, id: str, lang: Lang, kind: Kind | None) -> Document:
    """A document of a text: its values by the fields of its kind, of a translation, or of a page."""
    reading = Reading()
    head, body = _split(text, reading)
    tree = _tree(head, reading)
    fields = TRANSLATION if lang != "zh" else kind.fields if kind else PAGE
    values = read_fields(tree, fields, reading, needed=_needed(tree)) if tree else {}
    return Document(path, id, lang, values, reading.places, body, tuple(reading.findings))


def _split(text: str, reading: Reading) -> tuple[str, Markdown]:
    if not text.startswith(_FENCE):
        reading.fault("front-matter", Place(), _EMPTY if not text.strip() else _NO_FRONT)
        return "", Markdown(text)
    end = text.find(f"\n{_FENCE}", len(_FENCE) - 1)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - len("\n---")
    if end < 0:
        reading.fault("front-matter", Place(), _UNCLOSED)
        return "", Markdown("")
    head, body = text[len(_FENCE) : end + 1], text[end + 1 + len(_FENCE) :]
    return head, Markdown(body, first_line=text.count("\n", 0, end + 1) + 2)


def _tree(head: str, reading: Reading) -> Tree | None:
    if not head:
        return None
    try:
        node = compose(head, first_line=2)
    except Malformed as error:
        reading.fault("front-matter", error.place, error.words)
        return None
    return _as_mapping(node, reading)


def _as_mapping(node: Node, reading: Reading) -> Tree | None:
    if isinstance(node, Tree):
        return node
    full_width = isinstance(node, Scalar) and "：" in node.text
    reading.fault("front-matter", node.place, _FULL_WIDTH if full_width else _NO_KEYS)
    return None


def _needed(tree: Tree) -> frozenset[Need]:
    restated = tree.get("restated")
    is_restated = isinstance(restated, Scalar) and restated.text == "true"
    return ALWAYS if is_restated else ALWAYS | {"issued"}


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
_FULL_WIDTH = Words(
    "键后用了全角冒号“：”；请改成半角冒号加空格“: ”", "a full-width colon after a key; use ': ' instead"
)
_NO_KEYS = Words("两行“---”之间应是“键: 值”", "between the two lines '---' stand 'key: value' lines")
