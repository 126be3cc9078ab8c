"""What is checked in one go and remembered as one: a text with its translations, the files of a folder, a village, the town."""

import posixpath
from collections import defaultdict
from typing import Literal, NamedTuple

from fazhi.ground.problem import Problem
from fazhi.nouns.register import Register


class Unit(NamedTuple):
    """`id` is that of the text, the folder or the village; `files` are paths under docs/, of a folder only."""

    sort: Literal["text", "files", "village", "town"]
    id: str
    files: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.sort} {self.id}"

    @property
    def has_files(self) -> bool:
        """Whether it is of files, by whose stamps a change is known."""
        return self.sort in ("text", "files")


class Seen(NamedTuple):
    """What checking a unit gave: its problems, its own index number (`number`), and what it asked of the rest of the register.

    `accounts` stands for what others may ask of its accounts (Record.accounts_digest).
    """

    unit: str
    number: str | None
    accounts: str
    problems: tuple[Problem, ...]
    asked: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the unit: of the text, where it is one."""
        return self.unit.partition(" ")[2]


_new = tuple.__new__


def units(register: Register) -> dict[str, Unit]:
    """Everything there is to check, by name. A village comes after its own texts, so that these are at hand."""
    folders: dict[str, list[str]] = defaultdict(list)
    for path in register.files:
        folders[posixpath.dirname(path)].append(path)
    texts = (*register.records, *register.pages, *register.strays)
    found = {
        **{id: _new(Unit, ("text", id, ())) for id in texts},  # Unit(…) itself takes three times as long
        **{f"{folder}/~": Unit("files", folder, tuple(sorted(paths))) for folder, paths in folders.items()},
        **{f"villages/{id}/~~": Unit("village", id) for id in register.town.villages},
        "~": Unit("town", ""),
    }
    in_order = (found[place] for place in sorted(found))
    return {unit.name: unit for unit in in_order}
