"""Demonstration data: which files and which lines of town.yml it is, so that it can be cleared."""

from collections.abc import Iterator

from fazhi.ground.nodes import Mapping
from fazhi.ground.tree import compose
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register


def sample_paths(register: Register) -> list[str]:
    """Every file, relative to the root, that belongs to sample records only: texts, translations, attachments."""
    records = register.records.values()
    kept = {path for record in records if not record.is_sample for path in _files(record)}
    found = {path for record in records if record.is_sample for path in _files(record)}
    return sorted(path for path in found - kept if (register.root / path).is_file())


def sample_villages(register: Register) -> list[str]:
    """The ids of the fictional villages of town.yml."""
    return [id for id, village in register.town.villages.items() if village.get("sample")]


def sample_schools(register: Register) -> list[str]:
    """The ids of the fictional schools of town.yml."""
    return [id for id, school in register.town.schools.items() if school.get("sample")]


def without(text: str, table: str, ids: list[str]) -> str:
    """The text of town.yml without these entries of a table; every other line stays as it was."""
    tree = compose(text)
    found = tree.get(table) if isinstance(tree, Mapping) else None
    if not ids or not isinstance(found, Mapping) or not isinstance(tree, Mapping):
        return text
    lines = text.split("\n")
    starts = [entry.place.line for entry in found.entries] + [_end(tree, table, lines)]
    cut = {
        line
        for entry, start, end in zip(found.entries, starts, starts[1:], strict=False)
        if entry.key in ids
        for line in range(start, end)
    }
    kept = [line for number, line in enumerate(lines, 1) if number not in cut]
    if all(entry.key in ids for entry in found.entries):
        kept = [f"{table}: {{}}" if line.startswith(f"{table}:") else line for line in kept]
    return "\n".join(kept)


def _files(record: Record) -> Iterator[str]:
    yield from (document.path for document in record.documents)
    folder = record.original.path.rpartition("/")[0]
    yield from (f"{folder}/{attachment['file']}" for attachment in record.get("attachments", ()))


def _end(tree: Mapping, key: str, lines: list[str]) -> int:
    """The line after the last of `key`; blank lines and comments before the next key belong to that one."""
    keys = [entry.key for entry in tree.entries]
    after = keys.index(key) + 1
    end = tree.entries[after].place.line if after < len(keys) else len(lines) + 1
    while not lines[end - 2].strip() or lines[end - 2].startswith("#"):
        end -= 1
    return end
