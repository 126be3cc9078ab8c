"""YAML as a tree of texts with places: no implicit typing, no aliases, no tags.

PyYAML's defaults read `no` as False and `1:30` as 90 and let duplicate keys pass; here every scalar stays
the text that was written, and every key and value knows its line and column.
"""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from fazhi.ground.cached import cached_property
from fazhi.ground.nodes import NULLS, Entry, Items, Mapping, Node, Scalar
from fazhi.ground.plain import is_plain
from fazhi.ground.plain_yaml import read_plain
from fazhi.ground.problem import Place
from fazhi.ground.words import Words

MAX_DEPTH = 12
MAX_NODES = 20_000
"""The longest report has some thousand keys and values; more than this is an attack or an accident."""

_ODD_LINE_ENDS = frozenset("\r\x85\u2028\u2029")
_QUOTED = {"'", '"', "|", ">"}
_REFUSED = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


_new = tuple.__new__


class Malformed(Exception):
    """Text that is no YAML, or more than we read of it; carries the place and the words."""

    def __init__(self, place: Place, words: Words) -> None:
        super().__init__(words.en)
        self.place = place
        self.words = words


def compose(text: str, first_line: int = 1) -> Node:
    """The tree of a YAML document that begins at `first_line` of its file.

    Raises Malformed for broken YAML, a second document, aliases, anchors, tags, keys that are no plain text,
    nesting over MAX_DEPTH, more than MAX_NODES, and characters that YAML does not allow. A bomb of aliases or
    brackets is refused at its first step.
    """
    printable = is_plain(text)
    if printable and len(text) <= MAX_NODES and (tree := read_plain(text, first_line)):
        return tree
    lines = _Lines(text, first_line)
    if not printable and (refused := _REFUSED.search(text)):
        raise Malformed(lines.place(refused.start()), _UNREADABLE)
    try:
        return _Reader(text, lines).document()
    except yaml.MarkedYAMLError as error:
        raise Malformed(lines.place(_where(error)), _broken(error.problem)) from error


def _where(error: yaml.MarkedYAMLError) -> int:
    """Where a person would look: at what was opened or begun, not where libyaml gave up waiting for its end."""
    begun = error.context_mark if error.problem in _BEGUN_WRONG else None
    mark = begun or error.problem_mark or error.context_mark
    return mark.index if mark else 0


class _Lines:
    """Where the lines of a text begin. libyaml counts more than line ends as lines; editors do not."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self.first_line = first_line
        self.agree = is_plain(text) or _ODD_LINE_ENDS.isdisjoint(text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._text.split("\n"))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset) - 1
        return Place(line + self.first_line, offset - self._starts[line] + 1)


class _Reader:
    """Turns libyaml's events into nodes. It is asked for every key and value of a town, so calls are few."""

    def __init__(self, text: str, lines: _Lines) -> None:
        self._next = CParser(text).get_event
        self._lines = lines
        self._agree, self._first_line = lines.agree, lines.first_line
        self._nodes = 0
        has_signs = any(sign in text for sign in "&*!")
        self._is_watched = has_signs or len(text) > MAX_NODES // 2  # a node has half a character at least

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        if self._agree:  # Place(…) itself takes twice as long
            return _new(Place, (mark.line + self._first_line, mark.column + 1))
        return self._lines.place(mark.index)

    def document(self) -> Node:
        self._next()  # stream start
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return Mapping(self._lines.place(0), ())
        node = self._node(self._next(), 0)
        self._next()  # document end
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise Malformed(self._place(after), _SECOND_DOCUMENT)
        return node

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if self._is_watched:
            self._watch(event, place)
        if event.__class__ is yaml.ScalarEvent:
            text = event.value
            return _new(Scalar, (place, text, text in NULLS and event.style not in _QUOTED))
        if depth >= MAX_DEPTH:
            raise Malformed(place, _TOO_DEEP)
        if event.__class__ is yaml.SequenceStartEvent:
            return Items(place, self._items(depth + 1))
        return Mapping(place, self._entries(depth + 1))

    def _watch(self, event: Any, place: Place) -> None:
        """Refuse what only a text with a sign for it, or a long one, can hold."""
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise Malformed(place, _ALIAS)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise Malformed(place, _TOO_MANY)

    def _items(self, depth: int) -> tuple[Node, ...]:
        nodes = []
        while (event := self._next()).__class__ is not yaml.SequenceEndEvent:
            nodes.append(self._node(event, depth))
        return tuple(nodes)

    def _entries(self, depth: int) -> tuple[Entry, ...]:
        entries, seen, following, place_of = [], set[str](), self._next, self._place
        while (event := following()).__class__ is not yaml.MappingEndEvent:
            place = place_of(event)
            if event.__class__ is not yaml.ScalarEvent:
                self._node(event, depth)  # what is worse is told first
                raise Malformed(place, _NO_KEY)
            if self._is_watched:
                self._watch(event, place)
            text = event.value
            entries.append(_new(Entry, (text, place, self._node(following(), depth), text in seen)))
            seen.add(text)
        return tuple(entries)


_ALIAS = Words(
    "这里用了 YAML 的锚点、别名或标签（& * !）。请直接写出内容；如文字本身以这些符号开头，请加引号",
    "YAML anchors, aliases and tags (& * !) are not read here. Write the value out; quote a text that begins so",
)
_TOO_DEEP = Words(f"嵌套超过 {MAX_DEPTH} 层，不再往下读", f"nested deeper than {MAX_DEPTH} levels, not read")
_TOO_MANY = Words(
    f"键和值超过 {MAX_NODES} 个，不再往下读", f"more than {MAX_NODES} keys and values, not read"
)
_NO_KEY = Words("键必须是文字，例如 title", "a key must be plain text such as title")
_SECOND_DOCUMENT = Words(
    "这里又开始了一份 YAML；每个文件只能有一份", "a second YAML document begins here; one is allowed"
)
_UNREADABLE = Words(
    "含有 YAML 不允许的控制字符，请删去", "has a control character that YAML does not allow; remove it"
)
_LACKS_COLON = "could not find expected ':'"
_LACKS_NAME = "did not find expected alphabetic or numeric character"
_OPEN = {
    "did not find expected ',' or ']'": Words(
        "方括号“[”没有合上，或少了逗号", "a '[' is not closed, or a comma is missing"
    ),
    "did not find expected ',' or '}'": Words(
        "花括号“{”没有合上，或少了逗号", "a '{' is not closed, or a comma is missing"
    ),
    "found unexpected end of stream": Words("引号没有合上", "a quotation mark is not closed"),
}
_CANNOT_BEGIN = Words(
    "值不能直接以这个符号开头（如制表符、@、`、*、&、-）；缩进用空格，值加引号",
    "a value cannot begin so (a tab, @, `, *, & or -); indent with spaces, quote the value",
)
_BEGUN_WRONG = {*_OPEN, _LACKS_COLON, _LACKS_NAME}
_HINTS = _OPEN | {
    _LACKS_COLON: Words(
        "缺少“键: 值”中的半角冒号和空格（全角冒号“：”不算）",
        "a 'key: value' lacks its colon and space (a full-width colon is none)",
    ),
    "did not find expected node content": Words(
        "这里缺少内容，或括号没有配对", "something is missing here, or a bracket has no partner"
    ),
    "mapping values are not allowed in this context": Words(
        "冒号后的文字里又有“: ”；请给整个值加引号",
        "a second ': ' in one value; put the whole value in quotes",
    ),
    "did not find expected key": Words(
        "这里接不上前文：缩进不齐，或引号、括号之后还有文字",
        "this does not follow: uneven indentation, or text after a closed quote or bracket",
    ),
    "found a tab character that violates indentation": Words(
        "缩进用了制表符，请改成空格", "indented with a tab; use spaces"
    ),
    "found character that cannot start any token": _CANNOT_BEGIN,
    _LACKS_NAME: _CANNOT_BEGIN,
    "block sequence entries are not allowed in this context": _CANNOT_BEGIN,
    "did not find expected <document start>": _SECOND_DOCUMENT,
}


def _broken(problem: str | None) -> Words:
    hint = _HINTS.get(problem or "")
    return hint or Words(f"YAML 写法有误：{problem}", f"this is no valid YAML: {problem}")
