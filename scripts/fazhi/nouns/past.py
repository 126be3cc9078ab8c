"""What corrections changed: part by part what stood there before and what stands there now (DESIGN §8).

It follows from a release and the one before it, so a site that is only built knows none; what was found once is carried
on from release to release in data/corrections.json. Of a correction for the sake of privacy nothing is ever shown, and
of the record's earlier corrections nothing any more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from fazhi.ground.cached import cached_property
from fazhi.ground.page_text import lines
from fazhi.ground.visible import squeeze
from fazhi.ground.word_changes import Run, changes
from fazhi.ground.words import Lang
from fazhi.nouns.record_text import RecordText

TEXT, FILE = "text", "file"
"""Parts of a record that are no field: a line of its text (paragraph, heading, row of a table), and an attachment."""


@dataclass(frozen=True)
class Changed:
    """One part in one language; `before` or `after` is empty for what was added or taken out."""

    part: str
    lang: Lang
    before: str
    after: str

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """What of its words stayed, went and came."""
        return changes(self.before, self.after)


Entry = Mapping[str, Any]
"""One entry under `corrections`, as a record has it."""


@dataclass(frozen=True)
class Past:
    """What is known of earlier releases: the day of each record's first, and what each correction changed."""

    first_published: Mapping[str, date] = field(default_factory=dict)
    changed: Mapping[tuple[str, str], tuple[Changed, ...]] = field(default_factory=dict)

    def of(self, id: str, entries: Sequence[Entry]) -> tuple[tuple[Changed, ...], ...]:
        """What each of a record's corrections changed, as far as it is known and may be shown."""
        closed = max((at for at, each in enumerate(entries) if each.get("privacy")), default=-1)
        return tuple(
            self.changed.get((id, mark(each)), ()) if at > closed else () for at, each in enumerate(entries)
        )


NOTHING = Past()
"""Nothing was published yet."""


def mark(entry: Entry) -> str:
    """What tells a correction from the others of its record."""
    return "\n".join(str(entry.get(key, "")) for key in ("on", "what", "why", "by"))


def changed(before: RecordText, after: RecordText, lang: Lang) -> tuple[Changed, ...]:
    """Every part of a record that reads otherwise: fields, attachments, then the text line by line."""
    keys = dict.fromkeys((*before.values, *after.values))
    pairs = [(key, _said(before.values.get(key)), _said(after.values.get(key))) for key in keys]
    names = dict.fromkeys((*before.files, *after.files))
    pairs += [(FILE, _file(name, before.files), _file(name, after.files)) for name in names]
    pairs += [(TEXT, old, new) for old, new in _lines(lines(before.body), lines(after.body))]
    return tuple(Changed(part, lang, old, new) for part, old, new in pairs if squeeze(old) != squeeze(new))


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return "，".join(f"{key} {_said(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "；".join(map(_said, value))
    return "" if value is None else str(value)


def _file(name: str, files: Mapping[str, str]) -> str:
    return f"{name} · {files[name]}" if name in files else ""


def _lines(before: str, after: str) -> Iterator[tuple[str, str]]:
    old, new = before.splitlines(), after.splitlines()
    matched = SequenceMatcher(None, list(map(squeeze, old)), list(map(squeeze, new)), autojunk=False)
    for how, i, j, k, m in matched.get_opcodes():
        if how != "equal":
            yield from zip_longest(old[i:j], new[k:m], fillvalue="")
