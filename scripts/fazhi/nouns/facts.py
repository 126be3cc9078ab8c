"""What of a record may not change silently, part by part, and what stands for it in a manifest (DESIGN §8).

The parts go by names that a clerk can place: a field of the original (`title`, `published`), `text`, `file x.pdf`,
`links` (addresses outside the site with the words that lead there), `link <id or path>` (the words that lead to a page or
file of the site), and of a translation `en.title`, `en.text`, `en.link <id>`, `en.file x.pdf`. Mark-up and white space have no part.
town.yml is held too, under the id `town`: it names the offices and villages that every page shows, and says what is due when. Standing pages are
held as `page:<id>` by their figures and names (nouns/page_facts.py) and their files; their corrections stand in town.yml.

Digests are salted: whoever guesses what a withdrawn record said cannot try it out, once its salt is gone.
"""

import hashlib
import json
import posixpath
import re
import secrets
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from fazhi.ground.markdown import is_local
from fazhi.ground.visible import squeeze, visible
from fazhi.nouns.digest import facts, file_digests
from fazhi.nouns.document import Document
from fazhi.nouns.page_facts import MARK, is_held, page_parts
from fazhi.nouns.record import Page, Record
from fazhi.nouns.register import Register
from fazhi.nouns.town import Town

TOWN = "town"
"""The id under which town.yml is held."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The parts of a record by name, as text; and its corrections, each as text."""

    parts: Mapping[str, str]
    corrections: tuple[str, ...]

    def digest(self, salt: str) -> str:
        """The salted digest of all parts."""
        return salted(salt, canonical(self.parts))


def facts_of(register: Register) -> dict[str, Facts]:
    """What of each record, and of the town, may not change silently."""
    records = {id: _of_record(record, register.root) for id, record in register.records.items()}
    return {**records, **_of_pages(register), TOWN: _of_town(register.town)}


def _of_record(record: Record, root: Path) -> Facts:
    told: dict[str, Any] = facts(record, root)
    parts = {key: canonical(value) for key, value in told["values"].items()}
    parts |= {key: squeeze(canonical(value)) for key in ADDED_LATER if (value := record.get(key))}
    parts |= {
        "text": told["text"],
        **{f"{_FILE}{path}": str(digest) for path, digest in told["files"].items()},
    }
    for document in record.documents:
        mark = "" if document is record.original else f"{document.lang}."
        outside = _outside(document)
        parts |= {f"{mark}links": canonical(outside)} if outside else {}
        parts |= {f"{mark}{_LINK}{to}": words for to, words in _within(document, record.id)}
        if mark:
            parts |= {f"{mark}{key}": squeeze(str(value)) for key, value in document.values.items()}
            parts[f"{mark}text"] = visible(document.body.text)
            parts |= _files(mark, record.id, document, root)
    if quoted := [each["en"] for each in record.get("claims", ()) if "en" in each]:
        parts["en.claims"] = squeeze(canonical(quoted))
    return Facts(parts, _corrections(record.get("corrections", ())))


def _files(mark: str, id: str, document: Document, root: Path) -> dict[str, str]:
    found = file_digests((), id, document, root)
    return {f"{mark}{_FILE}{path}": str(digest) for path, digest in found.items()}


def led_to(part: str) -> str | None:
    """The id of the page, or the path of the file, whose links a part holds; None for another part."""
    found = _LINK_PART.fullmatch(part)
    return found[1] if found else None


def _outside(document: Document) -> list[tuple[str, str]]:
    """The words, or the name of a reference, and the address outside the site that they lead to; sorted."""
    links = (link for link in document.body.links() if not is_local(link.to))
    return sorted((visible(link.text), link.to) for link in links)


def _within(document: Document, id: str) -> Iterator[tuple[str, str]]:
    """The id of every page and path of every file of the site that a text leads to, with the words that do."""
    told: dict[str, list[str]] = defaultdict(list)
    for link in document.body.links():
        path = unquote(link.to.partition("#")[0])
        if path and is_local(link.to):
            to = posixpath.normpath(posixpath.join(posixpath.dirname(id), path))
            told[to.removesuffix(".md").removesuffix(f".{document.lang}")].append(visible(link.text))
    return ((to, canonical(words)) for to, words in told.items())


def _of_pages(register: Register) -> dict[str, Facts]:
    """Every standing page that is held; one that is gone has its corrections only."""
    told: dict[str, list[Any]] = defaultdict(list)
    for entry in register.town.values.get("corrections", ()):
        if "page" in entry:
            told[entry["page"]].append(entry)
    held = {id: _of_page(page, register) for id, page in register.pages.items() if is_held(page)}
    return {f"{MARK}{id}": Facts(held.get(id, {}), _corrections(told.get(id, ()))) for id in {*held, *told}}


def _of_page(page: Page, register: Register) -> dict[str, str]:
    """Its figures and names, and the files that it leads to."""
    parts = page_parts(page, register.town)
    for document in page.documents:
        mark = "" if document is page.original else f"{document.lang}."
        parts |= _files(mark, page.id, document, register.root)
    return parts


def _of_town(town: Town) -> Facts:
    """Tables entry by entry, so that the town may grow; whatever else moves a deadline or the town's name as a whole."""
    told = {table: town.values.get(table) or {} for table in _TABLES}
    parts = {
        f"{table}.{id}": canonical(each) for table, entries in told.items() for id, each in entries.items()
    }
    parts |= {key: canonical(town.values.get(key)) for key in _WHOLE}
    parts |= {f"site.{key}": canonical(town.site.get(key)) for key in ("title", "id_code")}
    parts |= {f"public_phones.{each}": each for each in town.values.get("public_phones", ())}
    parts |= {f"{WITHDRAWAL}{id}": canonical(each) for id, each in town.withdrawn.items()}
    own = [entry for entry in town.values.get("corrections", ()) if "page" not in entry]
    return Facts(parts, _corrections(own))


def _corrections(entries: Any) -> tuple[str, ...]:
    return tuple(canonical(entry) for entry in entries)


_LINK, _FILE = "link ", "file "
WITHDRAWAL = "withdrawals."
"""Begins the parts of the town that tell why a record was taken back; that one is gone is told by itself."""
_LINK_PART = re.compile(rf"(?:[a-z]+\.)?{_LINK}(.+)", re.DOTALL)
ADDED_LATER = frozenset(("posted",))
"""Bookkeeping that may be added to a published record, though never changed or taken away: when its paper hung."""
_TABLES = ("offices", "posts", "villages", "items", "duties", "schools")
_WHOLE = ("name", "code", "timezone", "holidays", "study_hours", "broadcasts", "validity")


def canonical(value: Any) -> str:
    """JSON of a value without spaces, keys sorted; days as text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def salted(salt: str, text: str | bytes) -> str:
    """SHA-256 of salt, a zero byte and the text: 64 hexadecimal digits."""
    data = text.encode() if isinstance(text, str) else text
    return hashlib.sha256(salt.encode() + b"\0" + data).hexdigest()


def new_salt() -> str:
    """128 bits that nobody can guess, as 32 hexadecimal digits."""
    return secrets.token_hex(16)
