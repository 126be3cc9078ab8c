"""What a YAML tree is made of: texts, lists and mappings, each with its place.

Nodes are named tuples: ten thousand records make half a million of them, and these are made fastest.
"""

from typing import NamedTuple

from fazhi.ground.problem import Place


class Scalar(NamedTuple):
    """One value as written; `null` is true for an empty or `null` value."""

    place: Place
    text: str
    null: bool


class Items(NamedTuple):
    """A sequence."""

    place: Place
    nodes: tuple["Node", ...]


class Entry(NamedTuple):
    """One key of a mapping with its value; `twice` marks a key that stood before."""

    key: str
    place: Place
    node: "Node"
    twice: bool


class Mapping(NamedTuple):
    """A mapping, its entries in the order they were written."""

    place: Place
    entries: tuple[Entry, ...]

    def get(self, key: str) -> "Node | None":
        """The first value under `key`."""
        return next((entry.node for entry in self.entries if entry.key == key), None)


Node = Scalar | Items | Mapping

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain texts that stand for nothing."""
