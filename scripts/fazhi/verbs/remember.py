"""What checking gave last time, kept in a small database: only what changed, and what asked about it, is checked again.

A cache and nothing more: whatever is wrong with it, it is begun anew, and where it cannot be written, nothing is kept.
It is no pickle, for a folder that someone sends may hold one. A file whose times lie too near to the check that read it
is read again: it may have been written once more within the same tick of the clock (as git does with its index).
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from fazhi.ground.problem import Mend, Problem, Severity
from fazhi.ground.words import Words
from fazhi.nouns.unit import Seen

TICK = 2_000_000_000
"""The coarsest clock of a file system in use (FAT), in nanoseconds."""


class Known(NamedTuple):
    """What is known by the names of units: the stamps of their files when they were checked, their records' own index
    numbers where they have any, and their problems, each with the name of its unit.
    """

    stamps: dict[str, str]
    numbers: dict[str, str]
    problems: list[tuple[str, Problem]]


class Unusable(Exception):
    """The database cannot be read or written; everything has to be checked."""


class Memory:
    """The results of checks under one key, which stands for the town file, the day and the program they came from.

    Every method raises Unusable where the database fails.
    """

    def __init__(self, file: Path, key: str) -> None:
        self._begun = time.time_ns()
        self._generation: str | None = None
        self._held: Set[str] = frozenset()
        with _or_unusable():
            self._connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
            self._connection.execute("PRAGMA synchronous = OFF")
            if self._key() != key:
                self._connection.executescript(_EMPTY_TABLES)
                self._connection.execute("INSERT INTO meta VALUES ('key', ?)", (key,))

    def _key(self) -> str | None:
        with suppress(Unusable):  # a new file has no tables yet
            return self._meta("key")
        return None

    def recall(self) -> Known:
        """Everything that is known."""
        with _or_unusable(), self._connection as read:
            read.execute("BEGIN")
            self._generation = self._meta("generation")
            units = self._rows("SELECT name, stamp, number FROM unit")
            stamps = {name: stamp for name, stamp, _ in units}
            self._held = stamps.keys()
            problems = [(unit, _problem(text)) for unit, text in self._rows("SELECT * FROM problem")]
            return Known(stamps, {name: number for name, _, number in units if number}, problems)

    def accounts(self, names: Iterable[str]) -> dict[str, str]:
        """What was known of the accounts of units (Seen); nothing of those without, or not known."""
        rows = self._of_each("SELECT name, accounts FROM unit WHERE accounts <> '' AND name IN", names)
        return {row[0]: row[1] for row in rows}

    def that_asked(self, notes: Iterable[str]) -> set[str]:
        """The names of units that asked about what these notes name."""
        return {name for (name,) in self._of_each("SELECT unit FROM asked WHERE note IN", notes)}

    def _of_each(self, query: str, values: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """The rows that a query ending in IN gives for some values, in one state of the database."""
        each = iter(values)
        with _or_unusable(), self._connection as read:
            read.execute("BEGIN")
            if self._meta("generation") != self._generation:
                raise Unusable("another check has written since")
            while part := list(islice(each, _AT_ONCE)):
                yield from self._rows(f"{query} ({', '.join('?' * len(part))})", part)

    def replace(self, gone: Iterable[str], seen: Iterable[Seen], stamps: Mapping[str, str]) -> None:
        """Forget units that are gone, and put what was seen in the place of what was known.

        Nothing is kept where another check has written since this one looked: what it saw may be newer.
        """
        now = list(seen)
        names = [(name,) for name in (*gone, *(each.unit for each in now)) if name in self._held]
        with _or_unusable(), self._connection as write:
            write.execute("BEGIN IMMEDIATE")
            if self._meta("generation") != self._generation:
                raise Unusable("another check has written since")
            for table, column in (("unit", "name"), ("problem", "unit"), ("asked", "unit")):
                write.executemany(f"DELETE FROM {table} WHERE {column} = ?", names)
            units = (
                (each.unit, self._settled(stamps.get(each.unit, "")), each.number, each.accounts)
                for each in now
            )
            write.executemany("INSERT INTO unit VALUES (?, ?, ?, ?)", units)
            problems = ((each.unit, _text(found)) for each in now for found in each.problems)
            write.executemany("INSERT INTO problem VALUES (?, ?)", problems)
            asked = ((each.unit, note) for each in now for note in each.asked)
            write.executemany("INSERT INTO asked VALUES (?, ?)", asked)
            write.execute("INSERT OR REPLACE INTO meta VALUES ('generation', ?)", (str(self._begun),))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _settled(self, stamp: str) -> str:
        """A stamp that can be trusted the next time; none where the file may change again without a sign."""
        settled = self._begun - TICK
        for each in stamp.split():
            _, changed, moved, _ = each.split(".")
            if int(changed) >= settled or int(moved) >= settled:
                return ""
        return stamp

    def _meta(self, name: str) -> str | None:
        found = self._rows("SELECT value FROM meta WHERE name = ?", (name,))
        return found[0][0] if found else None

    def _rows(self, query: str, values: Sequence[str] = ()) -> list[tuple[str, ...]]:
        with _or_unusable():
            return self._connection.execute(query, values).fetchall()


def remembered(folder: Path, key: str) -> Memory | None:
    """The memory kept in a folder; a broken one is begun anew. None where none can be kept."""
    file = folder / "check.sqlite"
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return Memory(file, key)
        except OSError:
            return None
        except Unusable:
            with suppress(OSError):
                file.unlink(missing_ok=True)
    return None


@contextmanager
def _or_unusable() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise Unusable(str(error)) from error


def _text(problem: Problem) -> str:
    return json.dumps([*asdict(problem).values()], ensure_ascii=False)


def _problem(text: str) -> Problem:
    path, line, column, code, ref, severity, message, mend, waived_by = json.loads(text)
    repair = Mend(*mend) if mend else None
    return Problem(path, line, column, code, ref, Severity(severity), Words(*message), repair, waived_by)


PATIENCE = 5.0
_AT_ONCE = 500
_EMPTY_TABLES = """
DROP TABLE IF EXISTS meta;
DROP TABLE IF EXISTS unit;
DROP TABLE IF EXISTS problem;
DROP TABLE IF EXISTS asked;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE unit (name TEXT PRIMARY KEY, stamp TEXT, number TEXT, accounts TEXT) WITHOUT ROWID;
CREATE TABLE problem (unit TEXT, text TEXT);
CREATE TABLE asked (unit TEXT, note TEXT);
CREATE INDEX problem_unit ON problem (unit);
CREATE INDEX asked_unit ON asked (unit);
CREATE INDEX asked_note ON asked (note);
"""
