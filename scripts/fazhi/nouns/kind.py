"""A kind of record: a declaration from which checks, forms, listings and head blocks derive."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

from fazhi.ground.words import Words
from fazhi.nouns.field import Field, Fields

_MORE = re.compile(r"(?:-[2-9]|-[1-9]\d)?(?:@\d{4}-\d{2}-\d{2})?")
"""What may follow a record's home: the number of a further one, the date of an earlier version."""


@dataclass(frozen=True)
class Kind:
    """What the records of one folder have in common.

    `folder`: where under docs/ they live. `listing`: the address of their list.
    `home`: the id that a record's values demand, with `*` for what they leave open; `placed_by`: the fields it reads.
    `dated`: the field that places a record in time; `formed` where it is absent.
    `example`: values (YAML text) that stand over the fields' own examples in the kind's valid example.
    """

    name: str
    label: Words
    about: Words
    folder: str
    listing: str
    fields: tuple[Field, ...]
    home: Callable[[Mapping[str, Any]], str | None]
    placed_by: tuple[str, ...] = ()
    dated: str = "formed"
    example: Mapping[str, str] = attribute(default_factory=dict)
    example_body: str = "## 正文\n\n这里写正文。\n"

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", Fields(self.fields))

    def field(self, key: str) -> Field:
        """The field of a key; KeyError where the kind has none."""
        return next(item for item in self.fields if item.key == key)

    def agrees(self, id: str, values: Mapping[str, Any]) -> bool:
        """Whether the id of a record is one that its values demand, or cannot be told."""
        home = self.home(values)
        if home is None:
            return True
        fixed, open_end, _ = home.partition("*")
        rest = id.removeprefix(fixed)
        if not id.startswith(fixed):
            return False
        return bool(rest) and "/" not in rest if open_end else _MORE.fullmatch(rest) is not None

    def example_values(self) -> dict[str, str]:
        """The front matter of the kind's valid example, YAML text by key."""
        own = {item.key: item.example for item in self.fields if item.example}
        return own | dict(self.example)
