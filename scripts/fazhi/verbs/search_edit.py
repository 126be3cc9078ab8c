"""Make an edit of one page known to search, without making the index anew.

A passage keeps its number, and a term says only where it stands, not how often: so an edit touches the buckets of
the terms that came or went, the page's group of passages, and the list of files.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fazhi.ground.passages import passages
from fazhi.ground.pinyin import sounds
from fazhi.ground.postings import decode, encode
from fazhi.ground.search_form import (
    FOLDER,
    INDEX,
    NAME,
    bucket,
    bucket_of,
    call,
    count_of,
    name_of,
    said,
    term_text,
)
from fazhi.ground.search_terms import figures, fold, pairs, spelt
from fazhi.nouns.entry import FACETS, Entry

Changes = Mapping[str, tuple[set[int], set[int]]]
"""For every term the passages it leaves and those it comes to."""


def search_edit(
    files: Mapping[str, bytes], segments: Sequence[Sequence[Entry]], before: Entry, after: Entry
) -> dict[str, bytes] | None:
    """The files that are new or changed when `before` becomes `after`: the bytes that making all anew would give.

    `segments` hold the entries before the edit. None where more changes than words: the page's place among others,
    what it is narrowed by, the number of its passages, or that of buckets.
    """
    if _frame(before) != _frame(after):
        return None
    olds, news = list(passages(before.text)), list(passages(after.text))
    if len(olds) != len(news):
        return None
    manifest = said(files[INDEX])
    number, at = _place(segments, before)
    listed = manifest["segments"][number]
    first = decode(said(files[f"{FOLDER}/{listed['columns']}.js"])["first"])[at]
    written = _buckets(files, listed, _changes(before, after, olds, news, first))
    if written is None:
        return None
    shown = {first + part: call(after.passage(text)) for part, text in enumerate(news)}
    return {**written, **_texts(files, listed, shown), INDEX: call(manifest)}


def _frame(entry: Entry) -> tuple[Any, ...]:
    return (entry.order, *map(entry.facet, FACETS))


def _place(segments: Sequence[Sequence[Entry]], entry: Entry) -> tuple[int, int]:
    return next(
        (number, at)
        for number, entries in enumerate(segments)
        for at, each in enumerate(entries)
        if each is entry
    )


def _changes(before: Entry, after: Entry, olds: list[str], news: list[str], first: int) -> Changes:
    found: dict[str, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for part, (old, new) in enumerate(zip(olds, news, strict=True)):
        had, has = set(_terms(before, old, part == 0)), set(_terms(after, new, part == 0))
        for term in had - has:
            found[term][0].add(first + part)
        for term in has - had:
            found[term][1].add(first + part)
    return found


def _terms(entry: Entry, text: str, is_first: bool) -> Iterator[str]:
    folded = fold(text)
    if is_first:
        title = fold(entry.title)
        yield from (f"^{term}" for term in (*_characters(title), *figures(title)))
        yield from sounds(entry.title)
        folded = f"{title}\n{folded}"
    yield from _characters(folded)
    yield from figures(f"{folded}\n{fold(entry.aside)}" if is_first else folded)


def _characters(folded: str) -> Iterator[str]:
    return (text for pair in pairs(folded) if (text := spelt(pair)))


def _buckets(files: Mapping[str, bytes], listed: dict[str, Any], changes: Changes) -> dict[str, bytes] | None:
    """The buckets anew; the segment's list then names them. None where there would be more buckets, or fewer."""
    names, passages_in_all = _names(listed["buckets"]), listed["passages"]
    by_bucket: dict[int, dict[str, str]] = {}
    for term, (left, come) in changes.items():
        at = bucket(term, len(names))
        if at not in by_bucket:
            by_bucket[at] = said(files[f"{FOLDER}/{names[at]}.js"])
        numbers = sorted({*decode(by_bucket[at].pop(term, ""))} - left | come)
        if numbers:
            by_bucket[at][term] = encode(numbers, passages_in_all)
    written: dict[str, bytes] = {}
    for at, terms in by_bucket.items():
        texts = [term_text(*each) for each in sorted(terms.items())]
        before = said(files[f"{FOLDER}/{names[at]}.js"])
        listed["size"] += sum(map(len, texts)) - sum(len(term_text(*each)) for each in before.items())
        data = bucket_of(texts)
        names[at] = name_of(data)
        written[f"{FOLDER}/{names[at]}.js"] = data
    listed["buckets"] = "".join(names)
    return written if count_of(listed["size"]) == len(names) else None


def _texts(
    files: Mapping[str, bytes], listed: dict[str, Any], shown: Mapping[int, bytes]
) -> dict[str, bytes]:
    """The groups of the passages anew; the segment's list then names them."""
    names, size = _names(listed["texts"]), listed["group"]
    written: dict[str, bytes] = {}
    for group in sorted({number // size for number in shown}):
        numbers = range(group * size, min((group + 1) * size, listed["passages"]))
        data = [
            shown.get(number) or files[f"{FOLDER}/{names[group]}/{number % size}.js"] for number in numbers
        ]
        names[group] = name_of(b"".join(data))
        written |= {f"{FOLDER}/{names[group]}/{at}.js": each for at, each in enumerate(data)}
    listed["texts"] = "".join(names)
    return written


def _names(text: str) -> list[str]:
    return [text[at : at + NAME] for at in range(0, len(text), NAME)]
