"""A rule: what is checked, why, on what ground, with examples that break it and examples that keep it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, Protocol

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words, same
from fazhi.nouns.sought import SOUGHT

Subject = Literal[
    "record", "document", "passage", "attachment", "village", "town", "catalogue", "page", "site", "reading"
]
"""What a rule looks at: a record, any Markdown file, any text that would be public (nouns/passage.py), a file beside a
record, a village by its id, the town, the index numbers of all records, a built page, the built site, or nothing more
than what reading found.

A rule may ask the register for whatever it needs. What it asked is noted, and its findings are kept until that changes:
so ask for one record, a village's or a folder's, not for all."""


class Found(NamedTuple):
    """What a check yields: where, in words, and the text that is at fault, by whose hash it may be waived.

    `at` is a dotted key, a place in the file, or the offset of a character in the document's body or the passage.
    `path` names the file from a rule about more than one: below the built folder for the site, else from the root.
    `right` is what should stand for `text`, given only where to put it there cannot change the meaning.
    """

    at: str | Place | int
    message: Words
    text: str = ""
    path: str = ""
    right: str = ""


Check = Callable[..., Iterator[Found]]
"""Takes the subject and the register; a page comes with its built site instead."""


class Source(Protocol):
    """Where a rule comes from, as of a day: laws change. `confirmed`: read in the text itself (DESIGN §6)."""

    @property
    def confirmed(self) -> bool: ...

    def on(self, day: date | None) -> Words:
        """The source as it stood on a day; as it stands now where there is none."""


@dataclass(frozen=True, slots=True)
class Standard:
    """A source that is no article of a law: a standard, a notice, an indicator."""

    name: Words
    confirmed: bool

    def on(self, day: date | None) -> Words:
        """Its name, the same on every day."""
        return self.name


OWN = Standard(Words("本站记录格式", "this site's record format"), True)
"""A rule that follows from how records are written here, from no law."""


@dataclass(frozen=True)
class Example:
    """A record that breaks or keeps a rule: its kind's valid example with some values (YAML text) changed.

    A value of None takes the key away. `text` replaces the whole file, `town` keys of the example town,
    `files` puts more files under docs/ (`*`: a copy of the example), `name` is another id for the file.

    For rules about the built site: `page` is the HTML of a page there, whole or only its body, and `built` further
    files by their path, pages likewise; `page` without them stands for a standing text at `pages/example/`.
    """

    kind: str = "disclosure"
    values: Mapping[str, str | None] | None = None
    body: str | None = None
    text: str | bytes | None = None
    town: Mapping[str, str] | None = None
    files: Mapping[str, str | bytes] | None = None
    name: str | None = None
    page: str | None = None
    built: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Rule:
    """One rule. `code` is its file's name; `ref` its id in the domain notes; `check` is absent where reading itself finds it.

    `since`, `until`: the days on which a record's own date lies for the rule to speak of it.
    `wording`: about words or completeness; on official texts and their restatements it only notes (DESIGN §4).
    `kinds`: kinds of record it is about; empty: all. `keys`: of which a record must have one for it to find anything.
    `signs`: texts of which one must stand in the file (a record's original) for it to find anything; empty: always asked.
    """

    severity: Severity
    what: Words
    why: Words
    sources: tuple[Source, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    ref: str = ""
    on: Subject = "record"
    since: date | None = None
    until: date | None = None
    wording: bool = False
    kinds: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    code: str = ""
    check: Check | None = None
    signs: frozenset[str] = frozenset()

    def speaks_on(self, day: date) -> bool:
        """Whether the rule applies to a record of this day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def turns(self) -> tuple[date, ...]:
        """The days on which it begins to speak or speaks no longer."""
        after = self.until + timedelta(days=1) if self.until else None
        return tuple(turn for turn in (self.since, after) if turn)

    def is_about(self, kind: str, keys: Iterable[str]) -> bool:
        """Whether it can find anything in a record of a kind with these keys."""
        return (not self.kinds or kind in self.kinds) and (not self.keys or not self.keys.isdisjoint(keys))

    def source_words(self, day: date | None = None) -> Words:
        """All sources as they stood on a day; the unconfirmed ones say so."""
        named = [
            source.on(day).then(same("") if source.confirmed else _UNCONFIRMED) for source in self.sources
        ]
        return Words("；".join(words.zh for words in named), "; ".join(words.en for words in named))


_UNCONFIRMED = Words("（未与原文核对）", " (not confirmed against the text)")


def rule_of(module: Any) -> Rule:
    """The rule that a module of rules/ declares, under the module's name, with its check and its SIGNS."""
    code = module.__name__.rpartition(".")[2].replace("_", "-")
    rule: Rule = module.RULE
    signs: frozenset[str] = getattr(module, "SIGNS", frozenset())
    SOUGHT.add(*signs)
    return replace(rule, code=code, check=getattr(module, "check", None), signs=signs)
