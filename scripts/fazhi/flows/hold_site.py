"""Hold a site that was built elsewhere or earlier against the records it is to be published with.

It must be what a build makes of them: every file by the digest that the build noted, made from the same content,
templates and program. That list says nothing of the day, and could be made anew with the site; so the files beside the
pages must be what these records give today, and what search shows must stand in the pages.
"""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from posixpath import basename
from urllib.parse import unquote

from fazhi.flows.build import sources_of, standing
from fazhi.flows.lay_out import lay_out
from fazhi.ground.address import address
from fazhi.ground.search_form import FOLDER
from fazhi.ground.words import Words
from fazhi.nouns import record_text
from fazhi.nouns.fault import Fault
from fazhi.nouns.register import Register
from fazhi.verbs.list_build import against_list
from fazhi.verbs.pack import site_files
from fazhi.verbs.record_texts import record_texts
from fazhi.verbs.search_against import search_against


def hold_site(register: Register, site: Path, step: Callable[[], None]) -> list[Fault]:
    """Every way in which the site in a folder is not of this register; `step` is called for each page looked at."""
    names = frozenset(site_files(site))
    differs = against_list(site, names, sources_of(register.root))
    missing = [*_unpaged(register, site), *_other(register, site, names)] or [*_data(register, site)]
    return [*differs, *(missing or search_against(names, lambda path: _read(site / path), step))]


def _unpaged(register: Register, site: Path) -> Iterator[Fault]:
    """Records without a page."""
    for id in register.records:
        if not (site / unquote(address(id)) / "index.html").is_file():
            yield Fault(f"docs/{id}.md", "page-missing", _NO_PAGE)


def _other(register: Register, site: Path, names: Collection[str]) -> Iterator[Fault]:
    """Records whose text in the site is another, and texts in it that no record has."""
    expected = dict(record_texts(standing(register)))
    there = {path for path in names if basename(path) == record_text.FILE}
    for path in sorted(expected.keys() | there):
        if path not in expected or _read(site / path) != expected[path]:
            yield Fault(path, "site-other", _OTHER)


def _data(register: Register, site: Path) -> Iterator[Fault]:
    """Data, feeds and whatever else lies beside the pages that is not what would be written today; search is held by
    itself. The rules have pages only."""
    for path, data in sorted(lay_out(standing(register), {}).files.items()):
        if not path.startswith(f"{FOLDER}/") and _read(site / path) != data:
            yield Fault(path, "site-other", _OTHER_DATA)


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


_NO_PAGE = Words(
    "网站里没有这份记录的网页；请重新生成", "the site has no page of this record; build it again"
)
_OTHER = Words(
    "网站里的这份文字与现在的记录不一致；请重新生成",
    "the site’s text is not what the records say now; build it again",
)
_OTHER_DATA = Words(
    "网站里的这个文件不是按现在的记录、今天的日期生成的样子；请重新生成",
    "the site’s file is not what the records give today; build it again",
)
