"""Write the search index: small files that a browser fetches as a query needs them.

A page is cut into passages of some thousand signs; a term leads to the passages it stands in. Passages of the
newest publication year form a segment of their own, so that a new record leaves the index of earlier years as it is;
a small site has one segment only.

    search/index.js           names all other files; the only one that is ever changed
    search/<name>.js          a bucket: terms, chosen by their hash, with their passages; or the days of a segment; or
                              those passages of a span (ground/spans.py) that have a term many have
    search/<name>/<n>.js      a passage to show: title, address, date, text

Names hold a hash of what a file, or a group of files, says, so a file never changes and may be kept for ever. Buckets
are small, or a reader would fetch much that was not asked for; they get their names by groups, or the list of names,
which every reader fetches, would be long. Every file calls one function with one JSON value: loaded as a script it
works under `script-src 'self'`, in a sub-folder and from a disk, where browsers refuse to fetch. Bytes follow from the
entries alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.ground.collection import without_collection
from fazhi.ground.passages import passages
from fazhi.ground.pinyin import sounds
from fazhi.ground.postings import encode, runs
from fazhi.ground.search_form import (
    FOLDER,
    FORM,
    INDEX,
    SPAN,
    VERSION,
    bucket,
    bucket_of,
    call,
    count_of,
    group_of,
    is_common,
    name_of,
    place,
    term_text,
)
from fazhi.ground.search_terms import figures, fold, pairs, spelt
from fazhi.ground.spans import Spans
from fazhi.nouns.entry import FACETS, Entry, Searched

ONE_SEGMENT = 1000
"""So many entries are one segment, whatever their years."""
_GROUPS = 512
"""There are at most so many groups of passages, each of a power of two: their number is what every reader fetches."""
_GROUP = 4
"""There are so many passages in a group at least: one that holds less saves nothing to anybody."""
_COLUMNS = (*FACETS, "lang")
_EPOCH = date(2000, 1, 1)


def search_files(searched: Searched, span: int = SPAN) -> Iterator[tuple[str, bytes]]:
    """The path and bytes of every file, paths below the site's root. `span`: how many passages a span has at most."""
    values = _values(searched)
    segments = []
    parts = list(segments_of(searched.entries))
    for number, entries in enumerate(parts):
        segment = _Segment(number, entries, values, entries is max(parts, key=len), span)
        yield from segment.files()
        segments.append(segment.listed)
    yield (
        INDEX,
        call(
            {
                "form": FORM,
                "segments": segments,
                "facets": {key: [label.zh, label.en] for key, label in FACETS.items()},
                "values": {
                    key: [[value, *searched.names.get(key, {}).get(value, (value, value))] for value in known]
                    for key, known in values.items()
                },
                "synonyms": searched.synonyms,
            }
        ),
    )


def _values(searched: Searched) -> dict[str, list[str]]:
    """Every value of every facet that occurs: those with a name in the order of the names, then the others."""
    found = {}
    for key in FACETS:
        values = {entry.facet(key) for entry in searched.entries}
        named = [value for value in searched.names.get(key, ()) if value in values]
        found[key] = [*named, *sorted(values.difference(named))]
    return found


def segments_of(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """The entries of every segment: those of the newest year of publication, if there are many, apart."""
    years = {entry.published[:4] for entry in entries}
    if len(entries) <= ONE_SEGMENT or len(years) == 1:
        yield entries
        return
    newest = max(years)
    yield [entry for entry in entries if entry.published[:4] != newest]
    yield [entry for entry in entries if entry.published[:4] == newest]


@dataclass
class _Segment:
    """Entries with an index of their own. The largest segment tells which pairs are common, for all of them."""

    number: int
    entries: Sequence[Entry]
    values: Mapping[str, Sequence[str]]
    is_largest: bool
    span: int

    def __post_init__(self) -> None:
        self.listed: dict[str, Any] = {}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its files; afterwards `listed` is what the list of segments says of it."""
        terms, firsts, texts = _Terms(), list[int](), list[bytes]()
        with without_collection():
            for entry in self.entries:
                firsts.append(terms.passages)
                for text in passages(entry.text):
                    terms.add(entry, text, terms.passages == firsts[-1])
                    texts.append(call(entry.passage(text)))
            spans = Spans.of(firsts, terms.passages, self.span)
            buckets = [*self._buckets(terms, spans)]
        yield from buckets
        yield from self._columns(firsts, terms.passages)
        yield from self._texts(texts)
        spans_told = encode(spans.entries, len(self.entries) + 1)
        self.listed |= {"entries": len(self.entries), "passages": terms.passages, "spans": spans_told}

    def _buckets(self, terms: "_Terms", spans: Spans) -> Iterator[tuple[str, bytes]]:
        found = list(terms.sorted())
        if self.is_largest:
            common = (term for term, often in found if is_common(term, len(often), terms.passages))
            self.listed["common"] = "".join(common)
        lists = [(term, *spans.write(numbers)) for term, numbers in found]
        for *_, beside in lists:
            yield from beside.items()
        written = [(term, term_text(term, text)) for term, text, _ in lists]
        size = sum(len(text) for _, text in written)
        count, group = count_of(size), group_of(size)
        buckets: list[list[str]] = [[] for _ in range(count)]
        for term, text in written:
            buckets[bucket(term, count)].append(text)
        versions = []
        for start in range(0, count, group):
            data = [bucket_of(texts) for texts in buckets[start : start + group]]
            versions.append(name_of(b"".join(data), VERSION))
            places = (place(self.number, start + at, versions[-1]) for at in range(group))
            yield from ((f"{FOLDER}/{name}.js", each) for name, each in zip(places, data, strict=True))
        self.listed |= {"buckets": "".join(versions), "share": group, "size": size}

    def _columns(self, firsts: list[int], passages: int) -> Iterator[tuple[str, bytes]]:
        columns = {key: runs([self._value(entry, key) for entry in self.entries]) for key in _COLUMNS}
        days = call({"day": runs([_day(entry.published) for entry in self.entries])})
        self.listed |= {"columns": {**columns, "first": encode(firsts, passages)}, "published": name_of(days)}
        yield f"{FOLDER}/{name_of(days)}.js", days

    def _value(self, entry: Entry, key: str) -> int:
        return ("zh", "en").index(entry.lang) if key == "lang" else self.values[key].index(entry.facet(key))

    def _texts(self, texts: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
        size = _GROUP
        while size * _GROUPS < len(texts):
            size *= 2
        versions = []
        for number, start in enumerate(range(0, len(texts), size)):
            group = texts[start : start + size]
            versions.append(name_of(b"".join(group), VERSION))
            folder = f"{FOLDER}/{place(self.number, number, versions[-1])}"
            yield from ((f"{folder}/{at}.js", data) for at, data in enumerate(group))
        self.listed |= {"texts": "".join(versions), "group": size}


@dataclass
class _Terms:
    """In which passages every term stands; `^` before a term means that a title has it."""

    passages: int = 0

    def __post_init__(self) -> None:
        self._pairs: dict[int, list[int]] = defaultdict(list)
        self._pairs_of_titles: dict[int, list[int]] = defaultdict(list)
        self._others: dict[str, list[int]] = defaultdict(list)

    def add(self, entry: Entry, text: str, is_first: bool) -> None:
        """Take in the next passage; an entry's first stands for its title too."""
        number, others = self.passages, self._others
        folded = fold(text)
        if is_first:
            title = fold(entry.title)
            folded = f"{title}\n{folded}"
            for pair in pairs(title):
                self._pairs_of_titles[pair].append(number)
            for term in (*map("^{}".format, figures(title)), *sounds(entry.title)):
                others[term].append(number)
        postings = self._pairs
        for pair in pairs(folded):
            postings[pair].append(number)
        for term in figures(f"{folded}\n{fold(entry.aside)}" if is_first else folded):
            others[term].append(number)
        self.passages += 1

    def sorted(self) -> list[tuple[str, list[int]]]:
        """Every term with its passages, in the order of terms."""
        found = [*self._others.items()]
        for mark, postings in (("", self._pairs), ("^", self._pairs_of_titles)):
            found += ((mark + text, numbers) for pair, numbers in postings.items() if (text := spelt(pair)))
        return sorted(found)


def _day(published: str) -> int:
    """Days since 2000, from 1 on; 0 where the day is not known. A month counts from its first day."""
    if not published:
        return 0
    return max(0, (date.fromisoformat((published + "-01-01")[:10]) - _EPOCH).days + 1)
