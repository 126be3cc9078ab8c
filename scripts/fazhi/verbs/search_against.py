"""Hold what search shows against the pages: whoever searches must not be told anything that its page does not say.

Files and manifest may agree and both be wrong: this looks at what they say. Every passage leads to a page that has its
title and every word of it, in itself or in a file it offers (white space parts words, so a Chinese sentence or a figure
is one); every record is found; and no file lies there that the index does not name.
"""

import posixpath
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from fazhi.ground.postings import decode
from fazhi.ground.search_form import FOLDER, INDEX, bucket_name, buckets_in, place, said, versions
from fazhi.ground.seen_text import seen_text
from fazhi.ground.spans import files_of
from fazhi.ground.words import Words
from fazhi.nouns import record_text
from fazhi.nouns.fault import Fault

Fetch = Callable[[str], bytes | None]


class Passage(NamedTuple):
    """What one file shows: the path of its page, and the words that are said to stand there."""

    path: str
    page: str
    words: tuple[str, ...]


def search_against(names: Collection[str], fetch: Fetch, step: Callable[[], None]) -> list[Fault]:
    """Every way in which search and pages disagree; nothing where a site has no search.

    `names`: all its files; `step` is called for each page.
    """
    if INDEX not in names:
        return []
    try:
        index = said(fetch(INDEX) or b"")
        listed = _listed(index, len(names), fetch)
        passages = [_passage(path, fetch) for path in sorted(listed.texts(names))]
        pages = _Pages(names, fetch)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return [Fault(INDEX, "search-form", _FORM)]
    return sorted({*_extra(names, listed), *_against(passages, pages, step), *_unfound(names, passages)})


class _Listed(NamedTuple):
    """The names that the index gives: of files, and of folders of texts."""

    files: frozenset[str]
    folders: frozenset[str]

    def texts(self, names: Collection[str]) -> frozenset[str]:
        """The files that hold texts."""
        return frozenset(
            path for path in names if path.endswith(".js") and posixpath.dirname(path) in self.folders
        )


def _listed(index: Mapping[str, Any], most: int, fetch: Fetch) -> _Listed:
    """What the index names, and what its buckets name in turn.

    Raises ValueError for more than `most` files, which are not there then.
    """
    files, folders = {INDEX}, set[str]()
    if sum(map(buckets_in, index["segments"])) > most:
        raise ValueError("more files than there are")
    for number, segment in enumerate(index["segments"]):
        names = (bucket_name(number, at, segment) for at in range(buckets_in(segment)))
        buckets = [f"{FOLDER}/{name}.js" for name in names]
        files |= {*buckets, f"{FOLDER}/{segment['published']}.js"}
        if len(decode(segment.get("spans", ""))) > 1:
            files.update(
                path for bucket in buckets for text in _lists(bucket, fetch) for path in files_of(text)
            )
        folders.update(f"{FOLDER}/{place(number, *each)}" for each in enumerate(versions(segment["texts"])))
    return _Listed(frozenset(files), frozenset(folders))


def _lists(bucket: str, fetch: Fetch) -> Iterator[str]:
    """What stands in a bucket for each of its terms; nothing where it is missing, which others tell."""
    data = fetch(bucket)
    yield from said(data).values() if data else ()


def _passage(path: str, fetch: Fetch) -> Passage:
    title, address, _, text = said(fetch(path) or b"")
    words = (word for word in (title, *text.split()) if any(map(str.isalnum, word)))
    return Passage(path, f"{unquote(address)}index.html", tuple(map(_plain, words)))


def _extra(names: Collection[str], listed: _Listed) -> Iterator[Fault]:
    texts = listed.texts(names)
    for path in names:
        is_ours = path.startswith(f"{FOLDER}/") and path.endswith(".js")
        if is_ours and path not in listed.files and path not in texts:
            yield Fault(path, "search-extra", _EXTRA)


def _against(passages: list[Passage], pages: "_Pages", step: Callable[[], None]) -> Iterator[Fault]:
    """Page by page, so that each is read once."""
    by_page = defaultdict(list)
    for passage in passages:
        by_page[passage.page].append(passage)
    for page, own in by_page.items():
        step()
        data = pages.fetch(page)
        if data is None:
            yield from (
                Fault(passage.path, "search-page-missing", _NO_PAGE.fill(page=page)) for passage in own
            )
        else:
            differing = pages.differing(page, data.decode(errors="replace"), own)
            yield from (Fault(each.path, "search-differs", _DIFFERS.fill(page=page)) for each in differing)


@dataclass(frozen=True)
class _Pages:
    """The pages of a site, and the files they offer."""

    names: Collection[str]
    fetch: Fetch

    def differing(self, page: str, html: str, passages: list[Passage]) -> list[Passage]:
        """The passages with a word that neither the page says nor a file it offers; files are read only for those."""
        text = _shown(html)
        left = _without(passages, text)
        return _without(left, "\0".join((text, *self._files(page, html)))) if left else []

    def _files(self, page: str, html: str) -> Iterator[str]:
        """What one sees of the files of the site that a page leads to."""
        links = (node.attributes.get("href") or "" for node in LexborHTMLParser(html).css("a[href]"))
        folder = posixpath.dirname(page)
        paths = {
            posixpath.normpath(posixpath.join(folder, unquote(link.partition("#")[0]))) for link in links
        }
        for path in sorted(paths):
            if path in self.names and not path.endswith(".html"):
                yield _plain(seen_text(self.fetch(path) or b"", posixpath.basename(path)))


def _without(passages: list[Passage], text: str) -> list[Passage]:
    """Those with a word that a text has not."""
    return [passage for passage in passages if any(word not in text for word in passage.words)]


def _unfound(names: Collection[str], passages: list[Passage]) -> Iterator[Fault]:
    """Records, known by the file beside their page, that search does not know."""
    found = {passage.page for passage in passages}
    for path in names:
        page = f"{posixpath.dirname(path)}/index.html"
        if posixpath.basename(path) == record_text.FILE and page not in found:
            yield Fault(page, "search-missing", _UNFOUND)


def _shown(html: str) -> str:
    """Everything that a page says: its text, and the description that stands in its head."""
    tree = LexborHTMLParser(html)
    tree.strip_tags(["script", "style"])
    for node in tree.css(_PUT_IN):
        node.decompose()
    described = (node.attributes.get("content") or "" for node in tree.css('meta[name="description"]'))
    body = tree.body.text(separator="") if tree.body else ""
    return _plain(" ".join([body, *map(unescape, described)]))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).translate(_MARKS).split())


_PUT_IN = ".fz-claim__mark, .footnote-ref"
"""What the page puts into its text: marks of claims, numbers of notes."""
_MARKS = str.maketrans("", "", "*_`[]\\|")
_FORM = Words("检索数据读不出来", "the search data cannot be read")
_EXTRA = Words("检索索引里没有这个文件", "the search index does not name this file")
_NO_PAGE = Words("检索指向的网页 {page} 不存在", "search leads to {page}, which does not exist")
_DIFFERS = Words("检索里的文字与网页 {page} 不一致", "search says something that its page {page} does not")
_UNFOUND = Words("这份记录在检索里找不到", "search does not find this record")
