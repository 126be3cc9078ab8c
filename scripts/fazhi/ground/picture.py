"""What a picture tells besides what it shows: where it was taken (GPS in EXIF or XMP), and words left in it."""

import re
import struct

_XMP = re.compile(rb"<x:xmpmeta[^>]{0,500}>.{0,200000}?</x:xmpmeta>", re.DOTALL)
_GPS_POINTER = 0x8825
_GPS_TAGS = frozenset(range(1, 8))
"""Latitude, longitude, altitude and time; tag 0 alone, the version, tells nothing."""


def has_position(data: bytes) -> bool:
    """Whether a JPEG or PNG says where it was taken."""
    if any(_has_gps(block) for block in _exif_blocks(data)):
        return True
    return b"GPSLatitude" in data and bool(_XMP.search(data))


def words_in(data: bytes) -> str:
    """Words that were written into a picture: its XMP, and comments of a JPEG."""
    found = [match[0] for match in _XMP.finditer(data)]
    found += [body for marker, body in _segments(data) if marker == 0xFE]
    return "\n".join(each.decode("utf-8", "replace") for each in found)


def _exif_blocks(data: bytes) -> list[bytes]:
    if data.startswith(b"\x89PNG"):
        return [body for kind, body in _chunks(data) if kind == b"eXIf"]
    return [body[6:] for marker, body in _segments(data) if marker == 0xE1 and body.startswith(b"Exif\0\0")]


def _segments(data: bytes) -> list[tuple[int, bytes]]:
    """The segments of a JPEG before its picture."""
    found, at = [], 2
    while data.startswith(b"\xff\xd8") and at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA or length < 2:
            break
        found.append((marker, data[at + 4 : at + 2 + length]))
        at += 2 + length
    return found


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a PNG."""
    found, at = [], 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        found.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def _has_gps(tiff: bytes) -> bool:
    """Whether a TIFF header leads to a GPS directory that holds a position."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return False
    try:
        first = struct.unpack_from(order + "I", tiff, 4)[0]
        pointer = dict(_entries(tiff, first, order)).get(_GPS_POINTER)
        return pointer is not None and bool(_GPS_TAGS & dict(_entries(tiff, pointer, order)).keys())
    except struct.error:
        return False


def _entries(tiff: bytes, at: int, order: str) -> list[tuple[int, int]]:
    """Tags of a directory with their values or offsets."""
    count = struct.unpack_from(order + "H", tiff, at)[0]
    entries = (struct.unpack_from(order + "HHII", tiff, at + 2 + 12 * number) for number in range(count))
    return [(tag, value) for tag, _, _, value in entries]
