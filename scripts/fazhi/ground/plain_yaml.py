"""YAML written the plainest way, as most records are: read without libyaml, whose events take most of the time.

That is `key: value` a line; the value some words, `{key: words, …}` or `[words, …]`, or below the key a `  - {…}` a line.
No quotes, no sign that means something to YAML, no value that goes on in the next line: of all that this knows nothing,
and says so. What it does read it reads as libyaml would (tests/ground/test_plain_yaml.py holds one against the other).
"""

import re

from fazhi.ground.nodes import NULLS, Entry, Items, Mapping, Node, Scalar
from fazhi.ground.problem import Place

_new = tuple.__new__
"""Place(…) and its like take twice as long."""

_SIGNS = r"\n!\"#%&'*:>?@\[\\\]`{|}~"
_VALUE = rf"[^-, {_SIGNS}][^{_SIGNS}]*+(?<! )"
_WORDS = rf"[^-, {_SIGNS}][^,{_SIGNS}]*+(?<! )"
_KEY = "[a-z][a-z0-9_-]{0,40}"
_PAIRS = rf"{_KEY}: {_WORDS}(?:, {_KEY}: {_WORDS})*"
_ENTRY = re.compile(
    rf"({_KEY}):(?: (?:({_VALUE})|\{{({_PAIRS})\}}|\[({_WORDS}(?:, {_WORDS})*)\])\n|\n((?:  - \{{{_PAIRS}\}}\n)+))"
)


def read_plain(text: str, first_line: int) -> Mapping | None:
    """The tree of a text of printable signs that begins at `first_line` of its file; None where it is not so plain."""
    entries, seen, line, end = [], set[str](), first_line, 0
    while found := _ENTRY.match(text, end):
        key, value, pairs, words, groups = found.groups()
        place = _new(Place, (line, len(key) + 3))
        node: Node
        if value:
            node = _new(Scalar, (place, value, value in NULLS))
        elif pairs:
            node = _group(place, pairs)
        elif words:
            node = _list(place, words)
        else:
            node = _groups(line + 1, groups)
        entries.append(_new(Entry, (key, _new(Place, (line, 1)), node, key in seen)))
        seen.add(key)
        line += 1 + groups.count("\n") if groups else 1
        end = found.end()
    return Mapping(Place(first_line), tuple(entries)) if entries and end == len(text) else None


def _group(place: Place, pairs: str) -> Mapping:
    """What stands in braces; the place is that of the first."""
    line, column = place
    column += 1
    entries, seen = [], set[str]()
    for pair in pairs.split(", "):
        key, _, value = pair.partition(": ")
        node = _new(Scalar, (_new(Place, (line, column + len(key) + 2)), value, value in NULLS))
        entries.append(_new(Entry, (key, _new(Place, (line, column)), node, key in seen)))
        seen.add(key)
        column += len(pair) + 2
    return _new(Mapping, (place, tuple(entries)))


def _list(place: Place, words: str) -> Items:
    """What stands in brackets; the place is that of the first."""
    line, column = place
    nodes, column = [], column + 1
    for text in words.split(", "):
        nodes.append(_new(Scalar, (_new(Place, (line, column)), text, text in NULLS)))
        column += len(text) + 2
    return _new(Items, (place, tuple(nodes)))


def _groups(line: int, groups: str) -> Items:
    """A list of groups, each behind a dash in a line of its own; the first stands in `line`."""
    each = enumerate(groups.splitlines(), line)
    return Items(Place(line, 3), tuple(_group(Place(at, 5), text[5:-1]) for at, text in each))
