"""Atom feeds (RFC 4287): everything published, each village, and, in both languages, corrections and withdrawals.

Nothing in a feed tells when it was built: `updated` is the newest day of its entries. An entry's id is made of the
town's code and the record's id, and stays the same wherever the site moves.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from posixpath import dirname, relpath
from typing import NamedTuple
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from fazhi.ground.address import address
from fazhi.ground.days import When
from fazhi.ground.words import Lang, Words, same
from fazhi.nouns.open_data import SAMPLE, base, last_change
from fazhi.nouns.past import NOTHING, Past
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.site import CORRECTIONS
from fazhi.nouns.withdrawn import name_of

ATOM = "http://www.w3.org/2005/Atom"
LONG = 100
"""A feed tells of so many entries, the newest."""
_MOST = 6
"""So many changed parts of a correction are told; its page shows all."""
_CORRECTION_FEEDS: Mapping[str, Lang] = {"corrections.xml": "zh", "en/corrections.xml": "en"}
_NEVER = date(1970, 1, 1)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Entry(NamedTuple):
    """What a feed tells: about which page, when, under what title and with what words. `mark` tells it from others.

    `record` is None where the page is no record's: of town.yml, or of one that was withdrawn. `author`: an id of town.yml.
    """

    id: str
    record: Record | None
    on: date
    title: str
    summary: str
    author: str
    mark: str = ""

    @property
    def is_sample(self) -> bool:
        return self.record is not None and self.record.is_sample


def feed_files(register: Register, past: Past = NOTHING) -> dict[str, bytes]:
    """`feed.xml`, `corrections.xml`, `en/corrections.xml`, and `villages/<village>/feed.xml` of every village."""
    published = [each for record in register.records.values() if (each := _published(record))]
    feeds = {"feed.xml": (_ALL, published)}
    for path, lang in _CORRECTION_FEEDS.items():
        feeds[path] = (_CORRECTIONS, [*_corrections(register, past, lang), *_of_town(register, lang)])
    for id, village in register.town.villages.items():
        own = [each for each in published if each.author == id]
        feeds[f"villages/{id}/feed.xml"] = (_VILLAGE.fill(name=village["name"]["zh"]), own)
    return {path: _feed(path, title, entries, register) for path, (title, entries) in feeds.items()}


def _published(record: Record) -> Entry | None:
    """A record as an entry; None for an earlier version, and where its day is not known."""
    on = last_change(record)
    if on is None or record.version_of:
        return None
    return Entry(
        record.id, record, on, record.title_in("zh"), str(record.get("summary", "")), _issuer(record)
    )


def _issuer(record: Record) -> str:
    return str(record.get("village") or record.get("source", ""))


def _corrections(register: Register, past: Past, lang: Lang) -> Iterable[Entry]:
    for record in register.records.values():
        entries = record.get("corrections", ())
        title = _CORRECTED.fill(title=record.title_in(lang)).in_(lang)
        for number, changed in enumerate(past.of(record.id, entries)):
            each = entries[number]
            words = [
                f"{each['what']} {each['why']}",
                *(_SHOWN.fill(of=one).in_(lang) for one in changed[:_MOST]),
            ]
            yield Entry(
                record.id,
                record,
                each["on"],
                title,
                "\n".join(words),
                each["by"],
                f"#correction-{number + 1}",
            )


def _of_town(register: Register, lang: Lang) -> Iterable[Entry]:
    """Corrections of town.yml, and records that were taken back."""
    town = register.town
    for number, each in enumerate(town.values.get("corrections", ())):
        page = register.pages.get(each.get("page", ""))
        title = _CORRECTED.fill(title=page.title_in(lang) if page else town.title).in_(lang)
        words = f"{each['what']} {each['why']}"
        yield Entry(CORRECTIONS, None, each["on"], title, words, each["by"], f"#town-{number + 1}")
    for id, told in town.withdrawn.items():
        title = _WITHDRAWN.fill(name=name_of(id, register)).in_(lang)
        yield Entry(id, None, told["on"], title, told["reason"], told["by"], "#withdrawn")


def _feed(path: str, name: Words, entries: list[Entry], register: Register) -> bytes:
    newest = sorted(entries, key=lambda each: (each.on, each.id, each.mark), reverse=True)[:LONG]
    town, lang = register.town, _lang(path)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN" if lang == "zh" else lang})
    _text(feed, "id", _id(path, register))
    _text(feed, "title", _TITLE.fill(town=town.title, name=name).in_(lang))
    if any(each.is_sample for each in newest):
        _text(feed, "subtitle", SAMPLE.in_(lang))
    _text(feed, "updated", _instant(newest[0].on if newest else _NEVER, register))
    if base(town):
        SubElement(feed, "link", rel="self", type="application/atom+xml", href=base(town) + path)
    SubElement(
        feed, "link", rel="alternate", type="text/html", href=_way(path, address(_page(path), lang), register)
    )
    _text(SubElement(feed, "author"), "name", town.name.in_(lang))
    for each in newest:
        _entry(feed, path, each, register)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, "unicode")}\n'.encode()


def _entry(feed: Element, path: str, each: Entry, register: Register) -> None:
    record, lang, entry = each.record, _lang(path), SubElement(feed, "entry")
    _text(entry, "id", _id(each.id + each.mark, register))
    _text(entry, "title", f"{each.title}{_MARKED.in_(lang)}" if each.is_sample else each.title)
    _text(entry, "updated", _instant(each.on, register))
    published = record.get("published") if record else None
    if isinstance(published, When) and published.exact:
        _text(entry, "published", _instant(published.exact, register))
    served: Lang = lang if record is None or lang in record.titles else "zh"
    way = _way(path, address(each.id, served), register)
    SubElement(entry, "link", rel="alternate", type="text/html", href=way)
    town = register.town
    author = town.named("source", each.author) or town.named("signer", each.author) or same("")
    if author.zh:
        _text(SubElement(entry, "author"), "name", author.in_(lang))
    if record:
        SubElement(entry, "category", term=record.kind.name, label=record.kind.label.in_(lang))
    if each.is_sample:
        SubElement(entry, "category", term="sample", label=SAMPLE.in_(lang))
    is_own = lang == "en" and bool(each.summary)  # what the town wrote stands in Chinese only
    summary = SubElement(entry, "summary", {"xml:lang": "zh-CN"} if is_own else {})
    _fill(summary, each.summary or each.title)


def _lang(path: str) -> Lang:
    return "en" if path.startswith("en/") else "zh"


def _text(parent: Element, tag: str, text: str) -> None:
    _fill(SubElement(parent, tag), text)


def _fill(element: Element, text: str) -> None:
    element.text = _NO_XML.sub("", text)


def _id(of: str, register: Register) -> str:
    """A name that never changes. No digest: long rows of figures in one are taken for phone numbers by whoever looks for these."""
    return f"urn:fazhi:{register.town.values['code']}:{quote(of, safe='/#@')}"


def _instant(day: date, register: Register) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=register.town.zone).isoformat()


def _way(path: str, to: str, register: Register) -> str:
    """Where a link leads: whole where the site's address is known, else from the feed's own folder."""
    if base(register.town):
        return base(register.town) + to
    return relpath("/" + to, "/" + dirname(path)) + ("/" if to.endswith("/") or not to else "")


def _page(path: str) -> str:
    """The page that a feed belongs to."""
    if path in _CORRECTION_FEEDS:
        return CORRECTIONS
    return f"{dirname(path)}/index" if dirname(path) else "index"


_ALL = Words("最近发布", "Newest records")
_CORRECTIONS = Words("更正", "Corrections")
_VILLAGE = Words("{name}", "{name}")
_CORRECTED = Words("更正：{title}", "Corrected: {title}")
_WITHDRAWN = Words("已撤下：{name}", "Withdrawn: {name}")
_TITLE = Words("{town}：{name}", "{town}: {name}")
_MARKED = Words(f"（{SAMPLE.zh}）", f" ({SAMPLE.en})")
_SHOWN = Words("改前：{of.before}；改后：{of.after}", "Before: {of.before} After: {of.after}")
