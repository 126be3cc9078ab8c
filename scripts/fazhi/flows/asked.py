"""The records somebody asks for: by id, by path, by folder or by short code; a file of the board by its path."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fazhi import rules
from fazhi.ground.files import as_text, read_text
from fazhi.ground.problem import Problem
from fazhi.ground.short_code import read_code, short_code
from fazhi.ground.words import Words
from fazhi.nouns.notice import slug
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.shelf import Shelf
from fazhi.nouns.unit import Unit
from fazhi.verbs import read
from fazhi.verbs.check import Checker

ON_BOARD = "board-only"
"""The rule that keeps items of the board out of docs/."""
CONTRADICTED = "nil-or-amounts"
"""The rule of what says that there is nothing, and tells amounts: no sheet may say both."""


class NotFound(Exception):
    """Nothing here goes by the name; carries what would."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True)
class Asked:
    """A record with the file it stands in."""

    record: Record
    path: Path

    @property
    def is_posted(self) -> bool:
        """Whether records of its kind name when they hang on the board."""
        return any(field.key == "posted" for field in self.record.kind.fields)

    @property
    def slug(self) -> str:
        """Its id as a file's name."""
        return slug(self.record.id)

    def with_text(self, text: str) -> "Asked":
        """The record as it would be with another text in its file. Raises Unreadable for what is no text."""
        before = self.record.original
        after = read.parse(as_text(text.encode()), before.path, before.id, "zh", self.record.kind)
        return Asked(replace(self.record, original=after), self.path)


def asked(register: Register, names: Iterable[str]) -> list[Asked]:
    """Every record asked for, each once. Raises NotFound, and Unreadable for a file that is no text."""
    found: dict[Path, Asked] = {}
    for name in names:
        for each in _of_name(register, name):
            found.setdefault(each.path, each)
    return list(found.values())


def joined(register: Register, wanted: Iterable[Asked]) -> Register:
    """The register with these records in it as they are here."""
    own = {each.record.id: each.record for each in wanted}
    before = register.records
    return replace(register, records=Shelf({*before, *own}, lambda id: own.get(id) or before[id]))


def problems(register: Register, wanted: Iterable[Asked]) -> Mapping[Path, list[Problem]]:
    """What the rules say of each of these records of a register, and of town.yml, by the record's file.

    Nothing else is checked, nor read unless a rule asks for it; whether index numbers clash is not looked at.
    """
    checker = Checker(register, rules.discover())
    town = checker.see(Unit("town", "")).problems
    return {each.path: [*town, *_of(each.record, checker)] for each in wanted}


def _of(record: Record, checker: Checker) -> Iterator[Problem]:
    """An item of the board that lies outside docs/ does what that rule asks."""
    for problem in checker.see(Unit("text", record.id)).problems:
        if problem.code != ON_BOARD or record.is_in_docs:
            yield problem


def _of_name(register: Register, name: str) -> Iterator[Asked]:
    ids = _ids(register, name)
    for id in ids:
        record = register.records[id]
        yield Asked(record, register.root / record.original.path)
    if not ids:
        yield _on_board(register, name)


def _ids(register: Register, name: str) -> list[str]:
    """The ids that a name stands for: itself, a path or folder in docs/, or a short code."""
    bare = name.replace("\\", "/").rstrip("/").removesuffix(".md").removesuffix(".en")
    path, docs = Path(bare).resolve(), (register.root / read.DOCS).resolve()
    inside = path.relative_to(docs).as_posix() if path.is_relative_to(docs) else bare
    for id in (inside, bare.removeprefix("./").removeprefix(f"{read.DOCS}/")):
        if id in register.records:
            return [id]
        if within := [each for each in register.records if path == docs or each.startswith(f"{id}/")]:
            return sorted(within)
    code = read_code(name)
    return [id for id in register.records if code and short_code(id) == code]


def _on_board(register: Register, name: str) -> Asked:
    """A disclosure that lies outside docs/ because it goes on the board only."""
    path, root = Path(name).resolve(), register.root.resolve()
    if not path.is_file() or path.suffix != ".md" or path.is_relative_to(root / read.DOCS):
        raise NotFound((_NO_CODE if read_code(name) else _NO_RECORD).fill(name=name))
    shown = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
    kind = register.kinds["disclosure"]
    original = read.parse(read_text(path, path.parent), shown, path.stem, "zh", kind)
    return Asked(Record(replace(original, id=kind.home(original.values) or original.id), {}, kind), path)


_NO_RECORD = Words(
    "没有记录“{name}”；请写记录的路径，例如 docs/villages/demo-1/2026/finance-Q3.md，或记录页上的短码",
    "there is no record '{name}'; give its path, such as docs/villages/demo-1/2026/finance-Q3.md, or its short code",
)
_NO_CODE = Words("没有短码为 {name} 的记录", "no record has the short code {name}")
