"""A new record from a few values: its place, its index number, and a form that says what is still to fill in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fazhi.ground.nodes import Items, Node, Scalar
from fazhi.ground.nodes import Mapping as MappingNode
from fazhi.ground.problem import Place
from fazhi.ground.tree import Malformed, compose
from fazhi.ground.words import Words
from fazhi.nouns.field import Field, Reading
from fazhi.nouns.kind import Kind
from fazhi.nouns.register import Register
from fazhi.nouns.types import ids_in

_SLUG = r"[a-z0-9][a-z0-9-]{0,80}"

FIRST_SAMPLE = 90001
"""Index serials from here on belong to samples, so that a town's own numbers run on without them."""


class CannotStart(Exception):
    """The values do not make a record; carries what is missing or wrong."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True)
class Draft:
    """The id and the text of a new record."""

    id: str
    text: str


def draft(kind: Kind, given: Mapping[str, str], slug: str | None, register: Register) -> Draft:
    """A new record of a kind with the given values (YAML text by key), formed on the register's day.

    Raises CannotStart for unknown keys, faulty values, and where the values do not tell its place.
    """
    given = {"formed": register.as_of.isoformat(), **given}
    if any(item.key == "year" for item in kind.fields):
        given = {"year": str(register.as_of.year - 1), **given}
    values = _read(kind, given)
    _known(kind, values, register)
    id = _free(_home(kind, values, slug), register)
    year = values["formed"].year or register.as_of.year
    index = next_index(register, year, is_sample=values.get("sample", False))
    return Draft(id, _text(kind, {"index": index, **given}))


def next_index(register: Register, year: int, *, is_sample: bool = False) -> str:
    """The next free index number of a year, of the town's own or of the samples'."""
    prefix = f"{register.town.values['index']['prefix']}/{year}-"
    used = [int(index.removeprefix(prefix)) for index in register.by_index if index.startswith(prefix)]
    own = [serial for serial in used if (serial >= FIRST_SAMPLE) == is_sample]
    return f"{prefix}{max(own, default=FIRST_SAMPLE - 1 if is_sample else 0) + 1:05d}"


def _read(kind: Kind, given: Mapping[str, str]) -> dict[str, Any]:
    reading, known = Reading(), {item.key: item for item in kind.fields}
    for key in given:
        if key not in known:
            raise CannotStart(_NO_KEY.fill(key=key, kind=kind.label, known=", ".join(known)))
    values = {key: known[key].type.read(_node(text), key, reading) for key, text in given.items()}
    if reading.findings:
        raise CannotStart(reading.findings[0].message)
    return values


def _node(text: str) -> Node:
    """What a person gave on the command line: a list or a group in brackets, else one value."""
    if not text.startswith(("[", "{")):
        return Scalar(Place(), text, False)
    try:
        return compose(text)
    except Malformed as error:
        raise CannotStart(error.words) from error


def _known(kind: Kind, values: Mapping[str, Any], register: Register) -> None:
    for key, of, id in ids_in(kind.fields, values):
        if (known := register.town.ids(of)) and id not in known:
            raise CannotStart(_NOT_IN_TOWN.fill(key=key, id=id, known=", ".join(known)))


def _home(kind: Kind, values: Mapping[str, Any], slug: str | None) -> str:
    home = kind.home(values)
    if home is None:
        raise CannotStart(_NO_PLACE.fill(needs=_hint(kind)))
    if "*" in home and not re.fullmatch(_SLUG, slug or ""):
        raise CannotStart(_NO_SLUG)
    return home.replace("*", slug or "")


def _hint(kind: Kind) -> str:
    return " ".join(f"{key}={kind.field(key).example}" for key in kind.placed_by)


def _free(id: str, register: Register) -> str:
    if register.get(id) is None:
        return id
    raise CannotStart(_TAKEN.fill(path=f"docs/{id}.md"))


def _text(kind: Kind, given: Mapping[str, str]) -> str:
    needed = [_line(item, given) for item in kind.fields if item.need != "may" or item.key in given]
    others = [
        f"# {item.key}: {item.example}"
        for item in kind.fields
        if item.need == "may" and item.example and item.key not in given
    ]
    note = ["# 以下各项按需要填写，去掉行首的 # 即可 / fill in as needed, without the #:"] if others else []
    return "\n".join(["---", *needed, *note, *others, "---", "", kind.example_body])


def _line(item: Field, given: Mapping[str, str]) -> str:
    if item.key in given:
        return f"{item.key}: {_quoted(given[item.key])}"
    example = f"，如 {item.example}" if item.example else ""
    return f"{item.key}:   # {item.label.zh}{example}"


def _quoted(text: str) -> str:
    """A value as YAML: as it is where it reads back the same, else in quotes."""
    try:
        node = compose(f"key: {text}\n")
    except Malformed:
        node = None
    value = node.get("key") if isinstance(node, MappingNode) else None
    plain = isinstance(value, Items | MappingNode) or (
        isinstance(value, Scalar) and value.text == text and not value.null
    )
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_NO_KEY = Words("{kind}没有键 {key}；可用：{known}", "{kind} have no key {key}; known: {known}")
_NO_PLACE = Words(
    "还不知道放在哪里，请写明：{needs}", "it is not known yet where this belongs; give: {needs}"
)
_NO_SLUG = Words(
    "请用 --slug 给文件起名（小写字母、数字和 -），例如 --slug notice-boards",
    "name the file with --slug (small letters, digits and -), such as --slug notice-boards",
)
_NOT_IN_TOWN = Words(
    "{key}：town.yml 中没有 {id}；已有：{known}", "{key}: town.yml has no {id}; it has: {known}"
)
_TAKEN = Words("已有 {path}，没有覆盖", "{path} is there already and was not overwritten")
