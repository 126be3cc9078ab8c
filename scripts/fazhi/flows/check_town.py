"""Check a town: what changed since the last check, and what asked about it; a large town in several processes."""

import hashlib
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import fazhi
from fazhi import kinds, rules
from fazhi.ground.collection import without_collection
from fazhi.ground.files import stamp_of
from fazhi.ground.problem import Problem
from fazhi.nouns import town as towns
from fazhi.nouns.catalogue import Catalogue
from fazhi.nouns.listing import Listing
from fazhi.nouns.register import ACCOUNTS, Register
from fazhi.nouns.shelf import touched, touched_files
from fazhi.nouns.unit import Seen, Unit, units
from fazhi.verbs import read, tell
from fazhi.verbs.check import Checker
from fazhi.verbs.remember import Memory, Unusable, remembered

CACHE = ".cache/fazhi"
"""Where below a town's folder lies what can be made again."""

MANY = 600
"""From so many units on, a second process saves more than it costs."""
AT_ONCE = 150
"""Units that a process takes at a time: few enough that all end together."""
AT_MOST = 1_000
"""A village is not divided, for its accounts ask about each other and would be read twice; one with more units is."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A register and what checking it found."""

    register: Register
    problems: list[Problem]

    @property
    def has_errors(self) -> bool:
        return tell.has_errors(self.problems)


def register_of(root: Path, as_of: date | None = None) -> Register:
    """The register of the town of `root`, looked at on a day: the town's own today unless told."""
    town = read.read_town(root)
    return read.read_register(root, kinds.discover(), town, as_of or town.today)


def check_town(root: Path, as_of: date | None = None) -> Checked:
    """Hold the town of `root` against every rule, as of a day. What was found before is kept where nothing changed it."""
    with without_collection():
        key = _key(root)  # before town.yml is read: what is saved meanwhile must not pass for what was read
        town = read.read_town(root)
        listing = read.list_docs(root)
        register = read.register(root, kinds.discover(), town, as_of or town.today, listing)
        return Checked(register, _Check(register, listing).problems(key))


class _Check:
    """One check of a register, with what was known before."""

    def __init__(self, register: Register, listing: Listing) -> None:
        self._register = register
        self._checker = Checker(register, rules.discover())
        self._units = units(register)
        self._stamps = listing.stamps_of(self._units)

    def problems(self, key: str) -> list[Problem]:
        """Everything that is wrong, in the order of path, line and column."""
        memory = remembered(self._register.root / CACHE, f"{self._register.as_of} {key}")
        if memory is None:
            return self._from_scratch()
        try:
            return self._with(memory)
        except Unusable:
            return self._from_scratch()
        finally:
            memory.close()

    def _from_scratch(self) -> list[Problem]:
        return self._sorted(self._see(self._units.values()), {}, [])

    def _with(self, memory: Memory) -> list[Problem]:
        known = memory.recall()
        stale = set(self._changed(known.stamps))
        gone = known.stamps.keys() - self._units.keys()
        seen = self._see(self._units[name] for name in self._units if name in stale)
        if len(stale) < len(self._units):
            changed = stale | gone
            notes = _notes(changed, memory.accounts(changed), {each.unit: each.accounts for each in seen})
            asked = (memory.that_asked(notes) & self._units.keys()) - stale
            seen += self._see(self._units[name] for name in self._units if name in asked)
            stale |= asked
        if stale or gone:
            with suppress(Unusable):  # what was found stands all the same
                memory.replace(gone, seen, self._stamps)
        past = stale | gone
        numbers = {  # of texts: nothing else has one
            name.removeprefix("text "): number for name, number in known.numbers.items() if name not in past
        }
        return self._sorted(seen, numbers, [problem for name, problem in known.problems if name not in past])

    def _changed(self, known: Mapping[str, str]) -> Iterator[str]:
        """The units that are new, or whose files are not those that were seen, by their stamps."""
        for name, stamp in self._stamps.items():
            if known.get(name) != stamp or (not stamp and self._units[name].has_files):
                yield name

    def _sorted(
        self, seen: Sequence[Seen], kept: Mapping[str, str], before: Iterable[Problem]
    ) -> list[Problem]:
        catalogue = Catalogue({**kept, **Catalogue.of(seen).numbers})
        now = (problem for each in seen for problem in each.problems)
        return sorted({*before, *now, *self._checker.catalogue(catalogue)})

    def _see(self, stale: Iterable[Unit]) -> list[Seen]:
        wanted = list(stale)
        processes = min(os.cpu_count() or 1, 4)
        if len(wanted) < MANY or processes == 1 or not _may_fork():
            return [self._checker.see(unit) for unit in wanted]
        parts = list(_parts(wanted))
        with multiprocessing.get_context("fork").Pool(processes, _hold, (self._checker,)) as pool:
            return [seen for part in pool.imap_unordered(_see_part, parts) for seen in part]


def _parts(wanted: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Units in parts for one process each, cut between two folders such as those of two villages."""
    part: list[Unit] = []
    for _, together in groupby(wanted, _folder):
        for unit in together:
            part.append(unit)
            if len(part) >= AT_MOST:
                yield part
                part = []
        if len(part) >= AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _folder(unit: Unit) -> tuple[str, ...]:
    """The first two steps of the path of a unit: of a village's records, the village."""
    return tuple(unit.id.split("/")[:2])


def _notes(changed: Iterable[str], before: Mapping[str, str], now: Mapping[str, str]) -> set[str]:
    """What must have been asked about by those who may now get another answer; accounts are given as they were and are."""
    found: set[str] = set()
    for name in changed:
        sort, _, id = name.partition(" ")
        others = (ACCOUNTS,) if now.get(name, "") != before.get(name, "") else ()
        found.update(touched(id, *others) if sort == "text" else touched_files(id) if sort == "files" else ())
    return found


def _key(root: Path) -> str:
    """Stands for all that a finding rests on beside the texts: town.yml, the day, this program and its libraries."""
    found = [sys.version, *_libraries(), *_program(str(Path(fazhi.__file__).parent))]
    with suppress(OSError):
        found.append(stamp_of((root / towns.FILE).stat()))
    return hashlib.sha256("\n".join(found).encode()).hexdigest()


def _program(folder: str) -> Iterator[str]:
    """The files of a program with their stamps; what Python compiled of them is no part of it."""
    with suppress(OSError), os.scandir(folder) as found:
        for entry in sorted(found, key=attrgetter("name")):
            if not entry.is_dir(follow_symlinks=False):
                with suppress(OSError):  # a link to nothing, as editors leave them
                    yield f"{entry.path} {stamp_of(entry.stat())}"
            elif entry.name != "__pycache__":
                yield from _program(entry.path)


@cache
def _libraries() -> list[str]:
    return [version(name) for name in ("chinesecalendar", "pypdf", "PyYAML")]


def _may_fork() -> bool:
    """A forked process has the checker without copying it; beside running threads it is not safe."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


_held: list[Checker] = []


def _hold(checker: Checker) -> None:
    """In each process, once: what its parts are checked by."""
    _held.append(checker)


def _see_part(part: Sequence[Unit]) -> list[Seen]:
    seen = [_held[-1].see(unit) for unit in part]
    _held[-1].forget()
    return seen
