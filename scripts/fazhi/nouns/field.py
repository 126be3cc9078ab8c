"""A field: one key of a record, its label, its type and whether it must be there."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as attribute
from operator import itemgetter
from typing import Any, Literal, Protocol

from fazhi.ground.cached import cached_property
from fazhi.ground.nodes import Entry, Mapping, Node, Scalar
from fazhi.ground.problem import Finding, Mend, Place
from fazhi.ground.quote import quote
from fazhi.ground.words import Words

Need = Literal["always", "issued", "adopted", "may"]
"""`issued`: required, unless the record restates a text that is not at hand (DESIGN §4); `adopted`: likewise, and not
of a draft either."""


ALWAYS: frozenset[Need] = frozenset(("always",))


@dataclass(slots=True)
class Reading:
    """What is found on the way while nodes are read: faults, and the place of every value by dotted key."""

    findings: list[Finding] = attribute(default_factory=list)
    places: dict[str, Place] = attribute(default_factory=dict)

    def fault(self, code: str, place: Place, words: Words, mend: Mend | None = None) -> None:
        """Note a fault under a rule's code."""
        self.findings.append(Finding(code, place, words, mend))


class Type(Protocol):
    """How a value is written."""

    @property
    def holds_ids(self) -> bool:
        """Whether the id of something else may be in it."""

    def read(self, node: Node, path: str, into: Reading) -> Any:
        """The value of a node at a dotted key; None where a fault was noted."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key of the front matter or of town.yml.

    `head`: shown in the record's head block. `facet`: listings can be narrowed by it.
    `bookkeeping`: says how the record is kept, nothing of what it tells (nouns/digest.py).
    `example`: YAML text that is right for it.
    """

    key: str
    label: Words
    type: Type
    need: Need = "may"
    head: bool = False
    facet: bool = False
    example: str = ""
    bookkeeping: bool = False


class Fields(tuple[Field, ...]):
    """Fields in their order. What reading looks up for every mapping of every record is kept."""

    @cached_property
    def by_key(self) -> dict[str, Field]:
        return {item.key: item for item in self}

    @cached_property
    def with_ids(self) -> tuple[Field, ...]:
        """Those that may hold the id of something else."""
        return tuple(item for item in self if item.type.holds_ids)

    @cached_property
    def _required(self) -> dict[frozenset[Need], tuple[Field, ...]]:
        return {}

    def required(self, needed: frozenset[Need]) -> tuple[Field, ...]:
        """Those that must be there, by what is needed of the record."""
        if needed not in self._required:
            self._required[needed] = tuple(item for item in self if item.need in needed)
        return self._required[needed]


def read_fields(
    node: Mapping,
    fields: Iterable[Field],
    into: Reading,
    path: str = "",
    needed: frozenset[Need] = ALWAYS,
) -> dict[str, Any]:
    """The values of a mapping by its fields; unknown, double and missing keys are reported, places noted."""
    fields = fields if isinstance(fields, Fields) else Fields(fields)
    known, values, empty = fields.by_key, dict[str, Any](), dict[str, Place]()
    places, above = into.places, f"{path}." if path else ""
    for key, place, value, _ in once(node, path, into):
        if (item := known.get(key)) is None:
            values |= _stranger(Entry(key, place, value, False), known, into)
        elif value.__class__ is Scalar and value.null:
            empty[key] = place
        else:
            places[full := above + key] = value.place
            values[key] = item.type.read(value, full, into)
    for item in fields.required(needed):
        if item.key not in values:
            words = _MISSING.fill(key=above + item.key, label=item.label)
            into.fault("required-keys", empty.get(item.key, node.place), words)
    return {key: value for key, value in values.items() if value is not None}


def _stranger(entry: Entry, known: Iterable[str], into: Reading) -> dict[str, None]:
    """Report a key that is none of the known ones; gives the known key that was meant, so that it is not missed too."""
    meant, colon, _ = entry.key.partition("：")
    if colon and meant in known:
        into.fault("front-matter", entry.place, FULL_WIDTH)
        return {meant: None}
    into.fault("known-keys", entry.place, _unknown(entry.key, known))
    return {}


def once(node: Mapping, path: str, into: Reading) -> Iterable[Entry]:
    """The entries of a mapping; a key that stands twice is reported."""
    entries = node.entries
    if not any(map(itemgetter(3), entries)):
        return entries
    for key, place, _, twice in entries:
        if twice:
            into.fault("unique-keys", place, _TWICE.fill(key=quote(key)))
    return tuple(entry for entry in entries if not entry.twice)


def _unknown(key: str, known: Iterable[str]) -> Words:
    close = difflib.get_close_matches(key, list(known), n=1)
    if close:
        return _UNKNOWN_CLOSE.fill(key=quote(key), close=close[0])
    return _UNKNOWN.fill(key=quote(key), known=", ".join(known))


FULL_WIDTH = Words(
    "键后用了全角冒号“：”；请改成半角冒号加空格“: ”", "a full-width colon after a key; use ': ' instead"
)
_UNKNOWN = Words("不认识的键“{key}”；可用的键：{known}", "unknown key '{key}'; known keys: {known}")
_UNKNOWN_CLOSE = Words("不认识的键“{key}”，是否想写 {close}？", "unknown key '{key}'; did you mean {close}?")
_TWICE = Words("键“{key}”写了两次，请只留一个", "the key '{key}' stands twice; keep one")
_MISSING = Words("缺少 {key}（{label}），或没有填写", "{key} ({label}) is missing or empty")
