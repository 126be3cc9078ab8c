"""Take lists of people out of a register when their posting is over, so that nothing derived from it can hold them.

What stays of such a record is a stone at its address: that there was a list, until when it stood, and why it is gone.
Of its values only those stay that are chosen or counted; nothing that somebody worded can name a person.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any

from fazhi.ground.markdown import Markdown
from fazhi.ground.period import Period
from fazhi.ground.words import LANGS, Words, same
from fazhi.nouns.attachment import Attachment
from fazhi.nouns.document import Document
from fazhi.nouns.field import Type
from fazhi.nouns.passage import Passage, of_attachment, of_document
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Rule
from fazhi.nouns.shelf import Shelf
from fazhi.nouns.types import (
    Choice,
    Date,
    Flag,
    Group,
    IdOf,
    ListOf,
    MonthDay,
    Number,
    PartialDate,
    Pattern,
    PeriodOf,
    Year,
)
from fazhi.nouns.waiver import waived_until


def without_expired_lists(register: Register, expires: Rule) -> Register:
    """The register as it may be laid out on its day; `expires` is the rule that finds lists of people (list-expires).

    A list that a reviewed waiver keeps stays. A file that a record still standing names stays with that record.
    """
    over = [record for record in register.records.values() if _is_over(record, expires, register)]
    if not over:
        return register
    stones = {record.id: _stone(record, register) for record in over}
    standing = (record for record in register.records.values() if record.id not in stones)
    kept = set(chain.from_iterable(_files(record, register) for record in standing))
    gone = {path: record.id for record in over for path in _files(record, register) if path not in kept}
    return replace(
        register,
        records=Shelf(register.records, lambda id: stones.get(id) or register.records[id]),
        files=register.files - gone.keys(),
        withdrawn=gone,
    )


def _is_over(record: Record, expires: Rule, register: Register) -> bool:
    end = (record.get("posted") or {}).get("to")
    if end is None or end >= register.as_of or expires.check is None:
        return False
    found = chain.from_iterable(expires.check(each, register) for each in _passages(record, register))
    return any(waived_until(expires, each.text, record, register.as_of) is None for each in found)


def _passages(record: Record, register: Register) -> Iterator[Passage]:
    """What of a record is published: its texts and its files."""
    for document in record.documents:
        yield of_document(document, register)
    for path in sorted(_files(record, register)):
        title = next(
            (each["title"] for each in record.get("attachments", ()) if path.endswith(each["file"])), ""
        )
        yield from of_attachment(Attachment(path, register.root / "docs" / path, record, title))


def _files(record: Record, register: Register) -> set[str]:
    """The files beside a record that it names or links to."""
    folder = record.id.rpartition("/")[0]
    named = (each["file"] for each in record.get("attachments", ()))
    linked = (link.to for document in record.documents for link in document.body.links())
    return {os.path.normpath(f"{folder}/{each}") for each in chain(named, linked)} & register.files


def _stone(record: Record, register: Register) -> Record:
    values = {
        field.key: kept
        for field in record.kind.fields
        if field.key not in _OURS and (kept := _coded(record.get(field.key), field.type)) is not None
    }
    until = record.values["posted"]["to"]
    title, text = _title(record, register), _TEXT.fill(zh=_day(until), en=until.isoformat())
    zh, en = (
        Document(
            record.original.path,
            record.id,
            lang,
            {**values, "title": title.in_(lang)},
            {},
            Markdown(text.in_(lang)),
        )
        for lang in LANGS
    )
    return Record(zh, {"en": en}, record.kind)


def _title(record: Record, register: Register) -> Words:
    """A title made of the town's own names: the record's own may name a person."""
    town = register.town
    place = town.named("source", record.get("village") or record.get("source", ""))
    item = town.named("item", record.get("item", "")) or record.kind.label
    period = record.get("period")
    when = period.words if isinstance(period, Period) else same(str(record.year or ""))
    start = place or town.name
    return Words(
        f"{start.zh}{when.zh}{item.zh}（名单已撤下）", f"{start.en}: {item.en}, {when.en} (list taken down)"
    )


def _coded(value: Any, type: Type) -> Any:
    """A value as far as it is chosen from terms, an id, a day or a number; None where it is somebody's words."""
    if isinstance(type, Group) and isinstance(value, dict):
        kept = {field.key: _coded(value.get(field.key), field.type) for field in type.fields}
        return {key: each for key, each in kept.items() if each is not None}
    if isinstance(type, ListOf) and isinstance(value, tuple):
        return value if isinstance(type.item, _CODED) else None
    return value if isinstance(type, _CODED) else None


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_CODED = (Choice, Date, Flag, IdOf, MonthDay, Number, PartialDate, Pattern, PeriodOf, Year)
_OURS = ("verbatim", "restated")
"""They speak of a text that is no longer there."""
_TEXT = Words(
    "公示期满。这里的名单公示至{zh}，期满后连同附件一起撤下。\n\n需要了解情况的，请向发布机构查询。\n",
    "The posting is over. The list that stood here was posted until {en}; it was taken down then, with its files.\n\n"
    "Ask the office that issued it for anything you need to know.\n",
)
