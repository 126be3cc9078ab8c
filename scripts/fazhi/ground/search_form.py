"""The form of the search index: how a file is written and named, and in which a term stands.

The reader (overrides/assets/search-index.js) has the same form; a test holds both to each other.
"""

import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any

FOLDER = "search"
FORM = 5
"""The form of the files; a reader of another form asks for a newer page instead of guessing."""
_NEVER_COMMON = frozenset("#^'0123456789〇零一二三四五六七八九十百千万亿两")
"""No pair with one of these is told as common: a list of pairs must not look like the number of somebody."""
INDEX = f"{FOLDER}/index.js"
"""The file that names all others."""
NAME = 9
"""So many letters has the name of a file that stands alone."""
VERSION = 5
"""So many letters tell one content of a group of buckets, or of passages, from every other it had: one of 12 million.

Its place says which of them it is, so that the list, which every reader fetches, holds these letters alone.
"""
_PLACE = 4
"""So many letters say which of a segment's buckets, or groups of passages, it is: one of 457 thousand."""
_BUCKET = 1000
"""So many signs has a bucket, about: one that holds more brings a reader what was not asked for, and one that holds less
saves nothing, since its head counts too."""


SPAN = 1 << 14
"""So many passages has a span at most: a list of more passages than that may lie in files of its own, one a span."""


def count_of(size: int) -> int:
    """How many buckets for so many signs."""
    return 1 << max(0, round(math.log2((size + 1) / _BUCKET)))


def group_of(size: int) -> int:
    """How many buckets beside each other share a version, for so many signs.

    As the number of versions grows, so does the list, which every reader fetches; as a group grows, so does what one
    changed record writes anew.
    """
    groups = 1 << max(0, round(math.log2(math.sqrt(size + 1) / 3)))
    return max(1, count_of(size) // groups)


def bucket(term: str, count: int) -> int:
    """The bucket of a term: the same for a term of titles, and for words that begin alike, so that one file has all."""
    bare = term.lstrip("^'#")
    if bare[:3].isascii() and bare[:2].isalpha():
        bare = bare[:3]
    hashed = 2166136261
    for sign in bare:
        hashed = ((hashed ^ ord(sign)) * 16777619) & 0xFFFFFFFF
    return (hashed ^ hashed >> 15) & (count - 1)


def call(value: Any) -> bytes:
    """A file that says a value of JSON."""
    return call_of(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def call_of(value: str) -> bytes:
    """A file that says a value written as JSON."""
    return f"fazhiSearch({value})\n".encode()


def name_of(data: bytes, size: int = NAME) -> str:
    """Small letters that stand for some bytes: no digits, which could look like a number of somebody."""
    return letters(int.from_bytes(hashlib.sha256(data).digest()[:8], "big"), size)


def letters(number: int, size: int) -> str:
    """A number as so many small letters, the lowest first; what is more is left out."""
    written = ""
    for _ in range(size):
        number, letter = divmod(number, 26)
        written += chr(97 + letter)
    return written


def place(segment: int, number: int, version: str) -> str:
    """The name of a segment's bucket or group of passages by its number and version."""
    return f"{letters(segment, 1)}{letters(number, _PLACE)}{version}"


def buckets_in(listed: Mapping[str, Any]) -> int:
    """How many buckets a segment has, as the list of files says."""
    return len(listed["buckets"]) // VERSION * int(listed["share"])


def bucket_name(segment: int, number: int, listed: Mapping[str, Any]) -> str:
    """The name of a segment's bucket by its number."""
    start = number // listed["share"] * VERSION
    return place(segment, number, listed["buckets"][start : start + VERSION])


def versions(text: str) -> list[str]:
    """The versions of a segment's groups, as the list of files holds them."""
    return [text[at : at + VERSION] for at in range(0, len(text), VERSION)]


def is_common(term: str, often: int, passages: int) -> bool:
    """Whether a pair of characters occurs in so many passages that looking for it narrows nothing."""
    return len(term) == 2 and often * 3 > passages and _NEVER_COMMON.isdisjoint(term)


def said(data: bytes) -> Any:
    """The value that a file says."""
    return json.loads(data[len("fazhiSearch(") : -2])


def term_text(term: str, numbers: str) -> str:
    """A term with its passages, as it stands in a bucket."""
    return f'"{term}":"{numbers}"'


def bucket_of(texts: list[str]) -> bytes:
    """The file of a bucket."""
    return call_of("{" + ",".join(texts) + "}")
