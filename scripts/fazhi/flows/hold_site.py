"""Hold a site that was built elsewhere or earlier against the records it is to be published with.

What the build left beside each page must be what these records give now, and what search shows must stand in the pages:
a page changed by hand, or a site of yesterday's records, does not go out.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import basename
from urllib.parse import unquote

from fazhi.flows.build import standing
from fazhi.ground.address import address
from fazhi.ground.words import Words
from fazhi.nouns import record_text
from fazhi.nouns.fault import Fault
from fazhi.nouns.register import Register
from fazhi.verbs.pack import site_files
from fazhi.verbs.record_texts import record_texts
from fazhi.verbs.search_against import search_against


def hold_site(register: Register, site: Path, step: Callable[[], None]) -> list[Fault]:
    """Every way in which the site in a folder is not of this register; `step` is called for each page looked at."""
    missing = [*_unpaged(register, site), *_other(register, site)]
    return missing or search_against(frozenset(site_files(site)), lambda path: _read(site / path), step)


def _unpaged(register: Register, site: Path) -> Iterator[Fault]:
    """Records without a page."""
    for id in register.records:
        if not (site / unquote(address(id)) / "index.html").is_file():
            yield Fault(f"docs/{id}.md", "page-missing", _NO_PAGE)


def _other(register: Register, site: Path) -> Iterator[Fault]:
    """Records whose text in the site is another, and texts in it that no record has."""
    expected = dict(record_texts(standing(register)))
    there = {path for path in site_files(site) if basename(path) == record_text.FILE}
    for path in sorted(expected.keys() | there):
        if path not in expected or _read(site / path) != expected[path]:
            yield Fault(path, "site-other", _OTHER)


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


_NO_PAGE = Words(
    "网站里没有这份记录的网页；请重新生成", "the site has no page of this record; build it again"
)
_OTHER = Words(
    "网站里的这份文字与现在的记录不一致；请重新生成",
    "the site’s text is not what the records say now; build it again",
)
