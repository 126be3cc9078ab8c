"""A rule: what is checked, why, on what ground, with examples that break it and examples that keep it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words

Subject = Literal["record", "document", "town", "reading"]
"""What a rule looks at: a record, any Markdown file, town.yml, or nothing more than what reading found."""

Check = Callable[..., Iterator[tuple[str | Place, Words]]]
"""Takes the subject and the register; yields a dotted key or a place in the file, and the words."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from. `confirmed`: read in the text itself, not known from elsewhere (DESIGN §6)."""

    name: Words
    confirmed: bool


OWN = Source(Words("本站记录格式", "this site's record format"), True)
"""A rule that follows from how records are written here, from no law."""


@dataclass(frozen=True)
class Example:
    """A record that breaks or keeps a rule: its kind's valid example with some values (YAML text) changed.

    A value of None takes the key away. `text` replaces the whole file, `town` keys of the example town,
    `files` puts more files under docs/ (`*`: a copy of the example), `name` is another id for the file.
    """

    kind: str = "disclosure"
    values: Mapping[str, str | None] | None = None
    body: str | None = None
    text: str | bytes | None = None
    town: Mapping[str, str] | None = None
    files: Mapping[str, str] | None = None
    name: str | None = None


@dataclass(frozen=True)
class Rule:
    """One rule. `code` is its file's name; `ref` its id in the domain notes; `check` is absent where reading itself finds it."""

    severity: Severity
    what: Words
    why: Words
    source: Source
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    ref: str = ""
    on: Subject = "record"
    code: str = ""
    check: Check | None = None


def rule_of(module: Any) -> Rule:
    """The rule that a module of rules/ declares, under the module's name, with its check."""
    code = module.__name__.rpartition(".")[2].replace("_", "-")
    rule: Rule = module.RULE
    return replace(rule, code=code, check=getattr(module, "check", None))
