"""The form of the search index: how a file is written and named, and in which a term stands.

The reader (overrides/assets/search-index.js) has the same form; a test holds both to each other.
"""

import hashlib
import json
import math
from typing import Any

FOLDER = "search"
FORM = 1
"""The form of the files; a reader of another form asks for a newer page instead of guessing."""
INDEX = f"{FOLDER}/index.js"
"""The file that names all others."""
NAME = 9
"""So many letters has a name."""


def count_of(size: int) -> int:
    """How many buckets for so many signs: as their number grows, so does the list of their names, which every reader fetches."""
    return 1 << max(0, round(math.log2(math.sqrt(size + 1) / 1.5)))


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


def name_of(data: bytes) -> str:
    """Nine small letters that stand for some bytes: no digits, which could look like a number of somebody."""
    number = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    letters = ""
    for _ in range(NAME):
        number, letter = divmod(number, 26)
        letters += chr(97 + letter)
    return letters


def said(data: bytes) -> Any:
    """The value that a file says."""
    return json.loads(data[len("fazhiSearch(") : -2])


def term_text(term: str, numbers: str) -> str:
    """A term with its passages, as it stands in a bucket."""
    return f'"{term}":"{numbers}"'


def bucket_of(texts: list[str]) -> bytes:
    """The file of a bucket."""
    return call_of("{" + ",".join(texts) + "}")
