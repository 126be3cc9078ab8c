"""Make the entries that waive a rule's findings on one line, and put them into a record's front matter (DESIGN §4).

An entry holds a hash of the text that was found, never the text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fazhi.ground.front_matter import CannotEdit, front_matter
from fazhi.ground.problem import Problem
from fazhi.nouns.record import Record


@dataclass(frozen=True, slots=True)
class Waiver:
    """What a reviewer decides: the rule, on what basis, by whom, and until which day it holds."""

    rule: str
    basis: str
    by: str
    until: date

    def entry(self, hash: str) -> str:
        """The entry of front matter for one text, by its hash."""
        basis = self.basis.replace("\\", "\\\\").replace('"', '\\"')
        return f'{{rule: {self.rule}, hash: {hash}, basis: "{basis}", by: {self.by}, until: {self.until}}}'


def to_waive(problems: Iterable[Problem], path: str, line: int, rule: str) -> list[Problem]:
    """The findings of a rule on a line of a file."""
    return [each for each in problems if (each.path, each.line, each.code) == (path, line, rule)]


def new_entries(found: Iterable[Problem], waiver: Waiver, record: Record) -> list[str]:
    """The entries for findings that can be waived and that the record does not waive as long already."""
    hashes = dict.fromkeys(each.hash for each in found if each.hash)
    return [waiver.entry(hash) for hash in hashes if not _holds(record, waiver, hash)]


def _holds(record: Record, waiver: Waiver, hash: str) -> bool:
    return any(_same(each, waiver, hash) for each in record.get("waivers", ()))


def _same(each: Mapping[str, object], waiver: Waiver, hash: str) -> bool:
    until = each.get("until")
    is_long_enough = isinstance(until, date) and until >= waiver.until
    return each.get("rule") == waiver.rule and each.get("hash") == hash and is_long_enough


def shown(entries: Iterable[str], *, has_key: bool) -> str:
    """The entries as lines to paste; with the key above them where the record has none yet."""
    lines = [f"  - {entry}" for entry in entries]
    return "\n".join(lines if has_key else ["waivers:", *lines])


def with_entries(text: str, entries: Sequence[str]) -> str | None:
    """The text of a file with the entries added to its front matter; None where that cannot be told for certain.

    Line ends stay as they are.
    """
    try:
        return front_matter(text).with_items("waivers", entries).text
    except CannotEdit:
        return None
