"""YAML as a tree of texts with places: no implicit typing, no aliases, no tags.

PyYAML's defaults read `no` as False and `1:30` as 90 and let duplicate keys pass; here every scalar stays
the text that was written, and every key and value knows its line and column.
"""

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from fazhi.ground.problem import Place
from fazhi.ground.words import Words

MAX_DEPTH = 12
_NULLS = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written; `null` is true for an empty or `null` value."""

    place: Place
    text: str
    null: bool


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    place: Place
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value; `twice` marks a key that stood before."""

    key: str
    place: Place
    node: "Node"
    twice: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, its entries in the order they were written."""

    place: Place
    entries: tuple[Entry, ...]

    def get(self, key: str) -> "Node | None":
        """The first value under `key`."""
        return next((entry.node for entry in self.entries if entry.key == key), None)


Node = Scalar | Items | Mapping


class Malformed(Exception):
    """Text that is no YAML, or more than we read of it; carries the place and the words."""

    def __init__(self, place: Place, words: Words) -> None:
        super().__init__(words.en)
        self.place = place
        self.words = words


def compose(text: str, first_line: int = 1) -> Node:
    """The tree of a YAML document that begins at `first_line` of its file.

    Raises Malformed for broken YAML, a second document, aliases, anchors, tags, keys that are no plain text,
    and nesting over MAX_DEPTH. A bomb of aliases or brackets is refused at its first step.
    """
    reader = _Reader(text, first_line - 1)
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Malformed(reader.place(mark), _broken(error.problem)) from error
    except yaml.reader.ReaderError as error:
        raise Malformed(Place(first_line, 1), _UNREADABLE) from error


class _Reader:
    """Turns libyaml's events into nodes."""

    def __init__(self, text: str, shift: int) -> None:
        self._events = CParser(text)
        self._shift = shift

    def place(self, mark: Any) -> Place:
        return Place(mark.line + 1 + self._shift, mark.column + 1) if mark else Place(1 + self._shift, 1)

    def _next(self) -> Any:
        return self._events.get_event()

    def document(self) -> Node:
        self._next()  # stream start
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return Mapping(self.place(event.start_mark), ())
        node = self._node(self._next(), 0)
        self._next()  # document end
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise Malformed(self.place(after.start_mark), _SECOND_DOCUMENT)
        return node

    def _node(self, event: Any, depth: int) -> Node:
        place = self.place(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise Malformed(place, _ALIAS)
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style or event.style not in "'\"|>"
            return Scalar(place, event.value, plain and event.value in _NULLS)
        if depth >= MAX_DEPTH:
            raise Malformed(place, _TOO_DEEP)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(place, self._items(depth + 1))
        return Mapping(place, self._entries(depth + 1))

    def _items(self, depth: int) -> tuple[Node, ...]:
        nodes = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            nodes.append(self._node(event, depth))
        return tuple(nodes)

    def _entries(self, depth: int) -> tuple[Entry, ...]:
        entries, seen = [], set[str]()
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth)
            if not isinstance(key, Scalar):
                raise Malformed(key.place, _NO_KEY)
            node = self._node(self._next(), depth)
            entries.append(Entry(key.text, key.place, node, key.text in seen))
            seen.add(key.text)
        return tuple(entries)


_ALIAS = Words(
    "这里用了 YAML 的锚点、别名或标签（& * !）。请直接写出内容；如文字本身以这些符号开头，请加引号",
    "YAML anchors, aliases and tags (& * !) are not read here. Write the value out; quote a text that begins so",
)
_TOO_DEEP = Words(f"嵌套超过 {MAX_DEPTH} 层，不再往下读", f"nested deeper than {MAX_DEPTH} levels, not read")
_NO_KEY = Words("键必须是文字，例如 title", "a key must be plain text such as title")
_SECOND_DOCUMENT = Words(
    "这里又开始了一份 YAML；每个文件只能有一份", "a second YAML document begins here; one is allowed"
)
_UNREADABLE = Words(
    "含有 YAML 不允许的控制字符，请删去", "has a control character that YAML does not allow; remove it"
)
_HINTS = {
    "mapping values are not allowed in this context": Words(
        "冒号后的文字里又有“: ”；请给整个值加引号",
        "a second ': ' in one value; put the whole value in quotes",
    ),
    "could not find expected ':'": Words(
        "缺少“键: 值”中的半角冒号和空格（全角冒号“：”不算）",
        "a 'key: value' lacks its colon and space (a full-width colon is none)",
    ),
    "found character that cannot start any token": Words(
        "此处的字符不能直接开头（如制表符、@、`）；缩进用空格，值加引号",
        "this character cannot begin here (a tab, @ or `); indent with spaces, quote the value",
    ),
}


def _broken(problem: str | None) -> Words:
    hint = _HINTS.get(problem or "")
    return hint or Words(f"YAML 写法有误：{problem}", f"this is no valid YAML: {problem}")
