"""What search is made from: the records, standing texts, villages and lists of a register, as their pages show them."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from fazhi.ground.page_text import lines
from fazhi.ground.words import LANGS, Lang, Words, same
from fazhi.nouns.document import Document
from fazhi.nouns.entry import Entry, Searched
from fazhi.nouns.head import head
from fazhi.nouns.record import Page, Record
from fazhi.nouns.register import Register
from fazhi.nouns.site import HOME, SitePage, village_page
from fazhi.nouns.stands import NAMES, stands

VILLAGE, TEXT = "village", "page"


TextOf = Callable[[Path], str]
"""The text of an attached file."""


def searched(
    register: Register, pages: Iterable[SitePage] = (), text_of: TextOf = lambda file: ""
) -> Searched:
    """Everything of a register that can be found, its attachments' texts with it, and the pages made of it."""
    own = [*_records(register, text_of), *_texts(register), *_villages(register)]
    entries = [*own, *_made(pages, register, {entry.id for entry in own})]
    entries.sort(key=lambda entry: entry.order)
    return Searched(tuple(entries), _names(register), _synonyms(register))


def _records(register: Register, text_of: TextOf) -> Iterator[Entry]:
    for record in register.records.values():
        attached = "\n".join(_attached(record, register.root / "docs", text_of))
        for document in record.documents:
            yield _record(record, document, register, attached)


def _attached(record: Record, docs: Path, text_of: TextOf) -> Iterator[str]:
    folder = (docs / record.id).parent
    for file in record.get("attachments", ()):
        yield file["title"]
        yield text_of(folder / file["file"])


def _record(record: Record, document: Document, register: Register, attached: str) -> Entry:
    town, lang = register.town, document.lang
    place = record.get("village") or record.get("office") or record.get("source", "")
    item = record.get("item", "")
    names = [town.named("source", place), town.named("item", item)]
    other = "" if "en" in record.titles else " ".join(name.en for name in names if name)
    return Entry(
        record.id,
        lang,
        document.title,
        "\n".join(part for part in (*_shown(record, document, register), attached) if part),
        record.kind.name,
        place,
        item,
        record.year or 0,
        record.published_text,
        stands(record, register),
        record.is_sample,
        other,
    )


def _shown(record: Record, document: Document, register: Register) -> Iterator[str]:
    """Summary, text, and what stands around it on the page."""
    yield str(document.values.get("summary", ""))
    yield lines(document.body.text)
    for task in record.get("tasks", ()):
        yield _task(task, document.lang, register)
    yield _POINT.join(line.value.in_(document.lang) for line in head(record, register.town))
    for each in record.get("corrections", ()):
        yield f"{each['what']} {each['why']}"
    for key, part in (("extended", "ground"), ("unreconciled", "reason")):
        yield record.get(key, {}).get(part, "")


def _task(task: Mapping[str, Any], lang: Lang, register: Register) -> str:
    office = register.town.named("office", task.get("lead", "")) or same("")
    parts = (task["task"], office.in_(lang), *(task.get(key) for key in ("due", "done", "result")))
    return " ".join(str(part) for part in parts if part)


def _texts(register: Register) -> Iterator[Entry]:
    for page in register.pages.values():
        if page.id != HOME:
            yield from (_text(page, document) for document in page.documents)


def _text(page: Page, document: Document) -> Entry:
    return Entry(page.id, document.lang, document.title, lines(document.body.text), TEXT)


def _villages(register: Register) -> Iterator[Entry]:
    for id, village in register.town.villages.items():
        sample = bool(village.get("sample"))
        for lang in LANGS:
            title = Words(**village["name"]).in_(lang)
            yield Entry(village_page(id), lang, title, "", VILLAGE, id, sample=sample)


def _made(pages: Iterable[SitePage], register: Register, known: Collection[str]) -> Iterator[Entry]:
    """Pages the site makes of what it holds, by their titles; a list of a kind says what it is about.

    Parts of lists, comparisons of versions, rules and lists of codes are left out: they would stand before the records themselves.
    """
    about = {f"{kind.listing}/index": kind.about for kind in register.kinds.values()}
    for page in pages:
        if page.id not in known and page.id != HOME and not _ASIDE.search(page.id):
            for lang, title in page.titles.items():
                yield Entry(page.id, lang, title, about.get(page.id, same("")).in_(lang), TEXT)


def _names(register: Register) -> Mapping[str, Mapping[str, Words]]:
    town, kinds = register.town, register.kinds.values()
    return {
        "kind": {kind.name: kind.label for kind in kinds} | {VILLAGE: _A_VILLAGE, TEXT: _A_TEXT},
        "place": {id: name for id in town.ids("source") if (name := town.named("source", id))},
        "item": {id: name for id in town.ids("item") if (name := town.named("item", id))},
        "status": {term: name for term, (name, _) in NAMES.items()},
        "sample": {"yes": _SAMPLE, "no": _REAL},
    }


def _synonyms(register: Register) -> Mapping[str, tuple[str, ...]]:
    found = register.town.values.get("synonyms", {})
    return {
        word: tuple(str(each) for each in others)
        for word, others in found.items()
        if isinstance(others, list | tuple)
    }


_ASIDE = re.compile(r"^rules/|^notices/[a-z]$|/by/|/compare/|/versions$")
_POINT = " · "
_A_VILLAGE = Words("村的页面", "Village page")
_A_TEXT = Words("说明和栏目", "Guide and sections")
_SAMPLE = Words("演示数据", "Demonstration")
_REAL = Words("正式内容", "Real records")
