"""Pages that find a record by the short code on its notice: a list for every first letter, so that no script is needed.

A page for each code would double the pages of a site. 23 lists hold 10,000 records with some 430 lines each, and a new
record changes one of them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.ground.short_code import LETTERS, short_code
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.site import HOME, NOTICES, SitePage


@dataclass(frozen=True, slots=True)
class Codes:
    """What a page of codes shows: the letters that lead to a list, the one at hand, and its records by code.

    `withdrawn`: the ids of those that were taken back, by code, and the day.
    `example`: a code of this town, empty where it has no record.
    """

    letters: tuple[tuple[str, str | None], ...]
    letter: str
    records: tuple[tuple[str, Record], ...]
    withdrawn: tuple[tuple[str, str, date], ...]
    example: str


def code_pages(register: Register) -> Iterator[SitePage]:
    """The page that asks for the first letter, and the list of every letter with which a code begins."""
    lists: dict[str, list[tuple[str, Record]]] = defaultdict(list)
    for code, id in sorted((short_code(id), id) for id in register.records):
        lists[code[0]].append((code, register.records[id]))
    gone: dict[str, list[tuple[str, str, date]]] = defaultdict(list)
    for code, id in sorted((short_code(id), id) for id in register.town.withdrawn if not register.has(id)):
        gone[code[0]].append((code, id, register.town.withdrawn[id]["on"]))
    known = lists.keys() | gone.keys()
    letters = tuple((letter, _page(letter) if letter in known else None) for letter in LETTERS)
    example = lists[min(lists)][0][0] if lists else ""
    yield SitePage.made(NOTICES, "codes.html", _NAME, (HOME,), Codes(letters, "", (), (), example))
    for letter in sorted(known):
        codes = Codes(letters, letter, tuple(lists[letter]), tuple(gone[letter]), example)
        yield SitePage.made(_page(letter), "codes.html", _LIST.fill(letter=letter), (HOME, NOTICES), codes)


def _page(letter: str) -> str:
    return f"notices/{letter.lower()}"


_NAME = Words("核对公示纸", "Check a notice")
_LIST = Words("以 {letter} 开头的短码", "Short codes that begin with {letter}")
