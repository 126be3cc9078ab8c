"""Things by id, each made when it is first asked for: a town of ten thousand records is not read to look at one."""

import posixpath
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

T = TypeVar("T")
Note = Callable[[str], None]
UNDER = "under"


class Shelf(Mapping[str, T], Generic[T]):
    """What `load` gives for each of the ids, in the order of the ids."""

    def __init__(self, ids: Iterable[str], load: Callable[[str], T]) -> None:
        self._ids = sorted(ids)
        self._known = frozenset(self._ids)
        self._load = load
        self._held: dict[str, T] = {}
        self._folders: dict[str, tuple[T, ...]] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._held:
            if id not in self._known:
                raise KeyError(id)
            self._held[id] = self._load(id)
        return self._held[id]

    def get(self, id: str, default: T | None = None) -> T | None:  # type: ignore[override]
        """What there is of an id; Mapping would ask for it and wait for the error."""
        return self[id] if id in self._known else default

    def __contains__(self, id: object) -> bool:
        return id in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def under(self, folder: str, about: str = UNDER) -> tuple[T, ...]:
        """What lies in a folder or below it, in the order of the ids; the same tuple as long as nothing is forgotten.

        `about`: what of it matters to who asks, where that is not everything.
        """
        if folder not in self._folders:
            first, last = (bisect_left(self._ids, f"{folder}{end}") for end in ("/", "0"))  # 0 follows /
            self._folders[folder] = tuple(self[id] for id in self._ids[first:last])
        return self._folders[folder]

    def forget(self) -> None:
        """Let go of what was made; it is made again when it is asked for."""
        self._held.clear()
        self._folders.clear()


class WatchedShelf(Shelf[T]):
    """A shelf that notes what is asked of it, so that what follows from the answers can be kept until they change.

    Notes `id X` for one thing and whether it is there, `under F` for a folder (another word for what of it matters),
    `all` for everything.
    """

    def __init__(self, shelf: Shelf[T], note: Note) -> None:
        self._shelf = shelf
        self._note = note

    def __getitem__(self, id: str) -> T:
        self._note(f"id {id}")
        return self._shelf[id]

    def get(self, id: str, default: T | None = None) -> T | None:  # type: ignore[override]
        self._note(f"id {id}")
        return self._shelf.get(id, default)

    def __contains__(self, id: object) -> bool:
        self._note(f"id {id}")
        return id in self._shelf

    def __iter__(self) -> Iterator[str]:
        self._note("all")
        return iter(self._shelf)

    def __len__(self) -> int:
        self._note("all")
        return len(self._shelf)

    def under(self, folder: str, about: str = UNDER) -> tuple[T, ...]:
        self._note(f"{about} {folder}")
        return self._shelf.under(folder)

    def forget(self) -> None:
        self._shelf.forget()


class WatchedFiles(AbstractSet[str]):
    """Paths that note what is asked of them: `files F` for one in a folder, `files` for all."""

    def __init__(self, paths: AbstractSet[str], note: Note) -> None:
        self._paths = paths
        self._note = note

    def __contains__(self, path: object) -> bool:
        self._note(f"files {posixpath.dirname(str(path))}")
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        self._note("files")
        return iter(self._paths)

    def __len__(self) -> int:
        self._note("files")
        return len(self._paths)


def touched(id: str, *abouts: str) -> Iterator[str]:
    """Every note that a change of the text of an id makes stale; `abouts`: what of it that mattered alone changed too."""
    yield "all"
    yield f"id {id}"
    while id := id.rpartition("/")[0]:
        yield from (f"{about} {id}" for about in (UNDER, *abouts))


def without_inner(notes: Iterable[str]) -> set[str]:
    """The notes without those about one thing in a folder that was asked for whole: they become stale together."""
    folders = {note[6:] for note in notes if note.startswith("under ")}
    return {note for note in notes if not (note.startswith("id ") and _is_below(note[3:], folders))}


def _is_below(id: str, folders: AbstractSet[str]) -> bool:
    while id := id.rpartition("/")[0]:
        if id in folders:
            return True
    return False


def touched_files(folder: str) -> Iterator[str]:
    """Every note that a change among the files of a folder makes stale."""
    yield "files"
    yield f"files {folder}"
