"""Waive what a rule found on one line: find it, make the entries, and write them whole or not at all."""

import posixpath
from dataclasses import dataclass
from pathlib import Path

from fazhi.flows.check_town import Checked
from fazhi.ground.files import write_text
from fazhi.ground.problem import Problem
from fazhi.nouns.attachment import attachments
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.verbs import read, waive
from fazhi.verbs.waive import Waiver


class CannotWrite(Exception):
    """The entries cannot be put into the file without risk to what stands there."""


@dataclass(frozen=True, slots=True)
class Waiving:
    """The record that will hold the entries, everything the rule found on the line, and the new entries."""

    record: Record
    found: list[Problem]
    entries: list[str]

    @property
    def lines(self) -> str:
        """The entries as lines to paste into the record's front matter."""
        return waive.shown(self.entries, has_key="waivers" in self.record.values)


def record_of(path: str, register: Register) -> Record | None:
    """The record to which a file belongs: its own, a translation's or an attachment's; None for any other file."""
    id = path.removeprefix("docs/").removesuffix(".md").removesuffix(".en")
    if path.endswith(".md"):
        return register.records.get(id)
    file = path.removeprefix("docs/")
    return next(attachments(posixpath.dirname(file), [file], register)).record


def waiving(checked: Checked, record: Record, path: str, line: int, waiver: Waiver) -> Waiving:
    """What is to be waived on a line of a file, and the entries for it."""
    found = waive.to_waive(checked.problems, path, line, waiver.rule)
    return Waiving(record, found, waive.new_entries(found, waiver, record))


def write(wanted: Waiving, register: Register) -> Path:
    """Put the entries into the record's file; the file.

    Raises CannotWrite, with nothing written, where the file would not read as before but for the entries.
    """
    record, path = wanted.record, register.root / wanted.record.original.path
    before = path.read_bytes().decode()
    after = waive.with_entries(before, wanted.entries)
    if after is None or not _adds_only(record, after, len(wanted.entries)):
        raise CannotWrite
    write_text(path.resolve(), after)
    return path


def _adds_only(record: Record, after: str, count: int) -> bool:
    old = record.original
    text = after.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    new = read.parse(text, old.path, old.id, old.lang, record.kind)
    kept = {key: value for key, value in new.values.items() if key != "waivers"}
    was = {key: value for key, value in old.values.items() if key != "waivers"}
    waivers, before = new.values.get("waivers", ()), old.values.get("waivers", ())
    is_longer = waivers[: len(before)] == before and len(waivers) == len(before) + count
    same_faults = [each.code for each in new.findings] == [each.code for each in old.findings]
    return kept == was and is_longer and same_faults and new.body.text == old.body.text
