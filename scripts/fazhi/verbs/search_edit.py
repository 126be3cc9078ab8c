"""Make an edit of one page known to search, without making the index anew.

A passage keeps its number, and a term says only where it stands, not how often: so an edit touches the buckets of
the terms that came or went, the page's group of passages, and the list of files.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fazhi.ground.passages import passages
from fazhi.ground.pinyin import sounds
from fazhi.ground.postings import decode
from fazhi.ground.search_form import (
    FOLDER,
    INDEX,
    SPAN,
    VERSION,
    bucket,
    bucket_name,
    bucket_of,
    buckets_in,
    call,
    count_of,
    group_of,
    is_common,
    name_of,
    place,
    said,
    term_text,
    versions,
)
from fazhi.ground.search_terms import figures, fold, pairs, spelt
from fazhi.ground.spans import Spans
from fazhi.nouns.entry import FACETS, Entry

Changes = Mapping[str, tuple[set[int], set[int]]]
"""For every term the passages it leaves and those it comes to."""


def search_edit(
    files: Mapping[str, bytes],
    segments: Sequence[Sequence[Entry]],
    before: Entry,
    after: Entry,
    span: int = SPAN,
) -> dict[str, bytes] | None:
    """The files that are new or changed when `before` becomes `after`: the bytes that making all anew would give.

    `segments` hold the entries before the edit, `span` is what the index was made with. None where more changes than
    words: the page's place among others, what it is narrowed by, the number of its passages, or that of buckets.
    """
    olds, news = list(passages(before.text)), list(passages(after.text))
    if _frame(before, olds) != _frame(after, news):
        return None
    manifest = said(files[INDEX])
    number, at = _place(segments, before)
    listed = manifest["segments"][number]
    firsts = decode(listed["columns"]["first"])
    first, spans = firsts[at], Spans.of(firsts, listed["passages"], span)
    written = _buckets(files, number, listed, _changes(before, after, olds, news, first), spans)
    if written is None:
        return None
    shown = {first + part: call(after.passage(text)) for part, text in enumerate(news)}
    return {**written, **_texts(files, number, listed, shown), INDEX: call(manifest)}


def _frame(entry: Entry, texts: Sequence[str]) -> tuple[Any, ...]:
    """What an edit leaves as it is, if it is one of words."""
    return (entry.order, *map(entry.facet, FACETS), len(texts))


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


def _buckets(
    files: Mapping[str, bytes], segment: int, listed: dict[str, Any], changes: Changes, spans: Spans
) -> dict[str, bytes] | None:
    """The buckets anew, with those that share a version with them; the segment's list then names them.

    None where there would be more buckets, or fewer.
    """
    anew: dict[int, bytes] = {}
    changed, beside = _changed(files, segment, listed, changes, spans)
    for at, terms in changed.items():
        texts = [term_text(*each) for each in sorted(terms.items())]
        before = said(files[_bucket(segment, at, listed)])
        listed["size"] += sum(map(len, texts)) - sum(len(term_text(*each)) for each in before.items())
        anew[at] = bucket_of(texts)
    if count_of(listed["size"]) != buckets_in(listed) or group_of(listed["size"]) != listed["share"]:
        return None
    return beside | _groups(files, segment, listed, anew)


def _groups(
    files: Mapping[str, bytes], segment: int, listed: dict[str, Any], anew: Mapping[int, bytes]
) -> dict[str, bytes]:
    """The groups of the buckets that are anew, under new names."""
    known, share = versions(listed["buckets"]), listed["share"]
    written: dict[str, bytes] = {}
    for group in sorted({at // share for at in anew}):
        numbers = range(group * share, (group + 1) * share)
        data = [anew.get(at) or files[_bucket(segment, at, listed)] for at in numbers]
        known[group] = name_of(b"".join(data), VERSION)
        names = (place(segment, at, known[group]) for at in numbers)
        written |= {f"{FOLDER}/{name}.js": each for name, each in zip(names, data, strict=True)}
    listed["buckets"] = "".join(known)
    return written


def _changed(
    files: Mapping[str, bytes], segment: int, listed: dict[str, Any], changes: Changes, spans: Spans
) -> tuple[dict[int, dict[str, str]], dict[str, bytes]]:
    """The terms of every bucket that changes, with their passages, and the files beside the buckets.

    The segment's list then tells which are common.
    """
    count = buckets_in(listed)
    told = listed.get("common", "")
    common = {told[at : at + 2] for at in range(0, len(told), 2)}
    by_bucket: dict[int, dict[str, str]] = {}
    beside: dict[str, bytes] = {}
    for term, (left, come) in changes.items():
        at = bucket(term, count)
        if at not in by_bucket:
            by_bucket[at] = said(files[_bucket(segment, at, listed)])
        numbers = sorted({*spans.read(by_bucket[at].pop(term, ""), files)} - left | come)
        if numbers:
            by_bucket[at][term], own = spans.write(numbers)
            beside |= own
        common.discard(term)
        common |= {term} if is_common(term, len(numbers), spans.passages) else set()
    if "common" in listed:
        listed["common"] = "".join(sorted(common))
    return by_bucket, beside


def _texts(
    files: Mapping[str, bytes], segment: int, listed: dict[str, Any], shown: Mapping[int, bytes]
) -> dict[str, bytes]:
    """The groups of the passages anew; the segment's list then names them."""
    known, size = versions(listed["texts"]), listed["group"]
    written: dict[str, bytes] = {}
    for group in sorted({number // size for number in shown}):
        numbers = range(group * size, min((group + 1) * size, listed["passages"]))
        folder = f"{FOLDER}/{place(segment, group, known[group])}"
        data = [shown.get(number) or files[f"{folder}/{number % size}.js"] for number in numbers]
        known[group] = name_of(b"".join(data), VERSION)
        folder = f"{FOLDER}/{place(segment, group, known[group])}"
        written |= {f"{folder}/{at}.js": each for at, each in enumerate(data)}
    listed["texts"] = "".join(known)
    return written


def _bucket(segment: int, number: int, listed: Mapping[str, Any]) -> str:
    return f"{FOLDER}/{bucket_name(segment, number, listed)}.js"
