"""What of a standing page may not change silently: its figures and days, the town's names, and addresses outside.

Wording may: such a page explains, it records nothing. The manual in guide/ speaks of this program and not of the town,
and the home page is mostly made of records; neither is held.
"""

import re
from collections.abc import Iterator

from fazhi.ground.markdown import is_local
from fazhi.ground.visible import squeeze, visible
from fazhi.nouns.document import Document
from fazhi.nouns.record import Page
from fazhi.nouns.town import Town

MARK = "page:"
"""Begins the id under which a standing page is held: no record's does."""
_NOT_HELD = re.compile(r"guide/|index$")
_HAN = "〇零一二两三四五六七八九十百千万亿"
_FIGURE = re.compile(rf"\d+(?:[.,:/-]\d+)*%?|[{_HAN}]+(?=个?(?:工作)?[年月日天时分元条号人户项份])")


def is_held(page: Page) -> bool:
    """Whether the page's facts are held against the last release."""
    return not _NOT_HELD.match(page.id)


def page_parts(page: Page, town: Town) -> dict[str, str]:
    """The parts by name, each as text; those of a translation after its language."""
    names = _names(town)
    found: dict[str, str] = {}
    for document in page.documents:
        mark = "" if document is page.original else f"{document.lang}."
        found |= {f"{mark}{part}": text for part, text in _parts(document, names) if text}
    return found


def _parts(document: Document, names: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    text = f"{squeeze(document.title)}\n{visible(document.body.text)}"
    yield "figures", " ".join(_FIGURE.findall(text))
    yield "names", " ".join(names.findall(text))
    yield "links", " ".join(link.to for link in document.body.links() if not is_local(link.to))


def _names(town: Town) -> re.Pattern[str]:
    """Whatever the town calls itself, its offices and its villages, the longest first."""
    told = [town.values.get("name", {})]
    told += [each.get("name", {}) for table in (town.offices, town.villages) for each in table.values()]
    names = {squeeze(name) for words in told for name in words.values() if name}
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)")
