"""Repair the files of a checked town: what would change, and the change itself."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from fazhi.ground.files import write_text
from fazhi.ground.problem import Problem
from fazhi.nouns.register import Register
from fazhi.verbs import repair


class Mended(NamedTuple):
    """A file before and after, and how many places were put right."""

    before: str
    after: str
    places: int


def mended(register: Register, problems: Iterable[Problem]) -> dict[str, Mended]:
    """Every file that repair changes, by its path under the root. Nothing is written."""
    found = {}
    for path, faults in repair.repairable(register, problems).items():
        before = (register.root / path).read_bytes().decode()
        after, places = repair.repaired(before, faults)
        if after != before:
            found[path] = Mended(before, after, places)
    return found


def write(root: Path, files: Mapping[str, Mended]) -> None:
    """Write each file whole or not at all; a link stays a link to the file that is mended."""
    for path, each in files.items():
        write_text((root / path).resolve(), each.after)
