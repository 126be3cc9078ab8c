"""Search a built site for personal data: the pages as a browser shows them, and every file that is derived from records.

The records were searched before; here is found what only the building puts together: entities, inline marks within a
number, attributes, search data, tables for download, feeds. A waiver of any record holds for what was built from it.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from fazhi.ground.problem import Place, Problem
from fazhi.ground.words import same
from fazhi.nouns.passage import Passage
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Rule
from fazhi.nouns.waiver import enough, problem, waived_until

SUFFIXES = (".html", ".htm", ".json", ".csv", ".xml", ".txt", ".ics", ".js", ".svg", ".webmanifest", ".md")
_ASSETS = "assets/"
_INLINE = "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr".split()
_SPOKEN = re.compile(
    r"\s(?:alt|title|content|aria-label|value|placeholder|label|summary|href|src|data-[a-z-]{1,40})\s?=\s?"
    r"(\"[^\"]*+\"|'[^']*+'|[^\s>\"']++)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s{0,9}/?>\n?", re.IGNORECASE)
_GAP = "\n\n"


def scan(
    folder: Path, register: Register, rules: Mapping[str, Rule], paths: Iterable[str] | None = None
) -> list[Problem]:
    """Every problem of the passage rules in the files below `folder`, with paths relative to it.

    `paths` narrows it to the files that changed; without it every file is read but the theme's own in assets/.
    """
    on_passages = [rule for rule in rules.values() if rule.on == "passage" and rule.speaks_on(register.as_of)]
    found: set[Problem] = set()
    for path in sorted(_files(folder) if paths is None else paths):
        if path.endswith(SUFFIXES) and (folder / path).is_file():
            found.update(_in_file(folder, path, on_passages, register))
    return sorted(found)


def _files(folder: Path) -> Iterator[str]:
    for where, _, names in os.walk(folder):
        for name in names:
            path = Path(where, name).relative_to(folder).as_posix()
            if not path.startswith(_ASSETS):
                yield path


def _in_file(folder: Path, path: str, rules: Iterable[Rule], register: Register) -> Iterator[Problem]:
    source = (folder / path).read_text(encoding="utf-8", errors="replace")
    text = f"{path}{_GAP}{_READERS.get(Path(path).suffix, str)(source)}"
    passage = Passage(path, text, _places(source, text, len(path) + len(_GAP)))
    for rule in rules:
        if rule.signs and rule.signs.isdisjoint(passage.signs):
            continue
        yield from enough(rule, _by_rule(rule, passage, register))


def _by_rule(rule: Rule, passage: Passage, register: Register) -> Iterator[Problem]:
    for found in rule.check(passage, register) if rule.check else ():
        place = passage.place(found.at) if isinstance(found.at, int) else Place()
        record = _waiving(rule, found.text, register)
        yield problem(rule, found, passage.path, place, record, register.as_of, same(""))


def _places(source: str, text: str, begins: int) -> Callable[[int], Place]:
    """Where in the file as it lies on disk the words at an offset of its text stand; its first line if they are split."""

    def place(offset: int) -> Place:
        at = source.find(text[offset : offset + 6]) if offset >= begins else -1
        if at < 0:
            return Place()
        start = source.rfind("\n", 0, at) + 1
        return Place(source.count("\n", 0, at) + 1, at - start + 1)

    return place


def _waiving(rule: Rule, text: str, register: Register) -> Record | None:
    """A record that releases the text from the rule."""
    waiving = (record for record in register.records.values() if record.get("waivers"))
    return next((record for record in waiving if waived_until(rule, text, record, register.as_of)), None)


def _page(source: str) -> str:
    """What a page shows and says: text with inline marks melted away, and attributes that are read out or followed."""
    tree = LexborHTMLParser(_BREAK.sub("\n", source))
    scripts = [node.text() for node in tree.css("script")]
    tree.strip_tags(["script", "style"])
    tree.unwrap_tags(_INLINE)
    tree.merge_text_nodes()
    body = tree.root.text(separator=_GAP) if tree.root else ""
    said = (unquote(unescape(match[1].strip("\"'"))) for match in _SPOKEN.finditer(source))
    return _GAP.join([body, *said, *scripts])


def _whole(text: str) -> str:
    """A text of a feed or of search data; where it is markup itself, also as a browser would show it."""
    return f"{text}{_GAP}{_page(text)}" if "</" in text else text


def _data(source: str) -> str:
    """Every text and number in JSON."""
    try:
        return _GAP.join(_leaves(json.loads(source)))
    except (ValueError, RecursionError):
        return source


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, str | int | float):
        yield _whole(str(value))


def _markup(source: str) -> str:
    """Texts and attributes of XML, read as a browser reads markup."""
    tree = LexborHTMLParser(source)
    attributes = (value for node in tree.css("*") for value in node.attributes.values() if value)
    return _GAP.join([_whole(tree.root.text(separator=_GAP) if tree.root else ""), *attributes])


_READERS: dict[str, Callable[[str], str]] = {
    ".html": _page,
    ".htm": _page,
    ".json": _data,
    ".webmanifest": _data,
    ".xml": _markup,
    ".svg": _markup,
}
