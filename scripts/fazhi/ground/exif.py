"""EXIF, what a camera or a program writes beside a picture: whether it tells a position, and the words in it.

EXIF is a TIFF header with directories of entries of twelve bytes: tag, type, count, value or where it stands
(TIFF 6.0 §2; Exif 2.32 §4.6). Broken offsets are read as nothing.
"""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

_GPS = 0x8825
_GPS_TAGS = frozenset(range(1, 8))
"""Latitude, longitude, altitude and time; tag 0 alone, the version, tells nothing."""
_POINTERS = frozenset((0x014A, 0x8769, _GPS, 0xA005))
"""Tags that lead to further directories."""
_TEXT = 2
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_COMMENTS = frozenset((0x9286, 0x001B, 0x001C))
"""UserComment, and the method and the place by which a position was found: eight bytes name the encoding."""
_WINDOWS = range(0x9C9B, 0x9CA0)
"""XPTitle, XPComment, XPAuthor, XPKeywords, XPSubject: UTF-16 in bytes."""
_MOST_DIRECTORIES = 32
_MOST_BYTES = 4_000_000
"""So much of the values of one block is read: entries may all lead to the same long text."""


class _Entry(NamedTuple):
    """An entry of a directory; `length` counts values, `value` is the value itself, or where it stands, as four bytes."""

    tag: int
    type: int
    length: int
    value: bytes


def has_gps(tiff: bytes) -> bool:
    """Whether a directory of GPS in it holds a position."""
    for entry in _entries(tiff):
        if entry.tag == _GPS and any(
            each.tag in _GPS_TAGS for each in _directory(tiff, _offset(tiff, entry))
        ):
            return True
    return False


def exif_words(tiff: bytes) -> Iterator[str]:
    """Every text in it: all that are typed as text, those of Windows, and comments."""
    seen, left = set[tuple[int, bytes]](), _MOST_BYTES
    for entry in _entries(tiff):
        key = (entry.length, entry.value)
        if key in seen or left <= 0 or not _is_text(entry):
            continue
        seen.add(key)
        raw = _raw(tiff, entry)[:left]
        left -= len(raw)
        yield from _decoded(entry, raw)


def plain(raw: bytes) -> str:
    """Bytes as text: UTF-8, or GBK where they are not."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _is_text(entry: _Entry) -> bool:
    return entry.type == _TEXT or entry.tag in _WINDOWS or entry.tag in _COMMENTS


def _decoded(entry: _Entry, raw: bytes) -> Iterator[str]:
    """A value as text; programs disagree on the order of the bytes of UTF-16, so it is read in both."""
    if entry.tag in _WINDOWS:
        yield raw.decode("utf-16-le", "replace")
        return
    body = raw[8:] if entry.tag in _COMMENTS and _ENCODED.match(raw) else raw
    if raw.startswith(b"UNICODE\0"):
        yield from (body.decode(each, "replace") for each in ("utf-16-le", "utf-16-be"))
    else:
        yield plain(body.replace(b"\0", b"\n").strip())


def _entries(tiff: bytes) -> Iterator[_Entry]:
    """The entries of every directory, each directory once."""
    if tiff[:4] not in _ORDERS or len(tiff) < 8:
        return
    todo, seen = [_number(tiff, tiff[4:8])], set[int]()
    while todo and len(seen) < _MOST_DIRECTORIES:
        at = todo.pop()
        if at in seen or not at:
            continue
        seen.add(at)
        for entry in _directory(tiff, at):
            yield entry
            if entry.tag in _POINTERS:
                todo += _offsets(tiff, entry)
        todo.append(_next(tiff, at))


def _directory(tiff: bytes, at: int) -> Iterator[_Entry]:
    for number in range(_count(tiff, at)):
        place = at + 2 + 12 * number
        if place + 12 > len(tiff):
            return
        yield _Entry(*struct.unpack_from(_ORDERS[tiff[:4]] + "HHI4s", tiff, place))


def _count(tiff: bytes, at: int) -> int:
    return int(struct.unpack_from(_ORDERS[tiff[:4]] + "H", tiff, at)[0]) if at + 2 <= len(tiff) else 0


def _next(tiff: bytes, at: int) -> int:
    """Where the directory after this one stands; 0 where there is none."""
    end = at + 2 + 12 * _count(tiff, at)
    return _number(tiff, tiff[end : end + 4]) if end + 4 <= len(tiff) else 0


def _offsets(tiff: bytes, entry: _Entry) -> list[int]:
    if entry.length <= 1:
        return [_offset(tiff, entry)]
    raw = _raw(tiff, entry)[: 4 * _MOST_DIRECTORIES]
    return [_number(tiff, raw[at : at + 4]) for at in range(0, len(raw) - 3, 4)]


def _raw(tiff: bytes, entry: _Entry) -> bytes:
    """The bytes of a value: in the entry where they fit, else where it leads."""
    size = entry.length * _SIZES.get(entry.type, 1)
    at = _offset(tiff, entry)
    return entry.value[:size] if size <= 4 else tiff[at : at + size]


def _offset(tiff: bytes, entry: _Entry) -> int:
    return _number(tiff, entry.value)


def _number(tiff: bytes, four: bytes) -> int:
    return int(struct.unpack(_ORDERS[tiff[:4]] + "I", four)[0])


_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_ENCODED = re.compile(rb"ASCII\0\0\0|UNICODE\0|JIS\0{5}|\0{8}")
