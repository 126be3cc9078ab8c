"""Check a town: read it, and hold it against every rule; a large one in several processes."""

import gc
import multiprocessing
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fazhi import kinds, rules
from fazhi.ground.problem import Problem
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Rule
from fazhi.verbs import check, read, tell

MANY = 2_000
"""From so many records on, a second process saves more than it costs."""


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
    """Read the town of `root` and hold it against every rule, as of a day."""
    with _without_collection():
        register = register_of(root, as_of)
        return Checked(register, _check(register, rules.discover()))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Reading makes a million small values and no circles: looking for circles would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check(register: Register, all_rules: Mapping[str, Rule]) -> list[Problem]:
    processes = min(os.cpu_count() or 1, 4)
    if len(register.records) < MANY or processes == 1 or not _may_fork():
        return check.check(register, all_rules)
    shares = [check.Share(part, processes) for part in range(processes)]
    with multiprocessing.get_context("fork").Pool(processes, _remember, (register, all_rules)) as pool:
        return sorted({problem for found in pool.map(_check_share, shares, chunksize=1) for problem in found})


def _may_fork() -> bool:
    """A forked process has all that was read without copying it; beside running threads it is not safe."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


_held: list[tuple[Register, Mapping[str, Rule]]] = []


def _remember(register: Register, all_rules: Mapping[str, Rule]) -> None:
    """In each process, once: what its shares are of."""
    _held.append((register, all_rules))


def _check_share(share: check.Share) -> list[Problem]:
    return check.check(*_held[-1], share)
