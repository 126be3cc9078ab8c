"""Atom feeds (RFC 4287): everything published, each village, and corrections.

Nothing in a feed tells when it was built: `updated` is the newest day of its entries. An entry's id is made of the
town's code and the record's id, and stays the same wherever the site moves.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from posixpath import dirname, relpath
from typing import NamedTuple
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from fazhi.ground.address import address
from fazhi.ground.days import When
from fazhi.ground.words import Words, same
from fazhi.nouns.open_data import SAMPLE, base, last_change
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

ATOM = "http://www.w3.org/2005/Atom"
LONG = 100
"""A feed tells of so many entries, the newest."""
_NEVER = date(1970, 1, 1)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Entry(NamedTuple):
    """What a feed tells: about which record, when, under what title and with what words. `mark` tells it from others."""

    record: Record
    on: date
    title: str
    summary: str
    mark: str = ""


def feed_files(register: Register) -> dict[str, bytes]:
    """`feed.xml`, `corrections.xml`, and `villages/<village>/feed.xml` of every village."""
    published = [each for record in register.records.values() if (each := _published(record))]
    feeds = {"feed.xml": (_ALL, published), "corrections.xml": (_CORRECTIONS, list(_corrections(register)))}
    for id, village in register.town.villages.items():
        own = [each for each in published if each.record.get("village") == id]
        feeds[f"villages/{id}/feed.xml"] = (_VILLAGE.fill(name=village["name"]["zh"]), own)
    return {path: _feed(path, title, entries, register) for path, (title, entries) in feeds.items()}


def _published(record: Record) -> Entry | None:
    """A record as an entry; None for an earlier version, and where its day is not known."""
    on = last_change(record)
    if on is None or record.version_of:
        return None
    return Entry(record, on, record.title_in("zh"), str(record.get("summary", "")))


def _corrections(register: Register) -> Iterable[Entry]:
    for record in register.records.values():
        for number, each in enumerate(record.get("corrections", ())):
            title = _CORRECTED.fill(title=record.title_in("zh")).zh
            words = f"{each['what']} {each['why']}"
            yield Entry(record, each["on"], title, words, f"#correction-{number + 1}")


def _feed(path: str, name: Words, entries: list[Entry], register: Register) -> bytes:
    newest = sorted(entries, key=lambda each: (each.on, each.record.id, each.mark), reverse=True)[:LONG]
    town = register.town
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _text(feed, "id", _id(path, register))
    _text(feed, "title", f"{town.title.zh}：{name.zh}")
    if any(each.record.is_sample for each in newest):
        _text(feed, "subtitle", SAMPLE.zh)
    _text(feed, "updated", _instant(newest[0].on if newest else _NEVER, register))
    if base(town):
        SubElement(feed, "link", rel="self", type="application/atom+xml", href=base(town) + path)
    SubElement(
        feed, "link", rel="alternate", type="text/html", href=_way(path, address(_page(path)), register)
    )
    _text(SubElement(feed, "author"), "name", town.name.zh)
    for each in newest:
        _entry(feed, path, each, register)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, "unicode")}\n'.encode()


def _entry(feed: Element, path: str, each: Entry, register: Register) -> None:
    record, entry = each.record, SubElement(feed, "entry")
    _text(entry, "id", _id(record.id + each.mark, register))
    _text(entry, "title", f"{each.title}（{SAMPLE.zh}）" if record.is_sample else each.title)
    _text(entry, "updated", _instant(each.on, register))
    published = record.get("published")
    if isinstance(published, When) and published.exact:
        _text(entry, "published", _instant(published.exact, register))
    SubElement(
        entry, "link", rel="alternate", type="text/html", href=_way(path, address(record.id), register)
    )
    source = register.town.named("source", record.get("village") or record.get("source", "")) or same("")
    if source.zh:
        _text(SubElement(entry, "author"), "name", source.zh)
    SubElement(entry, "category", term=record.kind.name, label=record.kind.label.zh)
    if record.is_sample:
        SubElement(entry, "category", term="sample", label=SAMPLE.zh)
    _text(entry, "summary", each.summary or each.title)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _NO_XML.sub("", text)


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
    return f"{dirname(path)}/index" if dirname(path) else "index"


_ALL = Words("最近发布", "Newest records")
_CORRECTIONS = Words("更正", "Corrections")
_VILLAGE = Words("{name}", "{name}")
_CORRECTED = Words("更正：{title}", "Corrected: {title}")
